import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import MiniSearch from "minisearch";
import { foldDiacritics } from "../../src/core/text/plain.ts";
import { readConfig } from "../../src/config.ts";
import { openServices } from "../../src/wiring-node.ts";
import { type Time, timed } from "./measure.ts";
import type { Question } from "./retrieval-questions.ts";

/** What is told on standard output. */
export interface PeerAsked {
  build: Time;
  searches: (Time & { kind: string })[];
}

type Search = (question: string, limit: number) => unknown;

/** The first five letters of each word, any of them: what finds most among what FTS5 can be asked (issue C). */
function fts5(texts: readonly string[]): Search {
  const database = new DatabaseSync(":memory:");
  database.exec(
    "create virtual table texts using fts5(text, prefix = '5', tokenize = 'unicode61 remove_diacritics 2')",
  );
  const insert = database.prepare("insert into texts (text) values (?)");
  database.exec("begin");
  for (const text of texts) insert.run(foldDiacritics(text));
  database.exec("commit");
  const select = database.prepare("select rowid from texts where texts match ? order by bm25(texts) limit ?");
  return (question, limit) => {
    const words = foldDiacritics(question).match(/[\p{L}\d]+/gu) ?? [];
    return select.all(words.map((word) => `"${word.slice(0, 5)}"*`).join(" OR "), limit);
  };
}

function miniSearch(texts: readonly string[]): Search {
  const searchOptions = { prefix: true, fuzzy: 0.2 };
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    searchOptions,
    processTerm: foldDiacritics,
  });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return (question, limit) => index.search(question).slice(0, limit);
}

const peers: Readonly<Record<string, (texts: readonly string[]) => Search>> = { fts5, miniSearch };

/**
 * `node evals/bench/retrieval-peers.ts FOLDER fts5|miniSearch`: a peer on the same passages and questions, without
 * labels and filters, which it does not know. In a process of its own, so that its memory is told.
 */
const [folder = "", name = ""] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(join(folder, "questions.json"), "utf8")) as Question[];
const services = await openServices({ ...readConfig(process.env, process.cwd()), sample: false });
const { documents } = services.archive;
const texts: string[] = [];
for (const { ref } of await documents.list({ access: "all" }))
  for (const { text } of await documents.passages(ref)) texts.push(text);
await services.close();
let search: Search | undefined;
const build = await timed(async () => {
  search = peers[name]?.(texts);
});
const searches: PeerAsked["searches"] = [];
for (const { kind, query } of questions)
  searches.push({ kind, ...(await timed(async () => void search?.(query.text, query.limit))) });
console.log(JSON.stringify({ build, searches } satisfies PeerAsked));
