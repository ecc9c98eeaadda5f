import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parseAddress, printAddress } from "../../src/core/identity/address.ts";
import { findDates } from "../../src/core/identity/dates.ts";
import { parseDecisionNumber } from "../../src/core/identity/decision-number.ts";
import { findParcels } from "../../src/core/identity/parcel.ts";

/** Cells of one class, how many of them came out right, and some of those that did not. */
export interface Share {
  what: string;
  cells: number;
  /** Absent where the class is only counted. */
  right?: number;
  missed: string[];
}

/**
 * What the parsers make of the real columns of a city's register (files of `shared/data/register`). What a cell holds,
 * and what has to come out of it, is said here by cruder means than the parsers': by its digits, in their order.
 */
export function identityShares(folder: string): Share[] {
  const rows = readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .flatMap((name) => rowsOf(join(folder, name)))
    .filter((row) => Object.entries(row).some(([column, cell]) => column !== "" && cell.trim() !== ""));
  const cells = (column: string) => rows.map((row) => (row[column] ?? "").replace(/\s+/gu, " ").trim());
  return [
    ...addressShares(cells("Adres")),
    ...numberShares("decision number", cells("Nr decyzji")),
    ...numberShares("application number", cells("Nr wniosku")),
    ...dateShares("date of decision", cells("Data decyzji")),
    ...dateShares("date of application", cells("Data wniosku")),
  ];
}

/** As rows of a table: class, cells, right, share. */
export function printedShares(shares: readonly Share[]): string[][] {
  return shares.map(({ what, cells, right }) => [
    what,
    String(cells),
    right === undefined ? "" : String(right),
    right === undefined || cells === 0 ? "" : `${((right / cells) * 100).toFixed(2)} %`,
  ]);
}

function rowsOf(path: string): Record<string, string>[] {
  const text = new TextDecoder("windows-1250").decode(readFileSync(path));
  const options = { delimiter: ";", relax_quotes: true, relax_column_count: true };
  const [header = [], ...rows]: string[][] = parse(text, options);
  // `Nr...............wniosku` in one style, `Nr wniosku` in the other.
  const columns = header.map((name) => name.replace(/\.+/gu, " ").trim());
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [columns[at] ?? "", cell])));
}

const months = "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia";
const dayInName = new RegExp(`\\b\\d{1,2} (?:${months})\\b|\\b(?:${months}) (?:[12]?\\d|3[01])(?!\\d)`, "giu");

/** `dz` and a number, or a sheet and a number with a stroke. */
const holdsParcel = /(?<!\p{L})dz[^\d\p{L}]?(?:[nm]?r)?\P{L}{0,3}\d|(?<!\p{L})A[MR]\D?\d+\D{1,2}\d+\/\d/iu;

function classOf(cell: string): string {
  if (cell === "") return "address: empty";
  if (!/\d/u.test(cell)) return "address: a street alone, no digit";
  if (holdsParcel.test(cell)) return "address: holds a parcel";
  if (/(?<!\p{L})A[MR]\D?\d+$/iu.test(cell)) return "address: a sheet alone";
  if (!/\d/u.test(cell.replace(dayInName, ""))) return "address: only a day in the street's name";
  return "address: holds a house number";
}

function addressShares(cells: readonly string[]): Share[] {
  const judged: Record<string, (cell: string) => boolean> = {
    "address: holds a parcel": parcelsAreRight,
    "address: holds a house number": houseIsRight,
  };
  return [...Map.groupBy(cells, classOf)].map(([what, own]) => share(what, own, judged[what])).sort(byName);
}

/** All numbers behind the sheet and „dz”, in their order, each with the sheet and precinct that stand before it; and no others. */
function parcelsAreRight(cell: string): boolean {
  let sheet = "";
  const wanted = [...cell.matchAll(/A[MR]\D?(\d+)|(\d+(?:\/\d+)?)/giu)].flatMap(([, ofSheet, number]) => {
    if (ofSheet) sheet = ofSheet;
    return number ? [`${number} ${sheet}`] : [];
  });
  const found = findParcels(cell).map(({ value }) => `${value.number} ${value.sheet ?? ""}`);
  const precinct = /(?<!\p{L})obr[.,]\s?([^,]+),/iu.exec(cell)?.[1];
  const lies = findParcels(cell).every(({ value }) => value.precinct === precinct);
  return lies && wanted.join() === found.join();
}

/** The street is what stands before the number, the house what stands behind it, and no digit of either is lost. */
function houseIsRight(cell: string): boolean {
  const address = parseAddress(cell);
  if (!address?.number || findParcels(cell).length > 0) return false;
  const day = new RegExp(`^.*?(?:${dayInName.source})(?: Pl(?:ac|\\.)?)?`, "iu").exec(cell)?.[0] ?? "";
  const at = day.length + cell.slice(day.length).search(/\d/u);
  const digits = (text: string) => text.match(/\d+/gu)?.join();
  return address.street === cell.slice(0, at).trim() && digits(printAddress(address)) === digits(cell);
}

function numberShares(what: string, cells: readonly string[]): Share[] {
  const isClean = (cell: string) => /^\d{1,5}\/\d{2}$/u.test(cell);
  const isMonth = (cell: string) => /^(?:\d{2}-\p{L}{3}|\p{L}{3}-\d{2})$/u.test(cell);
  const classOfNumber = (cell: string) =>
    cell === "" ? "empty" : isClean(cell) ? "clean" : isMonth(cell) ? "mangled into a month" : "of another shape";
  const judged: Record<string, (cell: string) => boolean> = {
    clean: (cell) => {
      const [number = "", year = ""] = cell.split("/");
      const parsed = parseDecisionNumber(cell);
      return parsed !== undefined && "number" in parsed && parsed.number === `${Number(number)}/20${year}`;
    },
    // Kept as it is, read in at least one way, and taken for none.
    "mangled into a month": (cell) => {
      const parsed = parseDecisionNumber(cell);
      return parsed !== undefined && "mangled" in parsed && parsed.mangled === cell && parsed.possible.length > 0;
    },
  };
  return [...Map.groupBy(cells, classOfNumber)]
    .map(([kind, own]) => share(`${what}: ${kind}`, own, judged[kind]))
    .sort(byName);
}

function dateShares(what: string, cells: readonly string[]): Share[] {
  const [empty, told] = [cells.filter((cell) => cell === ""), cells.filter((cell) => cell !== "")];
  const isRight = (cell: string) =>
    findDates(cell)
      .map(({ value }) => value)
      .join() === cell.slice(0, 10);
  return [share(`${what}: told`, told, isRight), share(`${what}: empty`, empty)];
}

function share(what: string, cells: readonly string[], isRight?: (cell: string) => boolean): Share {
  const missed = isRight ? cells.filter((cell) => !isRight(cell)) : [];
  return { what, cells: cells.length, ...(isRight ? { right: cells.length - missed.length } : {}), missed };
}

function byName(a: Share, b: Share): number {
  return a.what.localeCompare(b.what);
}
