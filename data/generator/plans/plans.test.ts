import { describe, expect, it } from "vitest";
import { drawPaper } from "../assemble.ts";
import { makeCases } from "../cases/chapter.ts";
import { makeRng } from "../rng.ts";
import { makeTown } from "../town.ts";
import { makePlans } from "./chapter.ts";
import { drawPlans } from "./draw-plans.ts";
import { makeExtracts } from "./extracts.ts";
import { areaOf } from "./plan.ts";

const rng = makeRng("plans under test");
const town = makeTown(rng.fork("town"));
const chapter = makePlans(town, rng.fork("plans"));
const plans = drawPlans(town, rng.fork("plans").fork("draw"));
const drawn = await Promise.all(chapter.papers.map(drawPaper));
const facts = drawn.flatMap((paper) => paper.facts);

describe("local plans", () => {
  it("give one symbol another height in each plan", () => {
    const heights = [plans.text, plans.tables, plans.old].map((plan) => areaOf(plan, "3MN").rules.height);
    expect(new Set(heights).size).toBe(3);
  });

  it("follow one another on the same ground without a gap", () => {
    expect(plans.old.precinct).toBe(plans.tables.precinct);
    expect(plans.old.inForceUntil).toBe(plans.tables.inForceFrom);
    expect(plans.amendment.inForceFrom > plans.text.inForceFrom).toBe(true);
  });

  it("print their tables with the figure in the cell and its heads beside it", () => {
    const cell = facts.find(({ id }) => id === `${plans.tables.key}.3MN.height`);
    const { height } = areaOf(plans.tables, "3MN").rules;
    expect(cell).toMatchObject({ row: "3MN", column: "Maksymalna wysokość budynków [m]" });
    expect(Number(cell?.quote.replace(",", "."))).toBe(height);
  });

  it("keep the old plan as windows-1250, saved by Word", () => {
    const at = chapter.papers.findIndex(({ format }) => format === "html-word");
    const html = new TextDecoder("windows-1250", { fatal: true }).decode(drawn[at]?.bytes);
    expect(html).toContain("charset=windows-1250");
    expect(html).toContain(plans.old.resolution);
    expect(html).not.toMatch(/m²/);
  });

  it.each(chapter.questions.map((question) => [question.question, question] as const))(
    "answer by facts that are there, and forbid nothing that they hold: %s",
    (_, { sources, values, forbidden, outcome }) => {
      const byId = new Map(facts.map((fact) => [fact.id, fact.quote.toLowerCase()]));
      const quotes = sources.map((source) => ("fact" in source ? byId.get(source.fact) : undefined));
      expect(quotes).not.toContain(undefined);
      expect(sources.length > 0).toBe(outcome === "answered");
      const told = quotes.join("\n");
      for (const one of forbidden) expect(told).not.toContain(one);
      for (const group of values) expect(group.some((value) => told.includes(value.toLowerCase()))).toBe(true);
    },
  );

  it("leave open what the unanswerable questions ask", () => {
    const set = (symbol: string, rule: string) => facts.some(({ id }) => id === `${plans.text.key}.${symbol}.${rule}`);
    expect(set("2MN", "height")).toBe(true);
    expect(set("2MN", "plot")).toBe(false);
    expect(set("1MW", "intensity")).toBe(false);
    expect(facts.some(({ id }) => id.includes(".9MN."))).toBe(false);
  });
});

describe("plan extracts", () => {
  it("cite the plan that was in force on their day", () => {
    const cases = makeCases(town, rng.fork("cases"), chapter.plans);
    const { papers } = makeExtracts(town, rng.fork("extracts"), cases.cases, chapter.plans);
    expect(papers.length).toBeGreaterThan(3);
    for (const { blocks, date = "" } of papers) {
      const text = blocks.map((block) => (block.type === "text" ? block.text : "")).join("\n");
      const plan = chapter.plans.find(({ resolution }) => text.includes(`nr ${resolution}`));
      expect(plan && plan.inForceFrom <= date && date < (plan.inForceUntil ?? "9999")).toBe(true);
    }
  });
});
