import type { CasePaper } from "../cases/paper.ts";
import type { DocumentFact } from "../document.ts";
import type { PermitCase } from "../permit.ts";

export const conflictFields = [
  "number",
  "date",
  "parcel",
  "address",
  "investor",
  "category",
  "volume",
  "outcome",
] as const;
export type ConflictField = (typeof conflictFields)[number];

/** What a paper says, and where: the fact's page and offsets. */
export interface PaperSide {
  /** As printed by core/identity; an Outcome. */
  value: string;
  paper: CasePaper;
  fact: DocumentFact;
}

/** What a register says; the row is the entry's. */
interface EntrySide {
  value: string;
  entry: PermitCase;
}

export type ConflictSide = PaperSide | EntrySide;

/** Two sources of one case that tell one thing differently. Neither is declared right. */
export interface CaseConflict {
  field: ConflictField;
  sides: [ConflictSide, ConflictSide];
}

export function isPaperSide(side: ConflictSide): side is PaperSide {
  return "paper" in side;
}
