import { expect, it } from "vitest";
import { askedParcel } from "./asked-parcel.ts";

it("is what an officer types, as long as that reads back as the same parcel", () => {
  expect(askedParcel("87/14;sheet=28;precinct=Poświętne")).toBe("87/14, AM-28, obręb Poświętne");
  expect(askedParcel("694;precinct=0026;unit=341006_1")).toBe("694, obręb 0026");
  expect(askedParcel("5;precinct=Osiedle <nad> Rzeką;part")).toBe("5;precinct=Osiedle <nad> Rzeką");
});
