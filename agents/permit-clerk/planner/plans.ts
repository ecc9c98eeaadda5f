import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { Evidence, Sentence } from "../state.ts";
import { wordsInFocus } from "./focus.ts";
import { choosePlans } from "./plan-choice.ts";
import { holdsOn, type Plan, readPlan } from "./plan-document.ts";
import { generalRulesOf, parametersOf } from "./plan-parameters.ts";
import type { Recorder } from "./recorder.ts";

const planKinds = ["local_plan", "plan_extract"] as const;
const mostPlans = 12;

/** Plans that speak of the words, read whole. */
export async function plansOn(queries: readonly string[], recorder: Recorder): Promise<Plan[]> {
  const documents = new Map<string, { id: string; path: string }>();
  for (const query of queries) {
    const found = await recorder.search({ query, kinds: [...planKinds], limit: 60 });
    for (const { document } of found) documents.set(document.id, document);
  }
  const plans: Plan[] = [];
  for (const document of [...documents.values()].slice(0, mostPlans)) plans.push(await readPlan(document, recorder));
  return plans;
}

/** What the plans that are meant say of the asked areas; the newest first. */
export async function collectAreas(asked: Understanding, recorder: Recorder): Promise<Evidence[]> {
  const spaced = asked.areaSymbols.map((symbol) => symbol.replace(/^(\d+)(\p{L})/u, "$1.$2"));
  const all = await plansOn([[...asked.areaSymbols, ...spaced].join(" "), asked.question], recorder);
  const [day] = asked.dates;
  const holding = day ? all.filter((plan) => holdsOn(plan, day, all)) : all;
  const plans = inForceFirst(choosePlans(holding, asked, wordsInFocus(asked)));
  const found = plans.flatMap((plan) =>
    asked.areaSymbols.flatMap((symbol) => withPlan(plan, parametersOf(plan, symbol, asked))),
  );
  return found;
}

/** What the plan says on the day asked for comes first: its amendment before its own text. */
export function inForceFirst(plans: readonly Plan[]): Plan[] {
  return [...plans].sort((a, b) => (b.inForce?.date ?? "").localeCompare(a.inForce?.date ?? ""));
}

function withPlan({ title, number, amends }: Plan, found: readonly Evidence[]): Evidence[] {
  const plan = number ?? shortTitle(title);
  const planName = [number && `uchwała nr ${number}`, shortTitle(title)].filter(Boolean).join(" – ");
  return found.map((one) => ({ ...one, plan, planName, planGroup: amends ?? plan }));
}

function shortTitle(title: Sentence | undefined): string {
  const text = title?.text.replace(/\s+/gu, " ") ?? "";
  return text.slice(Math.max(0, text.search(/w sprawie/iu))).slice(0, 160);
}

/** A rule for the whole plan, of a plan that is named by its title. */
export async function collectFromPlans(asked: Understanding, recorder: Recorder): Promise<Evidence[]> {
  const words = wordsInFocus(asked);
  const all = await plansOn([asked.question], recorder);
  const chosen = choosePlans(all, asked, words);
  // Words that narrow nothing down name no plan.
  if (chosen.length === all.length && all.length > 1) return [];
  return inForceFirst(chosen).flatMap((plan) => withPlan(plan, generalRulesOf(plan, asked)));
}
