import fc from "fast-check";
import { expect, it } from "vitest";
import { type PermitCase, type PermitQuery, type PermitSort, permitSorts } from "../permit.ts";
import type { PermitRegister, RegisterEntry, RegisterLookup } from "./permit-register.ts";
import { entryOf, file, streamOf } from "./test-support/register-entries.ts";

/** Every mix, sort and page against a walk over all rows that is written apart. */
export function describeMixes(open: () => Promise<PermitRegister>): void {
  it("finds by any mix what a walk over all rows finds, in the order asked for, page by page", async () => {
    await fc.assert(
      fc.asyncProperty(heldCases, fc.array(mix, { minLength: 12, maxLength: 12 }), async (cases, mixes) => {
        const register = await open();
        for (const [name, parts] of [
          ["a.csv", {}],
          ["b.csv", {}],
          ["c.csv", { register: "inny" }],
        ] as const) {
          const rows = rowsOf(cases.filter((one) => one.files.includes(name)));
          await register.replaceFile(file(name, parts), streamOf(rows));
        }
        for (const asked of mixes) {
          const { found, wanted } = await walked(register, cases, asked);
          expect(found).toEqual(wanted);
        }
      }),
      { numRuns: 6, seed: 11 },
    );
  });
}

const towns = ["Olszany", "Dębno"] as const;
const streets = ["Krucza", "Lipowa", "Adama Mickiewicza"] as const;
const companies = ["Alfa Dom Sp. z o.o.", "Dom Beta S.A."] as const;
const numbers = ["1/2009", "2/2009", "12/2009", "1/2010"] as const;
const days = ["2009-01-15", "2009-03-01", "2009-03-02", "2010-01-01"] as const;
const categories = ["I", "II", "XIII"] as const;
const parcels = ["5", "5/1", "5/1;precinct=Górka", "6;sheet=2"] as const;

interface HeldCase {
  key: number;
  files: readonly string[];
  number: string | null;
  possible: readonly string[];
  date: string | null;
  town: string;
  street: string;
  house: number | undefined;
  parcels: string[];
  investor: string | undefined;
  category: string | undefined;
  outcome: "granted" | "refused" | null;
}

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

const heldCases: fc.Arbitrary<HeldCase[]> = fc
  .array(
    fc.record({
      files: fc.constantFrom(["a.csv"], ["b.csv"], ["a.csv", "b.csv"], ["c.csv"]),
      number: fc.constantFrom(null, ...numbers),
      possible: fc.constantFrom([], [], ["1/2009"], ["2/2009", "12/2009"]),
      date: fc.constantFrom(null, ...days),
      town: fc.constantFrom(...towns),
      street: fc.constantFrom(...streets),
      house: maybe([1, 12]),
      parcels: fc.uniqueArray(fc.constantFrom(...parcels), { minLength: 1, maxLength: 3 }),
      investor: maybe(companies),
      category: maybe(categories),
      outcome: fc.constantFrom("granted" as const, "refused" as const, null),
    }),
    { minLength: 30, maxLength: 60 },
  )
  .map((cases) => cases.map((one, key) => ({ ...one, key, possible: one.number === null ? one.possible : [] })));

const mix = fc.record({
  query: fc.record({
    number: maybe(numbers),
    parcel: maybe(["5", "5/1", "dz. nr 5/1, obręb Górka", "6"]),
    address: maybe(["Krucza", "Lipowa 12", "Olszany, Krucza 1", "ul. Mickiewicza 12", "Dębno, Lipowa"]),
    investor: maybe(["dom", "alfa"]),
    category: maybe(categories),
    from: maybe(days),
    to: maybe(days),
    outcome: maybe(["granted", "refused"] as const),
    register: maybe(["RWDZ", "inny"]),
  }),
  sort: fc.constantFrom(...permitSorts),
  limit: fc.integer({ min: 1, max: 9 }),
});

/** One row a parcel, the rows of all cases in turns. */
function rowsOf(cases: readonly HeldCase[]): RegisterEntry[] {
  const turns = [0, 1, 2].flatMap((turn) =>
    cases.filter((one) => one.parcels.length > turn).map((one) => ({ one, turn })),
  );
  return turns.map(({ one, turn }, at) =>
    entryOf(at + 1, `case ${one.key}`, {
      number: one.number,
      ...(one.possible.length > 0 ? { rawNumber: "09-sty", possibleNumbers: [...one.possible] } : {}),
      date: one.date,
      address: `${one.town}, ul. ${one.street}${one.house === undefined ? "" : ` ${one.house}`}`,
      parcels: one.parcels.slice(turn, turn + 1),
      outcome: one.outcome,
      description: String(one.key),
      ...(one.investor ? { investor: one.investor } : {}),
      ...(one.category ? { category: one.category } : {}),
    }),
  );
}

type Asked = { query: PermitQuery; sort: PermitSort; limit: number };

/** All pages of a look-up, and what they have to be: each case once, with all of its parcels, in order. */
async function walked(register: PermitRegister, cases: readonly HeldCase[], { query, sort, limit }: Asked) {
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
  const wanted = cases.flatMap((one) => {
    const match = Object.keys(asked).length === 0 ? "different" : matchOf(one, asked);
    return match === "different" ? [] : [{ key: String(one.key), match, parcels: one.parcels.length }];
  });
  const counts = { total: wanted.length, possible: wanted.filter(({ match }) => match === "possible").length };
  const pages: RegisterLookup[] = [];
  do pages.push(await register.find(asked, { offset: pages.length * limit, limit, sort }));
  while (pages.at(-1)?.cases.length === limit);
  const found = pages.flatMap((page) => page.cases);
  const order = found.map((permit) => orderOf(permit, sort));
  return {
    found: {
      counts: pages.map(({ total, possible }) => ({ total, possible })),
      cases: found
        .map(({ description: key, match, parcels: all }) => ({ key, match, parcels: all.length }))
        .sort((a, b) => Number(a.key) - Number(b.key)),
      order,
    },
    wanted: { counts: pages.map(() => counts), cases: wanted, order: [...order].sort() },
  };
}

/** Text that sorts as the cases are to be sorted. */
function orderOf({ match, date, number }: PermitCase, sort: PermitSort): string {
  const [, digits = "", year = "9999"] = /^(\d+)\/(\d+)$/u.exec(number ?? "") ?? [];
  const byNumber = `${year}/${digits.padStart(5, "0")}`;
  const day = date ?? "9999";
  const newest = date === null ? "9" : `1${99_999_999 - Number(date.replaceAll("-", ""))}`;
  return `${match} ${sort === "number" ? byNumber : sort === "newest" ? newest : `${day} ${byNumber}`}`;
}

type Match = "exact" | "possible" | "different";

function matchOf(one: HeldCase, query: PermitQuery): Match {
  const matches: Match[] = [];
  const plain = (met: boolean) => matches.push(met ? "exact" : "different");
  if (query.number)
    matches.push(
      one.number === query.number ? "exact" : one.possible.includes(query.number) ? "possible" : "different",
    );
  if (query.parcel) {
    const number = /\d[\d/]*/u.exec(query.parcel)?.[0];
    const own = one.parcels.filter((parcel) => parcel.split(";")[0] === number);
    const told = !query.parcel.includes("Górka") || own.some((parcel) => parcel.includes("Górka"));
    matches.push(own.length === 0 ? "different" : told ? "exact" : "possible");
  }
  if (query.address) matches.push(addressMatch(one, query.address));
  if (query.investor) plain((one.investor ?? "").toLowerCase().split(" ").includes(query.investor));
  if (query.category) plain(one.category === query.category);
  if (query.outcome) plain(one.outcome === query.outcome);
  if (query.from) plain(one.date !== null && one.date >= query.from);
  if (query.to) plain(one.date !== null && one.date <= query.to);
  if (query.register) plain((query.register === "inny") === one.files.includes("c.csv"));
  return matches.includes("different") ? "different" : matches.includes("possible") ? "possible" : "exact";
}

function addressMatch(one: HeldCase, asked: string): Match {
  const town = towns.find((name) => asked.includes(name));
  const house = /\d+$/u.exec(asked)?.[0];
  const street = streets.find((name) => asked.includes(name.split(" ").at(-1) ?? ""));
  if (one.street !== street || (town && one.town !== town)) return "different";
  if (!house || Number(house) === one.house) return "exact";
  return one.house === undefined ? "possible" : "different";
}
