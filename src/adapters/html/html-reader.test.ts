import { describe, expect, it } from "vitest";
import { createTextReader } from "../text/text-reader.ts";
import { createHtmlReader } from "./html-reader.ts";

const read = async (html: Uint8Array | string) => {
  const bytes = typeof html === "string" ? new TextEncoder().encode(html) : html;
  return (await createHtmlReader().read(bytes, "x.htm")).pages[0]?.text;
};

describe("HTML", () => {
  it("keeps paragraphs, table rows and entities, and shows no script", async () => {
    const html =
      "<html><head><title>Plan</title><script>var x</script></head><body><p>Teren&nbsp;3MN<br>ustala się:</p><table><tr><td><p>wysokość</p></td><td>9&nbsp;m</td></tr></table></body>";
    expect(await read(html)).toBe("Teren 3MN\nustala się:\n\nwysokość\t9 m");
  });

  it("reads windows-1250 as Word declares it", async () => {
    const ascii = new TextEncoder().encode(
      '<meta http-equiv=Content-Type content="text/html; charset=windows-1250"><p>dzia',
    );
    const tail = Uint8Array.from([0xb3, 0x6b, 0x61, 0x20, 0x9c, 0x77, 0x69, 0x65, 0xbf, 0x61]);
    expect(await read(Uint8Array.from([...ascii, ...tail]))).toBe("działka świeża");
  });

  it("sets a long text under the symbols that stand beside it in a table", async () => {
    const rules = Array.from(
      { length: 9 },
      (_, rule) => `<p>${rule + 1}) ustalenie numer ${rule + 1} o zabudowie tego terenu i o dachach;</p>`,
    );
    const html = `<table><tr><td><p>P1. 1MN</p><p>P2. 2MN</p></td><td>${rules.join("")}</td></tr><tr><td>3U</td><td>brak</td></tr></table>`;
    const lines = (await read(html))?.split("\n") ?? [];
    expect(lines.slice(0, 3)).toEqual([
      "P1. 1MN P2. 2MN",
      "1) ustalenie numer 1 o zabudowie tego terenu i o dachach;",
      "2) ustalenie numer 2 o zabudowie tego terenu i o dachach;",
    ]);
    expect(lines.at(-1)).toBe("3U\tbrak");
  });

  it("keeps a table inside a cell", async () => {
    const inner = "<table><tr><td>a</td><td>b</td></tr></table>";
    expect(await read(`<table><tr><td>x</td><td>${inner}</td><td>y</td></tr></table>`)).toBe("x\ta b\ty");
  });

  it("marks a page without text", async () => {
    const document = await createHtmlReader().read(new TextEncoder().encode("<p> </p>"), "x.htm");
    expect(document.pages[0]?.unreadable).toBe("empty_page");
  });
});

describe("plain text", () => {
  it("tells ISO-8859-2 from windows-1250 by its Polish letters", async () => {
    const iso = Uint8Array.from([0xb6, 0x77, 0x69, 0x65, 0xbf, 0x61]); // świeża
    expect((await createTextReader().read(iso, "x.txt")).pages[0]?.text).toBe("świeża");
  });
});
