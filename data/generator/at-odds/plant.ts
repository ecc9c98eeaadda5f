import type { CaseModel, DecisionModel, PaperConflictDraft } from "../model.ts";
import type { Paper } from "../paper/blocks.ts";
import { addDays, dateDots, figure, workday, yearOf } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import { addressOf, plainName } from "../cases/words.ts";

type Field = PaperConflictDraft["field"];

interface Candidate {
  model: CaseModel;
  decision: DecisionModel;
  application: Paper;
  delivery: Paper;
}

/** What one paper of a case is made to tell otherwise than its decision. */
interface Change {
  paper: Paper;
  /** As the paper has it, wherever it stands there, and what it is made to tell. */
  from: string;
  to: string;
  /** Normalised, as the decision and the changed paper tell it. */
  values: [decision: string, other: string];
}

/** The fact of the decision's paper that holds the value. */
const factOf: Record<Field, string> = {
  number: "number",
  date: "date",
  parcel: "works",
  address: "works",
  investor: "applicant",
  category: "category",
  volume: "category",
};
const wanted: Field[] = ["investor", "volume", "parcel", "date", "category", "number", "address"];

/**
 * Makes an application or a receipt tell one thing otherwise than the decision of its case; which of the two is right
 * nobody says. Changes the papers in place: each of them in a case of its own, and none that a question is asked of.
 * @param taken signatures of cases that are left as they are
 */
export function plantPapersAtOdds(
  rng: Rng,
  town: Town,
  cases: readonly CaseModel[],
  papers: readonly Paper[],
  taken: ReadonlySet<string>,
): PaperConflictDraft[] {
  const left = rng.shuffle(candidates(cases, papers).filter(({ model }) => !taken.has(model.signature)));
  const planted: PaperConflictDraft[] = [];
  for (const field of wanted) {
    const at = left.findIndex(({ model }) => fits(model, field));
    const [candidate] = at < 0 ? [] : left.splice(at, 1);
    if (!candidate) continue;
    const { paper, from, to, values } = changeOf(rng.fork(field), town, candidate, field);
    paper.blocks = replaced(paper.blocks, from, to);
    const [documentValue, otherValue] = values;
    const { key, signature } = candidate.model;
    planted.push({
      field,
      signature,
      fact: `${key}/decyzja/${factOf[field]}`,
      documentValue,
      other: { document: paper.path, value: otherValue },
    });
  }
  return planted;
}

function candidates(cases: readonly CaseModel[], papers: readonly Paper[]): Candidate[] {
  const byPath = new Map(papers.map((paper) => [paper.path, paper]));
  return cases.flatMap((model) => {
    const [decision, ...more] = model.decisions;
    const own = model.papers.flatMap((path) => byPath.get(path) ?? []);
    const application = own.find(({ kind }) => kind === "application");
    const delivery = own.find(({ kind }) => kind === "delivery");
    if (model.kind !== "permit" || !decision || more.length > 0 || decision.outcome !== "granted") return [];
    return application && delivery ? [{ model, decision, application, delivery }] : [];
  });
}

function fits({ applicant, works, site }: CaseModel, field: Field): boolean {
  if (field === "investor") return applicant.kind === "company";
  if (field === "parcel") return site.parcels.length === 1;
  if (field === "category") return works.category.length > 1;
  return field !== "volume" || works.volume !== undefined;
}

function changeOf(rng: Rng, town: Town, { model, decision, application, delivery }: Candidate, field: Field): Change {
  const { works, site, applicant } = model;
  const written = (from: string, to: string, values: [string, string] = [from, to]) => ({ from, to, values });
  switch (field) {
    case "number": {
      const number = town.numbers.decision(yearOf(decision.date));
      return { paper: delivery, ...written(decision.number, number) };
    }
    case "date": {
      const day = workday(addDays(decision.date, -rng.int(6, 20)));
      return { paper: delivery, ...written(dateDots(decision.date), dateDots(day), [decision.date, day]) };
    }
    case "parcel": {
      const [parcel] = site.parcels;
      if (!parcel) throw new Error(`${model.key} stands on no parcel`);
      const [whole = "1", part] = parcel.number.split("/");
      const other = `${whole}/${Number(part ?? 0) + rng.int(41, 59)}`;
      application.parcels = [{ ...parcel, number: other }];
      return { paper: application, ...written(parcel.number, other) };
    }
    case "address": {
      const house = town.numbers.house(site.street);
      application.address = `${site.street} ${house}`;
      return { paper: application, ...written(addressOf(site), addressOf({ ...site, house })) };
    }
    case "investor":
      return {
        paper: application,
        ...written(plainName(applicant), plainName(town.people.company(applicant.address))),
      };
    case "category":
      return { paper: application, ...written(works.category, works.category === "XXX" ? "XXIX" : "XXX") };
    case "volume": {
      const [volume, other] = [works.volume ?? 0, (works.volume ?? 0) + rng.int(3, 17) * 10];
      return { paper: application, ...written(`${figure(volume)} m³`, `${figure(other)} m³`) };
    }
  }
}

/** In every text of the blocks, where it stands as a whole word. */
function replaced<T>(value: T, from: string, to: string): T {
  if (typeof value === "string") {
    const whole = new RegExp(`(?<![\\p{L}\\d/])${from.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}(?![\\p{L}\\d/])`, "gu");
    return value.replace(whole, () => to) as T;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => replaced(one, from, to)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, from, to)])) as T;
}
