import { Parser } from "htmlparser2";
import { sha256Hex } from "../../core/canonical-json.ts";
import type { DocumentReader } from "../../core/ports/document-reader.ts";
import { decodeText } from "../text/decode.ts";

const blocks = new Set(
  "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead title ul".split(
    " ",
  ),
);
const unseen = new Set(["script", "style", "head", "template", "noscript", "xml"]);

/** HTML, also as Word saves it in windows-1250: blocks become paragraphs, table rows lines with tabs. One page. */
export function createHtmlReader(): DocumentReader {
  const version = "html-2";
  return {
    format: "html",
    version,
    read: async (bytes) => {
      const source = decodeText(bytes, declaredCharset(bytes));
      const { text, title } = textOf(source);
      const unreadable = text === "" ? { unreadable: "empty_page" as const } : {};
      const page = { number: 1, text, textSha256: sha256Hex(text), ...unreadable };
      return { format: "html", reader: version, ...(title ? { title } : {}), pages: [page] };
    },
  };
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
}

function textOf(source: string): { text: string; title: string } {
  const writer = new TextWriter();
  const parser = new Parser(
    {
      onopentagname: (name) => writer.open(name),
      onclosetag: (name) => writer.close(name),
      ontext: (data) => writer.write(data),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(source);
  parser.end();
  return { text: writer.text(), title: writer.title.replace(/\s+/gu, " ").trim() };
}

/** A cell of several paragraphs longer than this is a text set beside its heading, not a table's cell. */
const longestCell = 400;

class TextWriter {
  title = "";
  #out = "";
  #line = "";
  #hidden = 0;
  #inTitle = false;
  /** Cells of the rows that are open: a cell may hold a table. */
  #rows: string[][] = [];

  open(name: string): void {
    if (name === "title") this.#inTitle = true;
    if (unseen.has(name)) this.#hidden += 1;
    else if (name === "br") this.#breakLine();
    else if (name === "tr") this.#startRow();
    else if (name === "td" || name === "th") this.#startCell();
    else if (blocks.has(name)) this.#breakBlock();
  }

  close(name: string): void {
    if (name === "title") this.#inTitle = false;
    if (unseen.has(name)) this.#hidden -= 1;
    else if (name === "td" || name === "th") this.#endCell();
    else if (name === "tr") this.#endRow();
    else if (blocks.has(name)) this.#breakBlock();
  }

  write(data: string): void {
    if (this.#inTitle) this.title += data;
    else if (this.#hidden === 0) this.#line += data.replace(/[\s\u00A0]+/gu, " ");
  }

  text(): string {
    this.#breakBlock();
    return this.#out
      .replace(/\n{3,}/gu, "\n\n")
      .normalize("NFC")
      .trim();
  }

  #startRow(): void {
    if (this.#rows.length === 0) this.#breakLine();
    this.#rows.push([]);
  }

  #startCell(): void {
    if (this.#rows.length === 1 && this.#rows[0]?.length === 0) this.#line = "";
    this.#line += cellMark;
  }

  #endCell(): void {
    const from = this.#line.lastIndexOf(cellMark);
    if (from < 0) return;
    this.#rows.at(-1)?.push(tidyLines(this.#line.slice(from + cellMark.length)));
    this.#line = this.#line.slice(0, from);
  }

  #endRow(): void {
    const cells = this.#rows.pop();
    if (!cells) return;
    const row = rowText(cells);
    // A table inside a cell becomes lines of that cell.
    if (this.#rows.length > 0) this.#line += `\n${row}\n`;
    else if (row !== "") this.#out += `${row}\n`;
  }

  #breakLine(): void {
    if (this.#rows.length > 0) {
      this.#line += "\n";
      return;
    }
    const line = this.#line.replace(/ +/gu, " ").trim();
    if (line !== "") this.#out += `${line}\n`;
    this.#line = "";
  }

  #breakBlock(): void {
    this.#breakLine();
    if (this.#rows.length === 0 && !this.#out.endsWith("\n\n") && this.#out !== "") this.#out += "\n";
  }
}

/** Where the innermost open cell begins in the line; no document holds this control character. */
const cellMark = "\u0000";

function tidyLines(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/ +/gu, " ").trim());
  return lines.filter((line) => line !== "").join("\n");
}

/** Cells by tabs on one line; or one below the other, where a long text stands beside the symbols that it is for. */
function rowText(cells: readonly string[]): string {
  const flat = cells.map((cell) => cell.replace(/\s+/gu, " "));
  const isText = cells.some((cell) => cell.length > longestCell && cell.includes("\n"));
  if (!isText) return flat.join("\t").replace(/\t+$/u, "").trim() === "" ? "" : flat.join("\t").replace(/\t+$/u, "");
  const parts = cells.map((cell, index) => (cell.length > longestCell ? cell : (flat[index] ?? "")));
  return `\n${parts.filter((part) => part !== "").join("\n")}\n`;
}
