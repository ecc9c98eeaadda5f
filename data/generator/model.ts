import type { Outcome } from "../../src/core/outcome.ts";
import type { ConflictTruth, Family, ParcelTruth } from "./ground-truth.ts";
import type { Paper } from "./paper/blocks.ts";
import type { Designer, Party } from "./people.ts";
import type { Rng } from "./rng.ts";
import type { Town } from "./town.ts";

/** What is built, and how official papers name it. */
export interface Works {
  /** Nominative, as a register names it: „budowa budynku mieszkalnego jednorodzinnego”. */
  name: string;
  /** Genitive: „budowy budynku mieszkalnego jednorodzinnego”. */
  genitive: string;
  /** Accusative, after „na”: „budowę budynku mieszkalnego jednorodzinnego”. */
  accusative: string;
  /** The object alone, nominative: „budynek mieszkalny jednorodzinny”. */
  object: string;
  /** Category of the building object: Roman numeral. */
  category: string;
  /** Cubic metres; absent where the works have none (a fence, a pipe). */
  volume?: number;
  /** Ridge height in metres, and storeys above ground, of buildings. */
  height?: number;
  storeys?: number;
  /** Footprint in square metres. */
  footprint?: number;
}

export interface Site {
  street: string;
  house: string;
  parcels: ParcelTruth[];
}

/** One decision or order, whichever authority gave it. */
export interface DecisionModel {
  /** Unique in the archive. */
  key: string;
  /** As printed in full: `614/2014`; of some authorities it is the case signature. */
  number: string;
  /** Day of issue, ISO. */
  date: string;
  /** Nominative, as printed: „Starosta Jodłowski”. */
  authority: string;
  outcome: Outcome;
  /** Day from which a stamp calls it final, ISO; absent when no paper tells. */
  finalOn?: string;
  /** Keys of the decisions that it changes, transfers, repeals or reviews. */
  refersTo: string[];
  /** Where its paper lies, inside `archive/`. */
  path: string;
}

export type CaseKind =
  | "permit"
  | "planning" // WZ
  | "notification"
  | "occupancy"
  | "replacement" // projekt zamienny, PB 36a
  | "transfer" // PB 40
  | "repeal"
  | "expiry"
  | "letter";

/** All that registers, plans and questions need to know of one case. */
export interface CaseModel {
  key: string;
  kind: CaseKind;
  /** As printed on its papers, with initials. */
  signature: string;
  /** Number of the application in the office's own journal: `42298/2014`. */
  applicationNumber: string;
  applicationDate: string;
  works: Works;
  site: Site;
  applicant: Party;
  designer: Designer;
  decisions: DecisionModel[];
  /** Paths of all its papers, in the order of their dates. */
  papers: string[];
  /** True when no register row may be made of it (a question depends on its absence). */
  unregistered?: boolean;
}

/** Where an answer stands: a fact by its key, a register's rows by theirs, or a page outright. */
export type SourceDraft = { fact: string } | { row: string } | { document: string; page: number };

/** A question before layout has told the pages. */
export interface QuestionDraft {
  family: Family;
  style: "shorthand" | "sentence";
  question: string;
  outcome: "answered" | "not_found" | "needs_clarification";
  sources: SourceDraft[];
  all?: boolean;
  /** See `questionTruthSchema.expect.values`. */
  values: string[][];
  forbidden: string[];
  why?: string;
}

/** `fact`: the place of the trap; its page comes from the layout. */
export interface TrapDraft {
  name: string;
  document: string;
  fact?: string;
  page?: number;
  note: string;
}

/** A local plan, as far as decisions and questions about other papers need it. */
export interface PlanModel {
  key: string;
  /** As printed: `XXIV/187/2006`. */
  resolution: string;
  /** ISO days. */
  passedOn: string;
  inForceFrom: string;
  /** Day on which a newer plan took its place. */
  inForceUntil?: string;
  /** „Dz. Urz. Woj. Podleśnego Nr 84, poz. 1203”. */
  journal: string;
  /** Name of the area: „Zarzecze Północ”. */
  name: string;
  precinct: string;
  areas: { symbol: string; use: string; maxHeight?: number; maxStoreys?: number }[];
}

/** A part of the archive, written by one maker. */
export interface Chapter {
  papers: Paper[];
  cases: CaseModel[];
  questions: QuestionDraft[];
  traps: TrapDraft[];
  notCovered: string[];
}

interface PlansChapter extends Chapter {
  plans: PlanModel[];
}

export interface RegisterFile {
  /** File name inside `registers/`. */
  name: string;
  bytes: Uint8Array;
  /** Key of a row (case or decision key) → data rows, 1 = first after the header. Keys are unique over all files. */
  rows: Map<string, number[]>;
}

/** `fact`: the fact whose quote holds the document's value; `row`: key of the register row. */
export interface ConflictDraft {
  field: ConflictTruth["field"];
  signature: string;
  row: string;
  registerValue: string;
  fact: string;
  documentValue: string;
}

/** `fact`: the fact whose quote holds the decision's value; `other`: the paper that tells otherwise, on its first page. */
export interface PaperConflictDraft {
  field: Exclude<ConflictTruth["field"], "outcome">;
  signature: string;
  fact: string;
  documentValue: string;
  other: { document: string; value: string };
}

interface RegisterChapter {
  files: RegisterFile[];
  questions: QuestionDraft[];
  conflicts: ConflictDraft[];
  notCovered: string[];
}

/**
 * The makers run in this order, each with an rng of its own: plans, cases (which cite the plans), then whatever
 * builds on the cases (designs, traps), and the registers last, over the cases of all chapters.
 */
export type PlansMaker = (town: Town, rng: Rng) => PlansChapter;
export type CasesMaker = (town: Town, rng: Rng, plans: PlanModel[]) => Chapter;
export type SequelMaker = (town: Town, rng: Rng, cases: CaseModel[], plans: PlanModel[]) => Chapter;
export type RegistersMaker = (town: Town, rng: Rng, cases: CaseModel[]) => RegisterChapter;
