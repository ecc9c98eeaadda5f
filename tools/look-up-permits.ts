import { z } from "zod";
import { parseAddress } from "../src/core/identity/address.ts";
import { renamingBetween, type StreetRenaming } from "../src/core/identity/street-names.ts";
import {
  type PermitQuery,
  permitCaseSchema,
  permitQuerySchema,
  permitSorts,
  registerFormats,
} from "../src/core/permit.ts";
import { permitQueryOf, requireNumberFound } from "./asked-permits.ts";
import { relatedPermits } from "./related-permits.ts";
import type { Archive, Tool } from "./tool.ts";
import { UnreadableQuery } from "./unreadable-query.ts";

const input = permitQuerySchema
  .extend({
    offset: z.int().nonnegative().default(0),
    limit: z.int().min(1).max(500).default(100),
    sort: z.enum(permitSorts).default("relevance"),
    /** Of a parcel: cases of those that it came from or that came from it, too. */
    related: z.boolean().default(false),
  })
  .refine((asked) => Object.keys(permitQuerySchema.shape).some((field) => asked[field as keyof PermitQuery]), {
    message:
      "Podaj działkę, numer decyzji, znak sprawy, adres, inwestora, uprawnienia, kategorię, daty, rozstrzygnięcie albo rejestr.",
  });
const output = z.object({
  /** One page; `total` counts the cases on all of them, `possible` those of the total that are no exact match. */
  cases: z.array(permitCaseSchema),
  total: z.int(),
  possible: z.int(),
  /** When asked for, with the last page: not counted in `total`, each with its `related`. */
  related: z.array(permitCaseSchema).optional(),
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
    "Sprawdza rejestry pozwoleń i zgłoszeń. Warunki, w dowolnym zestawieniu: działka, numer decyzji, znak sprawy, adres, " +
    "inwestor (tylko firma, słowa nazwy), numer uprawnień projektanta, kategoria obiektu (I–XXX), data decyzji od–do, " +
    "rozstrzygnięcie, nazwa rejestru. Dla działki także (related) sprawy działek, z których powstała albo które powstały " +
    "z niej, jeśli archiwum tak mówi. Wynik podaje strona po stronie (offset, limit), z liczbą wszystkich spraw (total) " +
    "i tych z nich, które pasują tylko być może (possible), zawsze za pewnymi. Sam numer decyzji może oznaczać kilka " +
    "spraw. Brak w rejestrze RWDZ nie znaczy odmowy, a wpis nie dowodzi, że decyzja dziś wiąże.",
  input,
  output,
  run: async ({ offset, limit, sort, related, ...asked }, context) => {
    const { archive } = context;
    const query = permitQueryOf(asked);
    const found = await archive.register.find(query, { offset, limit, sort });
    requireRegister(query, found.registers);
    requireNumberFound(query, found.total);
    const named = await namedBy(query.address, archive);
    const cases = found.cases.map((permit) => ({ ...permit, ...named(permit.address) }));
    if (!related || !query.parcel || offset + limit < found.total) return { ...found, cases };
    return { ...found, cases, related: await relatedPermits(query.parcel, context) };
  },
};

/** What is found by another name of the asked street says so. */
async function namedBy(asked: string | undefined, { streets }: Archive) {
  const renamings = asked ? ((await streets?.renamings()) ?? []) : [];
  const wanted = parseAddress(asked ?? "");
  return (address: string): { streetRenaming?: StreetRenaming } => {
    const held = parseAddress(address);
    const streetRenaming = wanted && held && renamingBetween(wanted, held, renamings);
    return streetRenaming ? { streetRenaming } : {};
  };
}

/** A register that is not there was not asked. */
function requireRegister({ register }: PermitQuery, held: readonly { name: string }[]): void {
  if (!register || held.length === 0 || held.some(({ name }) => name === register)) return;
  const names = held.map(({ name }) => `„${name}”`).join(", ");
  throw new UnreadableQuery("register", `Nie ma rejestru „${register}”.`, `Wczytane rejestry: ${names}.`);
}
