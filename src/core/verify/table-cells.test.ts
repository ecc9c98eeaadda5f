import { describe, expect, it } from "vitest";
import { headsOf, readTable, statementsOf } from "./table-cells.ts";
import { bench, judgeOn, paper } from "./test-support/papers.ts";

const table = `Tabela 1. Wskaźniki

Teren\tMaksymalna wysokość [m]\tLiczba kondygnacji\tMaksymalna powierzchnia zabudowy\tMinimalna powierzchnia biologicznie czynna
1MN\t9,50\tdo 2\t20%\t45%
3MN\t11,50\tdo 3\t40%\t50%`;
const row = "3MN\t11,50\tdo 3\t40%\t50%";
const of = (claim: string, quote = row) => judgeOn(table, quote, claim);

describe("readTable", () => {
  it("says each cell with the heads of its row and column, and with the unit that a head names", () => {
    const start = table.indexOf("11,50");
    const read = readTable(table, start, start + 10);
    if (!read) throw new Error("no table");
    expect(statementsOf(read, read.heads).text).toBe(
      "3MN – Maksymalna wysokość [m]: 11,50 m\n\n3MN – Liczba kondygnacji: do 3 kondygnacji",
    );
    expect(headsOf(read)).toEqual(["Maksymalna wysokość [m]", "3MN", "Liczba kondygnacji"]);
  });

  it("takes no row of figures for heads, and no line of text for a row", () => {
    const plain = "Kubatura\t512 m³\nWysokość\t8 m";
    expect(readTable(plain, 16, plain.length)?.heads).toEqual([]);
    expect(readTable(table, 0, 5)).toBeUndefined();
  });
});

describe("a table over the page turn", () => {
  const heads = "Teren\tMaksymalna wysokość [m]\tMinimalna powierzchnia biologicznie czynna";
  const plan = paper(
    "plan.txt",
    `Tabela 2\n\n${heads}\n1MN\t9,50\t45%\n\n– 3 –`,
    "3MN\t11,50\t50%\n4MN\t7,50\t65%\n\n§ 15. Dachy.",
  );
  const check = bench([plan]);
  const on = (page: number, quote: string) => ({ document: plan.id, page, quote });

  it("takes its heads from the row that is cited on the page before", () => {
    const claim = "Minimalna powierzchnia biologicznie czynna: 50%.";
    expect(check(claim, on(2, "3MN\t11,50\t50%"), on(1, heads)).verdict).toBe("supported");
    expect(check("Maksymalna wysokość: 50 m.", on(2, "3MN\t11,50\t50%"), on(1, heads)).verdict).toBe("contradicted");
    expect(check(claim, on(2, "3MN\t11,50\t50%")).verdict).toBe("unsupported");
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

describe("claims of several rows and columns", () => {
  const sizes = "Wielkość\tByło\tJest\nKubatura\t651 m³\t716 m³\nWysokość\t7,6 m\t8,1 m";
  const rows = "1MN\t9,50\tdo 2\t20%\t45%\n3MN\t11,50\tdo 3\t40%\t50%";

  it.each([
    [sizes, sizes, "Kubatura: było 651 m³, jest 716 m³."],
    [table, rows, "Teren 1MN: maksymalna wysokość 9,50 m."],
  ])("%#", (text, quote, claim) => {
    expect(judgeOn(text, quote, claim)).toEqual(["supported"]);
  });

  it.each([
    [sizes, sizes, "Kubatura: było 716 m³, jest 651 m³.", "figure_of_other_column"],
    [sizes, sizes, "Kubatura wynosi 651 m³.", "column_not_told"],
    [sizes, sizes, "Wysokość: było 651 m³.", "figure_of_other_thing"],
    [table, rows, "Teren 1MN: maksymalna wysokość 11,50 m.", "figure_of_other_row"],
  ])("%#: not %s", (text, quote, claim, code) => {
    const [verdict, ...codes] = judgeOn(text, quote, claim);
    expect(verdict).not.toBe("supported");
    expect(codes).toContain(code);
  });
});
