import type { RegisterFile } from "../model.ts";
import { encodeWindows1250 } from "../paper/windows-1250.ts";
import { yearOf } from "../polish.ts";
import type { Rng } from "../rng.ts";
import { monthStart, quoted, seasonOf, shortNumber, throughSpreadsheet, workingDays, yearAndMonth } from "./csv.ts";
import type { Entry } from "./entry.ts";

/** Both headers of the city's files; the dots are theirs. */
const dots = (count: number) => ".".repeat(count);
const shared = [
  "",
  `Numer${dots(39)}wpisu`,
  "Imię.i.nazwisko.lub.nazwa.inwestora",
  "Data.wpisu",
  "Adres",
  "Rodzaj",
  "opis",
  "typ",
  "Data.wniosku",
  `Nr${dots(15)}wniosku`,
  `Nr${dots(15)}decyzji`,
  "Data.decyzji",
  "Rok.wniosku",
  "Miesiąc.wniosku",
  "data",
  "Czas.rozpatrzenia",
];
export const earlyColumns = [...shared, "lon", "lat"];
export const lateColumns = [...shared, "data_miesiac", "pora_roku", "lon", "lat"];

export interface CityFile {
  name: string;
  /** The early files are bare; the late ones quote their words and have two columns more. */
  late: boolean;
  firstIndex: number;
}

/** Rows in the order of their dates, blank ones between, some at the end; entry numbers have gaps. */
export function cityFile(rng: Rng, file: CityFile, entries: Entry[]): RegisterFile {
  const columns = file.late ? lateColumns : earlyColumns;
  const lines: string[] = [];
  const rows = new Map<string, number[]>();
  let entryNumber = rng.int(1, 400);
  const sorted = entries.toSorted((a, b) => (a.date === b.date ? (a.key < b.key ? -1 : 1) : a.date < b.date ? -1 : 1));
  for (const entry of sorted) {
    const own = rng.fork(`row ${entry.key}`);
    if (rng.fork(`blank ${entry.key}`).chance(0.05)) lines.push(";".repeat(columns.length - 1));
    entryNumber += own.int(1, 4);
    lines.push(cells(own, entry, { late: file.late, index: file.firstIndex + lines.length, entryNumber }));
    rows.set(entry.key, [...(rows.get(entry.key) ?? []), lines.length]);
  }
  for (let blank = rng.int(3, 9); blank > 0; blank -= 1) lines.push(";".repeat(columns.length - 1));
  const head = columns.map((column) => (file.late ? quoted(column) : column)).join(";");
  return { name: file.name, bytes: encodeWindows1250(`${[head, ...lines].join("\r\n")}\r\n`), rows };
}

function cells(rng: Rng, entry: Entry, at: { late: boolean; index: number; entryNumber: number }): string {
  const { year, month } = yearAndMonth(entry.applicationDate);
  const word = (text: string) => (at.late ? quoted(text) : text.replaceAll(";", ","));
  const application = throughSpreadsheet(shortNumber(entry.applicationNumber));
  const days = workingDays(entry.applicationDate, entry.date);
  return [
    word(String(at.index)),
    String(at.entryNumber),
    word(""),
    word(yearOf(entry.date) < 2012 && rng.chance(0.6) ? entry.date : ""),
    word(addressCell(rng, entry)),
    word(kindOf(entry)),
    word(description(rng, entry)),
    word(typeOf(entry)),
    word(entry.applicationDate),
    word(application),
    word(throughSpreadsheet(shortNumber(entry.number))),
    word(entry.date),
    String(year),
    String(month),
    word(monthStart(entry.applicationDate)),
    String(days),
    ...(at.late
      ? [word(entry.applicationDate.slice(0, 7).replace("-", "_")), word(seasonOf(entry.applicationDate))]
      : []),
    coordinate(rng, 15.61),
    coordinate(rng, 52.38),
  ].join(";");
}

function coordinate(rng: Rng, base: number): string {
  return (base + rng.int(0, 90_000) / 1_000_000).toFixed(rng.int(5, 7)).replace(".", ",");
}

/** A street, or where there was none yet, precinct, sheet and parcel in the habits of several clerks. */
function addressCell(rng: Rng, { street, house, parcels }: Entry): string {
  const [first] = parcels;
  const precinct = first?.precinct ?? "";
  const numbers = parcels.map(({ number }) => number).join(",");
  const sheet = `AM-${first?.sheet ?? 1}`;
  const drawn = rng.next();
  if (drawn < 0.35) return `${street} ${house} `;
  if (drawn < 0.5) return `${precinct},${sheet},dz.nr ${numbers}`;
  if (drawn < 0.62) return `${precinct}, ${sheet}, dz. ${numbers.replaceAll(",", ", ")}`;
  if (drawn < 0.8) return `${street}  ${precinct},${sheet},dz.${numbers}`;
  return `${street} ${house},obr.${precinct},${sheet},dz.nr ${numbers} `;
}

function kindOf({ works }: Entry): string {
  const kinds: Record<string, string> = {
    I: "bud.mieszkalne jednorodzinne",
    III: "bud.niemieszkalne pozostałe",
    IX: "bud.szkół i instytucji badawczych",
    XI: "bud.szpitali i zakł.opieki medycznej",
    XIII: "bud.o trzech i więcej mieszkaniach",
    XVI: "bud.biurowe",
    XVII: "bud.handlowo-uslugowe",
    XVIII: "zbiorniki,silosy i bud.magazynowe",
    XXVI: "linie elektroener.i telekom.rozdzielcz.",
    XXIX: "linie telekomunikacyjne dalek.zasięgu",
  };
  return kinds[works.category] ?? "";
}

function typeOf({ works }: Entry): string {
  const first = works.name.split(" ")[0] ?? "";
  return first === "budowa" ? "nowe" : first === "nadbudowa" ? "rozbudowa" : first;
}

/** The description tells the outcome, in the words of whoever typed it; a plain description of works is a permit. */
function description(rng: Rng, { outcome, works }: Entry): string {
  const short = works.name.replace("mieszkalnego", rng.pick(["mieszkalnego", "mieszkal."]));
  switch (outcome) {
    case "refused":
      return rng.pick(["odmowa", "odmowa", `odmowa-${short}`, `odmowa - ${short}`]);
    case "discontinued":
      return rng.pick([
        "umorzenie",
        "umorzenie post.",
        "umorzenie postępowania",
        `umorzenie postępowania-${short}`,
        "umorzenie postepowania",
      ]);
    case "repealed":
      return rng.pick(["uchylenie decyzji", `uchylam decyzję-${short}`]);
    case "amended":
      return rng.pick([`zmiana decyzji-${short}`, `zmiana pozwolenia-${short}`]);
    case "transferred":
      return rng.pick(["przeniesienie decyzji", `przeniesienie decyzji-${short}`]);
    case "expired":
      return rng.pick(["stwierdzenie wygaśnięcia decyzji", "wygaśnięcie decyzji"]);
    default:
      return rng.chance(0.3) ? short.replace("budowa budynku", "bud bud.") : short;
  }
}
