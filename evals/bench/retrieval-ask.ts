import { readFileSync } from "node:fs";
import { openServices } from "../../src/wiring-node.ts";
import { type Time, timed } from "./measure.ts";
import type { Question } from "./retrieval-questions.ts";

/**
 * `node evals/bench/retrieval-ask.ts STORE QUESTIONS`: asks a store's index, in a process of its own, so that its
 * memory is told. Prints milliseconds: of the first question, which loads what is kept, and of all, by kind.
 */
const [store = "", file = ""] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(file, "utf8")) as Question[];
const services = await openServices({ data: store, port: 0, host: "127.0.0.1", sample: false });
const { passages } = services.archive;
const ask = ({ query }: Question) => timed(async () => void (await passages.search(query)));
const [one] = questions;
if (!one) throw new Error("no question to ask");
const first = await ask(one);
const times: (Time & { kind: string })[] = [];
for (const question of questions) times.push({ kind: question.kind, ...(await ask(question)) });
await services.close();
console.log(JSON.stringify({ first, times }));
