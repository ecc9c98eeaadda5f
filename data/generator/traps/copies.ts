import { streetLocative } from "../cases/words.ts";
import type { Chapter, QuestionDraft } from "../model.ts";
import type { ParcelTruth } from "../ground-truth.ts";
import type { Block, Paper } from "../paper/blocks.ts";
import { centred, para, told } from "../paper/compose.ts";
import { dateLong, plainLetters, workday, yearOf } from "../polish.ts";
import type { Rng } from "../rng.ts";
import { scannedSheets } from "../scans/sheets.ts";
import type { Clerk, Town } from "../town.ts";
import { dayIn, letter } from "./letter.ts";

type Part = Pick<Chapter, "papers" | "questions" | "traps">;

/** The same bytes at another path. Facts belong to the first one. */
export function copyOf(paper: Paper, path: string): Paper {
  const blocks = paper.blocks.map((block): Block => {
    if (block.type === "text" || block.type === "stamp") return { ...block, facts: [] };
    if (block.type !== "table") return block;
    return { ...block, rows: block.rows.map((row) => row.map(({ text }) => ({ text }))) };
  });
  return { ...paper, path, blocks, duplicateOf: paper.path, traps: ["duplicate"] };
}

interface HouseNumber {
  parcel: ParcelTruth;
  house: string;
  /** Running number of the case in the signature, and part of the fact's key. */
  number: number;
}

/** House numbers given on one day to three plots of one street: the papers differ in two figures only. */
export function houseNumbers(town: Town, rng: Rng): Part {
  const precinct = rng.pick(town.precincts);
  const street = rng.pick(precinct.streets).name;
  const date = workday(dayIn(rng, 2012, 2020));
  const clerk = rng.pick(town.clerks.planning);
  const list = Array.from({ length: 3 }, () => ({
    parcel: town.numbers.parcel(precinct),
    house: town.numbers.house(street),
    number: town.numbers.caseNumber(),
  }));
  const papers = list.map((one) => houseNumberPaper(town, rng, one, { street, date, clerk }));
  return {
    papers,
    questions: list.slice(0, 2).map((one, at) => houseNumberQuestion(list, one, at === 0 ? "sentence" : "shorthand")),
    traps: papers.map(({ path }) => ({
      name: "near-duplicate",
      document: path,
      page: 1,
      note: "Alike but for parcel and house number",
    })),
  };
}

function houseNumberPaper(
  town: Town,
  rng: Rng,
  { parcel, house, number }: HouseNumber,
  { street, date, clerk }: { street: string; date: string; clerk: Clerk },
): Paper {
  const office = town.offices.planning;
  const signature = `${office.cell}.6624.${number}.${yearOf(date)}.${clerk.initials}`;
  const sentence = `budynkowi na działce nr ${parcel.number}, obręb ${parcel.precinct}, nadano numer porządkowy ${house}`;
  return letter(rng, {
    path: `numeracja/${plainLetters(signature)}.pdf`,
    title: "Zawiadomienie o ustaleniu numeru porządkowego",
    date,
    signature,
    authority: office.nom,
    parcels: [parcel],
    trap: "near-duplicate",
    look: { font: "serif-condensed", size: 11, leading: 1.4 },
    blocks: [
      para(office.nom.toUpperCase(), [], { bold: true }),
      para(`${town.name}, dnia ${dateLong(date)}`, [], { align: "right" }),
      para(`Znak: ${signature}`),
      centred("ZAWIADOMIENIE\no ustaleniu numeru porządkowego"),
      para(`Zawiadamia się, że ${sentence} przy ul. ${streetLocative(street)}.`, [
        told(`house.${number}`, "house-number", house, sentence),
      ]),
      para(
        "Właściciel nieruchomości zabudowanej ma obowiązek umieścić tabliczkę z numerem w widocznym miejscu i utrzymywać ją w należytym stanie, a po zmroku oświetlać.",
      ),
      para(`z up. ${office.gen}\n${clerk.name}`, [], { left: 290 }),
    ],
  });
}

function houseNumberQuestion(list: HouseNumber[], asked: HouseNumber, style: QuestionDraft["style"]): QuestionDraft {
  const { number, precinct = "" } = asked.parcel;
  return {
    family: "look-up",
    style,
    question:
      style === "sentence"
        ? `Jaki numer porządkowy nadano budynkowi na działce nr ${number} w obrębie ${precinct}?`
        : `numer porzadkowy dz. ${number} ${plainLetters(precinct).toLowerCase()}`,
    outcome: "answered",
    sources: [{ fact: `house.${asked.number}` }],
    values: [[asked.house]],
    forbidden: list.filter((other) => other !== asked).map(({ house }) => `numer porządkowy ${house}`),
    why: "Papers of the same day and street differ in parcel and number only",
  };
}

/** Pictures of pages: no text layer at all. */
export function scans(rng: Rng): Part {
  const papers = scannedSheets.map(
    ({ file, title, path, date }): Paper => ({
      ...letter(rng, { path, title, date, trap: "scan", kind: "other", blocks: [{ type: "scan", file, text: title }] }),
    }),
  );
  return {
    papers,
    questions: [],
    traps: papers.map(({ path }) => ({
      name: "scan",
      document: path,
      page: 1,
      note: "A picture of a page; nothing to read without OCR",
    })),
  };
}
