import { nameStems } from "../../../src/core/identity/inflection.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import type { Plan } from "./plan-document.ts";

/** Words that stand in the name of every plan. */
const every = new Set(
  nameStems(
    "uchwała uchwały nr rady miejskiej gminy miasta w sprawie miejscowego miejscowy plan planu planie mpzp zagospodarowania przestrzennego terenu " +
      "obszaru dla obejmującego rejonie rejon ulicy ulic osiedla osiedle części położonego zwany dalej zmiana zmiany zmianie wypis wyrys z",
  ),
);

/**
 * The plans that the question names by number or by words of their title; all of them when it names none. Words that
 * no plan bears are left to the sentences: they have to speak of them, or the question has no answer.
 */
export function choosePlans(plans: readonly Plan[], asked: Understanding, words: readonly string[]): Plan[] {
  const [resolution] = asked.resolutions;
  if (resolution) return plans.filter(({ number }) => number === resolution);
  const naming = words
    .map((word) => nameStems(word).filter((stem) => !every.has(stem)))
    .filter((stems) => stems.length > 0);
  const scored = plans.map((plan) => ({
    plan,
    hits: naming.filter((stems) => stems.every((stem) => plan.nameStems.has(stem))).length,
  }));
  const best = Math.max(0, ...scored.map(({ hits }) => hits));
  const chosen = best > 0 ? scored.filter(({ hits }) => hits === best).map(({ plan }) => plan) : [...plans];
  const amendments = chosen.filter(({ isAmendment }) => isAmendment);
  return amendments.length > 0 && /zmian|zmieni/u.test(foldDiacritics(asked.question)) ? amendments : chosen;
}
