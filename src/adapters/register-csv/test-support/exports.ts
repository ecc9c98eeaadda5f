import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { RegisterEntry } from "../../../core/ports/permit-register.ts";
import { readRegister } from "../read-register.ts";
import { fileSource } from "../register-source.ts";

const folder = mkdtempSync(join(tmpdir(), "teczka-register-"));
afterAll(() => rmSync(folder, { recursive: true }));

export const permitsHeader =
  "numer_urzad;numer_gunb;nazwa_organu;adres_organu;data_wplywu_wniosku;numer_decyzji_urzedu;data_wydania_decyzji;nazwa_inwestor;wojewodztwo;miasto;terc;cecha;cecha;ulica;ulica_dalej;nr_domu;rodzaj_inwestycji;kategoria;nazwa_zamierzenia_bud;nazwa_zam_budowlanego;kubatura;projektant_nazwisko;projektant_imie;projektant_numer_uprawnien;jednosta_numer_ew;obreb_numer;numer_dzialki;numer_arkusza_dzialki;jednostka_stara_numeracja_z_wniosku;stara_numeracja_obreb_z_wnioskiu;stara_numeracja_dzialka_z_wniosku";
export const notificationsHeader =
  "numer_ewidencyjny_system;numer_ewidencyjny_urzad;data_wplywu_wniosku_do_urzedu;nazwa_organu;wojewodztwo_objekt;obiekt_kod_pocztowy;miasto;terc;cecha;cecha;ulica;ulica_dalej;nr_domu;kategoria;nazwa_zam_budowlanego;rodzaj_zam_budowlanego;kubatura;stan;jednostki_numer;obreb_numer;numer_dzialki;numer_arkusza_dzialki;nazwisko_projektanta;imie_projektanta;projektant_numer_uprawnien;projektant_pozostali";
export const cityHeader =
  ";Numer.......wpisu;Imię.i.nazwisko.lub.nazwa.inwestora;Data.wpisu;Adres;Rodzaj;opis;typ;Data.wniosku;Nr......wniosku;Nr.....decyzji;Data.decyzji;Rok.wniosku;Miesiąc.wniosku;data;Czas.rozpatrzenia;lon;lat";

/** A row of an export by the columns that matter here. */
export function row(header: string, cells: Record<string, string>, delimiter = ";"): string {
  const columns = header.split(";").map((column) => column.replace(/\.+/gu, " ").trim());
  return columns.map((column) => cells[column] ?? "").join(delimiter);
}
export const permit = (cells: Record<string, string>) =>
  row(permitsHeader, {
    numer_urzad: "AB.6740.1.77.2019.KL",
    nazwa_organu: "Starosta Lipowski",
    numer_decyzji_urzedu: "312/2019",
    data_wydania_decyzji: "2019-05-06 00:00:00",
    miasto: "Lipowo",
    ulica: "Krucza",
    nr_domu: "64",
    numer_dzialki: "87/14",
    numer_arkusza_dzialki: "AR_28",
    obreb_numer: "0022",
    jednosta_numer_ew: "990101_1",
    nazwa_zamierzenia_bud: "budowa domu",
    ...cells,
  });
export const cityCase = (cells: Record<string, string>) =>
  row(cityHeader, { "": "1", Adres: "Krucza 64", opis: "budowa domu", "Data decyzji": "2010-03-30", ...cells });

export async function read(content: string | Uint8Array, name = "rejestr.csv") {
  const path = join(folder, name);
  writeFileSync(path, content);
  const reading = await readRegister(await fileSource(path));
  const entries: RegisterEntry[] = [];
  for await (const some of reading.entries({ register: "r" })) entries.push(...some);
  return { ...reading, entries };
}
