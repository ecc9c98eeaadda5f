import { describe, expect, it } from "vitest";
import { makeCases } from "../cases/chapter.ts";
import { layOut } from "../paper/layout.ts";
import { makePlans } from "../plans/chapter.ts";
import { makeRng } from "../rng.ts";
import { makeTown } from "../town.ts";
import { makeDesigns } from "./chapter.ts";
import { isBuilding, makeDesign } from "./design.ts";
import { drawEstate } from "./estate.ts";

const rng = makeRng("designs under test");
const town = makeTown(rng.fork("town"));
const { plans } = makePlans(town, rng.fork("plans"));
const { cases } = makeCases(town, rng.fork("cases"), plans);
const chapter = makeDesigns(town, rng.fork("designs"), cases, plans);
const laid = chapter.papers.map((paper) => ({ paper, layout: layOut(paper) }));
const built = cases.filter(({ works }) => isBuilding(works));

describe("designs", () => {
  it("hold one description of 120 pages, many of five to twenty-five, and drawings", () => {
    const pages = laid.filter(({ paper }) => paper.kind === "design").map(({ layout }) => layout.pages.length);
    expect(pages.filter((count) => count === 120)).toHaveLength(1);
    const others = pages.filter((count) => count !== 120);
    expect(others.length).toBeGreaterThanOrEqual(10);
    for (const count of others) expect(count >= 5 && count <= 25).toBe(true);
    expect(laid.some(({ paper, layout }) => paper.kind === "site_plan" && layout.pages[0]?.rotate)).toBe(true);
  });

  it("agree with their case in category and volume", () => {
    const told = new Map(laid.flatMap(({ layout }) => layout.facts.map(({ spec }) => [spec.key, spec.value])));
    const described = built.filter(({ key }) => told.has(`design.${key}.volume`));
    expect(described.length).toBeGreaterThanOrEqual(10);
    for (const { key, works } of described) {
      expect(told.get(`design.${key}.volume`)?.replace(/\s|m³|,00/g, "")).toBe(String(works.volume));
      expect(told.get(`design.${key}.category`)).toBe(works.category);
    }
  });

  it("have rooms of positive size that add up to the usable area", () => {
    for (const model of built) {
      const { storeys, usable } = makeDesign(rng.fork(model.key), "design", model);
      const areas = storeys.flatMap(({ rooms }) => rooms.map(({ area }) => area));
      expect(Math.min(...areas)).toBeGreaterThan(0);
      expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(usable, 5);
    }
  });

  it("divide a building into sections and flats without losing a metre", () => {
    const model = built.find(({ works }) => works.category === "XIII");
    if (!model) throw new Error("no flats among the cases");
    const design = makeDesign(rng.fork("estate design"), "design", model);
    const { sections } = drawEstate(rng.fork("estate"), design);
    expect(sections.reduce((sum, { volume }) => sum + volume, 0)).toBe(design.works.volume);
    const flats = sections.flatMap((section) => section.flats);
    expect(flats.reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(Math.round(design.usable * 100));
    for (const { rooms, hundredths } of flats)
      expect(rooms.reduce((sum, room) => sum + room.hundredths, 0)).toBe(hundredths);
  });

  it("ask for the replacement's figures where the first design has others", () => {
    const replaced = chapter.questions.filter(({ family }) => family === "replacement-design");
    expect(replaced.length).toBeGreaterThan(0);
    expect(chapter.traps.map(({ name }) => name)).toContain("superseded-design");
  });
});
