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

/**
 * @param head the first bytes of the file, holding at least the header line
 * @throws TeczkaError `register_header_unknown` or `register_encoding_unknown`: the file is refused whole
 */
export function detectShape(head: Uint8Array, fileName: string): RegisterFileShape {
  const line = new TextDecoder("windows-1250").decode(head).split(/\r?\n/u)[0] ?? "";
  const text = line.replace(/^ď»ż/u, "");
  const delimiter = text.split("#").length > text.split(";").length ? "#" : ";";
  const columns = unique(
    text.split(delimiter).map((cell) =>
      cell
        .replace(/^"|"$/gu, "")
        .replace(/\.{2,}|\./gu, " ")
        .trim(),
    ),
  );
  const format = marks.find(([, names]) => names.every((name) => columns.includes(name)))?.[0];
  if (!format) {
    throw new TeczkaError(
      "invalid",
      "register_header_unknown",
      `Plik „${fileName}” ma nieznany nagłówek (${text.slice(0, 80)}…): nie jest eksportem RWDZ ani rejestrem miejskim.`,
      "Sprawdź, czy to właściwy plik i czy pierwszy wiersz jest nagłówkiem.",
    );
  }
  const encoding = format === "wroclaw" ? "windows-1250" : "utf-8";
  return { format, delimiter, encoding, columns };
}

function unique(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
