import { z } from "zod";
import { TeczkaError } from "../src/core/errors.ts";
import {
  type PermitQuery,
  permitCaseSchema,
  permitQuerySchema,
  permitSorts,
  registerFormats,
} from "../src/core/permit.ts";
import type { Tool } from "./tool.ts";

const input = permitQuerySchema
  .extend({
    offset: z.int().nonnegative().default(0),
    limit: z.int().min(1).max(500).default(100),
    sort: z.enum(permitSorts).default("relevance"),
  })
  .refine((asked) => Object.keys(permitQuerySchema.shape).some((field) => asked[field as keyof PermitQuery]), {
    message: "Podaj działkę, numer decyzji, znak sprawy albo adres.",
  });
const output = z.object({
  /** One page; `total` counts the cases on all of them, `possible` those of the total that are no exact match. */
  cases: z.array(permitCaseSchema),
  total: z.int(),
  possible: z.int(),
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
  run: async ({ offset, limit, sort, ...query }, { archive }) => {
    requireReadable(query);
    return archive.register.find(query, { offset, limit, sort });
  },
};

const shapes: Partial<Record<keyof PermitQuery, { name: string; like: string; pattern: RegExp }>> = {
  parcel: { name: "działki", like: "87/14, AM-28, obręb Poświętne", pattern: /\d/u },
  number: { name: "numeru decyzji", like: "614/2014", pattern: /\d/u },
  signature: { name: "znaku sprawy", like: "AB.6740.1.234.2018.JK", pattern: /\d/u },
  address: { name: "adresu", like: "Krucza 64-66", pattern: /\p{L}{2}/u },
};

/** What cannot be read was not looked up, and must not come back as "nothing found". */
function requireReadable(query: PermitQuery): void {
  for (const [field, { name, like, pattern }] of Object.entries(shapes)) {
    const value = query[field as keyof PermitQuery];
    if (value === undefined || pattern.test(value)) continue;
    throw new TeczkaError(
      "invalid",
      "query_unreadable",
      `„${value}” nie ma postaci ${name}.`,
      `Podaj na przykład: ${like}.`,
    );
  }
}
