import { deepest, type QuestionScores, scoreRanking } from "./metrics.ts";
import type { Question } from "./suite.ts";
import type { Target } from "./targets/target.ts";

export interface Asked {
  question: Question;
  ranked: string[];
  scores: QuestionScores;
  milliseconds: number;
}

/** Asks all questions, one after the other. What fails ends the run: a target that is down has no figures. */
export async function askAll(target: Target, questions: readonly Question[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const question of questions) {
    const before = performance.now();
    const ranked = (await target.search(question.text, deepest)).slice(0, deepest);
    const milliseconds = performance.now() - before;
    asked.push({ question, ranked, scores: scoreRanking(ranked, question), milliseconds });
  }
  return asked;
}
