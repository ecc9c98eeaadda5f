import type { CaseModel, ConflictDraft } from "../model.ts";
import { addDays, figure, workday } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import { isWhole } from "./csv.ts";
import { type Entry, entriesOf, registerOf } from "./entry.ts";

export interface Planted {
  /** The entry as the register will hold it. */
  entry: Entry;
  conflict: ConflictDraft;
}

interface Candidate {
  model: CaseModel;
  entry: Entry;
}

type Field = ConflictDraft["field"];

/** What the paper of the decision says, by the fact that holds it. */
const factOf: Record<Field, string> = {
  number: "number",
  date: "date",
  parcel: "works",
  address: "works",
  investor: "applicant",
  outcome: "outcome",
  category: "category",
  volume: "category",
};

/** In the order in which they are planted; a case carries one conflict only. */
const wanted: Field[] = [
  "investor",
  "volume",
  "parcel",
  "category",
  "address",
  "outcome",
  "outcome",
  "date",
  "number",
  "date",
  "volume",
  "number",
];

/** Plants contradictions between registers and permits of the archive; which of the two is right nobody says. */
export function plantConflicts(rng: Rng, town: Town, cases: CaseModel[]): Planted[] {
  const left = rng.shuffle(candidates(town, cases));
  const planted: Planted[] = [];
  for (const field of wanted) {
    const at = left.findIndex((candidate) => fits(candidate, field));
    const [candidate] = at < 0 ? [] : left.splice(at, 1);
    if (candidate) planted.push(plant(rng.fork(`${field} ${candidate.entry.key}`), candidate, field, town));
  }
  return planted;
}

/** Permits with one decision, so that no later decision explains the difference. */
function candidates(town: Town, cases: CaseModel[]): Candidate[] {
  return cases
    .filter(({ kind, decisions }) => kind === "permit" && decisions.length === 1 && decisions[0]?.outcome === "granted")
    .flatMap((model) => entriesOf(model, town.offices.permits.nom).map((entry) => ({ model, entry })))
    .filter(({ entry }) => registerOf(entry) !== undefined);
}

function fits({ entry }: Candidate, field: Field): boolean {
  const national = registerOf(entry) === "rwdz-permits";
  if (field === "investor") return national && entry.investor !== undefined;
  if (field === "volume") return national && entry.works.volume !== undefined;
  // Only the city's files hold refusals; a date or a whole number stands in either register.
  if (field === "outcome") return !national;
  return national || field === "date" || (field === "number" && isWhole(entry.number));
}

function plant(rng: Rng, { model, entry }: Candidate, field: Field, town: Town): Planted {
  const changed = change(rng, entry, field, town);
  const [registerValue, documentValue] = [valueOf(changed, field), valueOf(entry, field)];
  return {
    entry: changed,
    conflict: {
      field,
      signature: model.signature,
      row: entry.key,
      registerValue,
      fact: `${model.key}/decyzja/${factOf[field]}`,
      documentValue,
    },
  };
}

function change(rng: Rng, entry: Entry, field: Field, town: Town): Entry {
  const [first, ...rest] = entry.parcels;
  switch (field) {
    case "number":
      return { ...entry, number: wholeNumber(town, Number(entry.date.slice(0, 4))) };
    case "date":
      return { ...entry, date: workday(addDays(entry.date, rng.pick([7, 10, 14, 31]))) };
    case "parcel":
      return { ...entry, parcels: [{ ...first, number: neighbourOf(rng, first?.number ?? "1") }, ...rest] };
    case "address":
      return { ...entry, house: town.numbers.house(entry.street) };
    case "investor":
      return { ...entry, investor: town.people.company("").name.nom.replace(/^spółka /, "") };
    case "outcome":
      return { ...entry, outcome: rng.pick(["refused", "discontinued"] as const) };
    case "category":
      return { ...entry, works: { ...entry.works, category: entry.works.category === "I" ? "II" : "XXX" } };
    case "volume":
      return { ...entry, works: { ...entry.works, volume: (entry.works.volume ?? 0) + rng.int(4, 19) * 10 } };
  }
}

/** One that no spreadsheet turns into a date. */
function wholeNumber(town: Town, year: number): string {
  for (;;) {
    const number = town.numbers.decision(year);
    if (isWhole(number)) return number;
  }
}

/** 21/2 → 21/7: a slip of the pen, not another place. */
function neighbourOf(rng: Rng, number: string): string {
  const [whole = "1", part] = number.split("/");
  return `${whole}/${Number(part ?? 0) + rng.int(28, 39)}`;
}

function valueOf(entry: Entry, field: Field): string {
  switch (field) {
    case "number":
      return entry.number;
    case "date":
      return entry.date;
    case "parcel":
      return entry.parcels[0]?.number ?? "";
    case "address":
      return `${entry.street} ${entry.house}`;
    case "investor":
      return entry.investor ?? "";
    case "outcome":
      return entry.outcome;
    case "category":
      return entry.works.category;
    case "volume":
      return `${figure(entry.works.volume ?? 0)} m³`;
  }
}
