import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Draft } from "../core/draft.ts";
import { decisionText, type Teczka, teczkaIn, type ToldError } from "./test-support/teczka.ts";

let teczka: Teczka;
let draft: Draft;

beforeAll(async () => {
  teczka = teczkaIn("drafts");
  const file = join(teczka.folder, "decyzja-1.txt");
  writeFileSync(file, decisionText(1));
  await teczka.run("ingest", file);
  draft = (await teczka.run("ask", "Kiedy wydano decyzję nr 1/2019?", "--json")).json<Draft>();
});
afterAll(() => teczka.remove());

const errorOf = (ran: { json: <T>() => T }) => ran.json<ToldError>().error;

describe("a draft at the command line", () => {
  it("waits for a decision, and tells how to take it", async () => {
    expect(draft).toMatchObject({ status: "awaiting_approval", origin: "cli" });
    const shown = await teczka.run("drafts", "show", draft.id);
    expect(shown.out).toContain("decyzja-1.txt, s. 1");
    expect(shown.out).toContain(`npx teczka drafts approve ${draft.id} --hash ${draft.hash}`);
    expect(
      Math.max(...shown.out.split("\n").map((line) => (line.includes("npx teczka") ? 0 : line.length))),
    ).toBeLessThanOrEqual(80);
  });

  it("is not approved by another hash, and still waits", async () => {
    const wrong = await teczka.run("drafts", "approve", draft.id, "--hash", "0".repeat(64), "--json");
    expect(wrong.code).toBe(2);
    expect(errorOf(wrong)).toMatchObject({ code: "draft_hash_mismatch", hint: expect.stringContaining(draft.hash) });
    const list = await teczka.run("drafts", "list", "--status", "awaiting_approval", "--json");
    expect(list.json<Draft[]>().map(({ id }) => id)).toEqual([draft.id]);
  });

  it("is approved once, by a process that did not make it", async () => {
    const approved = await teczka.run("drafts", "approve", draft.id, "--hash", draft.hash, "--json");
    expect(approved.code).toBe(0);
    expect(approved.json()).toMatchObject({ status: "approved", decision: { by: expect.stringMatching(/^cli-/u) } });
    const second = await teczka.run("drafts", "approve", draft.id, "--hash", draft.hash, "--json");
    expect(second.code).toBe(2);
    expect(errorOf(second).code).toBe("draft_already_decided");
    const late = await teczka.run("drafts", "reject", draft.id, "--reason", "za późno");
    expect(late.code).toBe(2);
    expect(late.err).toMatch(/jest już\s+zatwierdzony/u);
  });

  it("is named when nobody knows it", async () => {
    const unknown = await teczka.run("drafts", "show", "d_nobody", "--json");
    expect(unknown.code).toBe(2);
    expect(errorOf(unknown)).toMatchObject({ code: "draft_unknown", message: expect.stringContaining("d_nobody") });
  });
});

describe("questions that are none", () => {
  it("refuses an empty one and a book, and makes no draft of them", async () => {
    const empty = await teczka.run("ask", "  ", "--json");
    expect([empty.code, errorOf(empty).code]).toEqual([2, "question_empty"]);
    const long = await teczka.run("ask", "działka ".repeat(12_500), "--json");
    expect([long.code, errorOf(long).code]).toEqual([2, "question_too_long"]);
    expect(errorOf(long).hint).not.toBe("");
    const list = await teczka.run("drafts", "list", "--json");
    expect(list.json<Draft[]>()).toHaveLength(1);
  });

  it("reads a file of questions: a draft a line, and an error on the line of one that cannot be asked", async () => {
    const file = join(teczka.folder, "pytania.jsonl");
    const questions = ["Kto wydał decyzję nr 1/2019?", "x".repeat(5000)];
    writeFileSync(file, questions.map((question) => JSON.stringify({ question })).join("\n"));
    const ran = await teczka.run("ask", "--file", file);
    expect(ran.code).toBe(1);
    const [first, second, ...rest] = ran.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(first).toMatchObject({ question: questions[0], status: "awaiting_approval" });
    expect(second).toMatchObject({ question: questions[1], error: { code: "question_too_long" } });
    expect(rest).toEqual([]);
    writeFileSync(file, '{"question": "Kto?"}\nKto?\n');
    const broken = await teczka.run("ask", "--file", file);
    expect(broken.code).toBe(2);
    expect(broken.out).toBe("");
    expect(broken.err).toContain("Wiersz 2");
  });
});

describe("the citations of anyone", () => {
  it("says which stand and which do not", async () => {
    const file = join(teczka.folder, "odpowiedz.json");
    const claim = (quote: string) => ({
      text: "Zatwierdzono projekt budowlany i udzielono pozwolenia na budowę.",
      citations: [{ document: "decyzja-1.txt", page: 1, quote }],
    });
    writeFileSync(file, JSON.stringify({ claims: [claim("odmawiam udzielenia pozwolenia na budowę")] }));
    const wrong = await teczka.run("check", file, "--json");
    expect(wrong.code).toBe(1);
    expect(wrong.json()).toMatchObject({ claims: [{ verdict: "unsupported", citations: [{ found: false }] }] });
    writeFileSync(file, '{"claims": [{"text": 1}]}');
    const malformed = await teczka.run("check", file, "--json");
    expect([malformed.code, errorOf(malformed).code]).toEqual([2, "check_input_invalid"]);
  });
});
