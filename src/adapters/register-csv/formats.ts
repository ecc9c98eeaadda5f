import { TeczkaError } from "../../core/errors.ts";
import type { RegisterFormat } from "../../core/permit.ts";

/** What a header tells of a file. */
export interface RegisterFileShape {
  format: RegisterFormat;
  delimiter: ";" | "#";
  encoding: "utf-8" | "windows-1250";
  /** Column names; the second of a name that stands twice gets ` 2`. */
  columns: string[];
}

/** Columns by which a header is known; the misspellings are those of the exports (README of the data). */
const marks: readonly [RegisterFormat, readonly string[]][] = [
  ["rwdz-permits", ["numer_gunb", "numer_decyzji_urzedu", "data_wydania_decyzji", "jednosta_numer_ew"]],
  ["rwdz-notifications", ["numer_ewidencyjny_system", "numer_ewidencyjny_urzad", "stan", "jednostki_numer"]],
  ["wroclaw", ["Numer wpisu", "Nr wniosku", "Nr decyzji", "Data decyzji", "opis"]],
];
/** Columns without which every look-up by place would find nothing, and say so. */
const places: Readonly<Record<RegisterFormat, readonly string[]>> = {
  "rwdz-permits": ["miasto", "ulica", "nr_domu", "obreb_numer", "numer_dzialki"],
  "rwdz-notifications": ["miasto", "ulica", "nr_domu", "obreb_numer", "numer_dzialki"],
  wroclaw: ["Adres"],
};
/** A column of the city's files with Polish letters: read in the right encoding it is this word. */
const polishColumn = { name: "Miesiąc wniosku", pattern: /^Miesi.{1,3}c wniosku$/u };

/**
 * @param head the first bytes of the file, holding at least the header line
 * @throws TeczkaError `register_header_unknown`, `register_columns_missing`, `register_line_ends` or
 *   `register_encoding_unknown`: the file is refused whole
 */
export function detectShape(head: Uint8Array, fileName: string): RegisterFileShape {
  if (head.includes(0)) throw encodingUnknown(fileName, "UTF-8 ani windows-1250");
  const line = headerOf(head, "windows-1250");
  const delimiter = line.split("#").length > line.split(";").length ? "#" : ";";
  const columns = columnsOf(line, delimiter);
  const format = marks.find(([, names]) => names.every((name) => columns.includes(name)))?.[0];
  // A line that ends in CR alone goes on to the end of the file.
  if (line.includes("\r")) throw lineEnds(fileName);
  if (!format) throw headerUnknown(fileName, line);
  const missing = places[format].filter((name) => !columns.includes(name));
  if (missing.length > 0) throw columnsMissing(fileName, format, missing);
  if (format !== "wroclaw") return { format, delimiter, encoding: "utf-8", columns };
  if (!columns.some((column) => polishColumn.pattern.test(column)) || columns.includes(polishColumn.name))
    return { format, delimiter, encoding: "windows-1250", columns };
  const inUtf8 = columnsOf(headerOf(head, "utf-8"), delimiter);
  if (inUtf8.includes(polishColumn.name)) return { format, delimiter, encoding: "utf-8", columns: inUtf8 };
  throw encodingUnknown(fileName, "windows-1250");
}

function headerOf(head: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(head);
  return text.replace(/^(?:ď»ż|\uFEFF)/u, "").split(/\r?\n/u)[0] ?? "";
}

/** The city's files write white space in names as full stops. */
function columnsOf(line: string, delimiter: string): string[] {
  const names = line.split(delimiter).map((cell) => cell.replace(/^"|"$/gu, "").replace(/\.+/gu, " ").trim());
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

function lineEnds(fileName: string): TeczkaError {
  return new TeczkaError(
    "invalid",
    "register_line_ends",
    `Plik „${fileName}” kończy wiersze samym znakiem CR, jak dawne komputery Macintosh.`,
    "Pobierz oryginalny eksport albo zapisz plik z końcami wierszy LF lub CRLF.",
  );
}

function columnsMissing(fileName: string, format: RegisterFormat, missing: readonly string[]): TeczkaError {
  return new TeczkaError(
    "invalid",
    "register_columns_missing",
    `Plik „${fileName}” wygląda na ${format}, ale nie ma kolumn: ${missing.join(", ")}.`,
    "Pobierz oryginalny eksport: bez tych kolumn wyszukiwanie po działce i adresie niczego by nie znalazło.",
  );
}

function headerUnknown(fileName: string, line: string): TeczkaError {
  const expected = marks.map(([format, names]) => `${format}: ${names.join(", ")}`).join("; ");
  return new TeczkaError(
    "invalid",
    "register_header_unknown",
    `Plik „${fileName}” ma nieznany nagłówek („${line.slice(0, 80)}…”). Oczekiwano kolumn jednego z formatów – ${expected}.`,
    "Sprawdź, czy to właściwy plik i czy pierwszy wiersz jest nagłówkiem.",
  );
}

export function encodingUnknown(fileName: string, expected: string, cause?: unknown): TeczkaError {
  return new TeczkaError(
    "invalid",
    "register_encoding_unknown",
    `Plik „${fileName}” nie jest zapisany w kodowaniu ${expected}, którego wymaga jego format.`,
    "Pobierz oryginalny eksport; plik otwarty i zapisany w arkuszu zmienia kodowanie.",
    { cause },
  );
}
