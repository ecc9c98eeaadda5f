import type { DocumentFact, FactField } from "../../../src/core/document.ts";
import { matchAddress, parseAddress } from "../../../src/core/identity/address.ts";
import { printDate } from "../../../src/core/identity/dates.ts";
import { sameName } from "../../../src/core/identity/inflection.ts";
import { describeParcel, matchParcel, parseParcel } from "../../../src/core/identity/parcel.ts";
import type { PermitCase } from "../../../src/core/permit.ts";
import type { Matter, PaperDocument, ProposedConflict } from "../state.ts";
import { registerCitation } from "./parts.ts";
import { factOf, paperName } from "./wording.ts";

interface Compared {
  field: string;
  /** In an officer's words. */
  name: string;
  fact: FactField;
  registered: (entry: PermitCase) => string[];
  same: (held: string, registered: string) => boolean;
  print: (value: string) => string;
}

const compared: readonly Compared[] = [
  {
    field: "number",
    name: "numer decyzji",
    fact: "decisionNumber",
    registered: ({ number }) => (number ? [number] : []),
    same: (held, registered) => held === registered,
    print: (value) => `decyzja nr ${value}`,
  },
  {
    field: "date",
    name: "data decyzji",
    fact: "issueDate",
    registered: ({ date }) => (date ? [date] : []),
    same: (held, registered) => held === registered,
    print: (value) => `data decyzji ${printDate(value)}`,
  },
  {
    field: "parcel",
    name: "działka",
    fact: "parcel",
    registered: ({ parcels }) => parcels,
    same: (held, registered) => matchParcel(parseParcel(registered), parseParcel(held)) !== "different",
    print: (value) => describeParcel(parseParcel(value)),
  },
  {
    field: "address",
    name: "adres",
    fact: "address",
    registered: ({ address }) => (parseAddress(address)?.number ? [address] : []),
    same: sameAddress,
    print: (value) => `adres ${value}`,
  },
  {
    field: "investor",
    name: "inwestor",
    fact: "applicant",
    registered: ({ investor }) => (investor ? [investor] : []),
    same: sameName,
    print: (value) => `inwestor ${value}`,
  },
  {
    field: "category",
    name: "kategoria obiektu",
    fact: "category",
    registered: ({ category }) => (category ? [category] : []),
    same: (held, registered) => held === registered.replace(/^kategoria\s+/iu, "").trim(),
    print: (value) => `kategoria obiektu ${value}`,
  },
  {
    field: "volume",
    name: "kubatura",
    fact: "volume",
    registered: ({ fields }) => (fields.kubatura ? [fields.kubatura] : []),
    same: (held, registered) => figureOf(held) === figureOf(registered),
    print: (value) => `kubatura ${value} m³`,
  },
  {
    field: "outcome",
    name: "rozstrzygnięcie",
    fact: "outcome",
    registered: ({ outcome }) => (outcome ? [outcome] : []),
    same: (held, registered) => held === registered,
    print: (value) => value,
  },
];

/** Where register and decision disagree, each with its place; neither is declared right. */
export function conflictsOf(matter: Matter, papers: ReadonlyMap<string, PaperDocument>): ProposedConflict[] {
  const decisions = matter.documents
    .flatMap((id) => papers.get(id) ?? [])
    .filter(({ kind, duplicateOf }) => kind === "permit_decision" && !duplicateOf);
  return matter.cases.flatMap((entry) => {
    const decision = decisionOf(entry, decisions);
    return decision ? compared.flatMap((one) => conflictIn(one, entry, decision)) : [];
  });
}

/** The decision that an entry is of: by number, by date, or the only one. */
function decisionOf(entry: PermitCase, decisions: readonly PaperDocument[]): PaperDocument | undefined {
  return (
    decisions.find(({ decisionNumber }) => decisionNumber === entry.number) ??
    decisions.find((paper) => factOf(paper, "issueDate") === entry.date) ??
    (decisions.length === 1 ? decisions[0] : undefined)
  );
}

function conflictIn(one: Compared, entry: PermitCase, decision: PaperDocument): ProposedConflict[] {
  const held = decision.facts.filter(({ field }) => field === one.fact);
  const registered = one.registered(entry);
  const [fact] = held;
  const [value] = registered;
  if (!fact || !value) return [];
  if (held.some((own) => registered.some((other) => one.same(own.value, other)))) return [];
  return [
    {
      field: one.field,
      values: [
        {
          value: one.field === "outcome" ? value : one.print(value),
          claim: `Rejestr „${entry.register.name}”: ${one.print(value)}.`,
          citation: registerCitation(entry),
        },
        {
          value: one.field === "outcome" ? fact.value : one.print(fact.value),
          claim: `${paperName(decision)}: ${fact.quote}.`,
          citation: { document: decision.document.id, page: fact.page, quote: quoteOf(fact) },
        },
      ],
    },
  ];
}

function quoteOf({ quote }: DocumentFact): string {
  return quote;
}

function sameAddress(held: string, registered: string): boolean {
  const [own, other] = [parseAddress(held), parseAddress(registered)];
  return !own || !other || matchAddress(other, own) !== "different" || matchAddress(own, other) !== "different";
}

/** `1 234,50` and `1234.5` are one. */
function figureOf(text: string): number {
  return Number(text.replace(/\s/gu, "").replace(",", "."));
}
