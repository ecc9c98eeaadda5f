import type { Chapter, PlanModel } from "../model.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import { ask, type Cabinet } from "./file.ts";
import { openCase } from "./open.ts";
import { writePermit } from "./permit.ts";
import {
  byNumber,
  categoryAndVolume,
  decisionSources,
  documentsOf,
  onParcel,
  wasParty,
  whenFinal,
} from "./questions/permit.ts";

/** The case files of the permits office, the planning office and their neighbours. */
export function makeCases(town: Town, rng: Rng, plans: PlanModel[]): Chapter {
  const cabinet: Cabinet = { town, plans, papers: [], cases: [], questions: [], traps: [] };
  for (let at = 1; at <= 6; at += 1) {
    const own = rng.fork(`permit ${at}`);
    const file = openCase(cabinet, own, {
      key: `permit${at}`,
      kind: "permit",
      year: own.int(2007, 2018),
      works: own.pick(["house", "flats", "trade"]),
    });
    const { decision, neighbours, finality } = writePermit(file, { stamped: own.chance(0.6) });
    const sources = decisionSources(file.model, decision, "decyzja");
    ask(file, ...onParcel(own, file.model, [decision], sources), ...byNumber(own, decision, sources));
    ask(file, ...whenFinal(own, decision, { fact: finality }));
    const category = { fact: `${file.model.key}/decyzja/category` };
    ask(file, ...categoryAndVolume(own, file.model, decision, [category, { row: decision.key }]));
    ask(file, ...documentsOf(own, file.model, sources));
    if (neighbours[0])
      ask(file, ...wasParty(own, file.model, neighbours[0], [{ fact: `${file.model.key}/wykaz_stron/party1` }]));
  }
  const { papers, cases, questions, traps } = cabinet;
  return { papers, cases, questions, traps, notCovered: [] };
}
