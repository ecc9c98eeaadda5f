import { nameStems } from "../../../src/core/identity/inflection.ts";
import type { PaperDocument } from "../state.ts";
import { valuesOf } from "./matters.ts";

/** Words that stand in the name of every plan. */
const every = new Set(
  nameStems(
    "uchwała uchwały nr rady miejskiej gminy miasta w sprawie miejscowego miejscowy plan planu planie mpzp zagospodarowania przestrzennego terenu " +
      "obszaru dla obejmującego rejonie rejon ulicy ulic osiedla osiedle części położonego zwany dalej zmiana zmiany zmianie wypis wyrys z",
  ),
);

export interface ChosenPlans {
  plans: PaperDocument[];
  /** Words of the question that name a plan which none of these is. */
  unknown: string[];
}

/**
 * The plans that the question's words name; all of them when it names none. A quoted or capitalised name that no plan
 * bears is a plan that is not there, and another plan's figure would be a wrong answer.
 */
export function choosePlans(plans: readonly PaperDocument[], words: readonly string[]): ChosenPlans {
  const wanted = words.map((word) => ({ word, stems: nameStems(word).filter((stem) => !every.has(stem)) }));
  const naming = wanted.filter(({ stems }) => stems.length > 0);
  const scored = plans.map((plan) => {
    const stems = new Set(namesOf(plan).flatMap(nameStems));
    return { plan, hits: naming.filter((one) => one.stems.every((stem) => stems.has(stem))).length };
  });
  const best = Math.max(0, ...scored.map(({ hits }) => hits));
  if (best > 0) return { plans: scored.filter(({ hits }) => hits === best).map(({ plan }) => plan), unknown: [] };
  const unknown = naming.filter(({ word }) => /^\p{Lu}\p{Ll}/u.test(word)).map(({ word }) => word);
  return { plans: unknown.length > 0 ? [] : [...plans], unknown };
}

function namesOf(plan: PaperDocument): string[] {
  const { title, path } = plan.document;
  return [title ?? "", path.replace(/[_/.-]/gu, " "), ...valuesOf(plan, "planName")];
}
