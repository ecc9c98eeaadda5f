import type { OpenedSuite } from "../suite.ts";

/** Something that ranks: filled with the texts of a suite once, then asked. */
export interface Target {
  name: string;
  /** What it is and how it is set, for the report: versions, analysers, models. */
  about: string;
  /** Ids of texts, best first, each once; at least `limit` of them where it finds so many. */
  search(question: string, limit: number): Promise<string[]>;
  close(): Promise<void>;
}

/** @param store a folder that may be kept from run to run, for what is dear to build */
export type OpenTarget = (suite: OpenedSuite, store: string) => Promise<Target>;
