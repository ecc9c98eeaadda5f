import { describe, expect, it } from "vitest";
import type { Citation, Claim, Draft } from "../draft.ts";
import { citationsOf, citedContent, citedRowKey, draftHash } from "./cited-content.ts";

const page = (over: Partial<Extract<Citation, { kind: "passage" }>> = {}): Citation => ({
  kind: "passage",
  document: { id: "doc", version: 2, fileName: "a.pdf", path: "a.pdf", sha256: "ff" },
  page: 3,
  quote: "udzielam pozwolenia na budowę",
  start: 0,
  end: 29,
  pageTextSha256: "p3",
  headingPath: [],
  ...over,
});
const row = (number: number): Citation => ({
  kind: "register",
  register: { name: "RWDZ", sha256: "edition" },
  rows: [{ file: "r.csv", row: number }],
  fields: { numer: "1/2020" },
});
const claim = (citations: Citation[]): Claim => ({ id: "c1", text: "T", verdict: "supported", reasons: [], citations });
const draft = (citations: Citation[]): Draft => ({
  id: "d",
  question: "?",
  createdAt: "2026-01-01T00:00:00Z",
  askedBy: "u",
  origin: "cli",
  hash: "",
  status: "awaiting_approval",
  outcome: "answered",
  claims: [claim(citations)],
  withheld: [],
  conflicts: [],
  search: { queries: [], tools: [], documentsSearched: 1, nearest: [], unreadable: [] },
  labels: [],
  made: { archive: "", index: "", software: "" },
});

describe("citedContent", () => {
  it("names each page and row once, over page turns and under derived citations", () => {
    const turn = page({ endPage: 4, endPageTextSha256: "p4" });
    const derived: Citation = { kind: "derived", op: "count", over: "x", inputs: [row(1), row(2), page()] };
    expect(citedContent([turn, row(1), derived])).toEqual({
      pages: [
        { document: "doc", version: 2, page: 3, textSha256: "p3" },
        { document: "doc", version: 2, page: 4, textSha256: "p4" },
      ],
      rows: [
        { register: "RWDZ", row: { file: "r.csv", row: 1 } },
        { register: "RWDZ", row: { file: "r.csv", row: 2 } },
      ],
    });
  });
});

describe("draftHash", () => {
  const rows = new Map([[citedRowKey("RWDZ", { file: "r.csv", row: 1 }), "h1"]]);

  it("changes with a claim, a page, a row or a row that is gone", () => {
    const base = draft([page(), row(1)]);
    const hash = draftHash(base, rows);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(draftHash(draft([page({ pageTextSha256: "other" }), row(1)]), rows)).not.toBe(hash);
    expect(draftHash(base, new Map([[citedRowKey("RWDZ", { file: "r.csv", row: 1 }), "h2"]]))).not.toBe(hash);
    expect(draftHash(base, new Map())).not.toBe(hash);
    expect(draftHash({ ...base, claims: [{ ...claim([page(), row(1)]), text: "U" }] }, rows)).not.toBe(hash);
    expect(draftHash({ ...base, withheld: [claim([])] }, rows)).not.toBe(hash);
  });

  it("does not change with what is no content: status, who asked, search", () => {
    const base = draft([page(), row(1)]);
    const later: Draft = { ...base, status: "approved", askedBy: "v", labels: ["x"] };
    expect(draftHash(later, rows)).toBe(draftHash(base, rows));
    expect(citationsOf(base)).toHaveLength(2);
  });
});
