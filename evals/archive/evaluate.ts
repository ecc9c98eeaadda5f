import type { Draft } from "../../src/core/draft.ts";
import type { GroundTruth, QuestionTruth } from "../../data/generator/ground-truth.ts";
import { type Score, scoreDraft } from "./score.ts";

export interface Asked {
  question: QuestionTruth;
  /** Absent when the ask ended in an error. */
  draft?: Draft;
  error?: unknown;
  score: Score;
  /** Wall clock of the ask, inside a warm process. */
  milliseconds: number;
}

const nothingRight: Score = { correct: false, outcomeRight: false, valuesRight: false, sourceRight: false, wrong: [] };

/** Asks every question of the ground truth, one after the other, and scores each draft. An error is a draft that is all wrong. */
export async function evaluate(
  truth: Pick<GroundTruth, "questions">,
  ask: (question: string) => Promise<Draft>,
  onProgress?: (done: number, total: number) => void,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const question of truth.questions) {
    const before = performance.now();
    const outcome = await ask(question.question).then(
      (draft) => ({ draft, score: scoreDraft(draft, question.expect) }),
      (error: unknown) => ({ error, score: nothingRight }),
    );
    asked.push({ question, ...outcome, milliseconds: performance.now() - before });
    onProgress?.(asked.length, truth.questions.length);
  }
  return asked;
}
