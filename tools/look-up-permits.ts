import { z } from "zod";
import { permitCaseSchema, permitQuerySchema, registerFormats } from "../src/core/permit.ts";
import type { Tool } from "./tool.ts";

const input = permitQuerySchema
  .extend({ limit: z.int().min(1).max(500).default(100) })
  .refine(({ parcel, number, signature, address }) => parcel ?? number ?? signature ?? address, {
    message: "Podaj działkę, numer decyzji, znak sprawy albo adres.",
  });
const output = z.object({
  cases: z.array(permitCaseSchema),
  /** The registers that were asked. RWDZ formats hold positive outcomes only: their silence never means refusal. */
  registers: z.array(
    z.object({
      name: z.string(),
      format: z.enum(registerFormats),
      authority: z.string().optional(),
      cases: z.int(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
});

export const lookUpPermits: Tool<typeof input, typeof output> = {
  name: "look_up_permits",
  description:
    "Sprawdza rejestry pozwoleń i zgłoszeń po działce, numerze decyzji, znaku sprawy albo adresie. Sam numer decyzji " +
    "może oznaczać kilka spraw. Brak w rejestrze RWDZ nie znaczy odmowy, a wpis nie dowodzi, że decyzja dziś wiąże.",
  input,
  output,
  run: async ({ limit, ...query }, { archive }) => archive.register.find(query, limit),
};
