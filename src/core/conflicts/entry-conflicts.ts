import type { CaseFile } from "../cases/join.ts";
import { sameSignature } from "../identity/signature.ts";
import type { PermitCase } from "../permit.ts";
import { compared, differing } from "./compared.ts";
import type { CaseConflict } from "./conflict.ts";

/**
 * Where two registers tell one decision differently, of which the archive holds no paper: with the paper there each of
 * them is compared with that. Number and date together name a decision, and so does the signature with one of them.
 */
export function entryConflicts({ papers, entries }: CaseFile): CaseConflict[] {
  const unproved = entries.filter(({ number, date }) =>
    papers.every(
      (paper) => paper.kind !== "permit_decision" || (paper.decisionNumber !== number && paper.date !== date),
    ),
  );
  return unproved.flatMap((entry, at) =>
    unproved
      .slice(at + 1)
      .filter((other) => other.register.name !== entry.register.name && isSameDecision(entry, other))
      .flatMap((other) => disagreements(entry, other)),
  );
}

function isSameDecision(a: PermitCase, b: PermitCase): boolean {
  const sameNumber = a.number !== null && a.number === b.number;
  const sameDate = a.date !== null && a.date === b.date;
  const sameCase = a.signature !== undefined && b.signature !== undefined && sameSignature(a.signature, b.signature);
  return sameCase ? sameNumber || sameDate : sameNumber && sameDate;
}

function disagreements(a: PermitCase, b: PermitCase): CaseConflict[] {
  return compared.flatMap((one): CaseConflict[] => {
    const sides = differing(
      one,
      one.registered(a).map((value) => ({ value, entry: a })),
      one.registered(b).map((value) => ({ value, entry: b })),
    );
    return sides ? [{ field: one.field, sides }] : [];
  });
}
