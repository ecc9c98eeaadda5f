import { describe, expect, it } from "vitest";
import { layoutText } from "./layout.ts";
import type { Run } from "./runs.ts";

const run = (text: string, x: number, y: number, height = 10): Run => ({
  text,
  x,
  y,
  width: text.length * 0.5 * height,
  height,
});
const rows = (count: number, at: (row: number) => Run[]) => Array.from({ length: count }, (_, row) => at(row)).flat();

describe("page layout to canonical text", () => {
  it("joins runs of a line and parts paragraphs", () => {
    expect(layoutText([run("Decyzja", 50, 100), run("nr 5", 90, 100), run("UZASADNIENIE", 50, 140)])).toBe(
      "Decyzja nr 5\n\nUZASADNIENIE",
    );
  });

  it("mends words broken at line ends, not compounds and number ranges", () => {
    expect(layoutText([run("zatwier-", 50, 100), run("dzam projekt", 50, 112)])).toBe("zatwierdzam projekt");
    expect(layoutText([run("architektoniczno-", 50, 100), run("budowlany", 50, 112)])).toBe(
      "architektoniczno-budowlany",
    );
    expect(layoutText([run("dz. 12-", 50, 100), run("14", 50, 112)])).toBe("dz. 12-\n14");
  });

  it("sets raised small figures as superscripts of the word they stand at", () => {
    expect(layoutText([run("art. 505", 50, 100), run("13a", 90, 95.5, 6.5), run("i 506", 104, 100)])).toBe(
      "art. 505¹³ᵃ i 506",
    );
    expect(layoutText([run("120 m", 50, 100), run("2", 75, 96, 6)])).toBe("120 m²");
    expect(layoutText([run("CO", 50, 100), run("2", 60, 102, 6)])).toBe("CO2");
  });
});

describe("columns", () => {
  const texts = (side: string, row: number) => `${side} kolumna tekstu, wiersz numer ${row}`;

  it("reads two columns of prose one after the other, under a heading and above a footer", () => {
    const text = layoutText([
      run("USTAWA Z DNIA 5 MAJA O KSZTAŁCIE NAGŁÓWKA NAD KOLUMNAMI TEKSTU", 60, 60),
      ...rows(8, (row) => [run(texts("lewa", row), 50, 100 + row * 12), run(texts("prawa", row), 262, 100 + row * 12)]),
    ]);
    expect(text.startsWith("USTAWA")).toBe(true);
    expect(text.indexOf(texts("lewa", 7))).toBeLessThan(text.indexOf(texts("prawa", 0)));
    expect(text).not.toContain("\t");
  });

  it("does so where lines of the columns stand between each other's and the gutter is narrow", () => {
    const text = layoutText(
      rows(12, (row) => [
        run(texts("lewa", row), 50, 100 + row * 12),
        // Wider gaps between its paragraphs: the baselines drift apart.
        run(texts("prawa", row), 236, 103 + row * 12 + Math.floor(row / 3) * 5),
      ]),
    );
    expect(text.indexOf(texts("lewa", 11))).toBeLessThan(text.indexOf(texts("prawa", 0)));
  });

  it("does so where most lines of a column are indented items of a list", () => {
    const text = layoutText(
      rows(12, (row) => [
        run(texts("lewa", row), row === 0 ? 50 : 66, 100 + row * 12),
        run(texts("prawa", row), row === 5 ? 262 : 278, 100 + row * 12),
      ]),
    );
    expect(text.indexOf(texts("lewa", 11))).toBeLessThan(text.indexOf(texts("prawa", 0)));
  });

  it("goes on with a sentence, and a word, from one column to the next", () => {
    const text = layoutText([
      ...rows(8, (row) => [run(texts("lewa", row), 50, 100 + row * 12), run(texts("Prawa", row), 262, 112 + row * 12)]),
      run("zarządzenie obejmuje całą admini-", 50, 196),
      run("strację publiczną kraju oraz gminy", 262, 100),
    ]);
    expect(text).toContain("całą administrację publiczną");
  });
});

describe("tables", () => {
  it("keep the cells of a row together", () => {
    const table = rows(6, (row) => [run(`${row}MN`, 50, 100 + row * 14), run("9 m", 320, 100 + row * 14)]);
    expect(layoutText(table).split("\n")[3]).toBe("3MN\t9 m");
  });

  it("put a cell that wraps on one line with its row, an empty one between tabs", () => {
    const cells = (y: number, ...texts: string[]) =>
      texts.map((text, index) => run(text, [50, 200, 320][index] ?? 0, y));
    const table = [
      cells(100, "Ustalenie", "Teren 1MN", "Teren 2MN"),
      cells(124, "Maksymalna wyso-", "9 m", "12 m"),
      cells(136, "kość zabudowy"),
      [run("Dach", 50, 160), run("płaski", 320, 160)],
    ].flat();
    expect(layoutText(table)).toBe(
      "Ustalenie\tTeren 1MN\tTeren 2MN\nMaksymalna wysokość zabudowy\t9 m\t12 m\nDach\t\tpłaski",
    );
  });

  it("are not read by columns though their cells are long", () => {
    const table = rows(5, (row) => [
      run(`Ustalenie szczegółowe numer ${row}`, 50, 100 + row * 40),
      run("którego treść zajmuje prawie cały", 262, 100 + row * 40),
      run(`wiersz, a nawet dwa, bo jest ${row}`, 262, 112 + row * 40),
    ]);
    const text = layoutText(table);
    expect(text.indexOf("jest 0")).toBeLessThan(text.indexOf("numer 1"));
  });
});
