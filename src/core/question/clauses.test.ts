import { describe, expect, it } from "vitest";
import { intentsOfParts } from "./clauses.ts";

describe("questions of several parts", () => {
  it("ask for an answer of each part's kind", () => {
    expect(intentsOfParts("czy konserwator uzgodnił projekt i czy pnb na 12/7 jest ostateczne?")).toEqual([
      "agreement",
      "finality",
    ]);
    expect(intentsOfParts("Kto był stroną, a na kogo przeniesiono decyzję 45/2012?")).toEqual(["party", "transfer"]);
  });

  it("are not made by an „i” between words", () => {
    expect(intentsOfParts("kategoria i kubatura dec. 45/2012")).toEqual([]);
    expect(intentsOfParts("Czy wydano pozwolenie dla działek 12/7 i 12/8?")).toEqual([]);
  });
});
