import { z } from "zod";
import { documentKinds, documentRefSchema } from "../document.ts";
import { outcomes } from "../outcome.ts";
import { registerFormats, registerRowRefSchema } from "../permit.ts";

/** What is told of a property, and where each piece stands. Days are ISO; what a source leaves out is left out here. */

const paperSourceSchema = z.object({
  kind: z.literal("paper"),
  document: documentRefSchema,
  page: z.int().positive(),
  /** UTF-16 offsets into the page's canonical text, half open. */
  start: z.int(),
  end: z.int(),
  quote: z.string(),
});
const rowSourceSchema = z.object({
  kind: z.literal("row"),
  register: z.string(),
  format: z.enum(registerFormats),
  rows: z.array(registerRowRefSchema).min(1),
});
const sourceSchema = z.discriminatedUnion("kind", [paperSourceSchema, rowSourceSchema]);
export type Source = z.infer<typeof sourceSchema>;

/** Where a decision stands on a day. Each but the first three rests on a paper or row that says so. */
export const statusCodes = [
  "undated", // no source tells its day: nothing can be said of a day
  "not_issued", // not yet on that day
  "not_a_decision", // silence, or a certificate of it, on a notification (PB art. 30): nothing that becomes final
  "finality_unknown", // issued; nothing here tells whether it had become final
  "not_final", // issued, and final later
  "appealed", // an appeal is here, its result not before that day
  "final",
  "stayed", // wstrzymano wykonanie (KPA art. 152, 159)
  "partly_ended", // uchylona, nieważna albo wygasła w części; or a decision on it that decides two things: to be read
  "sent_back", // uchylono i przekazano do ponownego rozpatrzenia (KPA art. 138 § 2)
  "replaced", // uchylono i orzeczono inaczej, uchylono i umorzono (KPA art. 138 § 1 pkt 2)
  "repealed",
  "expired", // wygaśnięcie stwierdzono (PB art. 37, KPA art. 162): stated, never computed
  "annulled", // KPA art. 156, 158
] as const;
export type StatusCode = (typeof statusCodes)[number];

/** What happened to a decision up to the day asked for. */
const stepSchema = z.object({
  code: z.enum([
    "issued",
    "final",
    "appeal_filed",
    "upheld",
    "transferred",
    "amended",
    "corrected",
    "challenge_failed", // odmowa uchylenia, zmiany, stwierdzenia nieważności: the decision stands
    "breach_found", // wydana z naruszeniem prawa: the decision stands
    "stayed",
    "partly_ended",
    "sent_back",
    "replaced",
    "repealed",
    "expired",
    "annulled",
    "undone", // what was done to it was itself repealed or annulled
    "not_yet_effective", // decided, and not final on that day
  ]),
  date: z.string().nullable(),
  /** A Polish sentence. */
  text: z.string(),
  sources: z.array(sourceSchema),
});
export type Step = z.infer<typeof stepSchema>;

const statusSchema = z.object({
  on: z.string(),
  code: z.enum(statusCodes),
  /** Polish, to be read by itself: „ostateczna od 10 kwietnia 2014 r.; przeniesiona na rzecz: …”. */
  text: z.string(),
  steps: z.array(stepSchema),
  /** What would have to be known to say more; Polish sentences. */
  open: z.array(z.string()),
});
export type Status = z.infer<typeof statusSchema>;

export const eventSchema = z.object({
  date: z.string().nullable(),
  dateOf: z.enum(["filing", "issue", "delivery", "finality", "parcel"]),
  /** Polish: what the paper is, or what happened. */
  what: z.string(),
  kind: z.enum(documentKinds),
  number: z.string().optional(),
  signature: z.string().optional(),
  authority: z.string().optional(),
  outcome: z.enum(outcomes).optional(),
  sources: z.array(sourceSchema).min(1),
  /** `agreed`: paper and row say the same; `dates_differ`: see `note`; `possible`: it may be of another property. */
  certainty: z.enum(["agreed", "one_source", "dates_differ", "possible"]),
  note: z.string().optional(),
  /** Set when it concerns a parcel from which this one came, as the archive tells: in words. */
  formerParcel: z.string().optional(),
});
export type HistoryEvent = z.infer<typeof eventSchema>;

export const missingSchema = z.object({
  code: z.enum(["decision", "log_entry", "unread_page"]),
  text: z.string(),
  sources: z.array(sourceSchema),
});
export type Missing = z.infer<typeof missingSchema>;

export const parcelChangeSchema = z.object({
  /** As printed by core/identity. */
  former: z.string(),
  later: z.string(),
  date: z.string().optional(),
  sources: z.array(sourceSchema).min(1),
});
export type ParcelLink = z.infer<typeof parcelChangeSchema>;

export const decisionSchema = z.object({
  id: z.string(),
  kind: z.enum(documentKinds),
  number: z.string().optional(),
  /** What stands in the cell of a register that tells no number: `09-sty`. It may be the number asked for. */
  rawNumber: z.string().optional(),
  date: z.string().optional(),
  authority: z.string().optional(),
  signature: z.string().optional(),
  outcome: z.enum(outcomes).nullable(),
  parcels: z.array(z.string()),
  sources: z.array(sourceSchema).min(1),
  /** It may be of another property, or of another number than the one asked for. */
  possible: z.literal(true).optional(),
  status: statusSchema,
});
