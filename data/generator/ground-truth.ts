import { z } from "zod";
import { documentKinds } from "../../src/core/document.ts";
import { statusCodes } from "../../src/core/history/model.ts";
import { outcomes } from "../../src/core/outcome.ts";

/**
 * What is true of a generated archive. The generator knows it because it wrote the papers: nothing here was read back
 * by the software under test. This schema is the documentation of `ground-truth.json`.
 */

/** A parcel as the cadastre knows it; `sheet` is the number of the map sheet (AM-28). */
const parcelTruthSchema = z.object({
  number: z.string(),
  sheet: z.int().optional(),
  precinct: z.string().optional(),
});
export type ParcelTruth = z.infer<typeof parcelTruthSchema>;

const documentTruthSchema = z.object({
  /** Inside `archive/`, with `/`. */
  path: z.string(),
  kind: z.enum(documentKinds),
  title: z.string(),
  /** PDF pages; HTML and text files have one. */
  pages: z.int().positive(),
  /** Case signature the paper bears, as printed. */
  signature: z.string().optional(),
  /** Decision (or resolution) number as printed in full: `614/2014`. */
  number: z.string().optional(),
  /** Who issued it. */
  authority: z.string().optional(),
  /** Issue date, ISO. */
  date: z.iso.date().optional(),
  parcels: z.array(parcelTruthSchema),
  address: z.string().optional(),
  outcome: z.enum(outcomes).optional(),
  /** Pages with no usable text layer, counted from 1. */
  unreadablePages: z.array(z.int().positive()).optional(),
  /** Path of the file with the same bytes. */
  duplicateOf: z.string().optional(),
  /** Names of the traps that this file carries; see `traps`. */
  traps: z.array(z.string()).optional(),
});
export type DocumentTruth = z.infer<typeof documentTruthSchema>;

const factTruthSchema = z.object({
  /** Stable inside one archive; questions are made of facts. */
  id: z.string(),
  document: z.string(),
  /** Page on which the quote begins, counted from 1. */
  page: z.int().positive(),
  /** Set when the quote runs over the page turn. */
  endPage: z.int().positive().optional(),
  /** Characters of the quote that stand before the page turn. */
  splitAt: z.int().positive().optional(),
  /** Contiguous text as a reader of the page sees it, white space folded; a whole cell for tables. */
  quote: z.string(),
  /** Head of the table row and column that the cell belongs to. */
  row: z.string().optional(),
  column: z.string().optional(),
  /** False when the text layer does not hold the quote (scan, missing map to Unicode): only the eye reads it. */
  readable: z.boolean(),
  /** What the sentence tells: `outcome`, `finality`, `height` … */
  kind: z.string(),
  /** Normalised: ISO date, figure with unit, `614/2014`, an outcome. */
  value: z.string(),
});
export type FactTruth = z.infer<typeof factTruthSchema>;

/** Where an answer may stand: a page of a document, or a data row (1 = first after the header) of a register file. */
const sourceSchema = z.union([
  z.object({ document: z.string(), page: z.int().positive() }),
  z.object({ register: z.string(), row: z.int().positive() }),
]);
export type SourceTruth = z.infer<typeof sourceSchema>;

/** Rows of DOMAIN's table of questions, and the kinds beside it. */
const families = [
  "permit-on-parcel",
  "decision-number",
  "case-documents",
  "finality",
  "expiry",
  "transfer",
  "replacement-design",
  "objection-term",
  "plan-parameter",
  "plan-at-date",
  "planning-decision",
  "refusal-ground",
  "neighbour-party",
  "call-deficiencies",
  "category-volume",
  "monument-agreement",
  "occupancy",
  "look-up",
  "general",
  "register-only",
  "document-list",
  "history",
  "status-on-date",
  "unanswerable",
] as const;
export type Family = (typeof families)[number];

const questionTruthSchema = z.object({
  id: z.string(),
  family: z.enum(families),
  /** An officer's shorthand without diacritics, or a whole sentence. */
  style: z.enum(["shorthand", "sentence"]),
  question: z.string(),
  expect: z.object({
    outcome: z.enum(["answered", "not_found", "needs_clarification"]),
    /** Any one suffices unless `all`. Empty when there is no answer. */
    sources: z.array(sourceSchema),
    all: z.boolean().optional(),
    /** Each inner list: alternatives, one of which must appear in a supported claim (lower case, white space folded). */
    values: z.array(z.array(z.string())),
    /** What only a wrong claim would hold: the neighbour's number, the other plan's height. */
    forbidden: z.array(z.string()),
  }),
  /** Why the answer is absent or ambiguous, or what the trap is. */
  why: z.string().optional(),
});
export type QuestionTruth = z.infer<typeof questionTruthSchema>;

const placedValueSchema = z.object({ path: z.string(), page: z.int().positive(), value: z.string() });

/** A planted contradiction between the paper of a decision and a register, or another paper. Neither is declared right. */
const conflictTruthSchema = z.object({
  field: z.enum(["number", "date", "parcel", "investor", "outcome", "category", "volume", "address"]),
  signature: z.string(),
  /** Exactly one of `register` and `other` is there. */
  register: z.object({ file: z.string(), row: z.int().positive(), value: z.string() }).optional(),
  other: placedValueSchema.optional(),
  document: placedValueSchema,
});
export type ConflictTruth = z.infer<typeof conflictTruthSchema>;

/** Where a decision stood on a day, by what the papers tell and nothing else; the codes are those of core/history. */
const statusTruthSchema = z.object({
  number: z.string(),
  date: z.iso.date(),
  authority: z.string(),
  on: z.iso.date(),
  status: z.enum(statusCodes),
});
export type StatusTruth = z.infer<typeof statusTruthSchema>;

const historyTruthSchema = z.object({
  /** Parcels with more than one decision, or that came of a division: all decisions, in the order of their days. */
  properties: z.array(
    z.object({
      parcel: parcelTruthSchema,
      /** Of which it was a part, as a paper says. */
      formers: z.array(parcelTruthSchema),
      decisions: z.array(z.object({ number: z.string(), date: z.iso.date() })),
    }),
  ),
  /** Planted: a decision that the one of number `by` changes, and that the archive does not hold. */
  missing: z.array(z.object({ number: z.string(), date: z.iso.date(), by: z.string() })),
  /** Planted: days on which a case's log names a paper that is not there. */
  gaps: z.array(z.object({ signature: z.string(), day: z.iso.date() })),
});
export type HistoryTruth = z.infer<typeof historyTruthSchema>;

const trapTruthSchema = z.object({
  name: z.string(),
  document: z.string(),
  page: z.int().positive().optional(),
  note: z.string(),
});
export type TrapTruth = z.infer<typeof trapTruthSchema>;

export const groundTruthSchema = z.object({
  seed: z.int(),
  /** Made-up town. */
  town: z.string(),
  authority: z.string(),
  documents: z.array(documentTruthSchema),
  facts: z.array(factTruthSchema),
  questions: z.array(questionTruthSchema),
  conflicts: z.array(conflictTruthSchema),
  traps: z.array(trapTruthSchema),
  statuses: z.array(statusTruthSchema),
  histories: historyTruthSchema,
  /** What the archive does not cover, in sentences an officer can read. */
  notCovered: z.array(z.string()),
});
export type GroundTruth = z.infer<typeof groundTruthSchema>;
