import { html } from "hono/html";
import { outcomeWords } from "../../core/in-words.ts";
import type { Outcome } from "../../core/outcome.ts";
import type { PermitQuery, PermitSort } from "../../core/permit.ts";
import type { RegisterLookup } from "../../core/ports/permit-register.ts";
import { choiceField, type Fault, type Field, textField } from "../parts/field.ts";
import type { Html } from "../parts/layout.ts";

type FieldOf = Field & { name: keyof PermitQuery };

/** The four that most look-ups are about. */
const common: readonly FieldOf[] = [
  { name: "parcel", label: "Działka", example: "87/14, AM-28, obręb Poświętne" },
  { name: "address", label: "Adres", example: "Krucza 64-66" },
  { name: "number", label: "Numer decyzji", example: "614/2014 albo 614/14" },
  { name: "signature", label: "Znak sprawy", example: "AB.6740.1.234.2018" },
];
const further: readonly FieldOf[] = [
  {
    name: "investor",
    label: "Inwestor (firma)",
    example: "Zielona Dolina",
    hint: "osób fizycznych tu nie ma",
  },
  { name: "licence", label: "Nr uprawnień", example: "806/ZPA/87", hint: "projektanta" },
  { name: "category", label: "Kategoria obiektu", example: "XIII" },
  { name: "from", label: "Decyzja od dnia", example: "12.03.2014" },
  { name: "to", label: "Decyzja do dnia", example: "31.12.2014" },
];

/** Outcomes that registers tell, in the order in which they are asked for. */
const registered: readonly Outcome[] = [
  "granted",
  "no_objection",
  "refused",
  "objection",
  "discontinued",
  "left_unexamined",
  "repealed",
  "amended",
  "change_refused",
  "transferred",
  "expired",
  "annulled",
];

/** Possible matches follow the exact ones in each of them; `relevance` goes by date as `oldest` does. */
const sortWords: Record<Exclude<PermitSort, "oldest">, string> = {
  relevance: "od najstarszych",
  newest: "od najnowszych",
  number: "według numeru",
};

export interface PermitForm {
  asked: Readonly<Record<string, string>>;
  /** By the name of the field. */
  faults: Readonly<Record<string, Fault>>;
  registers: RegisterLookup["registers"];
}

/** Sent by GET, so that what was asked is in the address. */
export function permitForm({ asked, faults, registers }: PermitForm): Html {
  const text = (field: FieldOf) => textField(field, asked[field.name] ?? "", faults[field.name]);
  const names = further.map(({ name }) => name as string);
  const used = [...names, "outcome", "register", "sort"].some((name) => asked[name] ?? faults[name]);
  return html`<form method="get" action="/permits#results" class="look-up" role="search" aria-label="Rejestr pozwoleń i zgłoszeń">
<div class="grid">${common.map(text)}</div>
<details${used ? html` open` : ""}><summary>Więcej pól</summary>
<div class="grid">${further.map(text)}
${choiceField(
  { name: "outcome", label: "Rozstrzygnięcie" },
  [{ value: "", name: "każde" }, ...registered.map((value) => ({ value, name: outcomeWords[value] }))],
  asked.outcome ?? "",
)}
${choiceField(
  { name: "register", label: "Rejestr" },
  [{ value: "", name: "wszystkie" }, ...registers.map(({ name }) => ({ value: name, name }))],
  asked.register ?? "",
)}
${choiceField(
  { name: "sort", label: "Kolejność" },
  Object.entries(sortWords).map(([value, name]) => ({ value: value === "relevance" ? "" : value, name })),
  asked.sort ?? "",
)}</div></details>
<p class="buttons"><button class="primary">Sprawdź</button> <a class="button quiet" href="/permits">Wyczyść</a></p>
</form>`;
}
