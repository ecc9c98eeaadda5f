import type { StoredDocument } from "../document.ts";
import type { PermitCase, RegisterRowRef } from "../permit.ts";
import type { PassageEvidence } from "./evidence.ts";
import type { QuotePlace } from "./locate-quote.ts";

/** A cited place that stands, with all that it may prove. */
export interface Ground {
  document?: StoredDocument;
  place?: QuotePlace;
  case?: PermitCase;
  headingPath: readonly string[];
}

export function passageGround(evidence: PassageEvidence, place: QuotePlace, headingPath: readonly string[]): Ground {
  return { document: evidence.document, place, headingPath };
}

export function registerGrounds(rows: readonly { ref: RegisterRowRef; case: PermitCase }[]): Ground[] {
  return rows.map((row) => ({ case: row.case, headingPath: [] }));
}
