import { findBareAddresses, matchAddress } from "../../identity/address.ts";
import { matchParcel } from "../../identity/parcel.ts";
import type { Range } from "../../text/sentences.ts";
import { partsOf, sameWord } from "../align.ts";
import type { ClaimReading } from "../claim-reading.ts";
import type { Fault } from "../evidence.ts";
import type { Ground } from "../ground.ts";
import { type Case, contradicted } from "../rule.ts";
import { tellsOf } from "./outcome.ts";
import { permitTold } from "./row-permit.ts";

/**
 * Rule 3 of DESIGN §5 for a claim over several rows: all that one part of it tells is told by one row, the one that its
 * number, parcel or address names; „jest pozwolenie” over the refusal of one house and the permit of the next is not.
 * What is counted or named together has to be true of each.
 */
export function checkRowsApart({ claim, grounds, derived }: Case): Fault[] {
  const rows = grounds.filter(({ case: row }) => row);
  if (distinct(rows) < 2 || grounds.some(({ document }) => document)) return [];
  const isCount = derived.some(({ op }) => op === "count");
  return segmentsOf(claim)
    .filter((segment) => !isHeld(claim, segment, rows, isCount))
    .slice(0, 1)
    .map(({ start, end }) =>
      contradicted(
        "row_other",
        `Cytowane wiersze razem nie mówią tego o jednej sprawie: „${claim.text.slice(start, end).trim()}”.`,
      ),
    );
}

function distinct(rows: readonly Ground[]): number {
  return new Set(rows.map(({ case: row }) => JSON.stringify(row?.rows))).size;
}

function isHeld(claim: ClaimReading, segment: Range, rows: readonly Ground[], together: boolean): boolean {
  const named = namedRows(claim, segment, rows);
  const holds = (row: Ground) => tells(row, claim, segment, rows);
  if (together) return rows.every(holds);
  if (named.plural) return named.rows.length > 0 && named.rows.every(holds);
  return named.rows.some(holds);
}

/** A part of the claim, cut where the next case begins to be named. */
function segmentsOf(claim: ClaimReading): Range[] {
  return partsOf(claim).flatMap((part) => {
    const cuts = [...claim.text.slice(part.start, part.end).matchAll(/,\s|\s(?:a|natomiast|zaś)\s/gu)].map(
      ({ index }) => part.start + index,
    );
    const segments: Range[] = [];
    let from = part.start;
    for (const cut of [...cuts, part.end]) {
      const rest = { start: cut, end: part.end };
      const isNext = namings(claim, { start: from, end: cut }).length > 0 && namesFirst(claim, rest);
      if (cut !== part.end && !isNext) continue;
      segments.push({ start: from, end: cut });
      from = cut;
    }
    return segments;
  });
}

/** Behind the cut another case is named, and something is told of it. */
function namesFirst(claim: ClaimReading, rest: Range): boolean {
  const [first] = namings(claim, rest);
  return first !== undefined && claim.outcomes.some(({ end }) => first.start < end && end <= rest.end);
}

interface Naming extends Range {
  kind: string;
  names: (row: Ground) => boolean;
}

function namings(claim: ClaimReading, { start, end }: Range): Naming[] {
  const inside = (range: Range) => start <= range.start && range.end <= end;
  return [
    ...claim.decisions.map(
      (said): Naming => ({
        ...said,
        kind: "decision",
        names: ({ own, source }) =>
          own.decisions.includes(said.value) || source.decisions.some(({ value }) => value === said.value),
      }),
    ),
    ...claim.bareNumbers.map(
      (said): Naming => ({
        ...said,
        kind: "decision",
        names: ({ own, source }) => own.decisions.includes(said.value) || source.text.includes(said.text),
      }),
    ),
    ...claim.applications.map(
      (said): Naming => ({ ...said, kind: "application", names: ({ own }) => own.applications.includes(said.value) }),
    ),
    ...claim.signatures.map(
      (said): Naming => ({ ...said, kind: "signature", names: ({ own }) => own.signatures.includes(said.value) }),
    ),
    ...claim.parcels.map(
      (said): Naming => ({
        ...said,
        kind: "parcel",
        names: ({ own }) => own.parcels.some((parcel) => matchParcel(said.value, parcel) !== "different"),
      }),
    ),
    ...[...claim.addresses, ...findBareAddresses(claim.text)].map(
      (said): Naming => ({
        ...said,
        kind: "address",
        names: ({ own }) => own.addresses.some((address) => matchAddress(said.value, address) !== "different"),
      }),
    ),
  ]
    .filter(inside)
    .sort((a, b) => a.start - b.start);
}

/** Several numbers, parcels or addresses side by side name several rows, of each of which the same is told. */
function namedRows(claim: ClaimReading, segment: Range, rows: readonly Ground[]): { rows: Ground[]; plural: boolean } {
  const kinds = Map.groupBy(namings(claim, segment), ({ kind }) => kind);
  let named = [...rows];
  let plural = false;
  for (const said of kinds.values()) {
    named = named.filter((row) => said.some(({ names }) => names(row)));
    const apart = said.filter(({ names }) => rows.some(names) && !rows.every(names));
    plural ||= apart.length > 1;
  }
  return { rows: named, plural };
}

function tells(row: Ground, claim: ClaimReading, segment: Range, rows: readonly Ground[]): boolean {
  const inside = ({ start, end }: Range) => segment.start <= start && end <= segment.end;
  return (
    claim.outcomes.filter(inside).every((said) => tellsOf(row, said)) &&
    (row.case?.outcome === "granted" || permitTold(claim, segment, [row]).length === 0) &&
    claim.dates
      .filter(inside)
      .every(({ value }) => !someOnly(rows, (one) => isDated(one, value)) || isDated(row, value)) &&
    claim.words
      .filter((word) => inside(word) && !word.frame)
      .every((word) => {
        const speaks = (one: Ground) => [...one.words, ...one.own.words].some((other) => sameWord(word, other));
        return !someOnly(rows, speaks) || speaks(row);
      })
  );
}

function isDated({ own, source }: Ground, day: string): boolean {
  return [...own.dates, ...source.dates].some(({ value }) => value === day);
}

/** What every row says tells none of them apart; what none says is another rule's. */
function someOnly(rows: readonly Ground[], says: (row: Ground) => boolean): boolean {
  return rows.some(says) && !rows.every(says);
}
