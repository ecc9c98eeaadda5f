import { describeParcel, parseParcel } from "../identity/parcel.ts";
import { printDate } from "../identity/dates.ts";
import { outcomeSentences } from "../in-words.ts";
import { inLine, withStop } from "../text/in-line.ts";
import { linesAround } from "../text/lines.ts";
import type { ProposedCitation } from "../verify/proposed.ts";
import { type CaseConflict, type ConflictField, type ConflictSide, isPaperSide } from "./conflict.ts";

/** One side of a conflict as a claim that can be checked: neither side is told before its own words prove it. */
export interface ToldSide {
  value: string;
  claim: string;
  citation: ProposedCitation;
}

/** @param page the canonical text of a page of the document */
export async function toldSides(
  { field, sides }: CaseConflict,
  page: (document: string, number: number) => Promise<string>,
): Promise<ToldSide[]> {
  const told: ToldSide[] = [];
  for (const side of sides) told.push(await toldSide(field, side, page));
  return told;
}

async function toldSide(
  field: ConflictField,
  side: ConflictSide,
  page: (document: string, number: number) => Promise<string>,
): Promise<ToldSide> {
  const { value } = side;
  if (!isPaperSide(side)) {
    const { register, rows } = side.entry;
    const claim = `Rejestr „${register.name}”: ${said[field](value)}.`;
    return { value, claim, citation: { register: register.name, rows } };
  }
  const { paper, fact } = side;
  const { id } = paper.document;
  const quote = linesAround(await page(id, fact.page), fact.start, fact.end);
  return { value, claim: withStop(inLine(quote)), citation: { document: id, page: fact.page, quote } };
}

/** A register's value in words that the verifier reads in its row. */
const said: Record<ConflictField, (value: string) => string> = {
  number: (value) => `decyzja nr ${value}`,
  date: (value) => `data decyzji ${printDate(value)}`,
  parcel: (value) => describeParcel(parseParcel(value)),
  address: (value) => `adres ${value}`,
  investor: (value) => `inwestor ${value}`,
  category: (value) => `kategoria ${value}`,
  volume: (value) => `kubatura ${value} m³`,
  outcome: (value) => (outcomeSentences as Record<string, string>)[value] ?? value,
};
