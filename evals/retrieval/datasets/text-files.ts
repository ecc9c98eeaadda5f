import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CorpusText, type Intake, wholeText } from "../suite.ts";

/** Each text a file of its own, named by its id: what is ranked is found by the name. */
export function textFiles(texts: readonly CorpusText[]): Intake {
  const digest = createHash("sha256");
  for (const text of texts) digest.update(JSON.stringify([text.id, wholeText(text)]));
  return {
    digest: digest.digest("hex"),
    files: async (work) => {
      const folder = join(work, "texts");
      await mkdir(folder, { recursive: true });
      for (const text of texts) await writeFile(join(folder, `${text.id}.txt`), wholeText(text));
      return folder;
    },
    textsOf: ({ document }) => [document.fileName.slice(0, -".txt".length)],
  };
}
