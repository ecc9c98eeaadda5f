import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/**
 * What ingest is compared with: the text of every page of a folder's PDFs, by pdf.js alone, in one thread, and thrown
 * away. `node evals/bench/bare-text.ts FOLDER` prints the number of pages.
 */
const folder = process.argv[2] ?? ".";
let pages = 0;
for (const name of readdirSync(folder)) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(join(folder, name))),
    verbosity: VerbosityLevel.ERRORS,
  });
  const pdf = await task.promise;
  for (let page = 1; page <= pdf.numPages; page += 1) await (await pdf.getPage(page)).getTextContent();
  pages += pdf.numPages;
  await task.destroy();
}
console.log(pages);
