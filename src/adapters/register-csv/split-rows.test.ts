import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginningOf, EndlessRow, splitRows, UnclosedRow } from "./split-rows.ts";

async function* inPieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function split(text: string, length = text.length || 1, longest = 1000): Promise<string[][]> {
  const all: string[][] = [];
  for await (const rows of splitRows(inPieces(text, length), ";", longest))
    for (const { cells } of rows) all.push(cells);
  return all;
}

/** The same text by a parser of others, which looks at each byte. */
function byTheLibrary(text: string): string[][] | undefined {
  try {
    return parse(text, { delimiter: ";", relax_quotes: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    return undefined;
  }
}

describe("rows of a CSV file", () => {
  it("are read as a general parser reads them, wherever the pieces of the text end", async () => {
    const eol = fc.constantFrom("\n", "\r\n");
    const bits = fc.array(fc.constantFrom('"', ";", "EOL", "a", " ", "ż", '""', '"x;y"', '"pEOLq"'), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(eol, bits, fc.integer({ min: 1, max: 9 }), async (end, parts, length) => {
        const text = `a;b\n${parts.join("")}`.replaceAll("\n", end).replaceAll("EOL", end);
        const expected = byTheLibrary(text);
        const found = await split(text, length).catch((error: unknown) => (error as Error).constructor);
        expect(found).toEqual(expected ?? UnclosedRow);
      }),
      { numRuns: 1000 },
    );
  });

  it("that begin as a known one have its first cells, whatever stands in quotation marks", async () => {
    const bits = fc.array(fc.constantFrom('"', ";", ";", "\n", "\n", "a", '""', '"x;y"', '"p\nq"', "\r"), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(
        bits,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 90 }),
        async (parts, cells, length) => {
          const text = parts.join("");
          const plain = await split(text, length).catch((error: unknown) => (error as Error).constructor);
          const known: { text: string; cells: string[] }[] = [];
          const find = (all: string, start: number) => known.find((one) => all.startsWith(one.text, start));
          const rows: string[][] = [];
          const read = async () => {
            for await (const some of splitRows(inPieces(text, length), ";", 1000, { cells, find }))
              for (const row of some) {
                rows.push([...(row.begun?.cells ?? []), ...row.cells]);
                const beginning = row.begun ? "" : beginningOf(row, cells);
                if (beginning !== "") known.push({ text: beginning, cells: row.cells.slice(0, cells) });
              }
            return rows;
          };
          expect(await read().catch((error: unknown) => (error as Error).constructor)).toEqual(plain);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("hold delimiters, line breaks and doubled marks inside quotation marks", async () => {
    expect(await split('a;"b;c\nd";""""""\r\ne "f";;"g" h\n\n')).toEqual([
      ["a", "b;c\nd", '""'],
      ['e "f"', "", '"g" h'],
    ]);
    expect(await split("")).toEqual([]);
  });

  it("are refused when one is longer than any real one, so that an unclosed mark costs no memory", async () => {
    await expect(split(`"${"a\n".repeat(400)}`, 50, 300)).rejects.toThrow(EndlessRow);
  });
});
