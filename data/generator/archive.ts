import { drawPaper, makeIndex, resolveConflict, resolveQuestion, resolveTrap } from "./assemble.ts";
import { makeCases } from "./cases/chapter.ts";
import { type DocumentTruth, type FactTruth, type GroundTruth, groundTruthSchema } from "./ground-truth.ts";
import type { Chapter } from "./model.ts";
import { makeRng } from "./rng.ts";
import { makeTown } from "./town.ts";

export interface Archive {
  /** Path below the output folder → bytes. */
  files: Map<string, Uint8Array>;
  truth: GroundTruth;
}

/** The whole archive of one seed: papers, registers and what is true of them. Nothing but the seed decides. */
export async function makeArchive(seed: number): Promise<Archive> {
  const rng = makeRng(`teczka ${seed}`);
  const town = makeTown(rng.fork("town"));
  const cases = makeCases(town, rng.fork("cases"), []);
  const chapters: Chapter[] = [cases];
  const files = new Map<string, Uint8Array>();
  const documents: DocumentTruth[] = [];
  const facts: FactTruth[] = [];
  const papers = chapters.flatMap((chapter) => chapter.papers).sort((a, b) => compare(a.path, b.path));
  for (const paper of papers) {
    const drawn = await drawPaper(paper);
    files.set(`archive/${paper.path}`, drawn.bytes);
    documents.push(drawn.truth);
    facts.push(...drawn.facts);
  }
  const index = makeIndex(documents, facts, []);
  const questions = chapters
    .flatMap((chapter) => chapter.questions)
    .map((draft, at) => resolveQuestion(index, draft, `q${String(at + 1).padStart(3, "0")}`));
  const truth = groundTruthSchema.parse({
    seed,
    town: town.name,
    authority: town.offices.permits.nom,
    documents,
    facts,
    questions,
    conflicts: [].map((draft) => resolveConflict(index, draft)),
    traps: chapters.flatMap((chapter) => chapter.traps).map((draft) => resolveTrap(index, draft)),
    notCovered: chapters.flatMap((chapter) => chapter.notCovered),
  });
  files.set("ground-truth.json", new TextEncoder().encode(`${JSON.stringify(truth, null, 1)}\n`));
  return { files, truth };
}

/** By code unit, the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
