import { renamingInWords } from "../core/identity/street-names.ts";
import {
  counted,
  fieldInWords,
  noRegisters,
  outcomeWords,
  registerLogicWords,
  valueInWords,
} from "../core/in-words.ts";
import { isSpoilt } from "../core/identity/decision-number.ts";
import { printDate } from "../core/identity/dates.ts";
import type { PermitCase, PermitQuery } from "../core/permit.ts";
import type { RegisterLookup } from "../core/ports/permit-register.ts";
import type { Session } from "./session.ts";
import { paint, type Stream, widthOf, wrap } from "./terminal.ts";

/** Which page was asked for, and the command that asks for another when `--page N` is put behind it. */
interface Place {
  page: number;
  limit: number;
  command: string;
}

type Found = RegisterLookup & { related?: PermitCase[] | undefined };

export function printPermits(found: Found, place: Place, query: PermitQuery, { out }: Session): void {
  const write = (text: string, indent = "", first = indent) =>
    out.write(`${wrap(text, widthOf(out), indent, first)}\n`);
  for (const permit of [...found.cases, ...(found.related ?? [])]) {
    write(headOf(permit, out));
    if (permit.related) write(relationOf(permit.related), "  ");
    if (permit.match === "possible") write(`możliwe, nie pewne: ${whyPossible(permit)}`, "  ");
    if (permit.streetRenaming) write(`inna nazwa ulicy: ${renamingInWords(permit.streetRenaming)}`, "  ");
    for (const line of linesOf(permit)) write(line, "    ", "  ");
    out.write("\n");
  }
  if (found.registers.length === 0) {
    write(`${noRegisters} (npx teczka register import PLIK…)`);
    return;
  }
  write(pageInWords(found, place));
  write(`Sprawdzone rejestry: ${found.registers.map(({ name }) => name).join(", ")}.`);
  if (found.related) {
    const cases = counted(found.related.length, "sprawa", "sprawy", "spraw");
    write(`Oprócz nich, na działkach, z których ta powstała albo które powstały z niej: ${cases}.`);
  }
  if (found.total > 0) return;
  for (const format of new Set(found.registers.map((register) => register.format)))
    write(`${registerLogicWords[format].holds} ${registerLogicWords[format].silence}`);
  if (query.investor) write("Inwestorów będących osobami fizycznymi Teczka z rejestrów nie wczytuje.");
}

/** `134 sprawy, w tym 3 możliwe. Strona 2 z 7; dalej: …` */
export function pageInWords({ cases, total, possible }: RegisterLookup, { page, limit, command }: Place): string {
  if (total === 0) return "Nie znaleziono żadnej sprawy.";
  const pages = Math.ceil(total / limit);
  const some = possible > 0 ? `, w tym ${counted(possible, "możliwa", "możliwe", "możliwych")}` : "";
  const count = `Znaleziono: ${counted(total, "sprawa", "sprawy", "spraw")}${some}.`;
  if (cases.length === 0) return `${count} Strony ${page} nie ma; stron jest ${pages}.`;
  if (pages === 1) return count;
  const next = page < pages ? `; dalej: ${command} --page ${page + 1}` : "";
  return `${count} Strona ${page} z ${pages}${next}`;
}

function headOf({ number, rawNumber, date, outcome }: PermitCase, out: Stream): string {
  const told = number ?? (rawNumber ? rawNumberInWords(rawNumber) : "bez numeru");
  return [
    paint("bold", told, out),
    date ? printDate(date) : "bez daty",
    outcome === null ? "rozstrzygnięcie nieodczytane" : outcomeWords[outcome],
  ].join(" · ");
}

/** A number of another shape than most was not spoilt: it stands as the register has it. */
function rawNumberInWords(cell: string): string {
  return isSpoilt(cell) ? `„${cell}” (numer zniekształcony)` : `„${cell}” (zapis numeru jak w rejestrze)`;
}

function relationOf({ parcel, relation }: NonNullable<PermitCase["related"]>): string {
  const named = valueInWords("parcel", parcel);
  return relation === "former"
    ? `powiązana: ${named}, z której powstała szukana`
    : `powiązana: ${named}, powstała z szukanej`;
}

function whyPossible({ number, possibleNumbers = [] }: PermitCase): string {
  return number === null && possibleNumbers.length > 0
    ? `możliwe odczyty numeru: ${possibleNumbers.join(", ")}`
    : "wpis nie podaje wszystkiego, o co zapytano (np. arkusza, obrębu albo numeru domu)";
}

function linesOf(permit: PermitCase): string[] {
  const { register, authority, signature, kind, description, address, parcels, investor, category, licences } = permit;
  return [
    [register.name, authority, signature].filter(Boolean).join(", "),
    [kind, description].filter(Boolean).join(" – "),
    [address, parcels.map((parcel) => valueInWords("parcel", parcel)).join("; ")].filter(Boolean).join("; "),
    [
      investor && `inwestor: ${investor}`,
      category && `kategoria ${category}`,
      licences && `uprawnienia projektanta: ${licences.join(", ")}`,
    ]
      .filter(Boolean)
      .join("; "),
    ...(permit.unreadParcels ?? []).map((cell) => `działki zapisane nieczytelnie: „${cell}”`),
    ...(permit.differing ?? []).map(differenceInWords),
    ...placesOf(permit.rows),
  ].filter((line) => line !== "");
}

function differenceInWords({ field, values }: NonNullable<PermitCase["differing"]>[number]): string {
  const told = values.map(({ value, rows }) => `„${valueInWords(field, value)}” (${placesOf(rows).join("; ")})`);
  return `wiersze podają różnie – ${fieldInWords(field)}: ${told.join(", ")}`;
}

/** A line through a whole county has hundreds of parcels, and a case as many rows. */
const mostRows = 5;

/** `cz.1.csv, wiersze 3, 4`: a row's number says nothing without its file. */
export function placesOf(rows: PermitCase["rows"]): string[] {
  return [...Map.groupBy(rows, ({ file }) => file)].map(([file, own]) => {
    const more = own.length > mostRows ? ` i ${own.length - mostRows} więcej` : "";
    const numbers = own.slice(0, mostRows).map(({ row }) => row);
    return `${file}, ${own.length === 1 ? "wiersz" : "wiersze"} ${numbers.join(", ")}${more}`;
  });
}
