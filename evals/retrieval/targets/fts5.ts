import { DatabaseSync } from "node:sqlite";
import { wholeText } from "../suite.ts";
import type { OpenTarget } from "./target.ts";

/** SQLite's own full-text search: words as they are, their marks removed (but not that of ł), any of them, its bm25(). */
export const openFts5: OpenTarget = async ({ texts }) => {
  const database = new DatabaseSync(":memory:");
  database.exec(
    "create virtual table texts using fts5(id unindexed, text, tokenize = 'unicode61 remove_diacritics 2')",
  );
  const insert = database.prepare("insert into texts (id, text) values (?, ?)");
  database.exec("begin");
  for (const text of texts) insert.run(text.id, wholeText(text));
  database.exec("commit");
  const select = database.prepare("select id from texts where texts match ? order by bm25(texts) limit ?");
  return {
    name: "SQLite FTS5",
    about: "unicode61 remove_diacritics 2, any word, bm25()",
    search: async (question, limit) => {
      const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length === 0) return [];
      return select.all(words.map((word) => `"${word}"`).join(" OR "), limit).map(({ id }) => String(id));
    },
    close: async () => database.close(),
  };
};
