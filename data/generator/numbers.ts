import type { ParcelTruth } from "./ground-truth.ts";
import type { Precinct } from "./precinct.ts";
import type { Rng } from "./rng.ts";

/**
 * Hands out numbers that mean one thing only in the whole archive. Where a trap wants two things under one number,
 * it takes the second one by hand: only planted twins are twins.
 */
export interface Numbers {
  /** `614/2014`; `infix` of offices that have one: `614/MOK/2014`. */
  decision(year: number, infix?: string): string;
  /** Running number of a case inside a signature. */
  caseNumber(): number;
  /** Number of an application in the journal: `42298/2014`. */
  application(year: number): string;
  /** An undivided or a divided parcel of the precinct. */
  parcel(precinct: Precinct, divided?: boolean): ParcelTruth;
  /** A house number that the street has not had yet. */
  house(street: string): string;
}

export function makeNumbers(rng: Rng): Numbers {
  const used = new Set<string>();
  const fresh = (draw: () => string, key: (value: string) => string = (value) => value): string => {
    for (;;) {
      const value = draw();
      if (used.has(key(value))) continue;
      used.add(key(value));
      return value;
    }
  };
  return {
    decision(year, infix) {
      const count = fresh(
        () => String(rng.int(21, 1890)),
        (value) => `count ${value}`,
      );
      used.add(`${count}/${String(year % 100)}`);
      return infix ? `${count}/${infix}/${year}` : `${count}/${year}`;
    },
    caseNumber: () =>
      Number(
        fresh(
          () => String(rng.int(3, 2600)),
          (value) => `case ${value}`,
        ),
      ),
    application: (year) =>
      `${fresh(
        () => String(rng.int(2100, 68900)),
        (value) => `application ${value}`,
      )}/${year}`,
    parcel(precinct, divided = rng.chance(0.7)) {
      const number = fresh(() => (divided ? `${rng.int(11, 398)}/${rng.int(1, 27)}` : String(rng.int(401, 960))));
      return { number, sheet: rng.pick(precinct.sheets), precinct: precinct.name };
    },
    house: (street) =>
      fresh(
        () => `${rng.int(2, 94)}${rng.chance(0.15) ? rng.pick(["a", "b", "c"]) : ""}`,
        (value) => `${street} ${value}`,
      ),
  };
}
