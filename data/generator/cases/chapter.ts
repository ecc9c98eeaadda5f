import type { CasesMaker } from "../model.ts";
import type { Cabinet } from "./file.ts";
import { writeLetters } from "./letters.ts";
import { askAbsent } from "./scenarios/absent.ts";
import { writePermits } from "./scenarios/permits.ts";
import { writeNotifications, writePlannings } from "./scenarios/planning.ts";
import { writeRefusals } from "./scenarios/refusals.ts";
import { writeSequels } from "./scenarios/sequels.ts";
import { writeTwins } from "./scenarios/twins.ts";

/** The case files of the permits office, the planning office and their neighbours, and letters beside them. */
export const makeCases: CasesMaker = (town, rng, plans) => {
  const cabinet: Cabinet = { town, plans, papers: [], cases: [], questions: [], traps: [] };
  const permits = writePermits(cabinet, rng.fork("permits"));
  writeRefusals(cabinet, rng.fork("refusals"), permits);
  const bases = writeSequels(cabinet, rng.fork("sequels"));
  writePlannings(cabinet, rng.fork("plannings"));
  writeNotifications(cabinet, rng.fork("notifications"));
  writeTwins(cabinet, rng.fork("twins"));
  writeLetters(cabinet, rng.fork("letters"), 12);
  const plain = permits.filter(({ file }) => file.model.kind === "permit");
  askAbsent(cabinet, rng.fork("absent"), [...plain, ...bases.filter(({ file }) => file.model.key === "unknown_use")]);
  const { papers, cases, questions, traps } = cabinet;
  const notCovered = [
    `Decyzje i akta ${town.offices.supervision.gen} są w archiwum tylko wyjątkowo, w kopiach; ich brak niczego nie dowodzi.`,
    "Dzienniki budowy, zawiadomienia o rozpoczęciu robót i księgi wieczyste nie są przechowywane w tym archiwum.",
    `Akta spraw prowadzonych przez ${town.offices.neighbour.nom} znajdują się tu jedynie przypadkowo, do wiadomości.`,
    "Sprawy sprzed 2006 roku nie zostały przekazane.",
  ];
  return { papers, cases, questions, traps, notCovered };
};
