import { expect, it } from "vitest";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { SqlCheckpointer } from "../../src/adapters/sql/checkpointer.ts";
import { createPassageIndex } from "../../src/adapters/sql/passage-index.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { conceptEmbedder } from "../../src/core/ports/test-support/concept-embedder.ts";
import { createPermitClerk } from "./agent.ts";
import { archiveOf, takeIn } from "./test-support/archive.ts";
import { decision, parties, plan } from "./test-support/papers.ts";

// With vectors something is near to anything: to be near is no answer, and no ground for one.
it("is not answered out of passages that are merely near to the question", async () => {
  const database = await openSqlite(":memory:");
  const passages = createPassageIndex(database, { embedder: conceptEmbedder() });
  const archive = { ...archiveOf(database), passages };
  await takeIn(archive, [decision, parties, plan("X/12/2010", "Zatorze", "9")]);
  const near = await passages.search({ text: "ile kosztuje bilet do zoo", filter: { access: "all" }, limit: 5 });
  expect(near.hits.length).toBeGreaterThan(0);

  const checkpointer = new SqlCheckpointer(database) as unknown as BaseCheckpointSaver;
  const clerk = createPermitClerk({ archive, checkpointer, software: "teczka 0.0.0" });
  const actor = { id: "clerk-1", role: "clerk", access: "all" } as const;
  for (const [at, question] of ["ile kosztuje bilet do zoo", "asdf qwer zxcv", "co jedzą samochody i psy"].entries()) {
    const { outcome, claims, search } = await clerk.run({ id: `d${at}`, question }, actor);
    expect({ outcome, claims }).toEqual({ outcome: "not_found", claims: [] });
    expect(search.documentsSearched).toBe(3);
  }
  await database.close();
});
