import type { Rng } from "../../rng.ts";
import { type Call, writeCall, writeCompletion } from "../calls.ts";
import { ask, type Cabinet, type CaseFile, factKey, later } from "../file.ts";
import { openCase, type Opening } from "../open.ts";
import {
  type MonumentAnswer,
  writeFireOpinion,
  writeMonuments,
  writePowerOfAttorney,
  writeSanitaryOpinion,
} from "../opinions.ts";
import { writeLog } from "../papers.ts";
import { type Permitted, type PermitOptions, writePermit } from "../permit.ts";
import { deficiencies, fireRemarks, monuments } from "../questions/papers.ts";
import {
  byNumber,
  categoryAndVolume,
  decisionSources,
  documentsOf,
  finalityUntold,
  onParcel,
  planAtDate,
  wasParty,
  whenFinal,
  whoDesigned,
  whoIssued,
} from "../questions/permit.ts";

export interface PermitCase extends Permitted {
  file: CaseFile;
}

/** A permit with the papers that `between` asks for, and its log. */
export function permitCase(cabinet: Cabinet, rng: Rng, opening: Opening, options: PermitOptions = {}): PermitCase {
  const file = openCase(cabinet, rng, opening);
  const permitted = writePermit(file, options);
  writeLog(file);
  return { ...permitted, file };
}

/** Questions that any granted permit bears; which of them are asked is drawn, so that none is asked of all. */
export function askOfPermit(rng: Rng, permit: PermitCase, forbidden: string[] = []): void {
  const { file, decision, neighbours, paper, finality } = permit;
  const { model } = file;
  const sources = decisionSources(model, decision, paper);
  const category = [{ fact: factKey(file, paper, "category") }, { row: decision.key }];
  const kinds = [
    () => onParcel(rng, model, [decision], sources, forbidden),
    () => byNumber(rng, decision, sources, forbidden),
    () => (decision.finalOn ? whenFinal(rng, decision, { fact: finality }) : finalityUntold(rng, decision)),
    () => categoryAndVolume(rng, model, decision, category, forbidden),
    () => documentsOf(rng, model, sources, forbidden),
    () => whoDesigned(rng, model, decision, [...sources, { fact: factKey(file, paper, "designer") }]),
    () => whoIssued(rng, model, decision, [{ fact: factKey(file, paper, "date") }, ...sources], [decision.authority]),
    () =>
      neighbours[0] ? wasParty(rng, model, neighbours[0], [{ fact: factKey(file, "wykaz_stron", "party1") }]) : [],
  ];
  for (const kind of rng.shuffle(kinds).slice(0, 3)) ask(file, ...kind());
  if (!permit.plan) return;
  const others = file.cabinet.plans.filter((one) => one !== permit.plan).map((one) => one.resolution);
  ask(file, ...planAtDate(rng, decision, permit.plan, { fact: factKey(file, paper, "plan") }, others));
}

/** Permits as most are: granted, with the papers that lead there. */
export function writePermits(cabinet: Cabinet, rng: Rng): PermitCase[] {
  return [
    ...[1, 2, 3].map((at) => plainPermit(cabinet, rng.fork(`plain ${at}`), at)),
    calledPermit(cabinet, rng.fork("formal"), "formal"),
    calledPermit(cabinet, rng.fork("design"), "design"),
    monumentPermit(cabinet, rng.fork("agreed"), "agreed"),
    monumentPermit(cabinet, rng.fork("silent"), "silent"),
    opinionPermit(cabinet, rng.fork("opinions")),
    untoldPermit(cabinet, rng.fork("untold")),
    networkPermit(cabinet, rng.fork("network")),
  ];
}

function plainPermit(cabinet: Cabinet, rng: Rng, at: number): PermitCase {
  const works = rng.pick(["house", "flats", "trade"] as const);
  const permit = permitCase(
    cabinet,
    rng,
    {
      key: `plain${at}`,
      kind: "permit",
      year: rng.int(2007, 2018),
      works,
      action: rng.pick(["build", "build", "extend", "raise"]),
    },
    { finality: rng.pick(["stamp", "paper"]), neighbours: 2 },
  );
  askOfPermit(rng, permit);
  return permit;
}

function calledPermit(cabinet: Cabinet, rng: Rng, kind: "formal" | "design"): PermitCase {
  let call: Call | undefined;
  const permit = permitCase(
    cabinet,
    rng,
    { key: `called_${kind}`, kind: "permit", year: rng.int(2011, 2018), works: rng.pick(["house", "trade"]) },
    {
      finality: "stamp",
      between(file) {
        call = writeCall(file, kind);
        const said = writeCompletion(file, call);
        later(file, 3, 8);
        return [
          `Wniosek wymagał uzupełnienia. ${said.replace("składam", "złożono")}, a organ uznał je za wystarczające.`,
        ];
      },
    },
  );
  if (call) ask(permit.file, ...deficiencies(rng, permit.file, call));
  askOfPermit(rng, permit);
  return permit;
}

function monumentPermit(cabinet: Cabinet, rng: Rng, answer: MonumentAnswer): PermitCase {
  let told: ReturnType<typeof writeMonuments> | undefined;
  const permit = permitCase(
    cabinet,
    rng,
    {
      key: `monument_${answer}`,
      kind: "permit",
      year: rng.int(2011, 2018),
      works: rng.pick(["house", "trade"]),
      action: rng.pick(["rebuild", "extend", "build"]),
    },
    {
      between(file) {
        told = writeMonuments(file, answer);
        later(file, 3, 9);
        return told.grounds;
      },
    },
  );
  if (told) ask(permit.file, ...monuments(rng, permit.file, told));
  askOfPermit(rng, permit);
  return permit;
}

function opinionPermit(cabinet: Cabinet, rng: Rng): PermitCase {
  let fire: ReturnType<typeof writeFireOpinion> | undefined;
  const permit = permitCase(
    cabinet,
    rng,
    { key: "opinions", kind: "permit", year: rng.int(2012, 2018), works: "trade" },
    {
      finality: "paper",
      between(file) {
        writePowerOfAttorney(file);
        fire = writeFireOpinion(file, true);
        writeSanitaryOpinion(file);
        later(file, 3, 9);
        return ["Projekt zaopiniowano pod względem przeciwpożarowym i sanitarnym; opinie znajdują się w aktach."];
      },
    },
  );
  if (fire) ask(permit.file, ...fireRemarks(rng, permit.file, fire));
  askOfPermit(rng, permit);
  return permit;
}

/** No paper says from when it is final: the question has no answer here. */
function untoldPermit(cabinet: Cabinet, rng: Rng): PermitCase {
  const permit = permitCase(
    cabinet,
    rng,
    { key: "untold", kind: "permit", year: rng.int(2009, 2017), works: "flats" },
    { finality: "untold", neighbours: 1 },
  );
  ask(permit.file, ...finalityUntold(rng, permit.decision));
  askOfPermit(rng, permit);
  return permit;
}

/** A pipe through several parcels: each of them bears the permit. */
function networkPermit(cabinet: Cabinet, rng: Rng): PermitCase {
  const permit = permitCase(
    cabinet,
    rng,
    { key: "network", kind: "permit", year: rng.int(2011, 2018), works: "networks", parcels: rng.int(4, 6) },
    { neighbours: 0 },
  );
  const { model } = permit.file;
  const sources = decisionSources(model, permit.decision, permit.paper);
  const middle = { ...model, site: { ...model.site, parcels: model.site.parcels.slice(2, 3) } };
  ask(
    permit.file,
    ...onParcel(rng, middle, [permit.decision], [...sources, { fact: factKey(permit.file, permit.paper, "works") }]),
  );
  return permit;
}
