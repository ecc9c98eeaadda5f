import { matchAddress } from "../../identity/address.ts";
import type { Found } from "../../identity/found.ts";
import { matchParcel } from "../../identity/parcel.ts";
import { align } from "../align.ts";
import type { ClaimReading } from "../claim-reading.ts";
import type { Fault } from "../evidence.ts";
import type { Ground } from "../ground.ts";
import { type Case, contradicted } from "../rule.ts";

interface Bound {
  what: string;
  start: number;
  holds: (ground: Ground) => boolean;
}

/**
 * Rule 3 of DESIGN §5 for a claim that numbers several decisions: parcel, address, date and outcome told of one are
 * not those of another. Says nothing unless the cited place of the other decision holds them and its own does not.
 */
export function checkBinding(checked: Case): Fault[] {
  return [...checkNumbered(checked), ...checkParcelOfClause(checked)];
}

/** The clause that says the same names a parcel of its own: the document's parcel does not take its place. */
function checkParcelOfClause({ claim, grounds }: Case): Fault[] {
  return align(claim, grounds).flatMap(({ range, clause }) => {
    if (!clause?.ground.document) return [];
    const { quoted, source } = clause.ground;
    const from = Math.max(quoted.start, clause.range.start);
    const to = Math.min(quoted.end, clause.range.end);
    const held = source.parcels.filter(({ start, end }) => from <= start && end <= to);
    const said = claim.parcels.filter(
      (parcel) => claim.isFree(parcel) && range.start <= parcel.start && parcel.end <= range.end,
    );
    const [first] = said;
    if (!first || held.length === 0) return [];
    if (said.some(({ value }) => held.some((other) => matchParcel(value, other.value) !== "different"))) return [];
    const others = held.map(({ text }) => text).join(", ");
    return [contradicted("parcel_other", `Cytowane zdanie mówi o działce ${others}, a nie ${first.text}.`)];
  });
}

function checkNumbered({ claim, grounds }: Case): Fault[] {
  const numbers = claim.decisions.filter(({ value }) => grounds.some(({ own }) => own.decisions.includes(value)));
  if (new Set(numbers.map(({ value }) => value)).size < 2) return [];
  return boundThings(claim).flatMap((thing) => {
    const number = numberOf(claim.text, thing, numbers);
    if (!number) return [];
    const owners = grounds.filter(({ own }) => own.decisions.includes(number.value));
    const others = grounds.filter(({ own }) => own.decisions.length > 0 && !own.decisions.includes(number.value));
    if (owners.some(thing.holds) || !others.some(thing.holds)) return [];
    const detail = `„${thing.what}” dotyczy w cytowanych miejscach innej decyzji niż nr ${number.value}.`;
    return [contradicted("bound_to_other_decision", detail)];
  });
}

/** The nearest number before in the same part of the sentence, or else the next one. */
function numberOf(text: string, { start }: Bound, numbers: readonly Found<string>[]): Found<string> | undefined {
  const together = (number: Found<string>) =>
    !/[;\n]|(?<=\p{L}{4})\.\s/u.test(text.slice(Math.min(start, number.end), Math.max(start, number.start)));
  return (
    numbers.findLast((number) => number.start <= start && together(number)) ??
    numbers.find((number) => number.start > start && together(number))
  );
}

function boundThings({ parcels, addresses, dates, outcomes, isFree }: ClaimReading): Bound[] {
  return [
    ...parcels.filter(isFree).map(
      ({ value, start, text }): Bound => ({
        what: text,
        start,
        holds: ({ own, source }) =>
          [...own.parcels, ...source.parcels.map((found) => found.value)].some(
            (held) => matchParcel(value, held) === "same",
          ),
      }),
    ),
    ...addresses.filter(isFree).map(
      ({ value, start, text }): Bound => ({
        what: text,
        start,
        holds: ({ own, source }) =>
          [...own.addresses, ...source.addresses.map((found) => found.value)].some(
            (held) => matchAddress(value, held) === "same",
          ),
      }),
    ),
    ...dates
      .filter((date) => isFree(date) && date.role === "issue")
      .map(
        ({ value, start, text }): Bound => ({
          what: text,
          start,
          holds: ({ own, source }) => [...own.dates, ...source.dates].some((held) => held.value === value),
        }),
      ),
    ...outcomes.filter(isFree).map(
      ({ value, negated, start, text }): Bound => ({
        what: text,
        start,
        holds: ({ own, source }) =>
          (!negated && own.outcomes.includes(value)) ||
          source.outcomes.some((held) => held.value === value && held.negated === negated),
      }),
    ),
  ];
}
