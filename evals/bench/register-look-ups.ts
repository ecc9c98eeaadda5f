import type { PermitPage, PermitQuery } from "../../src/core/permit.ts";
import type { PermitRegister } from "../../src/core/ports/permit-register.ts";
import { commonStreets, companies, dumpCategories, dumpYears, yearOfCase } from "./register-dump.ts";

/** Look-ups of each kind, each for values of its own: common ones, rare ones and some that are not there. */
const rounds = 40;
/** Cases of one page, as the look-up tool gives them unless told otherwise. */
const limit = 100;

type Asked = PermitQuery & Partial<PermitPage>;

const sorts = ["relevance", "oldest", "newest", "number"] as const;

function pick<T>(values: readonly T[], at: number): T {
  return values[at % values.length] as T;
}

function year(at: number): Pick<PermitQuery, "from" | "to"> {
  const asked = pick(dumpYears, at);
  return { from: `${asked}-01-01`, to: `${asked}-12-31` };
}

function house(at: number): string {
  return `ul. ${pick(commonStreets, at)} ${1 + ((at * 7) % 120)}`;
}

const looks: readonly [string, (at: number) => Asked][] = [
  ["parcel", (at) => ({ parcel: `dz. nr ${1 + ((at * 37) % 900)}/${1 + (at % 40)}` })],
  ["parcel without a stroke", (at) => ({ parcel: `dz. nr ${1 + ((at * 37) % 900)}` })],
  [
    "parcel and precinct",
    (at) => ({ parcel: `dz. nr ${1 + ((at * 37) % 900)}/${1 + (at % 40)}, obręb ${1 + (at % 60)}` }),
  ],
  ["number", (at) => ({ number: `${1 + ((at * 31) % 1500)}/${pick(dumpYears, at)}` })],
  ["signature", (at) => ({ signature: `AB.6740.${1 + (at % 9)}.${1 + at * 3001}.${yearOfCase(1 + at * 3001)}` })],
  ["house", (at) => ({ address: house(at) })],
  ["house and town", (at) => ({ address: `Miasteczko ${at % 32}, ${house(at)}` })],
  ["common street, no house", (at) => ({ address: `ul. ${pick(commonStreets, at)}` })],
  ["investor", (at) => ({ investor: pick(companies, at), sort: pick(sorts, at) })],
  ["licence", (at) => ({ licence: `zm / ${(at * 331) % 9999} / 10` })],
  ["category", (at) => ({ category: pick(dumpCategories, at), sort: pick(sorts, at), offset: at * limit })],
  ["one year", (at) => ({ ...year(at), sort: pick(sorts, at) })],
  ["outcome", (at) => ({ outcome: "granted", sort: pick(sorts, at), offset: at * limit })],
  ["category and year", (at) => ({ category: pick(dumpCategories, at), ...year(at), sort: pick(sorts, at) })],
  [
    "street, year and category",
    (at) => ({ address: pick(commonStreets, at), category: pick(dumpCategories, at), ...year(at) }),
  ],
  [
    "investor, street, year, category and outcome",
    (at) => ({
      investor: pick(companies, 0),
      address: pick(commonStreets, at),
      category: "I",
      outcome: "granted",
      ...year(at),
    }),
  ],
  ["what is not there", (at) => ({ parcel: `dz. nr 99999/${at + 1}` })],
];

/** Rows of a table: what, how many cases a look-up finds, half of the times and 95 of 100 within, by both clocks. */
export async function lookUpTimes(register: PermitRegister): Promise<string[][]> {
  await register.find({ parcel: "1" });
  const table: string[][] = [];
  for (const [what, ask] of looks) {
    const wall: number[] = [];
    const processor: number[] = [];
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      const { sort, offset, ...query } = ask(round);
      const page = { limit, ...(sort ? { sort } : {}), ...(offset ? { offset } : {}) };
      const [before, used] = [performance.now(), process.cpuUsage()];
      found += (await register.find(query, page)).total;
      wall.push(performance.now() - before);
      const { user, system } = process.cpuUsage(used);
      processor.push((user + system) / 1000);
    }
    const times = [wall, processor].map((all) =>
      [0.5, 0.95].map((share) => quantile(all, share).toFixed(1)).join(" / "),
    );
    table.push([
      `look-up by ${what}: ${Math.round(found / rounds)} cases`,
      `${times[0]} ms, ${times[1]} ms by processor time (half / 95 of 100)`,
      "< 20 ms",
    ]);
  }
  return table;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
