import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";

/** The columns of the RWDZ export of permits, as it names and misspells them (README of the data). */
const columns =
  "numer_urzad;numer_gunb;nazwa_organu;adres_organu;data_wplywu_wniosku;numer_decyzji_urzedu;data_wydania_decyzji;nazwa_inwestor;wojewodztwo;miasto;terc;cecha;cecha;ulica;ulica_dalej;nr_domu;rodzaj_inwestycji;kategoria;nazwa_zamierzenia_bud;nazwa_zam_budowlanego;kubatura;projektant_nazwisko;projektant_imie;projektant_numer_uprawnien;jednosta_numer_ew;obreb_numer;numer_dzialki;numer_arkusza_dzialki;jednostka_stara_numeracja_z_wniosku;stara_numeracja_obreb_z_wnioskiu;stara_numeracja_dzialka_z_wniosku";
const authorities = 32;
/** Each names about one street in a hundred, the others come from syllables. */
export const commonStreets = [
  "Krucza",
  "Lipowa",
  "Adama Mickiewicza",
  "Tadeusza Kościuszki",
  "Polna",
  "Źródlana",
  "Ogrodowa",
  "Łąkowa",
  "3 Maja",
  "Józefa Piłsudskiego",
  "Wrzosowa",
  "Świerkowa",
];
/** Each is the investor of about one case in eight. */
export const companies = ["Alfa Dom sp. z o.o.", "Zielona Dolina Deweloper S.A."];
/** The first is that of every other case, as in the real register. */
export const dumpCategories = ["I", "II", "III", "VIII", "XII", "XIII", "XVI", "XVIII", "XXVI"];
/** Of decisions. */
export const dumpYears = Array.from({ length: 10 }, (_, at) => 2016 + at);
const works = [
  "Budowa budynku mieszkalnego jednorodzinnego wolno stojącego wraz z instalacjami wewnętrznymi oraz zbiornikiem na ścieki",
  "Przebudowa i rozbudowa budynku usługowego wraz ze zmianą sposobu użytkowania części poddasza na cele mieszkalne",
  "Budowa sieci wodociągowej i kanalizacji sanitarnej\nz przyłączami, etap II",
  "Budowa hali magazynowej z zapleczem socjalnym, drogą wewnętrzną i miejscami postojowymi",
];
/** Cases whose rows are written in turns, so that rows of one case do not stand together. */
const openCases = 50;

/** Made-up numbers that are the same on every run (mulberry32, public domain). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * Writes a made-up export of a voivodeship in the RWDZ shape: one row a parcel, 1 to 4 parcels a case, 32 authorities
 * that all begin their numbers with 1 each year, empty cells as the export writes them.
 */
export async function writeRegisterDump(path: string, rows: number, seed = 1): Promise<void> {
  const below = numbersFrom(seed);
  const file = createWriteStream(path);
  file.write(`\uFEFF${columns}\n`);
  const open: { cells: string[]; left: number }[] = [];
  let made = 0;
  for (let written = 0; written < rows; ) {
    const lines: string[] = [];
    for (; lines.length < 1000 && written < rows; written += 1) {
      while (open.length < openCases) open.push({ cells: caseCells((made += 1), below), left: 1 + below(4) });
      const at = below(openCases);
      const one = open[at] as { cells: string[]; left: number };
      one.cells[26] = `${1 + below(900)}${below(3) === 0 ? "" : `/${1 + below(40)}`}`;
      lines.push(one.cells.join(";"));
      one.left -= 1;
      if (one.left === 0) open.splice(at, 1);
    }
    if (!file.write(`${lines.join("\n")}\n`)) await once(file, "drain");
  }
  file.end();
  await finished(file);
}

/** @param made the case's place in the dump, from 1 */
export function yearOfCase(made: number): number {
  return dumpYears[Math.floor(made / authorities / 1500) % dumpYears.length] ?? 0;
}

function caseCells(made: number, below: (limit: number) => number): string[] {
  const office = made % authorities;
  const year = yearOfCase(made);
  const number = 1 + (Math.floor(made / authorities) % 1500);
  const day = `${year}-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`;
  const unit = `99${String(office).padStart(2, "0")}0${1 + below(9)}_${1 + below(5)}`;
  return [
    `AB.6740.${1 + below(9)}.${made}.${year}.KL`,
    `${made}/${office}/${year}`,
    `Starosta Zmyślony ${office}`,
    "ul. Urzędowa 1, 99-001 Zmyślone",
    `${day} 00:00:00`,
    `${number}/${year}`,
    `${day} 00:00:00`,
    below(4) === 0 ? (companies[below(companies.length)] ?? "") : "",
    "zmyślone",
    `Miasteczko ${office}`,
    unit.slice(0, 6),
    "ul.",
    "[object Object]",
    streetName(below),
    '""""""',
    below(5) === 0 ? "" : `${1 + below(120)}${below(6) === 0 ? "a" : ""}`,
    "budowa nowego obiektu",
    (below(2) === 0 ? dumpCategories[0] : dumpCategories[below(dumpCategories.length)]) ?? "",
    `"${works[below(works.length)] ?? ""}"`,
    "budynek",
    `${100 + below(5000)}`,
    "Testowalski",
    "Jan",
    `ZM/${below(9999)}/10`,
    unit,
    String(1 + below(60)).padStart(4, "0"),
    "",
    below(2) === 0 ? `AR_${1 + below(30)}` : "",
    "",
    "",
    "",
  ];
}

const syllables = ["Bar", "ko", "dę", "li", "mo", "na", "pie", "ry", "so", "tu", "wie", "ża", "gro", "sta"];

function streetName(below: (limit: number) => number): string {
  if (below(100) < commonStreets.length) return commonStreets[below(commonStreets.length)] ?? "";
  const word = Array.from({ length: 3 }, () => syllables[below(syllables.length)]).join("");
  return `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}${below(2) === 0 ? "owa" : "na"}`;
}
