import type { CorpusText } from "../suite.ts";

/** Something that ranks: filled with the texts once, then asked. */
export interface Target {
  name: string;
  /** What it is and how it is set, for the report: versions, analysers, models. */
  about: string;
  /** Ids of texts, best first, each once; at least `limit` of them where it finds so many. */
  search(question: string, limit: number): Promise<string[]>;
  close(): Promise<void>;
}

/** @param store a folder that is kept from run to run, for what is dear to build */
export type OpenTarget = (texts: readonly CorpusText[], store: string) => Promise<Target>;

/** Title and text as one, which is how peers without fields are given them. */
export function wholeText({ title, text }: CorpusText): string {
  return title ? `${title}\n\n${text}` : text;
}
