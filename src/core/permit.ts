import { z } from "zod";
import { streetRenamingSchema } from "./identity/street-names.ts";
import { outcomes } from "./outcome.ts";

/** Where a register row stands: the file's name and the data row, 1 = the first after the header. */
export const registerRowRefSchema = z.object({ file: z.string(), row: z.int().positive() });
export type RegisterRowRef = z.infer<typeof registerRowRefSchema>;

export const registerFormats = ["rwdz-permits", "rwdz-notifications", "wroclaw"] as const;
export type RegisterFormat = (typeof registerFormats)[number];

/**
 * A case out of one or many register rows. Identity is register + authority + number + date, and the application's
 * number where there is one: a decision number alone can name several cases (DOMAIN.md).
 */
export const permitCaseSchema = z.object({
  register: z.object({
    name: z.string(),
    /** SHA-256 over the sorted SHA-256 of the register's files: the edition that was asked. */
    sha256: z.string(),
    format: z.enum(registerFormats),
  }),
  authority: z.string().optional(),
  /** As printed by core/identity (`614/2014`); null when the register has none or a mangled one. */
  number: z.string().nullable(),
  /** What stood in the cell when it was mangled or could not be read: `09-sty`. Never guessed at. */
  rawNumber: z.string().optional(),
  /** Readings that a mangled number allows (`1/2009`), offered as possible and never taken. */
  possibleNumbers: z.array(z.string()).optional(),
  /** Decision date, ISO; null when empty or broken. */
  date: z.string().nullable(),
  applicationNumber: z.string().optional(),
  applicationDate: z.string().optional(),
  signature: z.string().optional(),
  /** What was asked for: kind of works or building, in the register's words. */
  kind: z.string(),
  /** Read from format and description; null when the wording tells none. */
  outcome: z.enum(outcomes).nullable(),
  address: z.string(),
  /** As printed by core/identity. */
  parcels: z.array(z.string()),
  /** Cells of parcels as they stand, when they are not understood to their end (`sty-14`, `10/1/2`). Never guessed at. */
  unreadParcels: z.array(z.string()).optional(),
  description: z.string(),
  /** Company only; persons are not imported. */
  investor: z.string().optional(),
  category: z.string().optional(),
  /** Numbers of the designers' building licences as the register has them; designers' names are not imported. */
  licences: z.array(z.string()).optional(),
  match: z.enum(["exact", "possible"]),
  /** The renaming by which its street is the asked one: it bears another name of it. */
  streetRenaming: streetRenamingSchema.optional(),
  /** The case is of another parcel: of one that the asked parcel came from, or of one that came from it. */
  related: z.object({ parcel: z.string(), relation: z.enum(["former", "later"]) }).optional(),
  /** Where its rows tell different things: the case has the first row's, and no outcome when that is among them. */
  differing: z
    .array(
      z.object({
        field: z.enum(["outcome", "address", "kind", "description", "investor", "category", "signature"]),
        values: z.array(z.object({ value: z.string(), rows: z.array(registerRowRefSchema) })),
      }),
    )
    .optional(),
  rows: z.array(registerRowRefSchema),
  /** The columns of the first row by their own names, empty ones left out. */
  fields: z.record(z.string(), z.string()),
});
export type PermitCase = z.infer<typeof permitCaseSchema>;

/** What is looked up. A case has to meet every part that is given; no part at all finds nothing. */
export const permitQuerySchema = z.object({
  parcel: z.string().optional(),
  /** As `parcel`, by the number that the register itself tells of as the old one. */
  oldParcel: z.string().optional(),
  number: z.string().optional(),
  /** Number of a decision that the row is not, but decides about: of one repealed, expired, transferred. */
  about: z.string().optional(),
  signature: z.string().optional(),
  address: z.string().optional(),
  /** Words of a company's name, in any order and grammatical case; its legal form counts for nothing. */
  investor: z.string().optional(),
  /** Number of a designer's building licence; spaces, letter case and dashes count for nothing. */
  licence: z.string().optional(),
  /** Category of the building as a Roman numeral, `XIII` (annex to Prawo budowlane). */
  category: z.string().optional(),
  /** First day of the decision, ISO `2014-03-12`. A case without a date meets neither bound. */
  from: z.string().optional(),
  /** Last day of the decision, ISO, that day included. */
  to: z.string().optional(),
  outcome: z.enum(outcomes).optional(),
  /** Name of the register, letter by letter. */
  register: z.string().optional(),
});
export type PermitQuery = z.infer<typeof permitQuerySchema>;

/** `relevance` and `oldest` begin with the oldest decision, undated cases always come last. */
export const permitSorts = ["relevance", "oldest", "newest", "number"] as const;
export type PermitSort = (typeof permitSorts)[number];

/** Which of the cases that were found are given, in which order. Whatever the order, possible matches follow the exact ones. */
export interface PermitPage {
  /** Cases left out before the first. */
  offset: number;
  limit: number;
  sort: PermitSort;
}
