import { describe, expect, it } from "vitest";
import { register, takeIn, type TestPaper } from "../../../agents/permit-clerk/test-support/archive.ts";
import { sha256Hex } from "../../core/canonical-json.ts";
import { prefixEmbedder } from "../../labels/test-support/prefix-embedder.ts";
import { drawnSubjects } from "../../labels/test-support/random-town.ts";
import { toolAnswers } from "../../labels/test-support/tool-answers.ts";
import { papers } from "../../labels/test-support/town.ts";
import { seenBy } from "../../labels/test-support/world.ts";
import { createPermitRegister } from "../sql/register-store.ts";
import { qdrantArchives, recordedServer } from "./test-support/qdrant-harness.ts";

/** The crowd of its alike papers is smaller here: each point is a call that was recorded. */
const few = papers.filter(({ path }) => !path.startsWith("tlum/") || path.startsWith("tlum/1"));
const archives = qdrantArchives(recordedServer("labels"));
const subjects = {
  ...drawnSubjects,
  words: ["strzelnica Tajna", "opłata skarbowa", "wysokość budynków", "87/14", "Krucza 64", "nigdzie"],
  documents: few.slice(10, 20).map(({ text }) => sha256Hex(text)),
};

async function answers(given: readonly TestPaper[], labels: string[]) {
  const { documents, passages, database } = await archives.open({ embedder: prefixEmbedder });
  const archive = { documents, passages, register: createPermitRegister(database) };
  await takeIn(archive, given);
  await register(archive, [{ number: "614/2014", date: "2014-03-12", parcels: ["87/14;sheet=28;precinct=Poświętne"] }]);
  return toolAnswers(archive, { labels }, subjects);
}

// The same as src/labels tells of every way in; here of an index that another server keeps, with words and vectors.
describe("an archive whose passages are in Qdrant, with barred papers and without them", { timeout: 120_000 }, () => {
  it.each([[[]], [["poufne"]]])("answers somebody with the labels %j the same", async (labels) => {
    const whole = await answers(few, labels);
    const seen = await answers(seenBy({ labels }, few), labels);
    expect(whole.length).toBeGreaterThan(60);
    expect(whole).toEqual(seen);
  });
});
