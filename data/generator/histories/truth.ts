import type { HistoryTruth, ParcelTruth, StatusTruth } from "../ground-truth.ts";
import type { CaseModel, DecisionModel } from "../model.ts";
import type { Paper } from "../paper/blocks.ts";
import { addDays } from "../polish.ts";
import type { Town } from "../town.ts";

/** What the histories chapter planted. */
export interface HistoryPlants {
  missing: { number: string; date: string; by: string }[];
  gaps: { signature: string; day: string }[];
  divisions: { former: ParcelTruth; later: ParcelTruth[]; date: string }[];
}

interface Life {
  decision: DecisionModel;
  acts: DecisionModel[];
  appealedOn?: string;
  isSecond: (decision: DecisionModel) => boolean;
  actsOn: (decision: DecisionModel) => DecisionModel[];
}

/** KPA art. 138: no appeal lies against these. */
const ofAppeal: ReadonlySet<string> = new Set([
  "upheld",
  "sent_back",
  "repealed_and_decided",
  "repealed_and_discontinued",
]);
const ends: Partial<Record<DecisionModel["outcome"], StatusTruth["status"]>> = {
  repealed: "repealed",
  annulled: "annulled",
  expired: "expired",
  sent_back: "sent_back",
  repealed_and_decided: "replaced",
  repealed_and_discontinued: "replaced",
};

/** Where each decision stood on telling days: before and after each thing that happened to it, by what the papers tell. */
export function statusTruths(town: Town, cases: readonly CaseModel[], papers: readonly Paper[]): StatusTruth[] {
  const all = cases.flatMap(({ decisions }) => decisions).filter(({ number }) => /\/\d{4}$/.test(number));
  const stays = cases.flatMap(({ decisions }) => decisions.filter(({ outcome }) => outcome === "stayed"));
  const seconds = new Set([town.offices.appeals.nom, town.offices.planningAppeals.nom]);
  // Annulment is no appeal: an appeal against it goes to GINB, and nothing here tells whether there was one.
  const isSecond = ({ authority, outcome }: DecisionModel) => seconds.has(authority) && ofAppeal.has(outcome);
  const actsOn = (decision: DecisionModel) =>
    [...all, ...stays]
      .filter(({ refersTo }) => refersTo[0] === decision.key)
      .sort((a, b) => (a.date < b.date ? -1 : 1));
  return cases.flatMap((model) =>
    model.decisions.flatMap((decision) => {
      if (!all.includes(decision) || decision.outcome === "no_objection") return [];
      const acts = actsOn(decision);
      const appeal = acts.some(isSecond)
        ? papers.find(({ path, kind }) => kind === "appeal" && model.papers.includes(path))
        : undefined;
      const life: Life = { decision, acts, isSecond, actsOn, ...(appeal?.date ? { appealedOn: appeal.date } : {}) };
      return tellingDays(life).map((on) => {
        const { number, date, authority } = decision;
        return { number, date, authority, on, status: statusOf(life, on) };
      });
    }),
  );
}

function tellingDays({ decision, acts, appealedOn }: Life): string[] {
  const turns = [decision, ...acts].flatMap(({ date, finalOn }) => [date, finalOn ?? date]);
  if (acts.length === 0) return [addDays(decision.date, 1), addDays(decision.finalOn ?? decision.date, 400)];
  const days = [...turns, ...(appealedOn ? [appealedOn] : [])].flatMap((day) => [addDays(day, -1), addDays(day, 1)]);
  return [...new Set(days)].sort();
}

function statusOf(life: Life, on: string): StatusTruth["status"] {
  const { decision, acts, appealedOn, isSecond } = life;
  if (on < decision.date) return "not_issued";
  const done = acts.filter((act) => act.date <= on && hasEffect(act, life, on));
  const end = done.find(({ outcome }) => ends[outcome]);
  if (end) return ends[end.outcome] ?? "final";
  const stay = done.findLast(({ outcome }) => outcome === "stayed");
  if (stay && !acts.some((act) => act.date > stay.date && act.date <= on && act.authority === stay.authority))
    return "stayed";
  if (decision.finalOn && decision.finalOn <= on) return "final";
  if (isSecond(decision) || done.some(({ outcome }) => outcome === "upheld")) return "final";
  if (appealedOn && appealedOn <= on) return "appealed";
  return decision.finalOn ? "not_final" : "finality_unknown";
}

/** From the day it was final, where a stamp tells that; a decision that was itself repealed had none. */
function hasEffect(act: DecisionModel, { isSecond, actsOn }: Life, on: string): boolean {
  if (actsOn(act).some((later) => later.date <= on && ends[later.outcome])) return false;
  return isSecond(act) || act.outcome === "stayed" || !act.finalOn || act.finalOn <= on;
}

/** Decisions on a parcel and on the ground it came from, each with a number, in the order of their days. */
export function historyTruths(cases: readonly CaseModel[], { missing, gaps, divisions }: HistoryPlants): HistoryTruth {
  const parcels = new Map<string, ParcelTruth>();
  for (const parcel of cases.flatMap(({ site }) => site.parcels)) parcels.set(nameOf(parcel), parcel);
  const properties = [...parcels.values()].flatMap((parcel) => {
    const formers = divisions
      .filter(({ later }) => later.some((one) => nameOf(one) === nameOf(parcel)))
      .map(({ former }) => former);
    const names = new Set([parcel, ...formers].map(nameOf));
    const decisions = cases
      .filter(({ site }) => site.parcels.some((one) => names.has(nameOf(one))))
      .flatMap((model) => model.decisions)
      .filter(({ number }) => /\/\d{4}$/.test(number))
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map(({ number, date }) => ({ number, date }));
    return decisions.length > 1 || formers.length > 0 ? [{ parcel, formers, decisions }] : [];
  });
  return { properties, missing, gaps };
}

function nameOf({ number, sheet, precinct }: ParcelTruth): string {
  return `${number} ${sheet} ${precinct}`;
}
