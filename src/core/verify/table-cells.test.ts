import { describe, expect, it } from "vitest";
import { readTableCells } from "./table-cells.ts";
import { judgeOn } from "./test-support/papers.ts";

const table = `Tabela 1. Wskaźniki

Teren\tMaksymalna wysokość [m]\tLiczba kondygnacji\tMaksymalna powierzchnia zabudowy\tMinimalna powierzchnia biologicznie czynna
1MN\t9,50\tdo 2\t20%\t45%
3MN\t11,50\tdo 3\t40%\t50%`;
const row = "3MN\t11,50\tdo 3\t40%\t50%";
const of = (claim: string, quote = row) => judgeOn(table, quote, claim);

describe("readTableCells", () => {
  it("says each cell with the heads of its row and column, and with the unit that a head names", () => {
    const start = table.indexOf("11,50");
    expect(readTableCells(table, start, start + 10)).toEqual({
      statements: "3MN – Maksymalna wysokość [m]: 11,50 m\n\n3MN – Liczba kondygnacji: do 3 kondygnacji",
      heads: ["Maksymalna wysokość [m]", "3MN", "Liczba kondygnacji"],
    });
  });

  it("takes no row of figures for heads, and no line of text for a row", () => {
    const plain = "Kubatura\t512 m³\nWysokość\t8 m";
    expect(readTableCells(plain, 16, plain.length)?.statements).toBe("Wysokość – : 8 m");
    expect(readTableCells(table, 0, 5)).toBeUndefined();
  });
});

describe("claims of a table's row", () => {
  it.each([
    "Teren 3MN: maksymalna wysokość 11,5 m.",
    "Teren 3MN: minimalna powierzchnia biologicznie czynna 50%.",
    "Na terenie 3MN powierzchnia zabudowy wynosi maksymalnie 40%.",
    "Teren 3MN: do 3 kondygnacji.",
  ])("%s", (claim) => {
    expect(of(claim)).toEqual(["supported"]);
  });

  it.each([
    ["Teren 3MN: maksymalna wysokość 9,50 m.", "figure_other"],
    ["Teren 3MN: minimalna powierzchnia biologicznie czynna 40%.", "figure_limit"],
    ["Teren 3MN: minimalna wysokość 11,50 m.", "figure_limit"],
    ["Teren 1MN: maksymalna wysokość 11,50 m.", "area_other"],
  ])("not %s", (claim, code) => {
    expect(of(claim)[0]).toBe("contradicted");
    expect(of(claim)).toContain(code);
  });
});
