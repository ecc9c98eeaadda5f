import fc from "fast-check";
import { expect, it } from "vitest";
import { archiveOf, register, takeIn, type TestPaper } from "../../agents/permit-clerk/test-support/archive.ts";
import type { Archive } from "../../tools/tool.ts";
import { openSqlite } from "../adapters/sqlite/open.ts";
import { type Access, maySee } from "../core/access.ts";
import type { DraftFindings } from "../core/ports/draft-agent.ts";
import { drawnSubjects, randomHeld, randomPapers } from "./test-support/random-town.ts";
import { type ToolAnswer, toolAnswers } from "./test-support/tool-answers.ts";
import { seenBy } from "./test-support/world.ts";

async function archiveWith<T>(papers: readonly TestPaper[], work: (archive: Archive) => Promise<T>): Promise<T> {
  const database = await openSqlite(":memory:");
  try {
    const archive = archiveOf(database);
    await takeIn(archive, papers);
    const row = { number: "614/2014", date: "2014-03-12", parcels: ["87/14;sheet=28;precinct=Poświętne"] };
    await register(archive, [row, { number: "9/2015", date: "2015-09-10", parcels: ["87/1"] }]);
    return await work(archive);
  } finally {
    await database.close();
  }
}

const runs = { numRuns: 10 };
const patience = 120_000;

it(
  "no answer of a tool or of the agent tells of papers that the asker may not see",
  async () => {
    const property = fc.asyncProperty(randomPapers, randomHeld, async (papers, labels) => {
      const access: Access = { labels };
      const subjects = { ...drawnSubjects, documents: papers.slice(0, 6).map(({ path }) => path) };
      const answers = (given: readonly TestPaper[]) =>
        archiveWith(given, (archive) => toolAnswers(archive, access, subjects));
      expect(await answers(papers)).toEqual(await answers(seenBy(access, papers)));
    });
    await fc.assert(property, runs);
  },
  patience,
);

it(
  "nor does a draft of somebody who may see them, to whom it may be shown",
  async () => {
    const subjects = {
      ...drawnSubjects,
      numbers: [],
      parcels: [],
      signatures: [],
      addresses: [],
      words: [],
      documents: [],
    };
    const property = fc.asyncProperty(randomPapers, randomHeld, async (papers, labels) => {
      const reader: Access = { labels };
      const drafts = (given: readonly TestPaper[]) =>
        archiveWith(given, (archive) => toolAnswers(archive, "all", subjects));
      const [whole, seen] = [await drafts(papers), await drafts(seenBy(reader, papers))];
      const shown = ({ answer }: ToolAnswer) => maySee(reader, (answer as DraftFindings).labels ?? ["unmade"]);
      expect(whole.filter(shown)).toEqual(seen.filter((_, at) => whole.slice(at, at + 1).some(shown)));
    });
    await fc.assert(property, runs);
  },
  patience,
);
