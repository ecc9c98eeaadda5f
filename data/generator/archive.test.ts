import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Archive, makeArchive } from "./archive.ts";
import { type FactTruth, groundTruthSchema, type SourceTruth } from "./ground-truth.ts";

const sample = new URL("../sample/", import.meta.url).pathname;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

describe("the sample archive", () => {
  let made: Archive;
  beforeAll(async () => {
    made = await makeArchive(1);
  }, 180_000);

  it("comes out of seed 1 byte for byte", () => {
    expect(filesBelow(sample)).toEqual([...made.files.keys()].sort());
    const changed = [...made.files].filter(([path, bytes]) => !readFileSync(join(sample, path)).equals(bytes));
    expect(changed.map(([path]) => path)).toEqual([]);
  });

  it("is as large as promised, and no larger", () => {
    const { documents, questions } = made.truth;
    const folders = new Set(
      documents.filter(({ signature }) => signature).map(({ path }) => path.replace(/\/[^/]*$/, "")),
    );
    expect(folders.size).toBeGreaterThanOrEqual(40);
    expect(documents.length).toBeGreaterThanOrEqual(200);
    expect(documents.reduce((sum, { pages }) => sum + pages, 0)).toBeGreaterThanOrEqual(900);
    expect([...made.files.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThanOrEqual(8 * 2 ** 20);
    expect(questions.filter(({ expect: { outcome } }) => outcome === "answered").length).toBeGreaterThanOrEqual(120);
    expect(questions.filter(({ expect: { outcome } }) => outcome === "not_found").length).toBeGreaterThanOrEqual(40);
  });
});

describe("another seed", () => {
  let made: Archive;
  beforeAll(async () => {
    made = await makeArchive(2);
  }, 180_000);

  it("is another town with the same kinds of questions", () => {
    const first = groundTruthSchema.parse(JSON.parse(readFileSync(join(sample, "ground-truth.json"), "utf8")));
    expect(made.truth.town).not.toBe(first.town);
    const numbers = (truth: typeof first) => new Set(truth.documents.flatMap(({ number }) => number ?? []));
    const others = numbers(made.truth);
    expect([...numbers(first)].filter((number) => others.has(number)).length).toBeLessThan(5);
    const families = (truth: typeof first) => [...new Set(truth.questions.map(({ family }) => family))].sort();
    expect(families(made.truth)).toEqual(families(first));
  });

  it("asks nothing that it cannot answer itself", () => {
    const pages = new Map(made.truth.documents.map(({ path, pages: count }) => [path, count]));
    const isThere = (source: SourceTruth) =>
      "document" in source
        ? (pages.get(source.document) ?? 0) >= source.page
        : made.files.has(`registers/${source.register}`);
    const faulty = made.truth.questions.filter(({ expect: { outcome, sources, values } }) => {
      const answered = outcome === "answered";
      return sources.length > 0 !== answered || values.length > 0 !== answered || !sources.every(isThere);
    });
    expect(faulty.map(({ question }) => question)).toEqual([]);
  });

  it.skipIf(!hasPdftotext())(
    "has every quote on its page, by the word of another program (pdftotext)",
    () => {
      const pages = new Map<string, string[]>();
      const read = (path: string) => {
        const known = pages.get(path) ?? readPages(path, made.files.get(`archive/${path}`) ?? new Uint8Array());
        pages.set(path, known);
        return known;
      };
      const missing = made.truth.facts.filter((fact) => fact.readable && !standsOnItsPage(read(fact.document), fact));
      expect(missing.map(({ id, document, page, quote }) => `${id}: ${document}#${page} ${quote}`)).toEqual([]);
    },
    180_000,
  );
});

/** White space and line-end hyphens are typesetting; nothing else is folded. */
function fold(text: string): string {
  return text.replace(/(\p{L})-\s*\n\s*(?=\p{Ll})/gu, "$1").replace(/\s+/gu, "");
}

function hasPdftotext(): boolean {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch (error) {
    if ((process.env["TECZKA_REQUIRE"] ?? "").split(",").includes("pdftotext")) throw error;
    return false;
  }
}

/** Pages as pdftotext reads them; markup without its tags is one page. */
function readPages(path: string, bytes: Uint8Array): string[] {
  if (path.endsWith(".pdf")) {
    const input = Buffer.from(bytes);
    const text = execFileSync("pdftotext", ["-enc", "UTF-8", "-", "-"], { input, maxBuffer: 2 ** 26 }).toString("utf8");
    return text.split("\f").map(fold);
  }
  const word = Buffer.from(bytes).includes("windows-1250");
  const text = new TextDecoder(word ? "windows-1250" : "utf-8").decode(bytes);
  const plain = text
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&");
  return [fold(plain.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))))];
}

function standsOnItsPage(pages: string[], { page, endPage, splitAt, quote, column }: FactTruth): boolean {
  const [first = "", second = ""] = [pages[page - 1], pages[(endPage ?? page) - 1]];
  if (endPage && splitAt) {
    return (
      first.includes(fold(quote.slice(0, splitAt)).replace(/-$/, "")) && second.includes(fold(quote.slice(splitAt)))
    );
  }
  if (first.includes(fold(quote))) return true;
  // pdftotext reads a row of wrapped cells line by line: the words of such a cell stand there, though not in one piece.
  return column !== undefined && quote.split(/\s+/).every((word) => first.includes(word));
}
