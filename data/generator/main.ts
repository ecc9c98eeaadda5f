import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { makeArchive } from "./archive.ts";

const { values } = parseArgs({ options: { seed: { type: "string" }, out: { type: "string" } } });
const seed = Number(values.seed);
if (!values.out || !Number.isSafeInteger(seed) || seed < 0) {
  console.error(
    "usage: npm run generate -- --seed N --out DIR   (N: a whole number; DIR/archive and DIR/registers are made anew)",
  );
  process.exit(2);
}
const { files, truth } = await makeArchive(seed);
for (const folder of ["archive", "registers"]) rmSync(join(values.out, folder), { recursive: true, force: true });
for (const [path, bytes] of files) {
  mkdirSync(dirname(join(values.out, path)), { recursive: true });
  writeFileSync(join(values.out, path), bytes);
}
const pages = truth.documents.reduce((sum, document) => sum + document.pages, 0);
const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
console.log(
  `${truth.town}: ${truth.documents.length} documents, ${pages} pages, ${truth.facts.length} facts, ` +
    `${truth.questions.length} questions, ${(size / 1e6).toFixed(2)} MB`,
);
