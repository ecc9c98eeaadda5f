import { describe, expect, it } from "vitest";
import { drawPaper } from "../assemble.ts";
import { makeCases } from "../cases/chapter.ts";
import { makePlans } from "../plans/chapter.ts";
import { makeRng } from "../rng.ts";
import { makeTown } from "../town.ts";
import { makeTraps } from "./chapter.ts";
import { hasValidPeselCheck } from "./personal.ts";

const rng = makeRng("traps under test");
const town = makeTown(rng.fork("town"));
const { plans } = makePlans(town, rng.fork("plans"));
const { cases } = makeCases(town, rng.fork("cases"), plans);
const chapter = makeTraps(town, rng.fork("traps"), cases, plans);
const drawn = await Promise.all(chapter.papers.map(drawPaper));
const of = (trap: string) => drawn.filter(({ truth }) => truth.traps?.includes(trap));

describe("traps", () => {
  it("copy whole files", () => {
    expect(of("duplicate").length).toBeGreaterThan(1);
    for (const { bytes, truth } of of("duplicate")) {
      const first = drawn.find((one) => one.truth.path === truth.duplicateOf);
      expect(Buffer.compare(bytes, first?.bytes ?? new Uint8Array())).toBe(0);
    }
  });

  it("let a sentence run over the page turn", () => {
    for (const { facts } of of("page-turn")) {
      const [until] = facts.filter(({ kind }) => kind === "agreement-until");
      expect(until).toMatchObject({ page: 1, endPage: 2 });
      expect(until?.splitAt).toBeGreaterThan(20);
    }
  });

  it("hold numbers like PESEL, and none that could be somebody's", () => {
    const cells = chapter.papers.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "table" ? block.rows.flat().map(({ text }) => text) : [])),
    );
    const numbers = cells.filter((text) => /^\d{11}$/.test(text));
    expect(numbers.length).toBeGreaterThan(2);
    for (const number of numbers) expect(hasValidPeselCheck(number)).toBe(false);
    expect(hasValidPeselCheck("44051401359")).toBe(true);
  });

  it("tell what only the eye reads", () => {
    for (const { truth, facts } of [...of("scan"), ...of("no-to-unicode")]) {
      expect(truth.unreadablePages).toEqual([1]);
      expect(facts.every(({ readable }) => !readable)).toBe(true);
    }
    expect(of("no-to-unicode").every(({ bytes }) => !Buffer.from(bytes).includes("/ToUnicode"))).toBe(true);
    expect(of("near-duplicate").some(({ bytes }) => Buffer.from(bytes).includes("/ToUnicode"))).toBe(true);
  });

  it("name a text file .pdf", () => {
    const [odd] = of("wrong-extension");
    expect(odd?.truth.path).toMatch(/\.pdf$/);
    expect(
      Buffer.from(odd?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).not.toBe("%PDF-");
  });

  it("forbid what the orders want to be said", () => {
    const numbers = of("orders-to-software").flatMap(({ facts }) => facts.map(({ value }) => value));
    expect(numbers).toHaveLength(2);
    const forbidden = chapter.questions.flatMap((question) => question.forbidden);
    for (const number of numbers) expect(forbidden).toContain(number);
  });
});
