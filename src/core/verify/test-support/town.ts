import type { PermitCase } from "../../permit.ts";
import { paper } from "./papers.ts";

/** A made-up town's papers, in the wording of real ones. Nothing here is anyone's case. */
export const permit = paper(
  "sprawy/614-2014/decyzja.txt",
  `STAROSTA BRZEGOWSKI
ul. Rynkowa 1, 47-100 Brzegów

Znak sprawy: AB.6740.1.234.2014.JK
Brzegów, dnia 12 marca 2014 r.

DECYZJA Nr 614/2014

Na podstawie art. 28, art. 33 ust. 1, art. 34 ust. 4 i art. 36 ustawy z dnia 7 lipca 1994 r. – Prawo budowlane oraz art. 104 ustawy z dnia 14 czerwca 1960 r. – Kodeks postępowania administracyjnego, po rozpatrzeniu wniosku o pozwolenie na budowę z dnia 5 lutego 2014 r.

zatwierdzam projekt budowlany i udzielam pozwolenia na budowę

dla: Dom Nova sp. z o.o. z siedzibą w Brzegowie

obejmującego budowę budynku mieszkalnego jednorodzinnego z garażem dwustanowiskowym na działce nr 87/14, AM-28, obręb Poświętne, przy ul. Kruczej 64, kategoria obiektu budowlanego I, kubatura 1 234,5 m³, powierzchnia zabudowy 186,40 m².

Inwestor jest obowiązany zawiadomić organ nadzoru budowlanego o zakończeniu budowy co najmniej 14 dni przed zamierzonym terminem przystąpienia do użytkowania.
Roboty budowlane można prowadzić wyłącznie pod nadzorem osoby uprawnionej.
Wycinka drzew nie jest dozwolona, chyba że inwestor uzyska odrębne zezwolenie Burmistrza Brzegowa.`,
  `UZASADNIENIE

Wnioskiem z dnia 5 lutego 2014 r. inwestor wystąpił o pozwolenie na budowę budynku mieszkalnego jednorodzinnego.
Dla terenu inwestycji Burmistrz Brzegowa decyzją nr 12/2013 z dnia 4 września 2013 r. ustalił warunki zabudowy.
Właściciel działki nr 87/1 wniósł o odmowę udzielenia pozwolenia na budowę z powodu zacienienia.
Organ nie podzielił tych zastrzeżeń, ponieważ budynek usytuowano w odległości 4,5 m od granicy z działką nr 87/1.
Wysokość budynku wynosi 8,90 m, a szerokość elewacji frontowej 14,20 m.
Projekt nie narusza przepisów o ochronie środowiska i nie wymaga uzyskania decyzji o środowiskowych uwarunkowaniach.

POUCZENIE

Od niniejszej decyzji przysługuje odwołanie do Wojewody Opolskiego w terminie 14 dni od dnia jej doręczenia.`,
);

/** The same street, the other parcel, the other year: what a clerk must not mix up. */
export const twin = paper(
  "sprawy/614-2015/decyzja.txt",
  `STAROSTA BRZEGOWSKI

Znak sprawy: AB.6740.1.234.2015.MW
Brzegów, dnia 20 maja 2015 r.

DECYZJA Nr 614/2015

Na podstawie art. 35 ust. 4 ustawy z dnia 7 lipca 1994 r. – Prawo budowlane, po rozpatrzeniu wniosku z dnia 9 kwietnia 2015 r.

odmawiam zatwierdzenia projektu budowlanego i udzielenia pozwolenia na budowę

budynku mieszkalnego jednorodzinnego na działce nr 87/1, AM-28, obręb Poświętne, przy ul. Kruczej 66.

UZASADNIENIE

Inwestor wniósł o udzielenie pozwolenia na budowę budynku o wysokości 9,50 m.
Projekt narusza ustalenia planu miejscowego, który dopuszcza wysokość zabudowy do 9 m.`,
);

export const plan = paper(
  "plany/poswietne.txt",
  `UCHWAŁA NR XII/34/2010
Rady Miejskiej w Brzegowie
z dnia 18 listopada 2010 r.
w sprawie miejscowego planu zagospodarowania przestrzennego osiedla Poświętne

Rozdział 2
Ustalenia szczegółowe

§ 12
Dla terenu oznaczonego symbolem 3MN ustala się:
1) przeznaczenie podstawowe – zabudowa mieszkaniowa jednorodzinna;
2) maksymalna wysokość zabudowy: 9 m, nie więcej niż dwie kondygnacje nadziemne;
3) minimalny udział powierzchni biologicznie czynnej: 40% powierzchni działki;
4) dopuszcza się lokalizację usług nieuciążliwych, o ile ich powierzchnia nie przekracza 30% powierzchni użytkowej budynku;
5) zakazuje się lokalizacji wolno stojących reklam;
6) dachy dwuspadowe lub czterospadowe o nachyleniu połaci 30–45°.

§ 13
Dla terenu oznaczonego symbolem 4MN ustala się:
1) maksymalna wysokość zabudowy: 12 m;
2) minimalny udział powierzchni biologicznie czynnej: 25% powierzchni działki;
3) należy zapewnić co najmniej dwa miejsca postojowe na jeden lokal mieszkalny.`,
);

export const transfer = paper(
  "sprawy/614-2014/przeniesienie.txt",
  `STAROSTA BRZEGOWSKI
Znak sprawy: AB.6740.5.17.2016
Brzegów, dnia 3 czerwca 2016 r.

DECYZJA Nr 702/2016

Na podstawie art. 40 ust. 1 ustawy – Prawo budowlane

przenoszę decyzję nr 614/2014 z dnia 12 marca 2014 r. o pozwoleniu na budowę budynku mieszkalnego jednorodzinnego, wydaną dla Dom Nova sp. z o.o., na rzecz Zielony Brzeg S.A.`,
);

export const finality = paper(
  "sprawy/614-2014/klauzula.txt",
  `STAROSTA BRZEGOWSKI
AB.6740.1.234.2014.JK

POŚWIADCZENIE OSTATECZNOŚCI

Stwierdzam, że decyzja nr 614/2014 z dnia 12 marca 2014 r. stała się ostateczna z dniem 2 kwietnia 2014 r.`,
);

export const table = paper(
  "projekt/opis.txt",
  `OPIS TECHNICZNY

3. Zestawienie powierzchni

Parametr\tWartość [m²]\tUwagi
Powierzchnia zabudowy\t186,40\tw obrysie ścian
Powierzchnia użytkowa\t148,25\tbez garażu
Powierzchnia całkowita\t231,70\tz garażem`,
);

/** A sentence that runs over the page turn, with a running foot between. */
export const turned = paper(
  "pisma/opinia.txt",
  `OPINIA

Powiatowy Konserwator Zabytków w Brzegowie opiniuje pozytywnie przebudowę kamienicy przy ul. Młyńskiej 3 pod warunkiem zachowania
- 1 -`,
  `- 2 -
historycznego podziału okien oraz kolorystyki elewacji w odcieniach piaskowca.`,
);

export const papers = [permit, twin, plan, transfer, finality, table, turned];

const register = { name: "RWDZ", sha256: "edition-1", format: "rwdz-permits" as const };
const rwdzCase: PermitCase = {
  register,
  authority: "Starosta Brzegowski",
  number: "614/2014",
  date: "2014-03-12",
  applicationNumber: "BR-1/WNIOSEK/118/2014",
  applicationDate: "2014-02-05",
  kind: "budowa nowego/nowych obiektów budowlanych, Budynek mieszkalny jednorodzinny z garażem",
  outcome: "granted",
  address: "Brzegów, ul. Krucza 64",
  parcels: ["87/14;sheet=28;precinct=0022;unit=160705_4"],
  description: "Budowa budynku mieszkalnego jednorodzinnego z garażem dwustanowiskowym",
  investor: "Dom Nova sp. z o.o.",
  category: "I",
  match: "exact",
  rows: [{ file: "rwdz.csv", row: 1 }],
  fields: {
    numer_urzad: "BR-1/WNIOSEK/118/2014",
    nazwa_organu: "Starosta Brzegowski",
    data_wplywu_wniosku: "2014-02-05 00:00:00",
    numer_decyzji_urzedu: "614/2014",
    data_wydania_decyzji: "2014-03-12 00:00:00",
    nazwa_inwestor: "Dom Nova sp. z o.o.",
    miasto: "Brzegów",
    cecha: "ul.",
    ulica: "Krucza",
    nr_domu: "64",
    rodzaj_inwestycji: "budowa nowego/nowych obiektów budowlanych",
    kategoria: "I",
    nazwa_zamierzenia_bud: "Budowa budynku mieszkalnego jednorodzinnego z garażem dwustanowiskowym",
    nazwa_zam_budowlanego: "Budynek mieszkalny jednorodzinny z garażem",
    kubatura: "1234,5",
    jednosta_numer_ew: "160705_4",
    obreb_numer: "0022",
    numer_dzialki: "87/14",
    numer_arkusza_dzialki: "AR_28",
  },
};
const city = { name: "Rejestr miejski", sha256: "edition-2", format: "wroclaw" as const };
const refusedCase: PermitCase = {
  register: city,
  authority: "Prezydent Miasta Brzegowa",
  number: "77/2011",
  date: "2011-06-30",
  applicationNumber: "4229/2011",
  applicationDate: "2011-04-01",
  kind: "",
  outcome: "refused",
  address: "Młyńska 12a",
  parcels: ["20/17;sheet=6;precinct=Widawa"],
  description: "Odmowa udzielenia pozwolenia na budowę hali magazynowej",
  match: "exact",
  rows: [{ file: "miasto.csv", row: 5 }],
  fields: {
    "Nr wniosku": "4229/11",
    "Data wniosku": "2011-04-01",
    "Nr decyzji": "77/11",
    "Data decyzji": "2011-06-30",
    Adres: "Widawa,AM-6,dz.20/17 Młyńska 12a",
    Opis: "Odmowa udzielenia pozwolenia na budowę hali magazynowej",
  },
};
export const mangledCase: PermitCase = {
  register: city,
  number: null,
  rawNumber: "09-sty",
  possibleNumbers: ["1/2009", "2009/2001"],
  date: "2009-01-12",
  kind: "",
  outcome: null,
  address: "Młyńska 14",
  parcels: [],
  description: "Wznowienie postępowania",
  match: "exact",
  rows: [{ file: "miasto.csv", row: 9 }],
  fields: {
    "Nr decyzji": "09-sty",
    "Data decyzji": "2009-01-12",
    Adres: "Młyńska 14",
    Opis: "Wznowienie postępowania",
  },
};
export const cases = [rwdzCase, refusedCase, mangledCase];
