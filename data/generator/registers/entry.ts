import type { Outcome } from "../../../src/core/outcome.ts";
import type { ParcelTruth } from "../ground-truth.ts";
import type { CaseModel, DecisionModel, Works } from "../model.ts";
import type { Designer } from "../people.ts";
import { yearOf } from "../polish.ts";

/** What a register holds of one decision, or of one notification that nobody objected to. */
export interface Entry {
  /** Of the decision that it records; a register-only case has a key of its own. */
  key: string;
  kind: "permit" | "notification";
  signature: string;
  applicationNumber: string;
  applicationDate: string;
  number: string;
  date: string;
  outcome: Outcome;
  authority: string;
  works: Pick<Works, "name" | "object" | "category" | "volume">;
  street: string;
  house: string;
  parcels: ParcelTruth[];
  /** Company; persons are left out by every register here. */
  investor?: string;
  designer: Pick<Designer, "first" | "last" | "licence">;
}

export type RegisterName = "rwdz-permits" | "rwdz-notifications" | "city-early" | "city-late";

/** GUNB publishes from 2016 on; the city's own files begin in 2009 and end when the national ones begin. */
export function registerOf(entry: Entry): RegisterName | undefined {
  const year = yearOf(entry.date);
  if (entry.kind === "notification")
    return year >= 2016 && entry.outcome === "no_objection" ? "rwdz-notifications" : undefined;
  if (year >= 2016) return entry.outcome === "granted" ? "rwdz-permits" : undefined;
  if (year < 2009) return undefined;
  return year <= 2012 ? "city-early" : "city-late";
}

/** What the city's clerks entered: decisions of the first instance on applications for a permit. */
const cityOutcomes: readonly Outcome[] = [
  "granted",
  "refused",
  "discontinued",
  "repealed",
  "amended",
  "transferred",
  "expired",
];

/** Entries of the archive's own cases; the office of another powiat and a second instance keep registers elsewhere. */
export function entriesOf(model: CaseModel, authority: string): Entry[] {
  if (model.unregistered || model.kind === "planning" || model.kind === "occupancy" || model.kind === "letter")
    return [];
  const kind = model.kind === "notification" ? "notification" : "permit";
  return model.decisions
    .filter((decision) => decision.authority === authority)
    .filter(({ outcome }) => (kind === "permit" ? cityOutcomes.includes(outcome) : outcome === "no_objection"))
    .map((decision) => entryOf(model, decision, kind));
}

function entryOf(model: CaseModel, decision: DecisionModel, kind: Entry["kind"]): Entry {
  const { signature, applicationNumber, applicationDate, works, site, applicant, designer } = model;
  const investor = applicant.kind === "company" ? applicant.name.nom.replace(/^spółka /, "") : undefined;
  return {
    key: decision.key,
    kind,
    signature,
    applicationNumber,
    applicationDate,
    number: decision.number,
    date: decision.date,
    outcome: decision.outcome,
    authority: decision.authority,
    works,
    street: site.street,
    house: site.house,
    parcels: site.parcels,
    ...(investor ? { investor } : {}),
    designer,
  };
}
