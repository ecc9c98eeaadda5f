import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { splitIntoPassages } from "../../src/core/passages/split.ts";
import { numbersFrom } from "./register-dump.ts";
import { drawnQuestions } from "./retrieval-questions.ts";
import type { SourceText } from "./retrieval-text.ts";

/** Blocks of sentences in a paper: some 20 passages, as a decision with its grounds has. */
const blocksInPaper = 12;
/** One paper in so many is seen only by those who hold a label. */
const restrictedEvery = 10;
const filesInFolder = 1000;

export interface Made {
  /** Passages that were asked for, and that there are. */
  wanted: number;
  passages: number;
  documents: number;
  /** Where its sentences are from. */
  from: string;
  /** Holds the archive, `questions.json` and two papers that are taken in later. */
  folder: string;
  /** Papers that everyone sees, and those that only holders of a label see. */
  folders: { open: string; restricted: string };
}

/**
 * Writes an archive of at least so many passages as text files: each paper has a head of its own (kind, signature,
 * number, parcels, names that nobody else bears) and sentences of `sentences` in a new order with new figures, so that
 * words grow with the archive as in life. The same on every run.
 */
export async function writeArchive(folder: string, wanted: number, { from, sentences }: SourceText): Promise<Made> {
  const below = numbersFrom(7);
  const folders = { open: join(folder, "open"), restricted: join(folder, "restricted") };
  const questions = drawnQuestions(below);
  let passages = 0;
  let documents = 0;
  for (; passages < wanted; documents += 1) {
    const text = paperOf(documents, sentences, below);
    const own = splitIntoPassages([{ number: 1, text, textSha256: "" }]);
    passages += own.length;
    const isRestricted = documents % restrictedEvery === 0;
    if (!isRestricted) for (const passage of own) questions.offer(passage.text);
    const shelf = join(isRestricted ? folders.restricted : folders.open, String(Math.floor(documents / filesInFolder)));
    await mkdir(shelf, { recursive: true });
    await writeFile(join(shelf, `pismo-${documents}.txt`), text);
  }
  await writeFile(join(folder, "questions.json"), JSON.stringify(questions.drawn()));
  for (const name of ["late.txt", "later.txt"])
    await writeFile(join(folder, name), paperOf(documents + name.length, sentences, below));
  return { wanted, passages, documents, from, folder, folders };
}

function paperOf(at: number, sentences: readonly string[], below: (limit: number) => number): string {
  const name = madeUpName(below);
  const parcel = `${1 + below(900)}/${1 + below(60)}`;
  const place = `przy ul. ${name}owej ${1 + below(150)}, dz. nr ${parcel}, AM-${1 + below(40)}, obręb ${madeUpName(below)}`;
  const year = 2009 + below(16);
  const signature = `AB.6740.${1 + below(9)}.${1 + at}.${year}.${String.fromCharCode(65 + below(26))}K`;
  const head = heads[at % heads.length] ?? "";
  const blocks = [
    `Starosta Zmyślony\n${signature}\nZmyślone, dnia ${1 + below(28)}.0${1 + below(9)}.${year} r.`,
    head
      .replace("NUMER", `${1 + below(4000)}/${year}`)
      .replace("MIEJSCE", place)
      .replace("KTO", `${name} ${madeUpName(below)}ski`),
  ];
  for (let count = 0; count < blocksInPaper; count += 1) {
    const block = Array.from({ length: 3 + below(3) }, () => changed(sentences[below(sentences.length)] ?? "", below));
    if (below(3) === 0)
      block.splice(1, 0, `Strona ${madeUpName(below)} wskazała na działkę nr ${1 + below(900)}/${1 + below(60)}.`);
    blocks.push(block.join(" "));
  }
  return `${blocks.join("\n\n")}\n`;
}

const heads = [
  "DECYZJA Nr NUMER\n\nNa podstawie art. 28 ustawy Prawo budowlane zatwierdzam projekt budowlany i udzielam pozwolenia na budowę budynku mieszkalnego MIEJSCE, inwestor: KTO.\n\nUZASADNIENIE",
  "POSTANOWIENIE\n\nNakładam na inwestora: KTO obowiązek usunięcia nieprawidłowości w projekcie budowlanym budynku MIEJSCE.\n\nUZASADNIENIE",
  "WNIOSEK\n\nWnoszę o wydanie pozwolenia na budowę budynku MIEJSCE. Inwestor: KTO.",
  "WEZWANIE\n\nWzywam inwestora: KTO do uzupełnienia braków wniosku o pozwolenie na budowę budynku MIEJSCE.",
  "OPINIA\n\nOpiniuję pozytywnie projekt budynku MIEJSCE, inwestor: KTO.",
  "Szanowni Państwo,\n\nw nawiązaniu do decyzji Nr NUMER dotyczącej budynku MIEJSCE wyjaśniam, co następuje.",
];

/** Figures of the same length, other than they were. */
function changed(sentence: string, below: (limit: number) => number): string {
  return sentence.replace(/\d/gu, (digit, at: number) => (at === 0 ? digit : String(1 + below(9))));
}

const syllables = [
  "Bar",
  "ko",
  "dę",
  "li",
  "mo",
  "na",
  "pie",
  "ry",
  "so",
  "tu",
  "wie",
  "ża",
  "gro",
  "sta",
  "ziel",
  "mier",
];

function madeUpName(below: (limit: number) => number): string {
  const word = Array.from({ length: 3 }, () => syllables[below(syllables.length)]).join("");
  return `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`;
}
