import type { DocumentKind } from "../../../src/core/document.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { CaseModel, DecisionModel, PlanModel, QuestionDraft, TrapDraft } from "../model.ts";
import type { Block, FactSpec, Look, Paper, PaperFormat } from "../paper/blocks.ts";
import { drawLook } from "../paper/compose.ts";
import { addDays, workday } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Clerk, Office, Town } from "../town.ts";

/** Where papers of all cases come together. */
export interface Cabinet {
  town: Town;
  plans: PlanModel[];
  papers: Paper[];
  cases: CaseModel[];
  questions: QuestionDraft[];
  traps: TrapDraft[];
}

/** One case while its papers are being written, in the order of their days. */
export interface CaseFile {
  cabinet: Cabinet;
  town: Town;
  rng: Rng;
  model: CaseModel;
  clerk: Clerk;
  /** The office that leads the case. */
  office: Office;
  /** Folder inside `archive/`. */
  folder: string;
  /** How its file names are made. */
  naming: "numbered" | "dated" | "scanner";
  /** The day on which the next paper is written. */
  today: string;
  /** What went on, for the log of the case. */
  log: { day: string; what: string; path: string }[];
}

/** Lets days go by; nobody works at weekends. */
export function later(file: CaseFile, low: number, high: number): string {
  file.today = workday(addDays(file.today, file.rng.int(low, high)));
  return file.today;
}

export interface PaperSpec {
  /** Short, ASCII, unique in the case: part of the file name and of the keys of its facts. */
  name: string;
  kind: DocumentKind;
  title: string;
  blocks: Block[];
  date?: string;
  number?: string;
  authority?: string;
  outcome?: Outcome;
  signature?: string;
  format?: PaperFormat;
  look?: Partial<Look>;
  traps?: string[];
  /** What the log of the case says of it; silence keeps it out of the log. */
  logged?: string;
}

export function factKey(file: CaseFile, paper: string, what: string): string {
  return `${file.model.key}/${paper}/${what}`;
}

/** Puts a paper into the file, and answers with its path. */
export function addPaper(file: CaseFile, spec: PaperSpec): string {
  const { model, rng } = file;
  const format = spec.format ?? "pdf";
  const path = `${file.folder}/${fileName(file, spec)}.${format === "pdf" ? "pdf" : format === "txt" ? "txt" : "html"}`;
  const { logged, look, traps, name: _name, ...rest } = spec;
  file.cabinet.papers.push({
    ...rest,
    path,
    format,
    look: drawLook(rng.fork(`look ${spec.name}`), {
      metadata: drawMetadata(rng.fork(`metadata ${spec.name}`), spec.title),
      ...look,
    }),
    parcels: model.site.parcels,
    address: `${model.site.street} ${model.site.house}`,
    signature: spec.signature ?? model.signature,
    traps: traps ?? [],
  });
  model.papers.push(path);
  if (logged) file.log.push({ day: spec.date ?? file.today, what: logged, path });
  return path;
}

function fileName(file: CaseFile, spec: PaperSpec): string {
  const place = String(file.model.papers.length + 1).padStart(2, "0");
  if (file.naming === "numbered") return `${place}_${spec.name}`;
  if (file.naming === "dated") return `${spec.date ?? file.today} ${spec.name.replaceAll("_", " ")}`;
  return `skan_${file.rng.fork(`scan ${file.model.key}`).int(10, 90)}${place}`;
}

/** What files say of themselves is mostly nothing, at times a template's title, and at times right. */
function drawMetadata(rng: Rng, title: string): Look["metadata"] {
  if (rng.chance(0.45)) return {};
  if (rng.chance(0.5)) return { title };
  return {
    title: rng.pick([
      "Microsoft Word - szablon_2003.doc",
      "Dokument1",
      "untitled",
      "DECYZJA wzór NOWY",
      "pismo ostateczne v2 (kopia)",
    ]),
    author: rng.pick(["admin", "Sekretariat", "user", "HP ScanJet"]),
  };
}

export function addDecision(file: CaseFile, decision: Omit<DecisionModel, "key">): DecisionModel {
  const model = { ...decision, key: `${file.model.key}/d${file.model.decisions.length + 1}` };
  file.model.decisions.push(model);
  return model;
}

export function ask(file: CaseFile, ...questions: QuestionDraft[]): void {
  file.cabinet.questions.push(...questions);
}

export function fact(file: CaseFile, paper: string, what: string, value: string, quote: string): FactSpec {
  return { key: factKey(file, paper, what), kind: what.replace(/\d+$/, ""), value, quote };
}
