import type { CaseModel, Chapter, QuestionDraft, SequelMaker } from "../model.ts";
import type { Paper } from "../paper/blocks.ts";
import { para, table, factCell, heading } from "../paper/compose.ts";
import { addDays, figure, workday } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import { type Design, isBuilding, makeDesign } from "./design.ts";
import { descriptionBlocks, designPaper, titlePage } from "./design-paper.ts";
import { longDescription } from "./long-description.ts";
import { designQuestions, longQuestions, replacementQuestions, sitePlanQuestion } from "./questions.ts";
import { sitePlan } from "./site-plan.ts";
import { area } from "./site-texts.ts";

const ordinaryCount = 13;

/** Project descriptions and site plans of the permits: one of 120 pages, some superseded by replacement designs. */
export const makeDesigns: SequelMaker = (town, rng, cases) => {
  const built = cases.filter(
    (one) =>
      one.kind === "permit" && isBuilding(one.works) && one.decisions.some(({ outcome }) => outcome === "granted"),
  );
  const estate = built
    .filter(({ works }) => works.category === "XIII")
    .sort((a, b) => (b.works.volume ?? 0) - (a.works.volume ?? 0))[0];
  const replaced = replacements(cases, built);
  const others = rng.fork("order").shuffle(built.filter((one) => one !== estate));
  const first = others.filter((one) => replaced.some(({ before }) => before === one));
  const ordinary = [...first, ...others.filter((one) => !first.includes(one))].slice(0, ordinaryCount);
  const chapter: Chapter = { papers: [], cases: [], questions: [], traps: [], notCovered: [] };
  const designs = new Map<CaseModel, Design>();
  if (estate) addLong(chapter, rng.fork("long"), estate);
  for (const [index, model] of ordinary.entries()) {
    const own = rng.fork(`design ${model.key}`);
    const design = makeDesign(own, `design.${model.key}`, model);
    designs.set(model, design);
    addOrdinary(chapter, own, design, town, index);
  }
  for (const { before, after } of replaced) {
    const first = designs.get(before);
    if (first) addReplacement(chapter, rng.fork(`replacement ${after.key}`), first, after);
  }
  return chapter;
};

/** Replacement cases beside the permits that they change. */
function replacements(cases: CaseModel[], built: CaseModel[]): { before: CaseModel; after: CaseModel }[] {
  return cases
    .filter((one) => one.kind === "replacement" && isBuilding(one.works))
    .flatMap((after) => {
      const keys = after.decisions.flatMap(({ refersTo }) => refersTo);
      const before = built.find((one) => one !== after && one.decisions.some(({ key }) => keys.includes(key)));
      return before ? [{ before, after }] : [];
    });
}

/** Designs are drawn up some weeks before the application. */
function designDate(rng: Rng, model: CaseModel): string {
  return workday(addDays(model.applicationDate, -rng.int(9, 60)));
}

function addLong(chapter: Chapter, rng: Rng, model: CaseModel): void {
  const design = makeDesign(rng, `design.${model.key}`, model);
  const { paper, estate } = longDescription(rng.fork("paper"), design, designDate(rng, model));
  chapter.papers.push(paper);
  chapter.questions.push(...longQuestions(design, estate));
  chapter.traps.push({
    name: "long-document",
    document: paper.path,
    fact: `${design.key}.section-C.volume`,
    note: "120 pages; four sections described in the same words with other figures",
  });
}

function addOrdinary(chapter: Chapter, rng: Rng, design: Design, town: Town, index: number): void {
  const { model } = design;
  const date = designDate(rng, model);
  const title = rng.pick([
    "Projekt budowlany – opis techniczny",
    "Projekt architektoniczno-budowlany",
    "Opis techniczny do projektu budowlanego",
  ]);
  const blocks = [...titlePage(rng, design, title, date), ...descriptionBlocks(rng, design)];
  const sheet = {
    name: rng.pick(["opis_techniczny", "projekt_budowlany", "PB_opis"]),
    title,
    kind: "design",
    date,
  } as const;
  const description = designPaper(rng, design, blocks, sheet);
  const plan = drawnPlan(rng.fork("plan"), design, town, date, index % 5 === 1);
  chapter.papers.push(description, plan);
  const questions: QuestionDraft[] = designQuestions(rng.fork("questions"), design);
  if (index % 4 === 0) questions.push(sitePlanQuestion(rng, design));
  chapter.questions.push(...(index < 9 ? questions : []));
  if (index === 1)
    chapter.traps.push({ name: "rotated-page", document: plan.path, page: 1, note: "The page is turned by a quarter" });
}

function drawnPlan(rng: Rng, design: Design, town: Town, date: string, turned: boolean): Paper {
  const { site } = design.model;
  const precinct = town.precincts.find(({ name }) => name === site.parcels[0]?.precinct) ?? town.precincts[0];
  if (!precinct) throw new Error("a town has precincts");
  const neighbours = [town.numbers.parcel(precinct).number, town.numbers.parcel(precinct).number];
  return designPaper(rng, design, sitePlan(rng, design, neighbours, turned), {
    name: rng.pick(["projekt_zagospodarowania", "PZT_rys_1", "rys_01_zagospodarowanie"]),
    title: "Projekt zagospodarowania działki",
    kind: "site_plan",
    date,
    traps: turned ? ["rotated-page"] : [],
    look: { footer: () => "" },
  });
}

function addReplacement(chapter: Chapter, rng: Rng, before: Design, model: CaseModel): void {
  const angle = rng.pick([22, 28, 30, 37, 44, 45]);
  const after = makeDesign(rng, `design.${model.key}`, model, { replacement: true, roofAngle: angle });
  const date = designDate(rng, model);
  const title = "Projekt budowlany zamienny – opis techniczny";
  const blocks = [
    ...titlePage(rng, after, title, date),
    heading("Zestawienie zmian w stosunku do zatwierdzonego projektu", 2),
    para(
      "Zmiany mają charakter istotnego odstąpienia od zatwierdzonego projektu budowlanego. W tabeli podano wielkości z projektu pierwotnego i zamiennego.",
    ),
    changes(before, after),
    ...descriptionBlocks(rng, after),
  ];
  const sheet = { name: "projekt_zamienny_opis", title, kind: "design", date, traps: ["superseded-design"] } as const;
  const paper = designPaper(rng, after, blocks, { ...sheet, traps: [...sheet.traps] });
  chapter.papers.push(paper);
  chapter.questions.push(...replacementQuestions(rng.fork("questions"), before, after));
  chapter.traps.push({
    name: "superseded-design",
    document: paper.path,
    fact: `${after.key}.change.usable`,
    note: "The first design of this building, with other figures, is in the archive too",
  });
}

function changes(before: Design, after: Design) {
  const row = (name: string, was: string, is: string, what: string) => [
    name,
    factCell(was, `${after.key}.was.${what}`, `design-${what}-before`, was),
    factCell(is, `${after.key}.change.${what}`, `design-${what}`, is),
  ];
  const volume = ({ works }: Design) => `${figure(works.volume, 2)} m³`;
  return table(
    ["Parametr", "Projekt pierwotny", "Projekt zamienny"],
    [
      row("kubatura brutto", volume(before), volume(after), "volume"),
      row("powierzchnia użytkowa", area(before.usable), area(after.usable), "usable"),
      row("kąt nachylenia połaci dachowych", `${before.roofAngle}°`, `${after.roofAngle}°`, "roof"),
    ],
    [40, 28, 28],
  );
}
