import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { groundTruthSchema } from "../../../data/generator/ground-truth.ts";
import { type ParaphraseTruth, paraphraseTruthSchema } from "../../../data/generator/paraphrases.ts";
import type { DocumentStore } from "../../../src/core/ports/document-store.ts";
import type { Intake, OpenedSuite } from "../suite.ts";
import { lexicalSettings, openFilled } from "../targets/teczka.ts";
import { type ArchivePages, archiveQuestions, paraphraseQuestions, placeOf } from "./archive-questions.ts";
import { readJson, readJsonLines } from "./read-json.ts";

const truthFile = "ground-truth.json";

export function isArchiveFolder(folder: string): boolean {
  return existsSync(join(folder, truthFile));
}

/**
 * An archive that the generator made. The texts are its pages, as Teczka reads them, since other engines read no PDF.
 * @param store where Teczka's lexical store of it is kept, which the pages are read from
 */
export async function readArchive(folder: string, store: string): Promise<OpenedSuite> {
  const truth = await readJson(join(folder, truthFile), groundTruthSchema);
  const papers = join(folder, "archive");
  const pages: ArchivePages = { texts: [], idOf: new Map() };
  const intake: Intake = {
    digest: await digestOf(papers),
    files: async () => papers,
    textsOf: ({ document, page, endPage = page }) =>
      Array.from({ length: endPage - page + 1 }, (_, turn) => placeOf(document.path, page + turn)).map(
        (place) => pages.idOf.get(place) ?? place,
      ),
  };
  const services = await openFilled(lexicalSettings, intake, store);
  try {
    await readPages(services.archive.documents, pages);
  } finally {
    await services.close();
  }
  const questions = [...archiveQuestions(truth, pages), ...paraphraseQuestions(await readParaphrases(folder), pages)];
  return { name: basename(folder), texts: pages.texts, questions, intake };
}

/** An archive of an older generator has none. */
async function readParaphrases(folder: string): Promise<ParaphraseTruth[]> {
  const path = join(folder, "paraphrases.jsonl");
  return existsSync(path) ? readJsonLines(path, paraphraseTruthSchema) : [];
}

/** Readable pages. Equal ones are one text, the first: no ranking can tell them apart. */
async function readPages(documents: DocumentStore, { texts, idOf }: ArchivePages): Promise<void> {
  const first = new Map<string, string>();
  for (const { ref, pageCount } of await documents.list({ access: "all" })) {
    for (let number = 1; number <= pageCount; number += 1) {
      const page = await documents.page(ref.id, number, "all");
      if (!page || page.unreadable) continue;
      const place = placeOf(ref.path, number);
      const id = first.get(page.text) ?? place;
      idOf.set(place, id);
      if (id !== place) continue;
      first.set(page.text, id);
      texts.push({ id, text: page.text });
    }
  }
}

async function digestOf(folder: string): Promise<string> {
  const digest = createHash("sha256");
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  for (const path of files.sort()) digest.update(path.slice(folder.length)).update(await readFile(path));
  return digest.digest("hex");
}
