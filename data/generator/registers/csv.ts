import type { Rng } from "../rng.ts";
import { spreadsheetMonths, yearOf } from "../polish.ts";

/** A cell quoted only where it has to be. */
export function cell(text: string): string {
  return /[;"\n]/.test(text) ? quoted(text) : text;
}

export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The national export writes nothing in four ways. */
export function nothing(rng: Rng): string {
  return rng.pick(["", "", "", '""', '""', '""""""', "[object Object]"]);
}

/** `3031/14`: the city's files shorten the year. */
export function shortNumber(number: string): string {
  return number.replace(/\/(?:19|20)(\d\d)$/, "/$1");
}

/**
 * What a spreadsheet made of a number: `24/09` reads as a day of September (`24-wrz`), `9/09` as a month (`09-wrz`),
 * `62/09` as September 1962 (`wrz-62`), and so on until the years have no month left.
 */
export function throughSpreadsheet(number: string): string {
  const [, count = "", year = ""] = /^(\d+)\/(\d\d)$/.exec(number) ?? [];
  const month = spreadsheetMonths[Number(year) - 1];
  const value = Number(count);
  if (!month || value === 0) return number;
  if (value <= 12) return `${year}-${spreadsheetMonths[value - 1]}`;
  if (value <= 31) return `${count}-${month}`;
  if (value <= 99) return `${month}-${count}`;
  return value >= 1900 && value <= 1999 ? `${month}-${count.slice(2)}` : number;
}

/** Whether a number comes through the spreadsheet as it was. */
export function isWhole(number: string): boolean {
  return throughSpreadsheet(shortNumber(number)) === shortNumber(number);
}

/** Working days between two days, as the city's files count how long a case took. */
export function workingDays(from: string, to: string): number {
  let count = 0;
  for (let day = Date.parse(`${from}T00:00:00Z`); day < Date.parse(`${to}T00:00:00Z`); day += 86_400_000) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count += 1;
  }
  return count;
}

export function seasonOf(iso: string): string {
  const month = Number(iso.slice(5, 7));
  return ["Zima", "Wiosna", "Lato", "Jesień"][Math.floor((month % 12) / 3)] ?? "Zima";
}

export function monthStart(iso: string): string {
  return `${iso.slice(0, 7)}-01`;
}

export function yearAndMonth(iso: string): { year: number; month: number } {
  return { year: yearOf(iso), month: Number(iso.slice(5, 7)) };
}
