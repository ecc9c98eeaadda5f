import type { Understanding } from "../../../src/core/question/understanding.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import type { Evidence, Sentence } from "../state.ts";
import { coverage, wordsInFocus } from "./focus.ts";
import { choosePlans } from "./plan-choice.ts";
import { holdsOn, type Plan, repeals } from "./plan-document.ts";
import { inForceFirst, plansOn } from "./plans.ts";
import type { Recorder } from "./recorder.ts";

/** Which plan holds, since when, and what took it out of force: on the day asked for, or each in turn. */
export async function collectPlans(asked: Understanding, recorder: Recorder): Promise<Evidence[]> {
  const words = wordsInFocus(asked);
  const all = await plansOn(
    [asked.question, "uchwała w sprawie miejscowego planu zagospodarowania przestrzennego"],
    recorder,
  );
  const resolutions = all.filter(({ number }) => number !== undefined);
  const named = choosePlans(resolutions, asked, words).filter((plan) => isMeant(plan, words, asked));
  const [day] = asked.dates;
  const plans = inForceFirst(day ? named.filter((plan) => holdsOn(plan, day, resolutions)) : named);
  return plans.flatMap((plan) => [
    ...titleOf(plan),
    ...told(plan, "force", plan.inForce?.sentence),
    ...resolutions.flatMap((other) => repealOf(plan, other)),
  ]);
}

/** Every word of the question that names a place has to be the plan's; an area has to be one of its. */
function isMeant(plan: Plan, words: readonly string[], { areaSymbols }: Understanding): boolean {
  const title = `${plan.title?.text ?? ""} ${plan.sentences
    .slice(0, 30)
    .map(({ text }) => text)
    .join(" ")}`;
  const hasArea = areaSymbols.every((symbol) => plan.sentences.some(({ areas }) => areas.includes(symbol)));
  return (
    hasArea &&
    coverage(
      words.filter((word) => !/^(?:uchyl|utrac|strac|zastap|trac)/u.test(foldDiacritics(word))),
      title,
    ) === 1
  );
}

function titleOf(plan: Plan): Evidence[] {
  return plan.title ? [{ ...plan.title, role: "plan", weight: 5 }] : [];
}

function told(plan: Plan, role: "force", sentence: Sentence | undefined): Evidence[] {
  return sentence ? [{ ...sentence, role, weight: 4, ...(plan.number ? { plan: plan.number } : {}) }] : [];
}

/** The sentence of the other plan that ended this one. */
function repealOf(plan: Plan, other: Plan): Evidence[] {
  if (!repeals(other, plan)) return [];
  const repeal = other.repeals.find(({ numbers }) => numbers.includes(plan.number ?? ""));
  return told(other, "force", repeal?.sentence);
}
