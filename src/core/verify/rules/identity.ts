import { type Address, findBareAddresses, matchAddress, printAddress } from "../../identity/address.ts";
import { sameAuthority } from "../../identity/authority.ts";
import { widenYear } from "../../identity/decision-number.ts";
import { describeParcel, matchParcel, type Parcel } from "../../identity/parcel.ts";
import { sameSignature } from "../../identity/signature.ts";
import type { ClaimReading } from "../claim-reading.ts";
import type { Fault } from "../evidence.ts";
import type { Ground } from "../ground.ts";
import { type Case, contradicted, unsupported } from "../rule.ts";
import { saidIn } from "../said-in.ts";

/**
 * Rule 3 of DESIGN §5: a signature, number, authority, parcel, address or area that the claim names stands in a
 * quote, its heading path, or metadata of the cited document or row. A real one of another case is `contradicted`:
 * the cited place names a thing of this kind, and it is another.
 */
export function checkIdentity({ claim, grounds }: Case): Fault[] {
  return [
    ...claim.signatures.filter(claim.isFree).flatMap(({ value }) =>
      judge(
        { code: "signature", said: `znaku sprawy ${value}` },
        held(
          grounds,
          ({ own }) => own.signatures,
          (reading) => reading.signatures,
        ),
        (other) => sameCaseAndPaper(value, other),
        (other) => other,
      ),
    ),
    ...numbersNamed(claim, grounds),
    ...numbersOfOther(claim, grounds),
    ...claim.applications.filter(claim.isFree).flatMap(({ value, text }) =>
      judge(
        { code: "application_number", said: `numeru wniosku ${text}` },
        held(
          grounds,
          ({ own }) => own.applications,
          (reading) => reading.applications,
        ),
        (other) => other === value || other === text,
        (other) => other,
      ),
    ),
    ...claim.authorities.filter(claim.isFree).flatMap(({ value }) =>
      judge(
        { code: "authority", said: `organu „${value}”` },
        held(
          grounds,
          ({ own }) => own.authorities,
          (reading) => reading.authorities,
        ),
        (other) => sameAuthority(value, other),
        (other) => other,
      ),
    ),
    ...claim.parcels.filter(claim.isFree).flatMap(({ value }) => judgeParcel(value, grounds)),
    ...claim.addresses.filter(claim.isFree).flatMap(({ value }) => judgeAddress(value, grounds)),
    ...bareAddresses(claim, grounds),
    ...claim.areas.filter(claim.isFree).flatMap(({ value }) =>
      judge(
        { code: "area", said: `terenu ${value}` },
        held(
          grounds,
          () => [],
          (reading) => reading.areas,
        ),
        (other) => other === value,
        (other) => other,
      ),
    ),
  ];
}

/** Numbers of decisions, and such as nothing tells what they are of. */
function numbersNamed({ decisions, bareNumbers, isFree, text }: ClaimReading, grounds: readonly Ground[]): Fault[] {
  const before = (start: number) => text.slice(0, start);
  return [
    ...decisions
      .filter(isFree)
      .flatMap(({ value, start }) => judgeReading(value, before(start), grounds) ?? judgeDecision(value, grounds)),
    ...bareNumbers
      .filter(isFree)
      .flatMap(
        ({ value, start }) => judgeReading(widened(value), before(start), grounds) ?? judgeBareNumber(value, grounds),
      ),
  ];
}

/** „Decyzja nr BR/WNIOSEK/412/2018”, „wniosek nr 09-wrz”: a row's two numbers are not each other's. */
function numbersOfOther({ text }: ClaimReading, grounds: readonly Ground[]): Fault[] {
  const named = /(?<!\p{L})(decyzj|wnios)\p{L}*\s+(?:nr|numer)\s+„?([\p{L}\d/.-]+[\p{L}\d])/giu;
  const rows = grounds.flatMap(({ case: row }) => row ?? []);
  const dated = /(?<!\p{L})dat\p{L}*(?:\s+\p{L}+)?:?\s+„?(\d{2}-\p{L}{3}|\p{L}{3}-\d{2})(?![\p{L}\d])/iu.exec(
    text,
  )?.[1];
  if (dated && rows.some(({ rawNumber }) => rawNumber === dated))
    return [contradicted("number_of_other", `„${dated}” jest w cytowanym wierszu zapisem numeru decyzji, a nie datą.`)];
  return [...text.matchAll(named)].flatMap(({ 1: cue = "", 2: number = "" }) => {
    const asDecision = rows.some((row) => row.number === number || row.rawNumber === number);
    const asApplication = rows.some(({ applicationNumber }) => applicationNumber === number);
    const isDecision = /^d/iu.test(cue);
    if (isDecision ? !asApplication || asDecision : !asDecision || asApplication) return [];
    const detail = `Nr ${number} jest w cytowanym wierszu numerem ${isDecision ? "wniosku" : "decyzji"}.`;
    return [contradicted("number_of_other", detail)];
  });
}

interface Held<T> {
  /** In a quote or its headings. */
  said: T[];
  /** What the cited document or row is. */
  own: T[];
}

function held<T>(
  grounds: readonly Ground[],
  own: (ground: Ground) => readonly T[],
  pick: (reading: Ground["source"]) => readonly { value: T; start: number; end: number }[],
): Held<T> {
  return {
    said: grounds.flatMap((ground) => saidIn(ground, pick).map(({ value }) => value)),
    own: grounds.flatMap(own),
  };
}

function judge<T>(
  { code, said }: { code: string; said: string },
  { said: quoted, own }: Held<T>,
  same: (other: T) => boolean,
  print: (other: T) => string,
): Fault[] {
  if (quoted.some(same) || own.some(same)) return [];
  const others = [...new Set([...own, ...quoted].map(print))];
  if (others.length === 0) return [unsupported(`${code}_missing`, `W cytowanym miejscu nie ma ${said}.`)];
  return [contradicted(`${code}_other`, `W cytowanym miejscu nie ma ${said}; jest: ${others.slice(0, 3).join(", ")}.`)];
}

/** Initials or the number of the paper part two papers of one case, where both tell them. */
function sameCaseAndPaper(a: string, b: string): boolean {
  if (!sameSignature(a, b)) return false;
  return (
    a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`) || !/\d{4}\.[^.]+$/u.test(a) || !/\d{4}\.[^.]+$/u.test(b)
  );
}

const offered =
  /mo[żz]liw\p{L}*\s+odczyt\p{L}*(?:\s+numeru)?\s*:?\s*(?:nr\s*)?(?:\d+\/\d+(?:,|\s+(?:albo|lub))\s*)*$/iu;

/** „Możliwy odczyt: 9/2009”: not the number, but one that the row's mangled cell allows. Undefined when it is not told so. */
function judgeReading(value: string, before: string, grounds: readonly Ground[]): Fault[] | undefined {
  if (!offered.test(before)) return undefined;
  const readings = grounds.flatMap((ground) => ground.case?.possibleNumbers ?? []);
  if (readings.includes(value)) return [];
  return [contradicted("reading_other", `Zapis numeru w cytowanym wierszu nie daje odczytu ${value}.`)];
}

function judgeDecision(value: string, grounds: readonly Ground[]): Fault[] {
  const mangled = grounds.find((ground) => ground.case?.possibleNumbers?.includes(value))?.case;
  const numbers = held(
    grounds,
    ({ own }) => own.decisions,
    (reading) => reading.decisions,
  );
  const bare = grounds.flatMap((ground) => saidIn(ground, (reading) => reading.bareNumbers));
  if (bare.some((number) => widened(number.value) === value)) return [];
  if (mangled && !numbers.own.includes(value) && !numbers.said.includes(value)) {
    const detail = `Rejestr zamiast numeru decyzji podaje „${mangled.rawNumber ?? ""}”: numer ${value} jest tylko możliwym odczytem.`;
    return [unsupported("number_mangled", detail)];
  }
  return judge(
    { code: "decision_number", said: `decyzji nr ${value}` },
    numbers,
    (other) => other === value,
    (other) => other,
  );
}

/** A number of the shape a/b as a decision is printed. */
export function widened(bare: string): string {
  const [number = "", year = ""] = bare.split("/");
  return `${Number(number)}/${widenYear(year)}`;
}

function judgeParcel(value: Parcel, grounds: readonly Ground[]): Fault[] {
  const parcels = held(
    grounds,
    ({ own }) => own.parcels,
    (reading) => reading.parcels,
  );
  const matches = [...parcels.said, ...parcels.own].map((other) => matchParcel(value, other));
  if (matches.includes("same")) return [];
  if (matches.includes("possible")) {
    const detail = `Cytowane miejsce nie podaje arkusza albo obrębu działki, które podaje twierdzenie: ${describeParcel(value)}.`;
    return [unsupported("parcel_detail", detail)];
  }
  // A number of the shape a/b that the quote does not call anything may be the parcel: its words have to tell.
  // A row's columns call each number by its name.
  const papers = grounds.filter((ground) => !ground.case);
  const bare = papers.flatMap((ground) => saidIn(ground, (reading) => reading.bareNumbers));
  if (parcels.said.length + parcels.own.length === 0 && bare.some((number) => number.value === value.number)) return [];
  return judge(
    { code: "parcel", said: describeParcel(value).replace(/^dz\./u, "działki") },
    parcels,
    () => false,
    describeParcel,
  );
}

/** A street alone is words (rule 6); with a house number it is an address. */
function judgeAddress(value: Address, grounds: readonly Ground[]): Fault[] {
  if (!value.number) return [];
  const addresses = held(
    grounds,
    ({ own }) => own.addresses,
    (reading) => reading.addresses,
  );
  const same = (other: Address) =>
    matchAddress(value, other) === "same" && (!value.flat || !other.flat || value.flat === other.flat);
  return judge({ code: "address", said: `adresu „${printAddress(value)}”` }, addresses, same, printAddress);
}

/** „Młyńska 7” with no „ul.”: an address where the cited place has one in this street. */
function bareAddresses(claim: ClaimReading, grounds: readonly Ground[]): Fault[] {
  const held = grounds.flatMap(({ own, source }) => [...own.addresses, ...source.addresses.map(({ value }) => value)]);
  return findBareAddresses(claim.text)
    .filter(claim.isFree)
    .flatMap(({ value }) => {
      const street = held.filter((other) => other.number && matchAddress({ street: value.street }, other) === "same");
      return street.length === 0 ? [] : judgeAddress(value, grounds);
    });
}

function judgeBareNumber(value: string, grounds: readonly Ground[]): Fault[] {
  const year = widened(value);
  const stands = grounds.some(
    (ground) =>
      saidIn(ground, (reading) => reading.bareNumbers).some((number) => number.value === value) ||
      [...saidIn(ground, (reading) => reading.parcels).map((found) => found.value), ...ground.own.parcels].some(
        (parcel) => parcel.number === value,
      ) ||
      [...saidIn(ground, (reading) => reading.decisions).map((found) => found.value), ...ground.own.decisions].includes(
        year,
      ) ||
      ground.tokens.has(value),
  );
  return stands ? [] : [unsupported("number_missing", `W cytowanym miejscu nie ma numeru ${value}.`)];
}
