import type { DocumentRef } from "../../core/document.ts";
import { boilerplateKeys, markOf } from "../../core/text/boilerplate.ts";
import type { Statement } from "./database.ts";

/** What a version's lines are counted by (boilerplate.ts), eight bytes each; written with it. */
export function insertOfLines(
  { id, version }: Pick<DocumentRef, "id" | "version">,
  pages: readonly string[],
): Statement {
  const marks = Float64Array.from(boilerplateKeys(pages), markOf);
  return {
    sql: "INSERT INTO document_lines (document, version, marks) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    parameters: [id, version, new Uint8Array(marks.buffer)],
  };
}
