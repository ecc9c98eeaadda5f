import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../src/config.ts";
import { openServices } from "../../src/wiring-node.ts";
import { evaluator } from "../archive/open-archive.ts";
import { type Time, timed } from "./measure.ts";
import type { Question } from "./retrieval-questions.ts";

/** What is told on standard output, in milliseconds. */
export interface Asked {
  /** The first search of a process, which loads what is kept. */
  first: Time;
  searches: (Time & { kind: string })[];
  /** Megabytes that the process took at most until all was searched. */
  memory: number;
  /** A draft, whole, when another was asked before. */
  draft: Time;
  /** The first search and the first draft after a paper was taken in. */
  searchAfterChange: Time;
  draftAfterChange: Time;
}

/**
 * `node evals/bench/retrieval-ask.ts FOLDER`: asks the archive of TECZKA_DATA the questions that lie in a folder beside
 * `late.txt`, a paper that is taken in between. In a process of its own, so that its memory is told.
 */
const [folder = ""] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(join(folder, "questions.json"), "utf8")) as Question[];
const services = await openServices({ ...readConfig(process.env, process.cwd()), sample: false });
const search = ({ query }: Question) => timed(async () => void (await services.archive.passages.search(query)));
const draft = (question: string) => timed(async () => void (await services.drafts.ask(question, evaluator, "eval")));
const [one, two] = questions;
if (!one || !two) throw new Error("no question to ask");

const first = await search(one);
const searches: Asked["searches"] = [];
for (const question of questions) searches.push({ kind: question.kind, ...(await search(question)) });
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
const asked = "Czy decyzja nr 1/2015 jest ostateczna?";
await draft(asked);
const warm = await draft(asked);
await services.ingest({ paths: [join(folder, "late.txt")], labels: [] }, evaluator);
const searchAfterChange = await search(two);
await services.ingest({ paths: [join(folder, "later.txt")], labels: [] }, evaluator);
const draftAfterChange = await draft(asked);
await services.close();
console.log(
  JSON.stringify({ first, searches, memory, draft: warm, searchAfterChange, draftAfterChange } satisfies Asked),
);
