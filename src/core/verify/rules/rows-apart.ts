import { type Address, findBareAddresses, matchAddress } from "../../identity/address.ts";
import { matchParcel, type Parcel } from "../../identity/parcel.ts";
import type { Range } from "../../text/sentences.ts";
import { partsOf, sameWord } from "../align.ts";
import type { ClaimReading } from "../claim-reading.ts";
import type { Fault } from "../evidence.ts";
import type { Ground } from "../ground.ts";
import { caseOf } from "../row-case.ts";
import { type Case, contradicted } from "../rule.ts";
import { widened } from "./identity.ts";
import { tellsOf } from "./outcome.ts";
import { permitTold } from "./row-permit.ts";

/**
 * Rule 3 of DESIGN §5 for a claim over several rows: all that one part of it tells is told by one row, the one that its
 * number, parcel or address names; „jest pozwolenie” over the refusal of one house and the permit of the next is not.
 * What is counted or named together has to be true of each.
 */
export function checkRowsApart({ claim, grounds, derived }: Case): Fault[] {
  const rows = [...Map.groupBy(grounds, caseOf).entries()].flatMap(([key, held]) => (key === "" ? [] : [held]));
  if (rows.length < 2 || grounds.some(({ document }) => document)) return [];
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

/** All rows of one case. */
type CaseRows = readonly Ground[];

function isHeld(claim: ClaimReading, segment: Range, rows: readonly CaseRows[], together: boolean): boolean {
  const named = namedRows(claim, segment, rows);
  const holds = (row: CaseRows) => tells(row, claim, segment, rows);
  if (together) return rows.every(holds);
  if (named.plural) {
    if (mergesCases(claim, segment, named.rows)) return false;
    return named.rows.length > 0 && named.rows.every(holds);
  }
  return named.rows.some(holds);
}

const several = /(?<!\p{L})(?:decyzje|decyzjach|pozwolenia|dwie|dwóch|dwa|trzy|obie|obu|oba|sprawy|spraw)(?!\p{L})/iu;

/** „Decyzja nr 312/2019 dotyczy działek …” is of one decision: cases that only share the number lend it no parcels. */
function mergesCases(claim: ClaimReading, { start, end }: Range, rows: readonly CaseRows[]): boolean {
  const inside = (range: Range) => start <= range.start && range.end <= end;
  const numbers = new Set(claim.decisions.filter(inside).map(({ value }) => value));
  const [number] = numbers;
  if (number === undefined || numbers.size > 1 || several.test(claim.text.slice(start, end))) return false;
  return rows.filter((row) => row.some(({ own }) => own.decisions.includes(number))).length > 1;
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
  names: (rows: CaseRows) => boolean;
}

function namings(claim: ClaimReading, { start, end }: Range): Naming[] {
  const inside = (range: Range) => start <= range.start && range.end <= end;
  const naming =
    <T>(kind: string, names: (said: T, row: Ground) => boolean) =>
    (said: Range & { value: T }): Naming => ({
      start: said.start,
      end: said.end,
      kind,
      names: (rows) => rows.some((row) => names(said.value, row)),
    });
  return [
    ...claim.decisions.map(naming<string>("number", isNumbered)),
    ...claim.bareNumbers.map(naming<string>("number", isNumbered)),
    ...claim.applications.map(naming<string>("application", (number, { own }) => own.applications.includes(number))),
    ...claim.signatures.map(naming<string>("signature", (signature, { own }) => own.signatures.includes(signature))),
    ...claim.parcels.map(
      naming<Parcel>("parcel", (said, { own }) => own.parcels.some((held) => matchParcel(said, held) !== "different")),
    ),
    ...[...claim.addresses, ...findBareAddresses(claim.text)].map(
      naming<Address>("address", (said, { own }) =>
        own.addresses.some((held) => matchAddress(said, held) !== "different"),
      ),
    ),
  ]
    .filter(inside)
    .sort((a, b) => a.start - b.start);
}

/** Of a decision that the row is or speaks of, or of its parcel. */
function isNumbered(number: string, { own, source }: Ground): boolean {
  const printed = widened(number);
  return (
    own.decisions.includes(printed) ||
    own.parcels.some((parcel) => parcel.number === number) ||
    source.decisions.some(({ value }) => value === printed)
  );
}

/** Several numbers, parcels or addresses side by side name several rows, of each of which the same is told. */
function namedRows(
  claim: ClaimReading,
  segment: Range,
  rows: readonly CaseRows[],
): { rows: CaseRows[]; plural: boolean } {
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

function tells(own: CaseRows, claim: ClaimReading, segment: Range, rows: readonly CaseRows[]): boolean {
  const inside = ({ start, end }: Range) => segment.start <= start && end <= segment.end;
  const isPermit = own.some(({ case: row }) => row?.outcome === "granted");
  const says = (is: (row: Ground) => boolean) => own.some(is) || !someOnly(rows, (one) => one.some(is));
  return (
    claim.outcomes.filter(inside).every((said) => own.some((row) => tellsOf(row, said))) &&
    (isPermit || permitTold(claim, segment, own).length === 0) &&
    claim.dates.filter(inside).every(({ value }) => says((row) => isDated(row, value))) &&
    claim.words
      .filter((word) => inside(word) && !word.frame)
      .every((word) => says((row) => [...row.words, ...row.own.words].some((other) => sameWord(word, other))))
  );
}

function isDated({ own, source }: Ground, day: string): boolean {
  return [...own.dates, ...source.dates].some(({ value }) => value === day);
}

/** What every case says tells none of them apart; what none says is another rule's. */
function someOnly(rows: readonly CaseRows[], says: (rows: CaseRows) => boolean): boolean {
  return rows.some(says) && !rows.every(says);
}
