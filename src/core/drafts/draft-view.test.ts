import { expect, it } from "vitest";
import type { Actor } from "../access.ts";
import type { Draft } from "../draft.ts";
import { viewOf } from "./draft-view.ts";

const failed: Draft = {
  id: "d_1",
  question: "614/2014?",
  createdAt: "2026-11-24T10:00:00.000Z",
  askedBy: "clerk-1",
  origin: "desk",
  hash: "",
  status: "failed",
  note: "Strona 1 dokumentu „tajne/decyzja.txt” jest uszkodzona.",
  outcome: "not_found",
  claims: [],
  withheld: [],
  conflicts: [],
  search: { queries: [], tools: [], documentsSearched: 0, nearest: [], unreadable: [] },
  labels: [],
  made: { archive: "", index: "", software: "teczka test" },
};
const reader = (id: string, access: Actor["access"]): Actor => ({ id, role: "clerk", access });

it("tells why a draft failed to its asker and the operator: the reason may name a paper that others may not see", () => {
  const told = (actor: Actor) => viewOf({ draft: failed }, actor)?.note;
  expect(told(reader("clerk-1", { labels: ["tajne"] }))).toBe(failed.note);
  expect(told(reader("cli-root", "all"))).toBe(failed.note);
  expect(viewOf({ draft: failed }, reader("clerk-2", { labels: [] }))).toMatchObject({ status: "failed" });
  expect(told(reader("clerk-2", { labels: [] }))).toBeUndefined();
});
