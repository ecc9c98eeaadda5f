import type { FoundPassage } from "../../tools/search-passages.ts";

/** A text that a search may bring: a paragraph, a unit of an act, a page. */
export interface CorpusText {
  id: string;
  title?: string;
  text: string;
}

/** Title and text as one, for whoever knows no fields. */
export function wholeText({ title, text }: CorpusText): string {
  return title ? `${title}\n\n${text}` : text;
}

export interface Question {
  id: string;
  text: string;
  /** Texts that answer it, by id, with their grade: 1 and more, larger is better. Never empty. */
  relevant: ReadonlyMap<string, number>;
  /** How many of them suffice; absent: all are wanted. */
  enough?: number;
  /** What sort of question it is, where a data set tells: scores are told by it as well. */
  sort?: string;
  /** Questions of one group are in the same half (half.ts); one without a group is in both. */
  group?: string;
}

/** Texts and the questions asked of them, as a data set has them. */
export interface Suite {
  name: string;
  texts: readonly CorpusText[];
  questions: readonly Question[];
}

/** What all targets of a run are given. */
export interface OpenedSuite extends Suite {
  /** How Teczka gets the texts: as files, since it reads and splits them itself. */
  intake: Intake;
}

export interface Intake {
  /** Of all that is taken in: a store that was filled with the same is used again. */
  digest: string;
  /** The folder that the files are in; they may be put into `work` first. */
  files(work: string): Promise<string>;
  /** Ids of the texts that a passage stands in. */
  textsOf(passage: FoundPassage): string[];
}

/**
 * Puts data sets together, so that the texts of one are distractors to the questions of another. Equal texts become
 * one, the first, since no ranking can tell them apart; what answered by any of them is answered by that one.
 */
export function joinSuites(parts: readonly Suite[]): Suite {
  const idOf = new Map<string, string>();
  const texts: CorpusText[] = [];
  const kept = new Map<string, string>();
  for (const [part, { texts: own }] of parts.entries()) {
    for (const { id, title, text } of own) {
      const content = `${title ?? ""}\n${text}`;
      const first = kept.get(content);
      const unique = first ?? String(texts.length);
      if (first === undefined) {
        kept.set(content, unique);
        texts.push({ id: unique, ...(title ? { title } : {}), text });
      }
      idOf.set(`${part} ${id}`, unique);
    }
  }
  const questions = parts.flatMap(({ questions }, part) =>
    questions.map((question) => ({ ...question, relevant: renamed(question, (id) => idOf.get(`${part} ${id}`)) })),
  );
  return { name: parts.map(({ name }) => name).join(" + "), texts, questions };
}

function renamed(
  { id: question, relevant }: Question,
  nameOf: (id: string) => string | undefined,
): Map<string, number> {
  const grades = new Map<string, number>();
  for (const [id, grade] of relevant) {
    const name = nameOf(id);
    if (name === undefined) throw new RangeError(`question ${question} is answered by ${id}, which is no text`);
    grades.set(name, Math.max(grade, grades.get(name) ?? 0));
  }
  return grades;
}
