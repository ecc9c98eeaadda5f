import type { DocumentFact, FactField } from "../../../src/core/document.ts";
import { matchAddress, parseAddress } from "../../../src/core/identity/address.ts";
import { printDate } from "../../../src/core/identity/dates.ts";
import { sameName } from "../../../src/core/identity/inflection.ts";
import { describeParcel, matchParcel, parseParcel } from "../../../src/core/identity/parcel.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { PermitCase } from "../../../src/core/permit.ts";
import { outcomeNames, registerCitation } from "../drafting/register.ts";
import { factOf, inLine, paperName, withStop } from "../drafting/wording.ts";
import type { Matter, PaperDocument, ProposedConflict } from "../state.ts";
import { linesAround } from "./heads.ts";
import type { Recorder } from "./recorder.ts";

interface Compared {
  field: string;
  fact: FactField;
  registered: (entry: PermitCase) => string[];
  same: (held: string, registered: string) => boolean;
  print: (value: string) => string;
}

const compared: readonly Compared[] = [
  {
    field: "number",
    fact: "decisionNumber",
    registered: ({ number }) => (number ? [number] : []),
    same: (held, registered) => held === registered,
    print: (value) => `decyzja nr ${value}`,
  },
  {
    field: "date",
    fact: "issueDate",
    registered: ({ date }) => (date ? [date] : []),
    same: (held, registered) => held === registered,
    print: (value) => `data decyzji ${printDate(value)}`,
  },
  {
    field: "parcel",
    fact: "parcel",
    registered: ({ parcels }) => parcels,
    same: (held, registered) => matchParcel(parseParcel(registered), parseParcel(held)) !== "different",
    print: (value) => describeParcel(parseParcel(value)),
  },
  {
    field: "address",
    fact: "address",
    registered: ({ address }) => (parseAddress(address)?.number ? [address] : []),
    same: sameAddress,
    print: (value) => `adres ${value}`,
  },
  {
    field: "investor",
    fact: "applicant",
    registered: ({ investor }) => (investor ? [investor] : []),
    same: sameName,
    print: (value) => `inwestor ${value}`,
  },
  {
    field: "category",
    fact: "category",
    registered: ({ category }) => (category ? [category] : []),
    same: (held, registered) => held === registered.replace(/^kategoria\s+/iu, "").trim(),
    print: (value) => `kategoria obiektu ${value}`,
  },
  {
    field: "volume",
    fact: "volume",
    registered: ({ fields }) => (fields.kubatura ? [fields.kubatura] : []),
    same: (held, registered) => figureOf(held) === figureOf(registered),
    print: (value) => `kubatura ${value} m³`,
  },
  {
    field: "outcome",
    fact: "outcome",
    registered: ({ outcome }) => (outcome ? [outcome] : []),
    same: (held, registered) => held === registered,
    print: (value) => outcomeNames[value as Outcome] ?? value,
  },
];

/** Where register and decision disagree, each with its place; neither is declared right. */
export async function collectConflicts(
  matters: readonly Matter[],
  papers: ReadonlyMap<string, PaperDocument>,
  recorder: Recorder,
): Promise<ProposedConflict[]> {
  const conflicts: ProposedConflict[] = [];
  for (const matter of matters) {
    const decisions = matter.documents
      .flatMap((id) => papers.get(id) ?? [])
      .filter(({ kind, duplicateOf }) => kind === "permit_decision" && !duplicateOf);
    for (const entry of matter.cases) {
      const decision = decisionOf(entry, decisions);
      if (!decision) continue;
      for (const one of compared) {
        const found = disagreement(one, entry, decision);
        if (found) conflicts.push(await conflictOf(one, entry, decision, found, recorder));
      }
    }
  }
  return conflicts;
}

/** The decision that an entry is of: by number, by date, or the only one. */
function decisionOf(entry: PermitCase, decisions: readonly PaperDocument[]): PaperDocument | undefined {
  return (
    decisions.find(({ decisionNumber }) => decisionNumber === entry.number) ??
    decisions.find((paper) => factOf(paper, "issueDate") === entry.date) ??
    (decisions.length === 1 ? decisions[0] : undefined)
  );
}

function disagreement(
  one: Compared,
  entry: PermitCase,
  decision: PaperDocument,
): { fact: DocumentFact; value: string } | undefined {
  const held = decision.facts.filter(({ field }) => field === one.fact);
  const registered = one.registered(entry);
  const [fact] = held;
  const [value] = registered;
  if (!fact || !value) return undefined;
  return held.some((own) => registered.some((other) => one.same(own.value, other))) ? undefined : { fact, value };
}

async function conflictOf(
  { field, print }: Compared,
  entry: PermitCase,
  decision: PaperDocument,
  { fact, value }: { fact: DocumentFact; value: string },
  recorder: Recorder,
): Promise<ProposedConflict> {
  const { id } = decision.document;
  const quote = linesAround(await recorder.page(id, fact.page), fact.start, fact.end);
  const registered = {
    value,
    claim: `Rejestr „${entry.register.name}”: ${print(value)}.`,
    citation: registerCitation(entry),
  };
  const held = {
    value: fact.value,
    claim: withStop(`${paperName(decision)}: ${inLine(quote)}`),
    citation: { document: id, page: fact.page, quote },
  };
  return { field, values: [registered, held] };
}

function sameAddress(held: string, registered: string): boolean {
  const [own, other] = [parseAddress(held), parseAddress(registered)];
  return !own || !other || matchAddress(other, own) !== "different" || matchAddress(own, other) !== "different";
}

/** `1 234,50` and `1234.5` are one. */
function figureOf(text: string): number {
  return Number(text.replace(/\s/gu, "").replace(",", "."));
}
