import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { archiveOf, register, takeIn, type TestPaper } from "../../agents/permit-clerk/test-support/archive.ts";
import type { Archive } from "../../tools/tool.ts";
import type { SqlDatabase } from "../adapters/sql/database.ts";
import { createPassageIndex } from "../adapters/sql/passage-index.ts";
import { openSqlite } from "../adapters/sqlite/open.ts";
import { type Access, maySee } from "../core/access.ts";
import type { DraftFindings } from "../core/ports/draft-agent.ts";
import type { PassageIndex } from "../core/ports/passage-index.ts";
import { prefixEmbedder } from "./test-support/prefix-embedder.ts";
import { drawnSubjects, randomHeld, randomPapers } from "./test-support/random-town.ts";
import { agentAnswers, type ToolAnswer, toolAnswers } from "./test-support/tool-answers.ts";
import { seenBy } from "./test-support/world.ts";

async function archiveWith<T>(
  indexOf: (database: SqlDatabase) => PassageIndex,
  papers: readonly TestPaper[],
  work: (archive: Archive) => Promise<T>,
): Promise<T> {
  const database = await openSqlite(":memory:");
  try {
    const archive = { ...archiveOf(database), passages: indexOf(database) };
    await takeIn(archive, papers);
    const row = { number: "614/2014", date: "2014-03-12", parcels: ["87/14;sheet=28;precinct=Poświętne"] };
    await register(archive, [row, { number: "9/2015", date: "2015-09-10", parcels: ["87/1"] }]);
    return await work(archive);
  } finally {
    await database.close();
  }
}

const indexes: [string, (database: SqlDatabase) => PassageIndex][] = [
  ["by words", (database) => createPassageIndex(database)],
  ["by words and meaning", (database) => createPassageIndex(database, { embedder: prefixEmbedder })],
];
const runs = { numRuns: 8 };

describe.each(indexes)("an archive of random papers, found %s", { timeout: 120_000 }, (_, indexOf) => {
  it("answers by no tool and by no agent what tells of papers that the asker may not see", async () => {
    const property = fc.asyncProperty(randomPapers, randomHeld, async (papers, labels) => {
      const access: Access = { labels };
      const subjects = { ...drawnSubjects, documents: papers.slice(0, 6).map(({ path }) => path) };
      const answers = (given: readonly TestPaper[]) =>
        archiveWith(indexOf, given, (archive) => toolAnswers(archive, access, subjects));
      expect(await answers(papers)).toEqual(await answers(seenBy(access, papers)));
    });
    await fc.assert(property, runs);
  });

  it("shows nobody a draft that tells of papers that he may not see, whoever asked for it", async () => {
    const property = fc.asyncProperty(randomPapers, randomHeld, async (papers, labels) => {
      const reader: Access = { labels };
      const drafts = (given: readonly TestPaper[]) =>
        archiveWith(indexOf, given, (archive) => agentAnswers(archive, "all", drawnSubjects.questions));
      const [whole, seen] = [await drafts(papers), await drafts(seenBy(reader, papers))];
      const shown = ({ answer }: ToolAnswer) => maySee(reader, (answer as DraftFindings).labels);
      expect(whole.filter(shown)).toEqual(seen.filter((_same, at) => whole.slice(at, at + 1).some(shown)));
    });
    await fc.assert(property, runs);
  });
});
