import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuantities } from "./quantities.ts";

const said = (text: string) =>
  findQuantities(text).map(({ value }) => [value.bound, value.value, value.unit].join(" ").trim());

describe("findQuantities", () => {
  it.each([
    ["wysokość 12 m", ["12 m"]],
    ["wysokość 12,0 m", ["12 m"]],
    ["wysokości dwunastu metrów", ["12 m"]],
    ["1200 cm", ["12 m"]],
    ["powierzchnia 1 234,5 m2", ["1234.5 m2"]],
    ["0,5 ha", ["5000 m2"]],
    ["kubatura 512 m³", ["512 m3"]],
    ["30% powierzchni", ["30 %"]],
    ["trzydzieści procent", ["30 %"]],
    ["opłata 47,50 zł", ["47.5 zł"]],
    ["dwa tysiące pięćset złotych", ["2500 zł"]],
    ["12 tys. zł", ["12000 zł"]],
    ["termin 14 dni", ["14 day"]],
    ["w terminie czternastu dni", ["14 day"]],
    ["budynek dwukondygnacyjny", ["2 storey"]],
    ["2 kondygnacje", ["2 storey"]],
    ["trzy miejsca postojowe", ["3 place"]],
    ["sto dwadzieścia trzy lokale", ["123 flat"]],
    ["kara do lat 5", ["max 5 year"]],
  ])("%s", (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    ["nie więcej niż 12 m", ["max 12 m"]],
    ["maksymalnie 12 m", ["max 12 m"]],
    ["do 12 m", ["max 12 m"]],
    ["wysokość nie może przekraczać 12 m", ["max 12 m"]],
    ["maksymalna wysokość zabudowy: 12 m", ["max 12 m"]],
    ["nie wyższy niż 12 m", ["max 12 m"]],
    ["co najwyżej 12 m", ["max 12 m"]],
    ["co najmniej 25%", ["min 25 %"]],
    ["nie mniej niż 25%", ["min 25 %"]],
    ["minimalna powierzchnia biologicznie czynna 25%", ["min 25 %"]],
    ["min. 25%", ["min 25 %"]],
    ["około 12 m", ["about 12 m"]],
    ["od 20 do 30%", ["min 20 %", "max 30 %"]],
    ["20–30°", ["min 20 °", "max 30 °"]],
    ["maks. 12 m lub 3 kondygnacje", ["max 12 m", "max 3 storey"]],
    ["maks. wysokość 12 m, szerokość elewacji 16 m", ["max 12 m", "16 m"]],
    ["w odległości 4 m od granicy", ["4 m"]],
  ])("tells limits: %s", (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it("leaves names alone", () => {
    expect(said("działka 87/14, AM-28, teren 3MN, skala 1:500, AB.6740.1.234.2018.JK, § 12")).toEqual(["12"]);
  });

  it("reads any figure with a unit back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const written = `kwota ${whole},${String(cents).padStart(2, "0")} zł`;
        expect(findQuantities(written).map((found) => found.value.value)).toEqual([
          Number(`${whole}.${String(cents).padStart(2, "0")}`),
        ]);
      }),
    );
  });
});
