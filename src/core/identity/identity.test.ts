import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAddresses, matchAddress, parseAddress } from "./address.ts";
import { findAreaSymbols } from "./area-symbol.ts";
import { findAuthorities, sameAuthority } from "./authority.ts";
import { findDates, printDate } from "./dates.ts";
import { findApplicationNumbers, findDecisionNumbers, parseDecisionNumber } from "./decision-number.ts";
import { findLawReferences } from "./law.ts";
import { findParcels, matchParcel, type Parcel, parseParcel, printParcel } from "./parcel.ts";
import { findSignatures, sameSignature } from "./signature.ts";
import { streetKey } from "./street.ts";

const parcels = (text: string) => findParcels(text).map(({ value }) => printParcel(value));
const values = (found: { value: unknown }[]) => found.map(({ value }) => value);

describe("parcels", () => {
  it.each([
    ["na działce nr 87/14, AM-28, obręb Poświętne", ["87/14;sheet=28;precinct=Poświętne"]],
    ["na działkach nr 21/2, 21/4 i 22 (AM-3)", ["21/2;sheet=3", "21/4;sheet=3", "22;sheet=3"]],
    [
      "działki o numerach ewidencyjnych 21/2 oraz 21/4, ark. mapy 5, obr. 0022",
      ["21/2;sheet=5;precinct=0022", "21/4;sheet=5;precinct=0022"],
    ],
    ["pnb na 87/14 AM-28?", ["87/14;sheet=28"]],
    ["Lipowice, AM-2, dz.23/10", ["23/10;sheet=2"]],
    ["Widawa,AM-6,dz.20/17", ["20/17;sheet=6"]],
    ["dz. nr 155/20, AM-22, obręb Piaski\nKategoria obiektu", ["155/20;sheet=22;precinct=Piaski"]],
    ["działka nr 87/14, 4 m od granicy", ["87/14"]],
    ["powierzchnia działki\t2235,00 m²\t100,0%", []],
    ["mieści się w granicach działki.\n6. Obszar oddziaływania, działki\n\n7. Dostęp", []],
    ["powierzchnia działki\t10 543,00 m²", []],
    ["powierzchnia działki 10 arów, działki 640 m2", []],
    ["dz.mr 1/1", ["1/1"]],
    ["cz. dz. 5", ["5;part"]],
    ["026401_1.0022.AR_28.87/14", ["87/14;sheet=28;precinct=0022;unit=026401_1"]],
    ["AR_01.87/14", ["87/14;sheet=1"]],
    ["dz. nr 87/14–87/17", ["87/14", "87/15", "87/16", "87/17"]],
    ["dzialka 64/2 obr poswietne", ["64/2;precinct=poswietne"]],
    ["decyzja nr 614/2010 z dnia 12.03.2014", []],
    ["ul. Krucza 1/5", []],
  ])("%s", (text, wanted) => {
    expect(parcels(text).sort()).toEqual([...wanted].sort());
  });

  it("prints and reads back (property)", () => {
    const arbitrary = fc.record(
      {
        number: fc.oneof(
          fc.integer({ min: 1, max: 9999 }).map(String),
          fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 })).map((two) => two.join("/")),
        ),
        sheet: fc.integer({ min: 1, max: 99 }).map(String),
        precinct: fc.constantFrom("Poświętne", "0022", "Stare Miasto"),
        unit: fc.constantFrom("026401_1"),
        part: fc.constant(true),
      },
      { requiredKeys: ["number"] },
    );
    fc.assert(
      fc.property(arbitrary, (parcel) => {
        expect(parseParcel(printParcel(parcel as Parcel))).toEqual(parcel);
      }),
    );
  });

  it("tells neighbours and sheets apart", () => {
    const held = { number: "87/14", sheet: "28", precinct: "Poświętne" };
    expect(matchParcel({ number: "87/14" }, held)).toBe("same");
    expect(matchParcel({ number: "87/1" }, held)).toBe("different");
    expect(matchParcel({ number: "87/14", sheet: "27" }, held)).toBe("different");
    expect(matchParcel({ number: "87/14", precinct: "Poświętnym" }, held)).toBe("same");
    expect(matchParcel({ number: "87/14", sheet: "28" }, { number: "87/14" })).toBe("possible");
  });
});

describe("signatures", () => {
  it.each([
    ["Znak sprawy: AB.6740.1.234.2018.JK", ["AB.6740.1.234.2018.JK"]],
    ["sygn. ab.6740.1.234.2018", ["AB.6740.1.234.2018"]],
    ["IR-IV.7721.300.2022.6", ["IR-IV.7721.300.2022.6"]],
    ["AB.II.7351-234/08", ["AB.II.7351-234/08"]],
    ["7351/234/2008", ["7351/234/2008"]],
    ["AU-01-4.6730.12.2015", ["AU-01-4.6730.12.2015"]],
    ["decyzja 614/2014, dz. 87/14", []],
  ])("%s", (text, wanted) => {
    expect(values(findSignatures(text))).toEqual(wanted);
  });

  it("is the same case without the initials, and another in another year", () => {
    expect(sameSignature("AB.6740.1.234.2018.JK", "ab.6740.1.234.2018")).toBe(true);
    expect(sameSignature("AB.6740.1.234.2018", "AB.6740.1.234.2019")).toBe(false);
    expect(sameSignature("AB.II.7351-234/08", "AB.II.7351-234/2008")).toBe(true);
  });
});

describe("decision numbers", () => {
  it.each([
    ["DECYZJA Nr 614/2014", ["614/2014"]],
    ["decyzją Prezydenta Miasta Brzegowa nr 614/14 z dnia 12 marca 2014 r.", ["614/2014"]],
    ["dec 9/09", ["9/2009"]],
    ["decyzja nr 123/MOK/2014", ["123/MOK/2014"]],
    ["pozwolenia na budowę nr 45/2012", ["45/2012"]],
    ["decyzja w sprawie działki nr 87/14", []],
  ])("%s", (text, wanted) => {
    expect(values(findDecisionNumbers(text))).toEqual(wanted);
  });

  it("keeps an application's number apart", () => {
    expect(values(findApplicationNumbers("wniosek nr 42298/08 o wydanie decyzji"))).toEqual(["42298/2008"]);
    expect(values(findApplicationNumbers("Wpłynęło 24.04.2017 r., nr wniosku 25124/2017"))).toEqual(["25124/2017"]);
    expect(values(findApplicationNumbers("wniosku z dnia 24 kwietnia 2017 r. (nr 25124/2017)"))).toEqual([
      "25124/2017",
    ]);
  });

  it("offers readings of a mangled cell and takes none", () => {
    expect(parseDecisionNumber("3031/14")).toEqual({ number: "3031/2014" });
    expect(parseDecisionNumber("09-sty", 2009)).toEqual({ mangled: "09-sty", possible: ["1/2009"] });
    expect(parseDecisionNumber("09-wrz", 2009)).toEqual({ mangled: "09-wrz", possible: ["9/2009", "2009/2009"] });
    expect(parseDecisionNumber("gru-67", 2012)).toEqual({ mangled: "gru-67", possible: ["1967/2012", "2067/2012"] });
    expect(parseDecisionNumber(" ")).toBeUndefined();
  });
});

describe("dates", () => {
  it.each([["30.03.2010"], ["30 marca 2010 r."], ["30 III 2010"], ["2010-03-30"], ["30-03-2010"]])("%s", (text) => {
    expect(values(findDates(`w dniu ${text} wydano`))).toEqual(["2010-03-30"]);
  });

  it("refuses days that no calendar has, and case signatures", () => {
    expect(findDates("31.02.2010, AB.6740.1.234.2018, 12.13.2014")).toEqual([]);
  });

  it("prints and reads back (property)", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(values(findDates(printDate(iso)))).toEqual([iso]);
      }),
    );
  });
});

describe("addresses", () => {
  it("finds them in any case, and parses register cells", () => {
    expect(values(findAddresses("przy ul. Kruczej 64-66 oraz pl. Wolności 3"))).toEqual([
      { street: "Kruczej", number: "64-66" },
      { street: "pl. Wolności", number: "3" },
    ]);
    expect(parseAddress("Legnicka 12a ")).toEqual({ street: "Legnicka", number: "12a" });
    expect(parseAddress("Mongolski Plac8 ")).toEqual({ street: "Mongolski Plac", number: "8" });
    expect(parseAddress("Zmyślnego Tadeusza 59 A-C")).toEqual({ street: "Zmyślnego Tadeusza", number: "59 A-C" });
    expect(parseAddress("Lipowice, AM-2, dz.23/10")).toEqual({ street: "Lipowice" });
    expect(parseAddress("  ")).toBeUndefined();
  });

  it("matches inflected names and ranges, not neighbours", () => {
    expect(streetKey("ul. Tadeusza Kościuszki")).toBe(streetKey("Kościuszki Tadeusza"));
    expect(matchAddress({ street: "krucza", number: "64-66" }, { street: "Kruczej", number: "64-66" })).toBe("same");
    expect(matchAddress({ street: "Krucza", number: "65" }, { street: "Krucza", number: "64-66" })).toBe("same");
    expect(matchAddress({ street: "Krucza", number: "6" }, { street: "Krucza", number: "64" })).toBe("different");
    expect(matchAddress({ street: "Krucza" }, { street: "Wilcza" })).toBe("different");
  });
});

describe("authorities, law and areas", () => {
  it("knows an office in any case", () => {
    expect(
      values(findAuthorities("odwołanie do Wojewody Dolnośląskiego za pośrednictwem Prezydenta Miasta Brzegowa")),
    ).toEqual(["Wojewody Dolnośląskiego", "Prezydenta Miasta Brzegowa"]);
    expect(
      values(
        findAuthorities(
          "WOJEWÓDZKI KONSERWATOR ZABYTKÓW W BRZEGOWIE\nPaństwowego Powiatowego Inspektora Sanitarnego w Brzegowie; KOMENDANT POWIATOWY PAŃSTWOWEJ STRAŻY POŻARNEJ; uchwała Rady Miejskiej w Brzegowie",
        ),
      ),
    ).toEqual([
      "WOJEWÓDZKI KONSERWATOR ZABYTKÓW W BRZEGOWIE",
      "Państwowego Powiatowego Inspektora Sanitarnego w Brzegowie",
      "KOMENDANT POWIATOWY PAŃSTWOWEJ STRAŻY POŻARNEJ",
      "Rady Miejskiej w Brzegowie",
    ]);
    expect(sameAuthority("Rada Miejska w Brzegowie", "RADY MIEJSKIEJ W BRZEGOWIE")).toBe(true);
    expect(sameAuthority("PREZYDENT MIASTA BRZEGOWA", "Prezydentem Miasta Brzegowa")).toBe(true);
    expect(sameAuthority("Prezydent Miasta Brzegowa", "Prezydent Miasta Lipowa")).toBe(false);
  });

  it("reads units of law", () => {
    expect(
      values(findLawReferences("art. 29 ust. 1 pkt 14 lit. a ustawy – Prawo budowlane, § 12 ust. 1 WT, art. 104 kpa")),
    ).toEqual([
      { act: "PB", unit: "art. 29 ust. 1 pkt 14 lit. a" },
      { act: "WT", unit: "§ 12 ust. 1" },
      { act: "KPA", unit: "art. 104" },
    ]);
  });

  it("reads area symbols and no measures", () => {
    expect(values(findAreaSymbols("wys. w 3MN, 12.MN/U i 2 MW; teren MN3"))).toEqual(["3MN", "12MN/U", "2MW", "MN3"]);
    expect(values(findAreaSymbols("12 m, 3 kondygnacje, 5 p.m., 2014 r., 40 %"))).toEqual([]);
    expect(values(findAreaSymbols("wysokosc w 3mn"))).toEqual(["3MN"]);
  });
});
