import { expect, it } from "vitest";
import { archiveOf, takeIn, type TestPaper } from "../../agents/permit-clerk/test-support/archive.ts";
import { decision, finality, neighbour, transferred } from "../../agents/permit-clerk/test-support/papers.ts";
import { openSqlite } from "../adapters/sqlite/open.ts";
import { drawnSubjects } from "./test-support/random-town.ts";
import { toolAnswers } from "./test-support/tool-answers.ts";

const access = { labels: ["poufne"] };
const open: TestPaper[] = [decision, finality, neighbour];
const barred: TestPaper = { ...transferred, labels: ["tajne"] };
const subjects = { ...drawnSubjects, documents: [decision.path, barred.path] };

/** @param damage done behind Teczka's back, before anything is asked */
async function answers(papers: readonly TestPaper[], damage?: string) {
  const database = await openSqlite(":memory:");
  try {
    await takeIn(archiveOf(database), papers);
    if (damage) await database.batch([{ sql: damage, parameters: [] }]);
    return await toolAnswers(archiveOf(database), access, subjects);
  } finally {
    await database.close();
  }
}

const ofBarred = "document IN (SELECT document FROM document_labels)";
const losses = ["facts", "pages", "passages", "index_documents"].map(
  (table) => `DELETE FROM ${table} WHERE ${ofBarred}`,
);

it.each([...losses, `UPDATE pages SET text = 'inny' WHERE ${ofBarred}`])(
  "a paper that is damaged is no matter of whoever may not see it: %s",
  { timeout: 60_000 },
  async (damage) => {
    expect(await answers([...open, barred], damage)).toEqual(await answers(open));
  },
);
