import { readRegisterOutcome } from "../../outcomes/read-register-outcome.ts";
import type { PermitCase } from "../../permit.ts";

/** A made-up county's and city's registers, a row of each kind. Nothing here is anyone's case. */
const permits = { name: "RWDZ", sha256: "e1", format: "rwdz-permits" as const };
const notifications = { name: "RWDZ zgłoszenia", sha256: "e2", format: "rwdz-notifications" as const };
const city = { name: "Rejestr miejski", sha256: "e3", format: "wroclaw" as const };

const shelter: PermitCase = {
  register: permits,
  authority: "Starosta Brzegowski",
  number: "77/2018",
  date: "2018-05-04",
  applicationNumber: "BR/WNIOSEK/412/2018",
  applicationDate: "2018-03-02",
  kind: "budowa nowego/nowych obiektów budowlanych, Wiata",
  outcome: "granted",
  address: "Brzegów, ul. Lipowa 9",
  parcels: ["31/7;sheet=5;precinct=0012;unit=160705_4"],
  description: "Budowa wiaty rekreacyjnej",
  investor: "Zielony Ogród sp. z o.o.",
  category: "VIII",
  match: "exact",
  rows: [{ file: "pozwolenia.csv", row: 1 }],
  fields: {
    numer_urzad: "BR/WNIOSEK/412/2018",
    nazwa_organu: "Starosta Brzegowski",
    data_wplywu_wniosku: "2018-03-02 00:00:00",
    numer_decyzji_urzedu: "77/2018",
    data_wydania_decyzji: "2018-05-04 00:00:00",
    nazwa_inwestor: "Zielony Ogród sp. z o.o.",
    miasto: "Brzegów",
    ulica: "Lipowa",
    nr_domu: "9",
    kategoria: "VIII",
    nazwa_zamierzenia_bud: "Budowa wiaty rekreacyjnej",
    kubatura: "86",
    obreb_numer: "0012",
    numer_dzialki: "31/7",
    numer_arkusza_dzialki: "AR_5",
  },
};
const porch: PermitCase = {
  register: notifications,
  authority: "Starosta Brzegowski",
  number: null,
  date: null,
  applicationNumber: "BR.6743.88.2019",
  applicationDate: "2019-03-01",
  kind: "Budowa ganku",
  outcome: "no_objection",
  address: "Brzegów, ul. Polna 3",
  parcels: ["44/2;precinct=0007"],
  description: "Budowa ganku przy budynku jednorodzinnym",
  match: "exact",
  rows: [{ file: "zgloszenia.csv", row: 1 }],
  fields: {
    numer_ewidencyjny_urzad: "BR.6743.88.2019",
    data_wplywu_wniosku_do_urzedu: "2019-03-01 00:00:00",
    ulica: "Polna",
    nr_domu: "3",
    nazwa_zam_budowlanego: "Budowa ganku przy budynku jednorodzinnym",
    numer_dzialki: "44/2",
  },
};

function cityRow(row: number, cell: string, day: string, house: string, opis: string): PermitCase {
  const year = day.slice(0, 4);
  const isMangled = !/^\d+\/\d+$/u.test(cell);
  return {
    register: city,
    authority: "Prezydent Miasta Brzegowa",
    number: isMangled ? null : cell.replace("/", "/20"),
    ...(isMangled && cell !== "" ? { rawNumber: cell, possibleNumbers: ["9/2009"] } : {}),
    date: day,
    applicationNumber: `${4000 + row}/${year}`,
    applicationDate: `${year}-01-14`,
    kind: "nowe",
    outcome: readRegisterOutcome("wroclaw", opis),
    address: `Cicha ${house}`,
    parcels: [],
    description: opis,
    match: "exact",
    rows: [{ file: "miasto.csv", row }],
    fields: {
      Adres: `Cicha ${house}`,
      opis,
      "Data wniosku": `${year}-01-14`,
      "Nr wniosku": `${4000 + row}/${year.slice(2)}`,
      "Nr decyzji": cell,
      "Data decyzji": day,
    },
  };
}

export const rows = {
  shelter,
  porch,
  stable: cityRow(1, "16/11", "2011-02-07", "10", "budowa stajni z wiatą"),
  /** Another case of the number of `stable`. */
  twin: cityRow(9, "16/11", "2011-08-09", "22", "budowa wiaty"),
  refused: cityRow(2, "12/11", "2011-02-03", "5", "odmowa-budowa stajni"),
  ended: cityRow(3, "13/11", "2011-02-04", "6", "umorzenie post.-budowa stodoły"),
  unread: cityRow(4, "14/11", "2011-02-05", "7", "wznowienie postępowania"),
  changeRefused: cityRow(5, "15/11", "2011-02-06", "8", "odmowa uchylenia decyzji nr 3/2010"),
  mangled: cityRow(6, "09-wrz", "2009-05-06", "11", "przebudowa lokalu mieszkalnego"),
  repeal: cityRow(7, "18/12", "2012-06-06", "12", "uchylenie decyzji nr 5/2010"),
  transfer: cityRow(8, "22/12", "2012-06-13", "17", "przeniesienie dec. nr 8/2011"),
} as const;
