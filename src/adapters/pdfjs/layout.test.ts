import { describe, expect, it } from "vitest";
import { layoutText, type Run } from "./layout.ts";

const run = (text: string, x: number, y: number): Run => ({ text, x, y, width: text.length * 5, height: 10 });

describe("page layout to canonical text", () => {
  it("joins runs of a line and parts paragraphs", () => {
    expect(layoutText([run("Decyzja", 50, 100), run("nr 5", 90, 100), run("UZASADNIENIE", 50, 140)])).toBe(
      "Decyzja nr 5\n\nUZASADNIENIE",
    );
  });

  it("reads two columns of prose one after the other", () => {
    const rows = [1, 2, 3, 4, 5, 6];
    const runs = rows.flatMap((row) => [
      run(`lewa kolumna wiersz numer ${row}`, 50, 100 + row * 12),
      run(`prawa kolumna wiersz numer ${row}`, 320, 100 + row * 12),
    ]);
    const text = layoutText(runs);
    expect(text.indexOf("lewa kolumna wiersz numer 6")).toBeLessThan(text.indexOf("prawa kolumna wiersz numer 1"));
    expect(text).not.toContain("\t");
  });

  it("keeps the cells of a table row together", () => {
    const rows = ["1MN", "2MN", "3MN", "4MN", "5MN", "6MN"].flatMap((area, row) => [
      run(area, 50, 100 + row * 14),
      run("9 m", 320, 100 + row * 14),
    ]);
    expect(layoutText(rows).split("\n")[2]).toBe("3MN\t9 m");
  });

  it("mends words broken at line ends, not number ranges", () => {
    expect(layoutText([run("zatwier-", 50, 100), run("dzam projekt", 50, 112)])).toBe("zatwierdzam projekt");
    expect(layoutText([run("dz. 12-", 50, 100), run("14", 50, 112)])).toBe("dz. 12-\n14");
  });
});
