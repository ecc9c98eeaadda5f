import type { PlansMaker } from "../model.ts";
import { drawPlans } from "./draw-plans.ts";
import { planPapers, planPath } from "./papers.ts";
import { planQuestions } from "./questions.ts";

/** Local plans: one in running text with its amendment, one in tables, the older one it replaced, one in two columns. */
export const makePlans: PlansMaker = (town, rng) => {
  const plans = drawPlans(town, rng.fork("draw"));
  const { text, tables, old, columns, amendment } = plans;
  const trap = (name: string, document: string, note: string, fact?: string) => ({
    name,
    document,
    note,
    ...(fact ? { fact } : {}),
  });
  return {
    papers: planPapers(town, rng.fork("papers"), plans),
    cases: [],
    plans: [text, tables, old, columns],
    questions: planQuestions(town, rng.fork("questions"), plans),
    traps: [
      trap("same-symbol", planPath(tables), "3MN stands in three plans with other values", `${tables.key}.3MN.height`),
      trap("superseded-plan", planPath(old, "html-word"), "A newer plan took its place"),
      trap("wrong-metadata", planPath(old, "html-word"), "The title of the file names another resolution"),
      trap("two-columns", planPath(columns), "Set in two columns from the second page on"),
      trap("amendment", planPath(amendment), "Changes one height and leaves all else", `${amendment.key}.1U.height`),
    ],
    notCovered: [
      "Rysunki planów miejscowych (załączniki graficzne) nie zostały przekazane do archiwum; są tylko teksty uchwał.",
    ],
  };
};
