import { addDays } from "../../polish.ts";

import type { Rng } from "../../rng.ts";
import { writeCall, writeCompletion } from "../calls.ts";
import { ask, type Cabinet, type CaseFile, factKey, later } from "../file.ts";
import { writeNoObjection, writeNotification, writeObjection, writeTermNote } from "../notification.ts";
import { openCase } from "../open.ts";
import { writeLog } from "../papers.ts";
import { type Planned, writePlanning, writeSiteNote } from "../planning.ts";
import { unanswerable } from "../questions/forms.ts";
import { deficiencies, notified, objectionTermAsked, whyObjected, whyRefused } from "../questions/papers.ts";
import { documentsOf, wasParty, whenFinal } from "../questions/permit.ts";
import { planningAsked, whatBecame } from "../questions/sequels.ts";
import { writeAppeal, writeAppealDecision } from "../refusal.ts";

import { objectionTerm } from "../law.ts";
import { plainName } from "../words.ts";

const groups = ["house", "house", "trade", "flats"] as const;

/** Planning conditions granted, refused, and what the second instance made of refusals. */
export function writePlannings(cabinet: Cabinet, rng: Rng): { file: CaseFile; planned: Planned }[] {
  const granted = [1, 2, 3, 4].map((at) => {
    const own = rng.fork(`granted ${at}`);
    const file = openCase(cabinet, own, {
      key: `planning${at}`,
      kind: "planning",
      year: own.int(2007, 2018),
      works: own.pick(groups),
    });
    const planned = writePlanning(file, "granted", { final: at !== 4 });
    later(file, 25, 40);
    if (own.chance(0.5)) writeSiteNote(file);
    writeLog(file);
    ask(file, ...planningAsked(own, file, planned.decision, planned.conditions));
    const neighbour = planned.neighbours[0];
    if (neighbour)
      ask(file, ...wasParty(own, file.model, neighbour, [{ fact: factKey(file, "wykaz_stron", "party1") }]));
    return { file, planned };
  });
  const unknown = granted.at(-1);
  if (unknown) askFinality(rng, unknown.file, unknown.planned);
  return [
    ...granted,
    ...(["final", "upheld", "sent_back"] as const).map((end) => refused(cabinet, rng.fork(end), end)),
  ];
}

function askFinality(rng: Rng, file: CaseFile, { decision }: Planned): void {
  ask(
    file,
    ...unanswerable(
      rng,
      [`wz ${decision.number} ostateczna od kiedy`],
      [`Z jakim dniem decyzja o warunkach zabudowy nr ${decision.number} stała się ostateczna?`],
      "No paper tells that it is final.",
    ),
  );
}

function refused(cabinet: Cabinet, rng: Rng, end: "final" | "upheld" | "sent_back") {
  const file = openCase(cabinet, rng, {
    key: `planning_${end}`,
    kind: "planning",
    year: rng.int(2008, 2018),
    works: rng.pick(groups),
  });
  const planned = writePlanning(file, "refused", { final: end === "final" });
  const { decision, heart, remark } = planned;
  ask(file, ...whyRefused(rng, file, "decyzja_wz_odmowa", heart, [remark.mark], decision.number));
  if (end !== "final") {
    writeAppeal(file, decision, plainName(file.model.applicant), file.town.offices.planningAppeals.nom);
    const second = writeAppealDecision(file, decision, end);
    ask(file, ...whatBecame(rng, file, "decyzja_ii_instancji", decision, second));
  } else ask(file, ...whenFinal(rng, decision, { fact: factKey(file, "decyzja_wz_odmowa", "finality") }));
  later(file, 10, 20);
  writeLog(file);
  return { file, planned };
}

/** Notifications: in silence, with a certificate, with an objection, with a term that was broken. */
export function writeNotifications(cabinet: Cabinet, rng: Rng): void {
  for (const at of [1, 2]) certified(cabinet, rng.fork(`certified ${at}`), at);
  for (const at of [1, 2]) objected(cabinet, rng.fork(`objected ${at}`), at);
  for (const year of [rng.int(2011, 2015), rng.int(2017, 2018)]) silent(cabinet, rng.fork(`silent ${year}`), year);
  completed(cabinet, rng.fork("completed"));
}

function notification(cabinet: Cabinet, rng: Rng, key: string, year: number): CaseFile {
  const file = openCase(cabinet, rng, { key, kind: "notification", year, works: "small" });
  writeNotification(file);
  return file;
}

function certified(cabinet: Cabinet, rng: Rng, at: number): void {
  const file = notification(cabinet, rng, `certified${at}`, rng.int(2017, 2018));
  later(file, 25, 40);
  const decision = writeNoObjection(file);
  writeLog(file);
  ask(file, ...notified(rng, file, decision, "zaswiadczenie"));
}

function objected(cabinet: Cabinet, rng: Rng, at: number): void {
  const file = notification(cabinet, rng, `objected${at}`, rng.int(2009, 2018));
  later(file, 8, 18);
  const { decision, heart } = writeObjection(file);
  writeLog(file);
  ask(file, ...notified(rng, file, decision, "sprzeciw"), ...whyObjected(rng, file, heart, decision.number));
}

/** Nobody objected and nobody certified it: only the clerk's count of the term is there. */
function silent(cabinet: Cabinet, rng: Rng, year: number): void {
  const file = notification(cabinet, rng, `silent${year}`, year);
  const from = file.today;
  later(file, 1, 4);
  const deadline = writeTermNote(file, from, false);
  writeLog(file);
  ask(file, ...objectionTermAsked(rng, file, deadline, undefined));
}

function completed(cabinet: Cabinet, rng: Rng): void {
  const file = notification(cabinet, rng, "completed", rng.int(2017, 2018));
  const filed = file.today;
  later(file, 7, 12);
  const call = writeCall(file, "notification");
  writeCompletion(file, call);
  const from = file.today;
  later(file, 1, 3);
  const deadline = writeTermNote(file, from, true);
  writeLog(file);
  const wrong = addDays(filed, objectionTerm(filed));
  ask(file, ...objectionTermAsked(rng, file, deadline, wrong), ...deficiencies(rng, file, call));
  ask(
    file,
    ...documentsOf(rng, file.model, [
      { fact: factKey(file, call.paper, "signature") },
      { fact: factKey(file, "adnotacja", "signature") },
    ]),
  );
}
