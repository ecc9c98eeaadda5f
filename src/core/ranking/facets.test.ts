import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchParcel, printParcel } from "../identity/parcel.ts";
import type { PassageFilter } from "../ports/passage-index.ts";
import { askedFacets, facetsOf, meetsFacets } from "./facets.ts";

function meets(facts: Parameters<typeof facetsOf>[0]["facts"], filter: Omit<PassageFilter, "access">): boolean {
  return meetsFacets(facetsOf({ facts }), askedFacets({ access: "all", ...filter }));
}

describe("facets of a document", () => {
  const parcel = fc.record(
    {
      number: fc.constantFrom("87/14", "87/1"),
      sheet: fc.constantFrom("28", "2"),
      precinct: fc.constantFrom(
        "Poświętne",
        "Poświętnego",
        "0022",
        "22 Poświętne",
        "Stare Miasto",
        "Miasto",
        "23 Miasto",
      ),
      unit: fc.constantFrom("026401_1", "026401_2"),
    },
    { requiredKeys: ["number"] },
  );

  it("keep a parcel exactly when its identity may be the one asked for", () => {
    fc.assert(
      fc.property(parcel, parcel, (asked, held) => {
        const kept = meets([{ field: "parcel", value: printParcel(held) }], { parcels: [asked] });
        expect(kept).toBe(matchParcel(asked, held) !== "different");
      }),
      { numRuns: 3000 },
    );
  });

  it("are met by one of several parcels, and by none of an empty list", () => {
    const facts = [{ field: "parcel" as const, value: "87/14;sheet=28" }];
    expect(meets(facts, { parcels: [{ number: "1/1" }, { number: "87/14" }] })).toBe(true);
    expect(meets(facts, { parcels: [] })).toBe(false);
    expect(meets([], { parcels: [{ number: "87/14" }] })).toBe(false);
  });

  it("know the case a paper is of, whoever signed it, and not the one it speaks of", () => {
    const facts = [
      { field: "signature" as const, value: "AB.6740.1.234.2018.JK" },
      { field: "refersToSignature" as const, value: "AB.6740.1.99.2017" },
    ];
    expect(meets(facts, { cases: ["AB.6740.1.234.2018"] })).toBe(true);
    expect(meets(facts, { cases: ["AB.6740.1.234.2019"] })).toBe(false);
    expect(meets(facts, { cases: ["AB.6740.1.99.2017"] })).toBe(false);
  });

  it("hold the days in, both ends too, and leave out a paper without a date", () => {
    const of = (value: string) => [{ field: "issueDate" as const, value }];
    expect(meets(of("2014-03-12"), { from: "2014-03-12", to: "2014-03-12" })).toBe(true);
    expect(meets(of("2014-03-11"), { from: "2014-03-12" })).toBe(false);
    expect(meets(of("2014-03-13"), { to: "2014-03-12" })).toBe(false);
    expect(meets([{ field: "applicationDate", value: "2014-03-12" }], { from: "2014-01-01" })).toBe(true);
    expect(meets([], { to: "2099-01-01" })).toBe(false);
  });
});
