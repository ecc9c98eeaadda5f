import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { paraphraseTruthSchema } from "../../data/generator/paraphrases.ts";
import { draftSchema } from "../../src/core/draft.ts";
import { isWhole } from "../../src/core/drafts/draft-view.ts";
import type { DocumentStore } from "../../src/core/ports/document-store.ts";
import { placeOf } from "../retrieval/datasets/archive-questions.ts";
import { readJsonLines } from "../retrieval/datasets/read-json.ts";
import { sharedWords } from "../retrieval/shared-words.ts";
import { type Asked, evaluate } from "./evaluate.ts";
import { evaluator, openArchive, type OpenedArchive } from "./open-archive.ts";
import { printFailure, printSummary, type Share, summarise } from "./summary.ts";

const sample = fileURLToPath(new URL("../../data/sample", import.meta.url));
/** Nobody has looked at the questions of this archive to make an answer right. */
const untunedSeed = 8675309;

// What issue A asks for: the shares are of questions with ground truth on the generated archive.
/** Texts of passages with their headings, by each page they stand on. */
async function passagesByPage(documents: DocumentStore): Promise<Map<string, string[]>> {
  const placed: [string, string][] = [];
  for (const { ref } of await documents.list({ access: "all" })) {
    for (const { page, endPage = page, headingPath, text } of await documents.passages(ref))
      for (const at of [page, endPage]) placed.push([placeOf(ref.path, at), [...headingPath, text].join("\n")]);
  }
  return new Map(
    [...Map.groupBy(placed, ([place]) => place)].map(([place, of]) => [place, of.map(([, text]) => text)]),
  );
}

describe.each([
  ["the committed sample", { folder: sample }],
  [`seed ${untunedSeed}, which nobody tuned on`, { seed: untunedSeed }],
])("answers on %s", (_name, source) => {
  let archive: OpenedArchive;
  let asked: Asked[] = [];
  const share = (of: "answerable" | "unanswerable"): Share => summarise(asked).at(-1)?.[of] ?? { hits: 0, trials: 0 };

  beforeAll(async () => {
    archive = await openArchive(source);
    asked = await evaluate(archive.truth, async (question) => {
      const draft = await archive.services.drafts.ask(question, evaluator, "eval");
      if (!isWhole(draft)) throw new Error("an evaluator sees drafts whole");
      return draft;
    });
    console.log(printSummary(summarise(asked)));
  }, 600_000);
  afterAll(() => archive?.close());

  it("reads every file of the archive and every row of its registers but the planted bad ones", () => {
    const { ingested, imported } = archive;
    expect(ingested.totals.files).toBeGreaterThan(0);
    expect(ingested.files.filter(({ status }) => status === "refused")).toEqual([]);
    expect(imported.files.filter(({ reason }) => reason !== undefined)).toEqual([]);
  });

  it("are right, with the right page and no wrong claim, for 85 % or more of at least 120 questions", () => {
    const { hits, trials } = share("answerable");
    expect(trials).toBeGreaterThanOrEqual(120);
    expect(hits / trials).toBeGreaterThanOrEqual(0.85);
  });

  it("hold nothing that only a wrong answer holds", () => {
    expect(asked.filter(({ score }) => score.wrong.length > 0).map(printFailure)).toEqual([]);
  });

  it("are not_found for 95 % or more of at least 40 questions that have none", () => {
    const { hits, trials } = share("unanswerable");
    expect(trials).toBeGreaterThanOrEqual(40);
    expect(hits / trials).toBeGreaterThanOrEqual(0.95);
  });

  it("are drafts of the contract's shape, with claims exactly when something was answered", () => {
    for (const { draft } of asked) {
      draftSchema.parse(draft);
      const { question, outcome, claims } = draft ?? { claims: [] };
      const silent = outcome === "not_found" || outcome === "needs_clarification";
      expect({ question, silent: claims.length === 0 }).toEqual({ question, silent });
    }
  });

  it("quote what stands at the offsets they name", async () => {
    const citations = asked.flatMap(({ draft }) => draft?.claims.flatMap(({ citations }) => citations) ?? []);
    const passages = citations.filter((citation) => citation.kind === "passage" && citation.endPage === undefined);
    expect(passages.length).toBeGreaterThan(0);
    for (const citation of passages) {
      if (citation.kind !== "passage") continue;
      const page = await archive.services.archive.documents.page(citation.document.id, citation.page, "all");
      expect(page?.textSha256).toBe(citation.pageTextSha256);
      expect(page?.text.slice(citation.start, citation.end)).toBe(citation.quote);
    }
  });

  it.runIf("folder" in source)("paraphrases share no content word with the passages that answer them", async () => {
    const paraphrases = await readJsonLines(join(sample, "paraphrases.jsonl"), paraphraseTruthSchema);
    expect(paraphrases.length).toBeGreaterThanOrEqual(40);
    const passages = await passagesByPage(archive.services.archive.documents);
    for (const { question, told, sources } of paraphrases) {
      const pattern = new RegExp(told, "iu");
      for (const { document, page } of sources) {
        const texts = passages.get(placeOf(document, page)) ?? [];
        // Where the words run over from one passage to the next, all of the page answers.
        const answering = texts.filter((text) => pattern.test(text.replace(/\s+/gu, " ")));
        const shared = (answering.length > 0 ? answering : texts).flatMap((text) => sharedWords(question, text));
        expect({ question, document, page, passages: texts.length > 0, shared }).toMatchObject({
          passages: true,
          shared: [],
        });
      }
    }
  });

  it("stop with an error for no question", () => {
    expect(asked.flatMap(({ error }) => (error === undefined ? [] : [String(error)]))).toEqual([]);
  });
});
