import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { makeCases } from "../cases/chapter.ts";
import { makePlans } from "../plans/chapter.ts";
import { makeRng } from "../rng.ts";
import { makeTown } from "../town.ts";
import { makeRegisters } from "./chapter.ts";
import { earlyColumns, lateColumns } from "./city.ts";
import { throughSpreadsheet } from "./csv.ts";
import { notificationColumns, permitColumns } from "./rwdz.ts";

const rng = makeRng("registers under test");
const town = makeTown(rng.fork("town"));
const { plans } = makePlans(town, rng.fork("plans"));
const { cases } = makeCases(town, rng.fork("cases"), plans);
const { files, conflicts, questions } = makeRegisters(town, rng.fork("registers"), cases);

function file(mark: string) {
  const found = files.find(({ name }) => name.includes(mark));
  if (!found) throw new Error(`no file ${mark}`);
  return found;
}

function read(bytes: Uint8Array, encoding: "utf-8" | "windows-1250"): string[][] {
  const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  return parse(text.replace(/^\uFEFF/, ""), { delimiter: ";" });
}

const permits = read(file("pozwolenia.csv").bytes, "utf-8");
const notifications = read(file("zgloszenia").bytes, "utf-8");
const early = read(file("cz.1").bytes, "windows-1250");
const late = read(file("cz.2").bytes, "windows-1250");

describe("the national exports", () => {
  it("begin with a byte order mark and the exact header, cecha twice", () => {
    for (const mark of ["pozwolenia.csv", "zgloszenia"])
      expect(Buffer.from(file(mark).bytes).subarray(0, 3).toString("hex")).toBe("efbbbf");
    expect(permits[0]?.join(";")).toBe(permitColumns);
    expect(notifications[0]?.join(";")).toBe(notificationColumns);
    expect(permits[0]?.filter((column) => column === "cecha")).toHaveLength(2);
  });

  it("hold one row a parcel, and rows of one case do not all stand together", () => {
    const at = permits[0]?.indexOf("numer_decyzji_urzedu") ?? -1;
    const rows = [...file("pozwolenia.csv").rows.values()];
    expect(rows.flat()).toHaveLength(permits.length - 1);
    const wide = rows.filter((numbers) => numbers.length > 3);
    expect(wide.length).toBeGreaterThan(3);
    for (const numbers of wide) {
      expect(new Set(numbers.map((row) => permits[row]?.[at])).size).toBe(1);
      expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBeGreaterThanOrEqual(numbers.length);
    }
  });

  it("hold nothing from before 2016, newlines inside quotes, and all ways of writing nothing", () => {
    const at = permits[0]?.indexOf("data_wydania_decyzji") ?? -1;
    for (const row of permits.slice(1)) expect(row[at]).toMatch(/^(?:201[6-9]|202\d)-\d\d-\d\d 00:00:00$/);
    const cells = permits.slice(1).flat();
    expect(cells.some((cell) => cell.includes("\n"))).toBe(true);
    expect(cells).toContain("[object Object]");
    expect(cells).toContain('""');
  });
});

describe("the city's files", () => {
  it("bear both headers and commas in their coordinates", () => {
    expect(early[0]).toEqual(earlyColumns);
    expect(late[0]).toEqual(lateColumns);
    expect(early[0]).toHaveLength(18);
    expect(late[0]).toHaveLength(20);
    expect(early[1]?.at(-1)).toMatch(/^\d\d,\d{5,7}$/);
  });

  it("hold blank rows, rows told twice, refusals in their descriptions and mangled numbers", () => {
    expect(early.filter((row) => row.every((cell) => cell === "")).length).toBeGreaterThan(2);
    const number = earlyColumns.findIndex((column) => column.endsWith("decyzji") && column.startsWith("Nr"));
    expect(early.some((row) => /^(?:wrz|paź|lis|gru)-\d\d$/.test(row[number] ?? ""))).toBe(true);
    expect(late.some((row) => row[6]?.startsWith("odmowa"))).toBe(true);
    const inBoth = [...file("cz.1").rows.keys()].filter((key) => file("cz.2").rows.has(key));
    expect(inBoth.length).toBeGreaterThan(3);
  });
});

/** The row as text, and what in it bears the register's side of a conflict. */
function bearing({ field, row, registerValue }: (typeof conflicts)[number]): { told: string; bears: RegExp | string } {
  const holder = files.find(({ rows }) => rows.has(row));
  const cells = read(holder?.bytes ?? new Uint8Array(), /cz\.\d/.test(holder?.name ?? "") ? "windows-1250" : "utf-8");
  const told = (holder?.rows.get(row) ?? []).map((at) => `;${cells[at]?.join(";")};`).join("\n");
  const bears = {
    outcome: /odm|um[oa]rz/,
    volume: `;${registerValue.replace(/ m³| /g, "")};`,
    address: `;${registerValue.split(" ").at(-1)};`,
    number: registerValue.replace(/20(\d\d)$/, ""),
  };
  return { told, bears: (bears as Partial<Record<string, RegExp | string>>)[field] ?? registerValue };
}

describe("planted conflicts", () => {
  it("are many, each on a case of its own, and their value stands in the row they name", () => {
    expect(conflicts.length).toBeGreaterThanOrEqual(8);
    expect(new Set(conflicts.map(({ row }) => row)).size).toBe(conflicts.length);
    for (const conflict of conflicts) {
      expect(conflict.registerValue).not.toBe(conflict.documentValue);
      const { told, bears } = bearing(conflict);
      expect(told).toMatch(bears);
    }
  });

  it("leave the paper's parcel out of the register", () => {
    const moved = conflicts.filter(({ field }) => field === "parcel");
    expect(moved.length).toBeGreaterThan(0);
    for (const conflict of moved) expect(bearing(conflict).told).not.toContain(`;${conflict.documentValue};`);
  });
});

describe("questions", () => {
  it("name rows that are there", () => {
    const keys = new Set(files.flatMap(({ rows }) => [...rows.keys()]));
    for (const { sources } of questions)
      for (const source of sources) expect("row" in source && keys.has(source.row)).toBe(true);
  });
});

describe("what a spreadsheet makes of numbers", () => {
  it.each([
    ["1/09", "09-sty"],
    ["9/09", "09-wrz"],
    ["24/09", "24-wrz"],
    ["62/09", "wrz-62"],
    ["1967/12", "gru-67"],
    ["614/10", "614/10"],
    ["43/14", "43/14"],
  ])("%s becomes %s", (number, cell) => {
    expect(throughSpreadsheet(number)).toBe(cell);
  });
});
