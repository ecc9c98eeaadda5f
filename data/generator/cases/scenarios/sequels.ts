import type { Rng } from "../../rng.ts";
import { ask, type Cabinet, type CaseFile, factKey } from "../file.ts";
import { openCase } from "../open.ts";
import { writeOccupancy } from "../occupancy.ts";
import { writeLog } from "../papers.ts";
import { occupancyAsked, occupancyUnknown } from "../questions/papers.ts";
import { decisionSources, history, onParcel, whenFinal } from "../questions/permit.ts";
import { expiredAsked, replacedWhat, transferredTo, whatBecame } from "../questions/sequels.ts";
import { changedWorks, writeReplacement, writeTransfer } from "../sequel.ts";
import { writeAmendment, writeChangeRefused, writeExpiry, writeRepeal } from "../reversal.ts";
import type { CaseKind } from "../../model.ts";
import { yearOf } from "../../polish.ts";
import { askOfPermit, type PermitCase, permitCase } from "./permits.ts";

/** Permits and what became of them: each sequel is a case of its own, with a signature of its own. */
export function writeSequels(cabinet: Cabinet, rng: Rng): PermitCase[] {
  return [
    ...[1, 2].map((at) => replaced(cabinet, rng.fork(`replacement ${at}`), at)),
    transferred(cabinet, rng.fork("chain"), 2),
    transferred(cabinet, rng.fork("transfer"), 1),
    expired(cabinet, rng.fork("expired")),
    repealed(cabinet, rng.fork("repealed")),
    challenged(cabinet, rng.fork("challenged")),
    amended(cabinet, rng.fork("amended")),
    occupied(cabinet, rng.fork("occupied"), "granted"),
    occupied(cabinet, rng.fork("not occupied"), "refused"),
    notOccupied(cabinet, rng.fork("unknown")),
  ];
}

/** A later case on the same site, some years after. */
function sequel(
  cabinet: Cabinet,
  rng: Rng,
  base: PermitCase,
  key: string,
  kind: CaseKind,
  years: number,
  applicant = base.file.model.applicant,
): CaseFile {
  const { model } = base.file;
  return openCase(cabinet, rng, {
    key,
    kind,
    year: yearOf(base.decision.date) + years,
    works: "house",
    origin: model,
    applicant,
  });
}

function replaced(cabinet: Cabinet, rng: Rng, at: number): PermitCase {
  const base = permitCase(
    cabinet,
    rng.fork("base"),
    { key: `original${at}`, kind: "permit", year: rng.int(2008, 2016), works: rng.pick(["house", "flats", "trade"]) },
    {},
  );
  const file = sequel(cabinet, rng, base, `replacement${at}`, "replacement", 1);
  const old = base.file.model.works;
  file.model.works = changedWorks(file);
  const decision = writeReplacement(file, base.decision, old);
  writeLog(file);
  ask(file, ...replacedWhat(rng, file, base.decision, old));
  ask(file, ...whenFinal(rng, decision, { fact: factKey(file, "decyzja_zamienna", "finality") }));
  askHistory(file, rng, base, [file]);
  return base;
}

function askHistory(file: CaseFile, rng: Rng, base: PermitCase, sequels: CaseFile[]): void {
  const all = [base.decision, ...sequels.flatMap((one) => one.model.decisions)];
  const sources = decisionSources(base.file.model, base.decision, base.paper);
  ask(file, ...history(rng, base.file.model, all, sources));
}

function transferred(cabinet: Cabinet, rng: Rng, steps: 1 | 2): PermitCase {
  const { town } = cabinet;
  const base = permitCase(
    cabinet,
    rng.fork("base"),
    {
      key: `transferable${steps}`,
      kind: "permit",
      year: rng.int(2008, 2015),
      works: rng.pick(["flats", "house", "trade"]),
    },
    { finality: "paper" },
  );
  const chain: { file: CaseFile; party: PermitCase["file"]["model"]["applicant"]; decision: PermitCase["decision"] }[] =
    [];
  let holder = base.file.model.applicant;
  for (let at = 1; at <= steps; at += 1) {
    const home = `ul. ${base.file.model.site.street}, ${town.postcode} ${town.name}`;
    const party = rng.chance(0.5) ? town.people.company(home) : town.people.person(home);
    const file = sequel(cabinet, rng.fork(`step ${at}`), base, `transfer${steps}_${at}`, "transfer", at, party);
    const decision = writeTransfer(
      file,
      base.decision,
      holder,
      chain.map((one) => one.decision),
    );
    writeLog(file);
    chain.push({ file, party, decision });
    holder = party;
  }
  ask(base.file, ...transferredTo(rng, base.decision, chain));
  askHistory(
    base.file,
    rng,
    base,
    chain.map((one) => one.file),
  );
  return base;
}

function expired(cabinet: Cabinet, rng: Rng): PermitCase {
  const base = permitCase(
    cabinet,
    rng.fork("base"),
    { key: "unbegun", kind: "permit", year: 2006, works: "house" },
    {},
  );
  const file = sequel(cabinet, rng, base, "expiry", "expiry", rng.int(4, 6));
  const decision = writeExpiry(file, base.decision);
  writeLog(file);
  ask(file, ...expiredAsked(rng, file, base.decision, decision));
  askHistory(file, rng, base, [file]);
  return base;
}

function repealed(cabinet: Cabinet, rng: Rng): PermitCase {
  const base = permitCase(
    cabinet,
    rng.fork("base"),
    { key: "repealable", kind: "permit", year: rng.int(2009, 2016), works: rng.pick(["house", "trade"]) },
    {},
  );
  const file = sequel(cabinet, rng, base, "repeal", "repeal", rng.int(1, 2));
  const decision = writeRepeal(file, base.decision);
  writeLog(file);
  ask(file, ...whatBecame(rng, file, "decyzja_uchylenie", base.decision, decision));
  const sources = [
    ...decisionSources(base.file.model, base.decision, base.paper),
    ...decisionSources(file.model, decision, "decyzja_uchylenie"),
  ];
  ask(base.file, ...onParcel(rng, base.file.model, [base.decision, decision], sources));
  return base;
}

/** Somebody wanted the permit gone; it stands. */
function challenged(cabinet: Cabinet, rng: Rng): PermitCase {
  const base = permitCase(
    cabinet,
    rng.fork("base"),
    { key: "challenged", kind: "permit", year: rng.int(2009, 2016), works: "trade" },
    {},
  );
  const stranger = cabinet.town.people.person(`ul. ${base.file.model.site.street}`);
  const file = sequel(cabinet, rng, base, "challenge", "repeal", 1, stranger);
  const decision = writeChangeRefused(file, base.decision);
  writeLog(file);
  ask(file, ...whatBecame(rng, file, "decyzja_odmowa_uchylenia", base.decision, decision));
  askOfPermit(rng, base);
  return base;
}

function amended(cabinet: Cabinet, rng: Rng): PermitCase {
  const base = permitCase(
    cabinet,
    rng.fork("base"),
    { key: "amendable", kind: "permit", year: rng.int(2009, 2016), works: "flats" },
    {},
  );
  const file = sequel(cabinet, rng, base, "amendment", "repeal", 1);
  const { decision, part } = writeAmendment(file, base.decision);
  writeLog(file);
  ask(file, ...whatBecame(rng, file, "decyzja_zmiana", base.decision, decision, [[part]]));
  askOfPermit(rng, base);
  return base;
}

function occupied(cabinet: Cabinet, rng: Rng, outcome: "granted" | "refused"): PermitCase {
  const base = permitCase(
    cabinet,
    rng.fork("base"),
    { key: `built_${outcome}`, kind: "permit", year: rng.int(2011, 2015), works: rng.pick(["trade", "flats"]) },
    {},
  );
  const file = sequel(cabinet, rng, base, `occupancy_${outcome}`, "occupancy", 2);
  const decision = writeOccupancy(file, base.decision, outcome);
  ask(file, ...occupancyAsked(rng, file, decision));
  askOfPermit(rng, base);
  return base;
}

function notOccupied(cabinet: Cabinet, rng: Rng): PermitCase {
  const base = permitCase(
    cabinet,
    rng,
    { key: "unknown_use", kind: "permit", year: rng.int(2009, 2017), works: "trade" },
    {},
  );
  ask(base.file, ...occupancyUnknown(rng, base.file, base.decision));
  askOfPermit(rng, base);
  return base;
}
