import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Address, findAddresses, findBareAddresses, matchAddress, parseAddress, printAddress } from "./address.ts";
import { findAreaSymbols } from "./area-symbol.ts";
import { findAuthorities } from "./authority.ts";
import { findDates, printDate } from "./dates.ts";
import { findApplicationNumbers, findDecisionNumbers, parseDecisionNumber } from "./decision-number.ts";
import { findLawReferences } from "./law.ts";
import { describeParcel, findParcels, matchParcel, type Parcel, parseParcel, printParcel } from "./parcel.ts";
import { parseParcels } from "./parcel-cell.ts";
import { findSignatures, sameSignature, signatureCase } from "./signature.ts";

const values = (found: { value: unknown }[]) => found.map(({ value }) => value);
const between = (min: number, max: number) => fc.integer({ min, max });

const parcel = fc.record(
  {
    number: fc.oneof(
      between(1, 99_999).map(String),
      fc.tuple(between(1, 9999), between(1, 999)).map((two) => two.join("/")),
    ),
    sheet: between(1, 99).map(String),
    precinct: fc.constantFrom(
      "Poświętne",
      "0022",
      "Stare Miasto",
      "22 Poświętne",
      "3-12-04",
      "P-12",
      "Osiedle nad Rzeką",
    ),
    unit: fc.constantFrom("026401_1"),
    part: fc.constant(true as const),
  },
  { requiredKeys: ["number"] },
) as fc.Arbitrary<Parcel>;

const house = between(1, 999);
const letter = fc.constantFrom("A", "B", "C", "D");
const houseNumber = fc.oneof(
  house.map(String),
  fc.tuple(house, letter).map((two) => two.join("")),
  fc.tuple(house, letter).map((two) => two.join(" ")),
  fc.tuple(house, between(1, 20)).map(([low, more]) => `${low}-${low + more}`),
  fc.tuple(house, fc.constantFrom("A-C", "B-D")).map((two) => two.join(" ")),
  fc.tuple(house, between(1, 9)).map(([low, more]) => `${low},${low + more}`),
  fc.tuple(house, house, house).map((three) => three.join("/")),
);
const flat = fc.oneof(
  between(1, 200).map(String),
  fc.tuple(between(1, 20), letter).map((two) => two.join("")),
);
const lemmas = [
  "Krucza",
  "Polna",
  "Nowa",
  "Brzozowa",
  "Leśna",
  "Długa",
  "Cicha",
  "Mała",
  "Lipowa",
  "Wiosenna",
  "Żabia",
];
const street = fc.constantFrom(...lemmas, "Kościuszki Tadeusza", "Jana Pawła II", "3 Maja", "Gen. Zygmunta Zmyślonego");
const address = fc.record(
  { street, number: houseNumber, flat },
  { requiredKeys: ["street", "number"] },
) as fc.Arbitrary<Address>;

const decision = fc
  .tuple(between(1, 99_999), fc.constantFrom("", "/MOK", "/AB"), between(1950, 2049))
  .map(([first, infix, year]) => `${first}${infix}/${year}`);
const signature = fc
  .tuple(
    fc.constantFrom("AB", "IR-IV", "AU-01-4", "WAiB", "OŚ"),
    fc.constantFrom("6740", "6730", "7840"),
    fc.constantFrom("", "1."),
    between(1, 9999),
    between(2011, 2049),
    fc.constantFrom("", ".JK", ".6", ".KŁZ"),
  )
  .map(([cell, kind, group, number, year, end]) => `${cell}.${kind}.${group}${number}.${year}${end}`.toUpperCase());
const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("printed and read back", () => {
  it("parcels", () => {
    fc.assert(fc.property(parcel, (one) => void expect(parseParcel(printParcel(one))).toEqual(one)));
  });

  it("parcels as an officer writes them, alone and inside a sentence", () => {
    fc.assert(
      fc.property(parcel, ({ number, sheet, precinct }) => {
        const one = { number, ...(sheet ? { sheet } : {}), ...(precinct ? { precinct } : {}) };
        expect(parseParcels(describeParcel(one))).toEqual([one]);
        const place = [precinct && `obręb ${precinct}`, sheet && `AM-${sheet}`].filter(Boolean).join(" ");
        expect(parseParcels(`${number} ${place}`)).toEqual([one]);
        expect(parseParcels(`${place} dz. ${number}`)).toEqual([one]);
        expect(values(findParcels(`Inwestycja na terenie ${describeParcel(one)}, jest zgodna z planem.`))).toEqual([
          one,
        ]);
      }),
    );
  });

  it("addresses, in the same words ever after", () => {
    fc.assert(
      fc.property(address, (one) => {
        // Several strokes join houses, and a letter behind them would be another house's.
        const read = parseAddress(printAddress(one));
        expect(read).toEqual(one);
        expect(read && printAddress(read)).toBe(printAddress(one));
      }),
    );
  });

  it("decision numbers, with two digits of the year as with four", () => {
    fc.assert(
      fc.property(decision, (number) => {
        expect(parseDecisionNumber(number)).toEqual({ number });
        expect(parseDecisionNumber(number.replace(/\/(?:19|20)(\d{2})$/u, "/$1"))).toEqual({ number });
        expect(values(findDecisionNumbers(`Od decyzji nr ${number} z dnia`))).toEqual([number]);
      }),
    );
  });

  it("signatures, and their case once and for all", () => {
    fc.assert(
      fc.property(signature, (one) => {
        expect(values(findSignatures(`Znak sprawy: ${one}\n`))).toEqual([one]);
        expect(signatureCase(signatureCase(one))).toBe(signatureCase(one));
        expect(sameSignature(one, signatureCase(one))).toBe(true);
      }),
    );
  });

  it("dates in every form", () => {
    const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    fc.assert(
      fc.property(day, (iso) => {
        const [year = "", month = "", date = ""] = iso.split("-");
        const forms = [
          printDate(iso),
          `${date}.${month}.${year}`,
          `${date}-${month}-${year}`,
          iso,
          `${Number(date)} ${roman[Number(month) - 1]} ${year}`,
        ];
        for (const form of forms) expect(values(findDates(`dnia ${form} wydano`))).toEqual([iso]);
      }),
    );
  });
});

describe("matching", () => {
  it("is reflexive", () => {
    fc.assert(fc.property(parcel, (one) => void expect(matchParcel(one, one)).toBe("same")));
    fc.assert(fc.property(address, (one) => void expect(matchAddress(one, one)).toBe("same")));
  });

  it("parts what it parts from either side", () => {
    const isApart = (match: string) => match === "different";
    fc.assert(
      fc.property(parcel, parcel, (a, b) => void expect(isApart(matchParcel(a, b))).toBe(isApart(matchParcel(b, a)))),
    );
    fc.assert(
      fc.property(
        address,
        address,
        (a, b) => void expect(isApart(matchAddress(a, b))).toBe(isApart(matchAddress(b, a))),
      ),
    );
  });

  it("holds in every grammatical case, and never for the street beside", () => {
    const inflected = (lemma: string) => `${lemma.slice(0, -1)}${/(?:ch|g|k)a$/u.test(lemma) ? "iej" : "ej"}`;
    fc.assert(
      fc.property(fc.constantFrom(...lemmas), fc.constantFrom(...lemmas), between(1, 99), (one, other, number) => {
        const held = { street: inflected(one), number: String(number) };
        expect(matchAddress({ street: other, number: String(number) }, held)).toBe(
          one === other ? "same" : "different",
        );
      }),
    );
  });
});

const finders: Record<string, (text: string) => { start: number; end: number; text: string }[]> = {
  findParcels,
  findAddresses,
  findBareAddresses,
  findDecisionNumbers,
  findApplicationNumbers,
  findSignatures,
  findDates,
  findAuthorities,
  findLawReferences,
  findAreaSymbols,
};

describe.each(Object.entries(finders))("%s", (_name, find) => {
  it("says where what it found stands, in any text, and throws in none", () => {
    const word = fc.constantFrom(
      "dz.",
      "nr",
      "ul.",
      "Krucza",
      "12/3",
      "AM-2",
      "obr.",
      "decyzja",
      "z dnia",
      "art.",
      "5",
      ",",
      "i",
      "\n",
      "AB.6740.1.2.2014",
      "3MN",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(word, { maxLength: 14 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, (written) => {
        for (const { start, end, text: own } of find(written)) expect(written.slice(start, end)).toBe(own);
      }),
      { numRuns: 300 },
    );
  });

  // A pattern that goes back over its text again and again does not return from these: the runner's time limit tells.
  it.each([
    "dz. ",
    "dz. 1,",
    "1/1,",
    "AM-1,1/1 ",
    "obr. A ",
    " ",
    "\n",
    "AB-",
    "AB.1234.",
    "Aa ",
    "Aa-",
    "A. ",
    "decyzja a ",
    "nr ",
    "ul. Aa 1, ",
    "art. 1 ust. 1 ",
    "1 i ",
    "12MN/",
    "trzydziestego ",
  ])("takes no longer than the text is long: %j", (bit) => {
    expect(find(bit.repeat(Math.ceil(60_000 / bit.length)))).toBeInstanceOf(Array);
  });
});

describe("what is no identity", () => {
  const noise = fc.oneof(
    fc.tuple(between(1, 20), between(1, 2000)).map(([a, b]) => `skala ${a}:${b}`),
    fc.tuple(between(1, 299), between(1, 2000)).map(([a, b]) => `(Dz. U. z 2014 r. Nr ${a}, poz. ${b})`),
    between(1, 400).map((article) => `art. ${article} ust. 2 pkt 3 lit. a`),
    between(1, 9999).map((size) => `powierzchnia działki ${size},50 m²`),
    between(1, 99).map((count) => `w dziale ${count} i w ${count} egzemplarzach`),
    day.map((iso) => `dnia ${printDate(iso)}`),
    fc.tuple(house, house).map(([a, b]) => `ul. Krucza ${a}/${b}`),
  );

  it("is found as none: scales, journals, units of law, areas, counts and houses hold no parcel, decision or signature", () => {
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 6 }), (parts) => {
        const text = parts.join("; ");
        expect([
          ...findParcels(text),
          ...findDecisionNumbers(text),
          ...findApplicationNumbers(text),
          ...findSignatures(text),
        ]).toEqual([]);
      }),
    );
  });

  it("is no parcel of a cell that goes on with anything else", () => {
    fc.assert(
      fc.property(
        parcel,
        fc.constantFrom("abc", "OR 1=1", "%", "'", "7७", "sty", "E+01", "nie dotyczy"),
        ({ number }, rest) => {
          expect(parseParcels(`${number} ${rest}`)).toBeUndefined();
        },
      ),
    );
  });
});
