import { expect, it } from "vitest";
import type { Answer, Citation, PassageCitation } from "../../core/draft.ts";
import { answerText } from "./answer-text.ts";

const document = { id: "x", version: 1, fileName: "decyzja.pdf", path: "2014/decyzja.pdf", sha256: "0", title: "Wzór" };
const passage: PassageCitation = {
  kind: "passage",
  document,
  page: 2,
  endPage: 3,
  quote: "udzielam\npozwolenia",
  start: 0,
  end: 10,
  pageTextSha256: "0",
  headingPath: [],
};
const row: Citation = {
  kind: "register",
  register: { name: "RWDZ", sha256: "0" },
  rows: [{ file: "rwdz.csv", row: 7 }],
  fields: { numer_decyzji: "614/2014" },
};
const answer: Answer = {
  id: "d_1",
  question: "Co z 614/2014?",
  outcome: "answered",
  claims: [
    { id: "c1", text: "Udzielono pozwolenia.", verdict: "supported", reasons: [], citations: [passage, row] },
    {
      id: "c2",
      text: "Jest jedna decyzja.",
      verdict: "supported",
      reasons: [],
      citations: [
        { kind: "derived", op: "count", over: "decyzje", inputs: [row] },
        { kind: "law", act: "Prawo budowlane", unit: "art. 28", repealed: true },
      ],
    },
  ],
  conflicts: [
    {
      field: "issueDate",
      values: [
        { value: "2014-03-12", citation: passage },
        { value: "2014-03-21", citation: row },
      ],
    },
  ],
  search: {
    queries: [],
    tools: [],
    documentsSearched: 212,
    nearest: [],
    unreadable: [{ document, page: 9, reason: "no_text_layer" }],
  },
  hash: "0",
  approvedBy: "clerk-1",
  approvedAt: "2026-11-24T21:00:00.000Z",
  sourcesChanged: false,
  labels: [],
};

it("tells each claim with its sources, what contradicts, and what was searched", () => {
  expect(answerText(answer, false)).toBe(
    [
      "Pytanie: Co z 614/2014?",
      "",
      "1. Udzielono pozwolenia.",
      "   Źródło: 2014/decyzja.pdf, s. 2–3: „udzielam pozwolenia”",
      "   Źródło: RWDZ (rwdz.csv, wiersz 7): numer_decyzji: 614/2014",
      "2. Jest jedna decyzja.",
      "   Źródło: RWDZ (rwdz.csv, wiersz 7): numer_decyzji: 614/2014",
      "   Źródło: art. 28 – Prawo budowlane (dziś uchylony)",
      "",
      "Rozbieżności między źródłami:",
      "- data wydania: 12 marca 2014 r. (2014/decyzja.pdf, s. 2–3: „udzielam pozwolenia”)",
      "- data wydania: 21 marca 2014 r. (RWDZ (rwdz.csv, wiersz 7): numer_decyzji: 614/2014)",
      "",
      "Przeszukano 212 dokumentów archiwum.",
      "Nie odczytano: 2014/decyzja.pdf, s. 9.",
      "Zatwierdził(a): clerk-1, 24 listopada 2026 22:00. Odpowiedź nr d_1.",
    ].join("\n"),
  );
});

it("does not tell a quote again that the claim repeats, nor more unread places than are read", () => {
  const [claim] = answer.claims;
  const repeats = claim ? [{ ...claim, text: "Decyzja nr 614/2014: udzielam; pozwolenia.", citations: [passage] }] : [];
  const unreadable = Array.from({ length: 12 }, (_, at) => ({ document, page: at + 1, reason: "no_text_layer" }));
  const text = answerText({ ...answer, claims: repeats, search: { ...answer.search, unreadable } }, false);
  expect(text).toContain("   Źródło: 2014/decyzja.pdf, s. 2–3 (słowa jak wyżej)\n");
  expect(text).toContain("s. 10 i 2 dalszych (spis w projekcie d_1).");
  expect(text).not.toContain("s. 11");
});

it("takes along what is missing or not known", () => {
  const search = { ...answer.search, open: ["W archiwum nie ma decyzji nr 1/2010."] };
  expect(answerText({ ...answer, search }, false)).toContain(
    "Czego brakuje albo nie wiadomo:\n- W archiwum nie ma decyzji nr 1/2010.",
  );
});

it("says why there are no claims", () => {
  const none = { ...answer, claims: [], conflicts: [] };
  expect(answerText({ ...none, outcome: "not_found" }, false)).toContain("Nie znaleziono odpowiedzi w archiwum.");
  const clarification = { question: "O którą decyzję chodzi?", choices: ["614/2014", "614/2015"] };
  expect(answerText({ ...none, outcome: "needs_clarification", clarification }, false)).toContain(
    "O którą decyzję chodzi?\n- 614/2014\n- 614/2015",
  );
});

it("says of the sample archive that it is fiction, wherever it is pasted", () => {
  expect(answerText(answer, true)).toMatch(/^ARCHIWUM PRZYKŁADOWE – FIKCJA/u);
});
