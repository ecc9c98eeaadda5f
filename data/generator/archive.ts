import { plantPapersAtOdds } from "./at-odds/plant.ts";
import {
  drawPaper,
  makeIndex,
  resolveConflict,
  resolvePaperConflict,
  resolveQuestion,
  resolveTrap,
} from "./assemble.ts";
import { makeCases } from "./cases/chapter.ts";
import { makeDesigns } from "./designs/chapter.ts";
import { type DocumentTruth, type FactTruth, type GroundTruth, groundTruthSchema } from "./ground-truth.ts";
import type { Chapter } from "./model.ts";
import { makeParaphrases, type WrittenPage } from "./paraphrases.ts";
import { makePlans } from "./plans/chapter.ts";
import { makeHistories } from "./histories/chapter.ts";
import { historyTruths, statusTruths } from "./histories/truth.ts";
import { makeExtracts } from "./plans/extracts.ts";
import { makeRegisters } from "./registers/chapter.ts";
import { makeRng } from "./rng.ts";
import { makeTown } from "./town.ts";
import { makeTraps } from "./traps/chapter.ts";

export interface Archive {
  /** Path below the output folder → bytes. */
  files: Map<string, Uint8Array>;
  truth: GroundTruth;
}

/** The whole archive of one seed: papers, registers and what is true of them. Nothing but the seed decides. */
export async function makeArchive(seed: number): Promise<Archive> {
  const rng = makeRng(`teczka ${seed}`);
  const town = makeTown(rng.fork("town"));
  const plans = makePlans(town, rng.fork("plans"));
  const cases = makeCases(town, rng.fork("cases"), plans.plans);
  const designs = makeDesigns(town, rng.fork("designs"), cases.cases, plans.plans);
  const extracts = makeExtracts(town, rng.fork("extracts"), cases.cases, plans.plans);
  const traps = makeTraps(town, rng.fork("traps"), cases.cases, plans.plans);
  const before: Chapter[] = [plans, cases, designs, extracts, traps];
  const registered = before.flatMap((chapter) => chapter.cases);
  const registers = makeRegisters(town, rng.fork("registers"), registered);
  // No register knows these cases: what they draw leaves the registers as they are.
  const histories = makeHistories(town, rng.fork("histories"), plans.plans);
  const chapters: Chapter[] = [...before, histories];
  const models = chapters.flatMap((chapter) => chapter.cases);
  const files = new Map<string, Uint8Array>();
  const documents: DocumentTruth[] = [];
  const facts: FactTruth[] = [];
  const pages: WrittenPage[] = [];
  const papers = chapters.flatMap((chapter) => chapter.papers).sort((a, b) => compare(a.path, b.path));
  const taken = new Set(registers.conflicts.map(({ signature }) => signature));
  const atOdds = plantPapersAtOdds(rng.fork("papers at odds"), town, registered, papers, taken);
  for (const paper of papers) {
    const drawn = await drawPaper(paper);
    files.set(`archive/${paper.path}`, drawn.bytes);
    documents.push(drawn.truth);
    facts.push(...drawn.facts);
    pages.push(...drawn.pages);
  }
  const index = makeIndex(documents, facts, registers.files);
  for (const { name, bytes } of registers.files) files.set(`registers/${name}`, bytes);
  const parts = [...chapters, registers];
  const questions = parts
    .flatMap((part) => part.questions)
    .map((draft, at) => resolveQuestion(index, draft, `q${String(at + 1).padStart(3, "0")}`));
  const truth = groundTruthSchema.parse({
    seed,
    town: town.name,
    authority: town.offices.permits.nom,
    documents,
    facts,
    questions,
    conflicts: [
      ...registers.conflicts.map((draft) => resolveConflict(index, draft)),
      ...atOdds.map((draft) => resolvePaperConflict(index, draft)),
    ],
    traps: chapters.flatMap((chapter) => chapter.traps).map((draft) => resolveTrap(index, draft)),
    statuses: statusTruths(town, models, papers),
    histories: historyTruths(models, histories.plants),
    notCovered: parts.flatMap((part) => part.notCovered),
  });
  files.set("ground-truth.json", new TextEncoder().encode(printTruth(truth)));
  const paraphrases = makeParaphrases(pages).map((paraphrase) => `${JSON.stringify(paraphrase)}\n`);
  files.set("paraphrases.jsonl", new TextEncoder().encode(paraphrases.join("")));
  return { files, truth };
}

/** One line an entry: small, and a change shows in a diff. */
function printTruth(truth: GroundTruth): string {
  const fields = Object.entries(truth).map(([key, value]) => {
    const lines = Array.isArray(value)
      ? `[\n${value.map((one) => JSON.stringify(one)).join(",\n")}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${lines}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

/** By code unit, the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
