import { describe, expect, it } from "vitest";
import { findAddresses, matchAddress, parseAddress, printAddress } from "./address.ts";
import { sameAuthority } from "./authority.ts";
import { findDates } from "./dates.ts";
import { isSpoilt, parseDecisionNumber } from "./decision-number.ts";
import { housesOf } from "./house-number.ts";
import { findParcels, matchParcel, printParcel } from "./parcel.ts";
import { parseParcels } from "./parcel-cell.ts";

/** Shapes that papers and registers really have, told with invented names and numbers. */
const parcels = (text: string) => findParcels(text).map(({ value }) => printParcel(value));

describe("parcels in a sentence or a cell", () => {
  it.each([
    ["dz. nr 21/2, 21/4 i 22 oraz część działki 23", ["21/2", "21/4", "22", "23;part"]],
    [
      "Bzowa Zarzecze,AM-5,dz22/3,33/1,44/1, AM-8,dz.1/3",
      ["22/3;sheet=5", "33/1;sheet=5", "44/1;sheet=5", "1/3;sheet=8"],
    ],
    [
      "dz. nr 21/2, AM-3, dz. nr 22, AM-4, obręb Wierzby",
      ["21/2;sheet=3;precinct=Wierzby", "22;sheet=4;precinct=Wierzby"],
    ],
    ["obr. Wierzby, AM-5, dz. 22/3, AM-8, dz. 1/3", ["22/3;sheet=5;precinct=Wierzby", "1/3;sheet=8;precinct=Wierzby"]],
    ["dz. 21/2 i dz. 22, AM-4, obręb Wierzby", ["21/2;sheet=4;precinct=Wierzby", "22;sheet=4;precinct=Wierzby"]],
    ["dz. nr 1 i 2, arkusz 3 oraz nr 4, arkusz 5", ["1;sheet=3", "2;sheet=3", "4;sheet=5"]],
    ["działki nr 21/2 (AM-3) i 22/4 (AM-5)", ["21/2;sheet=3", "22/4;sheet=5"]],
    ["obręb ewid. nr 22 Poświętne, działka nr 5/1", ["5/1;precinct=22 Poświętne"]],
    ["działka ew. nr 12/3 z obrębu 3-12-04", ["12/3;precinct=3-12-04"]],
    ["dz. nr 5/6, obr. P-12 Podgórze", ["5/6;precinct=P-12 Podgórze"]],
    ["Mglista,obr,Wierzby,AM-11,dz.nr37/2", ["37/2;sheet=11;precinct=Wierzby"]],
    [
      "Most Północny,obr.Pl.Zamkowy,AM-25,dz/nr 43/16,43/12",
      ["43/16;sheet=25;precinct=Pl.Zamkowy", "43/12;sheet=25;precinct=Pl.Zamkowy"],
    ],
    ["działki położonej przy ulicy Polnej (nr ewid. 1542/145)", ["1542/145"]],
    ["działki nr od 87/14 do 87/16", ["87/14", "87/15", "87/16"]],
    ["dz. 21/2-4", ["21/2", "21/3", "21/4"]],
    ["działek nr 40 i 41/1.", ["40", "41/1"]],
    ["026401_1.0022.87/14", ["87/14;precinct=0022;unit=026401_1"]],
    ["w obrębie działki 5/2", ["5/2"]],
    ["dz. nr 5/1a", []],
    ["upr. nr ewid. 145/88", []],
    ["Działkowa 20-22", []],
    ["w dziale 852, działaniem 5, teren 12 ar 5, 01Dz\n02Dz", []],
  ])("%s", (text, wanted) => {
    expect(parcels(text)).toEqual(wanted);
  });

  it("are read from a whole cell, or not at all", () => {
    const cell = (text: string) => parseParcels(text)?.map(printParcel);
    expect(cell("87/14\n87/15; 9 i 10")).toEqual(["87/14", "87/15", "9", "10"]);
    expect(cell("5 / 1, obręb 0022 AM-28")).toEqual(["5/1;sheet=28;precinct=0022"]);
    expect(cell("990101_1.0022.AR_28.77/3")).toEqual(["77/3;sheet=28;precinct=0022;unit=990101_1"]);
    for (const text of [
      "123456/1",
      "87-14",
      "sty-14",
      "14.sty",
      "8,7E+01",
      "2014-01-05",
      "droga nr 12",
      "10/1/2",
      "8७/14",
      "5/1a",
      "",
    ])
      expect([text, cell(text)]).toEqual([text, undefined]);
  });

  it("with a precinct's code and name match one that tells either", () => {
    const held = { number: "5", precinct: "0022 Poświętne" };
    expect(matchParcel({ number: "5", precinct: "22" }, held)).toBe("same");
    expect(matchParcel({ number: "5", precinct: "poświętnem" }, held)).toBe("same");
    expect(matchParcel({ number: "5", precinct: "0023 Poświętne" }, held)).toBe("different");
  });
});

describe("addresses in a register's cell", () => {
  it.each([
    ["Bzowa 157 20", "Bzowa", "157", "20"],
    ["Na Skarpie8 6", "Na Skarpie", "8", "6"],
    ["Maja 3 2E", "Maja 3", "2E", undefined],
    ["Maja 3 6B 14", "Maja 3", "6B", "14"],
    ["Maja 3", "Maja 3", undefined, undefined],
    ["Konstytucji 3 Maja Plac 5", "Konstytucji 3 Maja Plac", "5", undefined],
    ["Mieszka I1", "Mieszka I", "1", undefined],
    ["Bzowa 2A,4,4A", "Bzowa", "2A,4,4A", undefined],
    ["Bzowa 59 A-C", "Bzowa", "59 A-C", undefined],
    ["Zmyślonego Jana Gen.14/16 4", "Zmyślonego Jana Gen.", "14/16", "4"],
    ["Bzowa 51 U1", "Bzowa", "51", "U1"],
    ["Bzowa 211-", "Bzowa", "211-", undefined],
    ["Bzowa 7/8/9", "Bzowa", "7/8/9", undefined],
    ["Olszany, ul. Lipowa 4", "Lipowa", "4", undefined],
    ["Lipowo, 64", "Lipowo", "64", undefined],
    ["Mglista,obr.Wierzby,AM-9,dz.nr 10/17", "Mglista", undefined, undefined],
    ["Działkowa 15", "Działkowa", "15", undefined],
  ])("%s", (cell, street, number, flat) => {
    expect(parseAddress(cell)).toEqual({ street, ...(number ? { number } : {}), ...(flat ? { flat } : {}) });
    const read = parseAddress(cell);
    expect(read && parseAddress(printAddress(read))).toEqual(read);
  });

  it("that names a precinct and a parcel alone has none", () => {
    expect(parseAddress("obr.Wierzby,AM-31,dz.nr 123")).toBeUndefined();
  });
});

describe("addresses in a sentence", () => {
  it.each([
    ["przy placu Zamkowym 3", "pl. Zamkowym 3"],
    ["na ul. Tadeusza Zmyślonego 12a/3", "Tadeusza Zmyślonego 12a/3"],
    ["al. J. Ch. Zmyślonego 2/4, 00-001 Brzegów", "al. J. Ch. Zmyślonego 2/4"],
    ["ul. ks. J. Zmyślonego 5, 7 i 9 w Brzegowie", "ks. J. Zmyślonego 5, 7 i 9"],
    ["rondo Zgody 1", "rondo Zgody 1"],
    ["wzdłuż ul. Polnej 3 kondygnacje", "Polnej"],
    ["ul. Polna 5, 50-123 Brzegów", "Polna 5"],
    ["ul. Polna 5, 14 marca 2010 r.", "Polna 5"],
    ["ul. 26-go Stycznia 4", "26-go Stycznia 4"],
  ])("%s", (text, wanted) => {
    expect(findAddresses(text).map(({ value }) => printAddress(value))).toEqual([wanted]);
  });
});

describe("houses", () => {
  const match = (asked: string, held: string) => {
    const [a, b] = [parseAddress(asked), parseAddress(held)];
    return a && b && matchAddress(a, b);
  };
  it.each([
    ["Bzowa 4", "Bzowa 2A,4,4A", "same"],
    ["Bzowa 59B", "Bzowa 59 A-C", "same"],
    ["Bzowa 59", "Bzowa 59 A-C", "possible"],
    ["Bzowa 59D", "Bzowa 59 A-C", "different"],
    ["Bzowa 12", "Bzowa 12a", "different"],
    ["Bzowa 30", "Bzowa 28/30", "possible"],
    ["Bzowa 28", "Bzowa 28/30", "same"],
    ["Bzowa 12/3", "Bzowa 12/5", "possible"],
    ["Bzowa 12/3", "Bzowa 12", "possible"],
    ["Bzowa 8", "Bzowa 7/8/9", "same"],
  ])("%s is %s: %s", (asked, held, wanted) => {
    expect(match(asked, held)).toBe(wanted);
  });

  it("have terms in common whenever they may match", () => {
    expect(housesOf({ number: "64-66" })).toEqual(["64", "65", "66"]);
    expect(housesOf({ number: "2A,4,4A" })).toEqual(["2", "4"]);
    expect(housesOf({ number: "28", flat: "30" })).toEqual(["28", "30"]);
  });

  it.each([
    ["ul. Zamkowa 5", "Zamkowy Plac 5", "different"],
    ["pl. Zamkowy 5", "Zamkowy Plac 5", "same"],
    ["Zmyślonego 5", "Zmyślonego Jana Gen. Plac 5", "possible"],
    ["Jana 5", "Zmyślonego Jana 5", "possible"],
    ["1 Maja 5", "3 Maja 5", "different"],
    ["Mieszka II 5", "Mieszka I 5", "different"],
    ["Brzoza 5", "Brzozowa 5", "different"],
    ["Zmyślonego 5", "al. Zmyślonego 5", "same"],
  ])("of %s and %s are %s by their streets", (asked, held, wanted) => {
    expect(match(asked, held)).toBe(wanted);
  });
});

describe("numbers, dates and offices", () => {
  it("tells a number of another shape from one that was spoilt", () => {
    expect(parseDecisionNumber("Nr 312 / 2017")).toEqual({ number: "312/2017" });
    expect(parseDecisionNumber("312/2017/AB")).toEqual({ mangled: "312/2017/AB", possible: ["312/2017"] });
    expect(["312/2017/AB", "AB.6740.312.2017", "312"].filter(isSpoilt)).toEqual([]);
    expect(["09-sty", "gru-67", "2014-01-05", "8,7E+01", "#ADR!"].filter((cell) => !isSpoilt(cell))).toEqual([]);
  });

  it.each([
    ["dnia trzydziestego marca dwa tysiące dziesiątego roku", ["2010-03-30"]],
    ["dwudziestego pierwszego maja tysiąc dziewięćset dziewięćdziesiątego dziewiątego", ["1999-05-21"]],
    ["2010.03.30 i 30-go marca 2010", ["2010-03-30", "2010-03-30"]],
    ["trzydziestego pierwszego lutego dwa tysiące dziesiątego", []],
  ])("%s", (text, wanted) => {
    expect(findDates(text).map(({ value }) => value)).toEqual(wanted);
  });

  it.each([
    ["Starosta Brzegowski", "Staroście Brzegowskiemu", true],
    ["Starosta Brzegowski", "Starostwo Powiatowe w Brzegowie", true],
    ["SKO w Brzegowie", "Samorządowego Kolegium Odwoławczego w Brzegowie", true],
    ["PINB w Lipnie", "Powiatowego Inspektora Nadzoru Budowlanego w Lipnie", true],
    ["Wojewoda Dolnośląski", "Wojewodzie Dolnośląskiemu", true],
    ["Prezydent Miasta Lipowa", "Prezydent Miasta Lipna", false],
    ["Wojewoda Lubelski", "Wojewoda Lubuski", false],
  ])("%s and %s are one office: %s", (a, b, wanted) => {
    expect([sameAuthority(a, b), sameAuthority(b, a)]).toEqual([wanted, wanted]);
  });
});
