import { z } from "zod";
import { documentRefSchema } from "./document.ts";
import { registerFormats, registerRowRefSchema } from "./permit.ts";

/** The draft: the one JSON that CLI, HTTP, desk and evaluators share. Grows by addition only. */

const verdicts = ["supported", "contradicted", "unsupported", "abstained"] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

/** A stable code for programs and a Polish sentence that names the word or figure at fault. */
export const reasonSchema = z.object({ code: z.string(), detail: z.string() });
export type Reason = z.infer<typeof reasonSchema>;

const passageCitationSchema = z.object({
  kind: z.literal("passage"),
  document: documentRefSchema,
  page: z.int().positive(),
  /** For a quote over a page turn; `end` is then an offset into that page. */
  endPage: z.int().positive().optional(),
  quote: z.string(),
  /** UTF-16 offsets, half open, into the page's canonical text. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  pageTextSha256: z.string(),
  /** Set with `endPage`. */
  endPageTextSha256: z.string().optional(),
  headingPath: z.array(z.string()),
});
const registerCitationSchema = z.object({
  kind: z.literal("register"),
  register: z.object({ name: z.string(), sha256: z.string() }),
  rows: z.array(registerRowRefSchema).min(1),
  /** The cited columns by the register's own names. */
  fields: z.record(z.string(), z.string()),
});
const lawCitationSchema = z.object({
  kind: z.literal("law"),
  act: z.string(),
  unit: z.string(),
  edition: z.string().optional(),
  repealed: z.boolean(),
  quote: z.string().optional(),
});
export const derivedOps = ["count", "list", "absent", "compare", "status"] as const;
const derivedCitationSchema = z.object({
  kind: z.literal("derived"),
  op: z.enum(derivedOps),
  /** What was counted or listed, in words: `documents of AB.6740.1.234.2018`. */
  over: z.string(),
  get inputs(): z.ZodArray<typeof citationSchema> {
    return z.array(citationSchema);
  },
});
export const citationSchema = z.discriminatedUnion("kind", [
  passageCitationSchema,
  registerCitationSchema,
  lawCitationSchema,
  derivedCitationSchema,
]);
export type PassageCitation = z.infer<typeof passageCitationSchema>;
export type RegisterCitation = z.infer<typeof registerCitationSchema>;
export type LawCitation = z.infer<typeof lawCitationSchema>;
export type DerivedCitation = z.infer<typeof derivedCitationSchema>;
export type Citation = z.infer<typeof citationSchema>;

const claimSchema = z.object({
  id: z.string(),
  text: z.string(),
  verdict: verdictSchema,
  reasons: z.array(reasonSchema),
  citations: z.array(citationSchema),
});
export type Claim = z.infer<typeof claimSchema>;

export const conflictSchema = z.object({
  field: z.string(),
  values: z.array(z.object({ value: z.string(), citation: citationSchema })).min(2),
});
export type Conflict = z.infer<typeof conflictSchema>;

const nearestSchema = z.object({
  document: documentRefSchema,
  page: z.int(),
  text: z.string(),
  /** Why it does not answer, in Polish. */
  why: z.string(),
});
/** A register that was asked, whether or not it held anything: silence means something else in each (DESIGN §5, rule 8). */
const askedRegisterSchema = z.object({
  name: z.string(),
  format: z.enum(registerFormats),
  authority: z.string().optional(),
  /** Cases in the whole register, and the first and last day of their decisions. */
  cases: z.int(),
  from: z.string().optional(),
  to: z.string().optional(),
  /** What the register holds, and what its silence does not prove; in Polish. */
  note: z.string(),
  /** What a row of it does not prove; in Polish, shown beside each claim that cites one. */
  rowNote: z.string(),
});
export type AskedRegister = z.infer<typeof askedRegisterSchema>;
const searchProofSchema = z.object({
  queries: z.array(z.string()),
  tools: z.array(z.string()),
  documentsSearched: z.int(),
  /** Present whenever registers were asked; empty when none has been imported. */
  registers: z.array(askedRegisterSchema).optional(),
  nearest: z.array(nearestSchema),
  unreadable: z.array(z.object({ document: documentRefSchema, page: z.int().optional(), reason: z.string() })),
  /** What would have to be known to say more, what is missing, what another authority keeps: Polish sentences. */
  open: z.array(z.string()).optional(),
});
export type SearchProof = z.infer<typeof searchProofSchema>;

export const draftStatuses = [
  "running",
  "awaiting_approval",
  "approved",
  "rejected",
  "superseded",
  "cancelled",
  "failed",
  "revoked",
] as const;
export const draftStatusSchema = z.enum(draftStatuses);
export type DraftStatus = z.infer<typeof draftStatusSchema>;
const draftOutcomes = ["answered", "partly_answered", "not_found", "needs_clarification"] as const;
const draftOutcomeSchema = z.enum(draftOutcomes);
export type DraftOutcome = z.infer<typeof draftOutcomeSchema>;
export const originSchema = z.enum(["desk", "api", "cli", "eval"]);
export type Origin = z.infer<typeof originSchema>;

const clarificationSchema = z.object({ question: z.string(), choices: z.array(z.string()) });

const madeSchema = z.object({
  /** Fingerprint of the archive's current document versions and register editions. */
  archive: z.string(),
  /** Analyser and embedding model of the passage index. */
  index: z.string(),
  software: z.string(),
  model: z.string().optional(),
  prompt: z.string().optional(),
  /** Made over the sample archive: town, cases and persons are fiction. */
  sample: z.literal(true).optional(),
});

export const draftSchema = z.object({
  id: z.string(),
  question: z.string(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  askedBy: z.string(),
  origin: originSchema,
  supersedes: z.string().optional(),
  hash: z.string(),
  status: draftStatusSchema,
  outcome: draftOutcomeSchema,
  /** Supported ones only. */
  claims: z.array(claimSchema),
  withheld: z.array(claimSchema),
  conflicts: z.array(conflictSchema),
  clarification: clarificationSchema.optional(),
  search: searchProofSchema,
  labels: z.array(z.string()),
  made: madeSchema,
  /** Why it failed or was rejected, in Polish. */
  note: z.string().optional(),
});
export type Draft = z.infer<typeof draftSchema>;

export const answerSchema = z.object({
  id: z.string(),
  question: z.string(),
  /** With no claims it says why: nothing was found, or the question fits several things. */
  outcome: draftOutcomeSchema,
  clarification: clarificationSchema.optional(),
  claims: z.array(claimSchema),
  conflicts: z.array(conflictSchema),
  search: searchProofSchema,
  hash: z.string(),
  approvedBy: z.string(),
  approvedAt: z.string(),
  sourcesChanged: z.boolean(),
  labels: z.array(z.string()),
});
export type Answer = z.infer<typeof answerSchema>;
