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
  const version = "html-1";
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

class TextWriter {
  title = "";
  #out = "";
  #line = "";
  #hidden = 0;
  #inTitle = false;
  #cells: string[] | undefined;

  open(name: string): void {
    if (name === "title") this.#inTitle = true;
    if (unseen.has(name)) this.#hidden += 1;
    else if (name === "br") this.#breakLine();
    else if (name === "tr") this.#startRow();
    else if (name === "td" || name === "th") this.#line = "";
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
    this.#breakLine();
    this.#cells = [];
    this.#line = "";
  }

  #endCell(): void {
    this.#cells?.push(this.#line.replace(/\s+/gu, " ").trim());
    this.#line = "";
  }

  #endRow(): void {
    if (!this.#cells) return;
    const row = this.#cells.join("\t").replace(/\t+$/u, "");
    if (row.trim() !== "") this.#out += `${row}\n`;
    this.#cells = undefined;
    this.#line = "";
  }

  /** Inside a table cell blocks and breaks are white space: a row is one line. */
  #breakLine(): void {
    if (this.#cells) {
      this.#line += " ";
      return;
    }
    const line = this.#line.replace(/ +/gu, " ").trim();
    if (line !== "") this.#out += `${line}\n`;
    this.#line = "";
  }

  #breakBlock(): void {
    this.#breakLine();
    if (!this.#cells && !this.#out.endsWith("\n\n") && this.#out !== "") this.#out += "\n";
  }
}
