import type { TestPaper } from "../../../agents/permit-clerk/test-support/archive.ts";
import {
  amended,
  decision,
  finality,
  hostile,
  neighbour,
  ownTwin,
  parties,
  plan,
  transferred,
  twin,
  warrants,
} from "../../../agents/permit-clerk/test-support/papers.ts";
import { entryOf } from "../../core/ports/test-support/register-entries.ts";

/*
 * A made-up town whose barred papers speak of the same cases, parcels, streets and decisions as the open ones, so that
 * whatever is not held apart shows.
 */

const secret = (paper: TestPaper, ...labels: string[]): TestPaper => ({ ...paper, labels });
const head = "STAROSTA BRZEGOWSKI\nZnak sprawy: AB.6740.1.234.2014.JK\nBrzegowo, dnia";

const repealed: TestPaper = {
  path: "AB.6740.70.2017/01 uchylenie.txt",
  text: `STAROSTA BRZEGOWSKI
Znak sprawy: AB.6740.70.2017.JK
Brzegowo, dnia 3 kwietnia 2017 r.

DECYZJA Nr 88/2017

uchylam decyzję nr 614/2014 z dnia 12 marca 2014 r. o pozwoleniu na budowę na działce nr 87/14, AM-28, obręb Poświętne.`,
};
/** In the case of the open decision, with another date, number, parcel and category. */
const atOdds: TestPaper = {
  path: "AB.6740.1.234.2014/03 decyzja odpis.txt",
  text: decision.text
    .replace("12 marca 2014", "19 marca 2014")
    .replace("DECYZJA Nr 614/2014", "DECYZJA Nr 641/2014")
    .replace("nr 87/14", "nr 87/41")
    .replace("budowlanego: I,", "budowlanego: XVI,"),
};
const secondFinality: TestPaper = {
  path: "AB.6740.1.234.2014/05 poswiadczenie drugie.txt",
  text: `${head} 2 czerwca 2014 r.

POŚWIADCZENIE OSTATECZNOŚCI

Poświadcza się, że decyzja nr 614/2014 z dnia 12 marca 2014 r. stała się ostateczna z dniem 17 kwietnia 2014 r.`,
};
const split: TestPaper = {
  path: "geodezja/podzial.txt",
  text: `WÓJT GMINY BRZEGOWO
Brzegowo, dnia 1 lutego 2016 r.

DECYZJA Nr 12/2016

zatwierdzam podział działki nr 87/14, AM-28, obręb Poświętne, na działki nr 87/20 i 87/21, AM-28, obręb Poświętne.`,
};
/** A case of which nothing is open. */
const onlyBarred: TestPaper = {
  path: "AB.6740.1.999.2018/01 decyzja.txt",
  text: `STAROSTA BRZEGOWSKI
Znak sprawy: AB.6740.1.999.2018.JK
Brzegowo, dnia 8 maja 2018 r.

DECYZJA Nr 999/2018

zatwierdzam projekt budowlany i udzielam pozwolenia na budowę
strzelnicy na działce nr 400/7, AM-3, obręb Zalesie, przy ul. Tajnej 3`,
};
const log: TestPaper = {
  path: "AB.6740.1.234.2014/06 metryka.txt",
  text: `Znak: AB.6740.1.234.2014.JK

METRYKA SPRAWY

Lp.\tData\tCzynność
1\t5 lutego 2014 r.\tWniosek
2\t12 marca 2014 r.\tDecyzja nr 614/2014
3\t19 czerwca 2014 r.\tZażalenie`,
};
const complaint: TestPaper = {
  path: "AB.6740.1.234.2014/07 zazalenie.txt",
  text: `Znak: AB.6740.1.234.2014.JK
Brzegowo, dnia 19 czerwca 2014 r.

PISMO

Wnoszę zażalenie w sprawie decyzji nr 614/2014.`,
};

/** Half of the whole archive, none of it open: what they share is a letterhead only where they are counted. */
export const sharedLine =
  "Właściciel działki nr 87/1 wnosił o odmowę udzielenia pozwolenia. Organ ustalił, że projekt jest zgodny z planem.";
const crowd = Array.from({ length: 30 }, (_, at): TestPaper => {
  const label = at % 3 === 0 ? "poufne" : "tajne";
  const text = `STAROSTA BRZEGOWSKI\nPISMO nr ${at}\n${sharedLine}\nbudynku przy ul. Kruczej 64, opłata, wysokość budynków`;
  return secret({ path: `tlum/${at}.txt`, text }, label);
});

export const papers: readonly TestPaper[] = [
  ...crowd.slice(0, 15),
  decision,
  secret(repealed, "poufne"),
  finality,
  secret(secondFinality, "tajne"),
  parties,
  secret(transferred, "poufne"),
  neighbour,
  secret(atOdds, "poufne", "tajne"),
  twin,
  secret(amended, "tajne"),
  ownTwin,
  secret(split, "poufne"),
  plan("XL/312/2010", "Poświętne", "9"),
  secret(plan("XL/313/2010", "Zalesie", "12"), "tajne"),
  warrants,
  secret(onlyBarred, "poufne"),
  hostile,
  log,
  secret(complaint, "tajne"),
  { path: "skany/pusty.txt", text: "\n \n" },
  secret({ path: "skany/pusty tajny.txt", text: " \n" }, "tajne"),
  // The bytes of open papers, under barred paths that come before them and behind them.
  secret({ ...decision, path: "AA kopia.txt" }, "poufne"),
  secret({ ...warrants, path: "zz kopia.txt" }, "tajne"),
  // The path of an open paper, with other words.
  secret({ ...warrants, text: `${warrants.text}\n\n§ 2. Opłata za odpis wynosi 23 zł.` }, "tajne"),
  ...crowd.slice(15),
];

export const entries = [
  entryOf(1, "a", {
    number: "614/2014",
    date: "2014-03-12",
    signature: "AB.6740.1.234.2014",
    parcels: ["87/14;sheet=28;precinct=Poświętne"],
    address: "Brzegowo, ul. Krucza 64",
  }),
  entryOf(2, "b", { number: "999/2018", date: "2018-05-09", parcels: ["400/7;sheet=3;precinct=Zalesie"] }),
  entryOf(3, "c", { number: "641/2014", date: "2014-03-19", parcels: ["87/41;sheet=28;precinct=Poświętne"] }),
];
