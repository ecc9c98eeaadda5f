import { sha256Hex } from "../../canonical-json.ts";
import type { DocumentFact, Passage, PreparedDocument } from "../../document.ts";

interface Parts extends Partial<Omit<PreparedDocument, "pages" | "passages" | "facts">> {
  /** The text of each page; a page is one passage, `null` one that could not be read. */
  pages?: readonly (string | null)[];
  facts?: readonly Pick<DocumentFact, "field" | "value">[];
}

/** A document as an ingest prepares it, for contract suites. Its bytes are as good as its pages. */
export function preparedDocument({ pages = ["Treść dokumentu."], facts = [], ...parts }: Parts = {}): PreparedDocument {
  const path = parts.path ?? "sprawa/pismo.txt";
  const labels = parts.labels ?? [];
  return {
    id: sha256Hex(JSON.stringify([labels, path])).slice(0, 20),
    fileName: path.split("/").at(-1) ?? path,
    path,
    sha256: sha256Hex(pages.join("\f")),
    labels,
    kind: "letter",
    format: "text",
    reader: "reader-1",
    pages: pages.map((text, at) => ({
      number: at + 1,
      text: text ?? "",
      textSha256: sha256Hex(text ?? ""),
      ...(text === null ? { unreadable: "no_text_layer" as const } : {}),
    })),
    passages: pages.flatMap((text, at) => (text === null ? [] : [passageOf(text, at + 1)])).map(numbered),
    facts: facts.map((fact) => ({ ...fact, page: 1, start: 0, end: 6, quote: (pages[0] ?? "").slice(0, 6) })),
    ...parts,
  };
}

function passageOf(text: string, page: number): Omit<Passage, "ordinal"> {
  return { page, start: 0, end: text.length, text, headingPath: [] };
}

function numbered(passage: Omit<Passage, "ordinal">, ordinal: number): Passage {
  return { ...passage, ordinal };
}
