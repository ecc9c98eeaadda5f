/** Dates, figures and spellings as Polish offices write them. Dates inside the generator are ISO days. */
const months = [
  "stycznia",
  "lutego",
  "marca",
  "kwietnia",
  "maja",
  "czerwca",
  "lipca",
  "sierpnia",
  "września",
  "października",
  "listopada",
  "grudnia",
];
const romanMonths = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
/** What a spreadsheet makes of 9/1: `09-sty`. */
export const spreadsheetMonths = "sty lut mar kwi maj cze lip sie wrz paź lis gru".split(" ");

function parts(iso: string): { year: string; month: number; day: number } {
  return { year: iso.slice(0, 4), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) };
}

export function yearOf(iso: string): number {
  return Number(iso.slice(0, 4));
}

/** 12 marca 2014 r. */
export function dateLong(iso: string): string {
  return `${dateWords(iso)} r.`;
}

/** 12 marca 2014 */
function dateWords(iso: string): string {
  const { year, month, day } = parts(iso);
  return `${day} ${months[month - 1]} ${year}`;
}

/** 12.03.2014 */
export function dateDots(iso: string): string {
  const { year, month, day } = parts(iso);
  return `${two(day)}.${two(month)}.${year}`;
}

/** 12 III 2014 */
function dateRoman(iso: string): string {
  const { year, month, day } = parts(iso);
  return `${day} ${romanMonths[month - 1]} ${year}`;
}

/** Every way of writing a day that an answer may use. */
export function dateForms(iso: string): string[] {
  return [dateWords(iso), dateDots(iso), iso, dateRoman(iso)];
}

export function addDays(iso: string, days: number): string {
  const { year, month, day } = parts(iso);
  return new Date(Date.UTC(Number(year), month - 1, day + days)).toISOString().slice(0, 10);
}

/** The same day, or the Monday after a weekend: offices neither sign nor stamp on Sundays. */
export function workday(iso: string): string {
  const { year, month, day } = parts(iso);
  const weekday = new Date(Date.UTC(Number(year), month - 1, day)).getUTCDay();
  return weekday === 6 ? addDays(iso, 2) : weekday === 0 ? addDays(iso, 1) : iso;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** 9.5 → 9,5; 1245.6 → 1 245,6 */
export function figure(value: number, decimals?: number): string {
  const [whole = "0", fraction] = (decimals === undefined ? String(value) : value.toFixed(decimals)).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, " ") : whole;
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** All spellings of a measure that count as the same: 9,5 m and 9,50 m. */
export function figureForms(value: number, unit: string): string[] {
  const numbers = new Set([figure(value), figure(value, 1), figure(value, 2), String(value), value.toFixed(2)]);
  numbers.add(figure(value).replaceAll(" ", ""));
  numbers.add(figure(value, 2).replaceAll(" ", ""));
  const units =
    unit === "m³" ? ["m³", "m3"] : unit === "m²" ? ["m²", "m2"] : unit === "m" ? ["m", "metra", "metrów"] : [unit];
  return [...numbers].flatMap((number) =>
    units.flatMap((one) => (one === "%" ? [`${number}%`, `${number} %`] : `${number} ${one}`)),
  );
}

/** 614/2014 and 614/14. */
export function numberForms(number: string): string[] {
  const match = /^(.+)\/(?:19|20)(\d\d)$/.exec(number);
  return match ? [number, `${match[1]}/${match[2]}`] : [number];
}

/** As an officer types in a hurry: no diacritics. */
export function plainLetters(text: string): string {
  return text
    .replaceAll("ł", "l")
    .replaceAll("Ł", "L")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
}
