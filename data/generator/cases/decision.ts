import type { DocumentKind } from "../../../src/core/document.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { DecisionModel } from "../model.ts";
import type { Block, FactSpec, PaperFormat } from "../paper/blocks.ts";
import { para, point } from "../paper/compose.ts";
import { addDays, dateDots, dateLong, workday } from "../polish.ts";
import type { Office } from "../town.ts";
import { addDecision, addPaper, type CaseFile, fact } from "./file.ts";
import { body, letterhead, recipients, section, signedBy, stamp, title } from "./pieces.ts";
import { appealInstruction, waiverInstruction } from "./wording/instructions.ts";

export interface DecisionSpec {
  /** Short name of the paper: `decyzja`, `decyzja_odmowna`. */
  name: string;
  kind: DocumentKind;
  office: Office;
  /** Who would decide an appeal; a second instance has nobody above it. */
  second?: Office;
  number: string;
  outcome: Outcome;
  /** What stands behind the number in the title: „o warunkach zabudowy”. */
  titled?: string;
  title: string;
  basis: string;
  matter: string;
  /** The operative part; the fact of the outcome goes into the block that tells it. */
  operative: Block[];
  grounds: (string | Block)[];
  instructions: string[];
  recipients: string[];
  /** Day from which it is final; a stamp says so unless `stamped` is false (then another paper may). */
  finalOn?: string;
  stamped?: boolean;
  refersTo?: string[];
  signature?: string;
  logged: string;
  /** A PDF unless told. */
  format?: PaperFormat;
}

/** The quote that tells the outcome, as the fact `outcome` of the paper. */
export function outcomeFact(file: CaseFile, paper: string, outcome: Outcome, quote: string): FactSpec {
  return fact(file, paper, "outcome", outcome, quote);
}

/** Writes a decision with all its parts in the order of KPA art. 107, on `file.today`. */
export function writeDecision(file: CaseFile, spec: DecisionSpec): DecisionModel {
  const { rng } = file;
  const paper = spec.name;
  const signature = spec.signature ?? file.model.signature;
  const blocks = [
    ...letterhead(file, paper, spec.office, signature),
    decisionTitle(file, spec),
    body(spec.basis),
    body(spec.matter),
    ...spec.operative,
    section(rng, "Uzasadnienie"),
    ...spec.grounds.map((ground) => (typeof ground === "string" ? body(ground) : ground)),
    ...instructionBlocks(file, spec),
    ...signedBy(file, spec.office),
    ...(spec.finalOn && spec.stamped !== false ? [finalityStamp(file, paper, spec.finalOn)] : []),
    ...recipients(rng, spec.recipients),
  ];
  const path = addPaper(file, {
    name: paper,
    kind: spec.kind,
    title: spec.title,
    blocks,
    date: file.today,
    number: spec.number,
    authority: spec.office.nom,
    outcome: spec.outcome,
    signature,
    logged: spec.logged,
    look: decisionLook(file),
    ...(spec.format ? { format: spec.format } : {}),
  });
  const { number, outcome, finalOn, refersTo = [] } = spec;
  const final = finalOn ? { finalOn } : {};
  return addDecision(file, { number, date: file.today, authority: spec.office.nom, outcome, refersTo, path, ...final });
}

function decisionLook(file: CaseFile) {
  const rng = file.rng.fork("decision look");
  return {
    font: rng.pick(["serif-condensed", "serif-condensed", "serif", "sans-condensed"] as const),
    size: rng.pick([11, 11.5, 12]),
    leading: rng.pick([1.5, 1.55, 1.6]),
  };
}

function decisionTitle(file: CaseFile, { name, number, titled, office }: DecisionSpec): Block {
  const short = number.replace(/\/20(\d\d)$/, "/$1");
  const line = file.rng
    .fork(`title ${office.cell}`)
    .pick([`DECYZJA NR ${number}`, `DECYZJA Nr ${short}`, `Decyzja nr ${number}`, `DECYZJA\nNr ${number}`]);
  return title(titled ? `${line}\n${titled}` : line, [fact(file, name, "number", number, line)]);
}

function instructionBlocks(file: CaseFile, spec: DecisionSpec): Block[] {
  const { rng } = file;
  const appeal = spec.second ? [appealInstruction(rng, spec.office, spec.second)] : [];
  const waiver = spec.second && file.today > "2017-06-01" ? [waiverInstruction(rng)] : [];
  const points = [...appeal, ...waiver, ...spec.instructions];
  if (points.length === 0) return [];
  return [section(rng, "Pouczenie"), ...points.map((text, index) => point(`${index + 1}. ${text}`))];
}

/** Delivered some days later, final a fortnight after that when nobody appeals. */
export function finalAfter(file: CaseFile): string {
  return workday(addDays(file.today, file.rng.int(3, 16) + 15));
}

function finalityStamp(file: CaseFile, paper: string, finalOn: string): Block {
  const { rng, town, clerk } = file;
  const signed = dateDots(workday(addDays(finalOn, rng.int(2, 40))));
  const quote = finalitySentence(file, finalOn);
  return stamp(`${quote}\n${town.name}, ${signed}   ${clerk.name}`, [fact(file, paper, "finality", finalOn, quote)]);
}

function finalitySentence(file: CaseFile, finalOn: string): string {
  const { rng } = file;
  const day = rng.chance(0.5) ? `${dateDots(finalOn)} r.` : dateLong(finalOn);
  return rng.pick([
    `Decyzja niniejsza stała się ostateczna z dniem ${day}`,
    `Stwierdza się, że decyzja stała się ostateczna z dniem ${day}`,
    `Decyzja stała się ostateczna w dniu ${day}`,
    `Niniejsza decyzja jest ostateczna od dnia ${day}`,
  ]);
}

/** A paper of its own that says from when a decision is final. */
export function writeFinality(file: CaseFile, decision: DecisionModel, office: Office): void {
  const { rng } = file;
  if (!decision.finalOn) throw new Error(`${decision.key} is not final`);
  const name = `poswiadczenie_${file.model.decisions.indexOf(decision) + 1}`;
  const quote = rng.pick([
    `decyzja nr ${decision.number} z dnia ${dateLong(decision.date)} stała się ostateczna z dniem ${dateLong(decision.finalOn)}`,
    `decyzja ${decision.authority === office.nom ? "tutejszego organu " : ""}nr ${decision.number} z dnia ${dateDots(decision.date)} r. stała się ostateczna w dniu ${dateDots(decision.finalOn)} r.`,
  ]);
  addPaper(file, {
    name,
    kind: "finality",
    title: `Poświadczenie ostateczności decyzji nr ${decision.number}`,
    date: file.today,
    authority: office.nom,
    blocks: [
      ...letterhead(file, name, office),
      title(rng.pick(["POŚWIADCZENIE OSTATECZNOŚCI", "STWIERDZENIE OSTATECZNOŚCI", "KLAUZULA OSTATECZNOŚCI"])),
      body(`Na podstawie akt sprawy ${file.model.signature} poświadcza się, że ${quote}.`, [
        fact(file, name, "finality", decision.finalOn, quote),
      ]),
      body(
        rng.pick([
          "Odwołania nie wniesiono. Poświadczenie wydaje się na wniosek inwestora celem przedłożenia organowi nadzoru budowlanego.",
          "W terminie przewidzianym na odwołanie żadna ze stron z niego nie skorzystała. Poświadczenie nie jest decyzją i nie służy na nie środek zaskarżenia.",
        ]),
      ),
      ...signedBy(file, office),
    ],
    logged: "poświadczenie ostateczności",
  });
}

/** An indented paragraph of the operative part. */
export function operativePoint(text: string, facts: FactSpec[] = []): Block {
  return para(text, facts, { left: 14, gap: 5 });
}
