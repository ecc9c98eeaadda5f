import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openArchive, type OpenedArchive } from "../archive/open-archive.ts";
import { evaluateHistories, type HistoryScore } from "./evaluate.ts";

const sample = fileURLToPath(new URL("../../data/sample", import.meta.url));
/** Nobody has looked at this archive to make a history right. */
const untunedSeed = 8675310;

describe.each([
  ["the committed sample", { folder: sample }],
  [`seed ${untunedSeed}, which nobody tuned on`, { seed: untunedSeed }],
])("histories of %s", (_name, source) => {
  let archive: OpenedArchive;
  let score: HistoryScore;

  beforeAll(async () => {
    archive = await openArchive(source);
    score = await evaluateHistories(archive.truth, { archive: archive.services.archive, access: "all" });
  }, 600_000);
  afterAll(() => archive?.close());

  it("tell where each decision stood on 98 % or more of at least 200 telling days", () => {
    const { right, of, wrong } = score.statuses;
    expect(of).toBeGreaterThanOrEqual(200);
    if (wrong.length > 0) console.log(wrong.join("\n"));
    expect(right / of).toBeGreaterThanOrEqual(0.98);
  });

  it("tell all decisions of a property, those on the ground it came from too, and no other's", () => {
    expect(score.told.of).toBeGreaterThanOrEqual(30);
    expect(score.told.wrong).toEqual([]);
    expect(score.ownOnly.wrong).toEqual([]);
  });

  it("name what was left out on purpose, and nothing that is there", () => {
    expect(score.missing.of).toBeGreaterThanOrEqual(2);
    expect(score.missing.wrong).toEqual([]);
    expect(score.alsoMissing).toEqual([]);
  });
});
