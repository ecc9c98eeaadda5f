import { describe, expect, it } from "vitest";
import { encodeWindows1250 } from "../../../data/generator/paper/windows-1250.ts";
import { cityHeader, permit, permitsHeader, read } from "./test-support/exports.ts";

describe("bad files and rows", () => {
  it("refuses a row with other fields than the header alone, by its number; empty ones at the end are repaired", async () => {
    const { entries, counts } = await read(
      [permitsHeader, permit({}), "za;krótki;wiersz", `${permit({})};;`, `${permit({})};nadmiar`].join("\n"),
    );
    expect(entries.map((entry) => entry.row)).toEqual([1, 3]);
    expect(counts).toMatchObject({ rows: 4, repaired: 1 });
    expect(counts.refused).toEqual([
      { row: 2, reason: "wiersz ma 3 pól zamiast 31" },
      { row: 4, reason: "wiersz ma 32 pól zamiast 31" },
    ]);
  });

  it("refuses what an unclosed quotation mark ran together, though its fields are as many as the header's", async () => {
    const { entries, counts } = await read(
      [
        permitsHeader,
        permit({ nazwa_zamierzenia_bud: '"budowa' }),
        permit({ nazwa_zamierzenia_bud: 'domu"' }),
        permit({}),
      ].join("\n"),
    );
    expect(counts.refused).toEqual([{ row: 1, reason: "niezamknięty cudzysłów połączył go z następnymi" }]);
    expect(entries.map((entry) => entry.row)).toEqual([2]);
  });

  it("names a file that ends inside quotes, after its last whole row", async () => {
    const content = [permitsHeader, permit({}), permit({ nazwa_zamierzenia_bud: '"budowa' })].join("\n");
    await expect(read(content)).rejects.toMatchObject({
      code: "register_broken",
      message: expect.stringContaining("wierszu 1"),
    });
  });

  it.each([
    ["holds no row", `${permitsHeader}\n`, "register_empty", "ani jednego wiersza"],
    [
      "holds blank and refused rows alone",
      `${permitsHeader}\n;;;\nza;krótki\n`,
      "register_empty",
      "odrzuconych 1 (wiersz 2",
    ],
    ["ends in the middle of a row", `${permitsHeader}\n${permit({})}\nAB.1;G7;Star`, "register_broken", "po wierszu 1"],
    [
      "holds a cell of megabytes",
      `${permitsHeader}\n${permit({ ulica: "a".repeat(2_200_000) })}\n`,
      "register_broken",
      "dłuższy",
    ],
    ["ends its lines in CR alone", `${permitsHeader}\r${permit({})}\r`, "register_line_ends", "CR"],
    [
      "lacks the column of parcels",
      permitsHeader.replace("numer_dzialki", "dzialka"),
      "register_columns_missing",
      "numer_dzialki",
    ],
  ])("refuses whole a file that %s, since it would replace a register", async (_what, content, code, said) => {
    await expect(read(content)).rejects.toMatchObject({ code, message: expect.stringContaining(said) });
  });

  it("refuses an unknown header whole, naming the file and what was expected", async () => {
    await expect(read("a;b;c\n1;2;3\n", "lista.csv")).rejects.toMatchObject({
      code: "register_header_unknown",
      message: expect.stringMatching(/lista\.csv.*numer_gunb.*Nr wniosku/su),
    });
    await expect(read("", "pusty.csv")).rejects.toMatchObject({ code: "register_header_unknown" });
  });

  it.each([
    ["an RWDZ export saved in windows-1250", encodeWindows1250(`${permitsHeader}\n${permit({ miasto: "Łódź" })}\n`)],
    ["a file in UTF-16", new Uint8Array(Buffer.from(`\uFEFF${permitsHeader}\n`, "utf16le"))],
    ["a city's file in ISO-8859-2", Buffer.from(cityHeader.replace("ę", "\u00EA").replace("ą", "\u00B1"), "latin1")],
  ])("names the encoding of %s as wrong", async (_what, content) => {
    await expect(read(content)).rejects.toMatchObject({ code: "register_encoding_unknown" });
  });
});
