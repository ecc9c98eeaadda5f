import { type CaseFile, ask, factKey } from "../cases/file.ts";
import { bothStyles, nameForms, numbers, outcomeWords } from "../cases/questions/forms.ts";
import type { DecisionModel, QuestionDraft } from "../model.ts";
import type { Party } from "../people.ts";
import { addDays, dateDots, dateForms, dateLong, numberForms } from "../polish.ts";
import type { Rng } from "../rng.ts";

interface StatusAsked {
  /** Asked some weeks after this decision, when it was final. */
  on: DecisionModel;
  /** Of this decision, which came later, an answer says nothing. */
  before?: DecisionModel;
  /** What an answer tells: who held the permit, what was done to it, or since when it is final. */
  tells: { holder: Party } | { act: DecisionModel; file: CaseFile; paper: string } | { final: true };
}

/** Was the decision in force on a day: what had happened to it by then, and nothing that came after. */
export function askStatus(rng: Rng, base: CaseFile, decision: DecisionModel, { on, before, tells }: StatusAsked): void {
  const day = addDays(on.date, 75);
  const short = numberForms(decision.number).at(-1) ?? decision.number;
  const { values, sources } = told(base, decision, tells);
  ask(
    base,
    ...bothStyles(
      rng,
      [`czy dec ${short} obowiazywala ${dateDots(day)}`, `status ${decision.number} na dzien ${dateDots(day)}`],
      [
        `Czy decyzja nr ${decision.number} obowiązywała w dniu ${dateLong(day)}?`,
        `Jaki był stan decyzji nr ${decision.number} na dzień ${dateLong(day)}?`,
      ],
      {
        family: "status-on-date",
        outcome: "answered",
        sources,
        values,
        forbidden: before ? numbers(before.number) : [],
        why: "What had happened by that day counts, not what was decided first and not what came after.",
      },
    ),
  );
}

function told(
  base: CaseFile,
  decision: DecisionModel,
  tells: StatusAsked["tells"],
): Pick<QuestionDraft, "values" | "sources"> {
  const own = [{ fact: factKey(base, "decyzja", "outcome") }, { fact: factKey(base, "decyzja", "finality") }];
  if ("holder" in tells) return { values: [nameForms(tells.holder.name)], sources: own.slice(0, 1) };
  if ("final" in tells) return { values: [dateForms(decision.finalOn ?? "")], sources: own };
  const { act, file, paper } = tells;
  return {
    values: [numberForms(act.number), outcomeWords(act.outcome)],
    sources: [{ fact: factKey(file, paper, "outcome") }],
  };
}
