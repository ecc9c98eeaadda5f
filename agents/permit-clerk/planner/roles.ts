import type { DocumentKind, FactField } from "../../../src/core/document.ts";
import type { Outcome } from "../../../src/core/outcome.ts";

/** What a sentence tells of a case. */
export type Role =
  | "outcome"
  | "head"
  | "origin"
  | "finality"
  | "transfer"
  | "change"
  | "expiry"
  | "objection"
  | "filing"
  | "opinion"
  | "occupancy"
  | "ground"
  | "appeal"
  | "party"
  | "delivery"
  | "deficiency"
  | "term"
  | "category"
  | "volume"
  | "validity"
  | "applicant"
  | "designer"
  | "topic"
  | "plan"
  | "force"
  | "general";

/** Which sentences of which papers answer. Patterns are read against folded text (no diacritics, lower case). */
export interface Wanted {
  role: Role;
  kinds?: readonly DocumentKind[];
  /** Only papers that decided so. */
  outcomes?: readonly Outcome[];
  /** The sentence that a fact of the paper was read from. */
  fact?: FactField;
  says?: RegExp;
  /** A symbol of an area of a local plan stands there. */
  symbol?: boolean;
  /** A person's name, or a licence number, stands there too. */
  name?: boolean;
  /** In place of `says`: how much a sentence tells; nothing at 1 and below. */
  rank?: (text: string) => number;
  not?: RegExp;
  /** Only in the grounds of a decision, or only outside of them. */
  grounds?: boolean;
  /** At most so many sentences of one case. */
  most: number;
  /** Official words, to search long papers by. */
  search: string;
}
