import type { Rng } from "../../rng.ts";
import { writeCall, writeLeftUnexamined } from "../calls.ts";
import { ask, type Cabinet, type CaseFile, factKey, later } from "../file.ts";
import { openCase } from "../open.ts";
import { writeFireOpinion, writeMonuments } from "../opinions.ts";
import { writeApplication, writeLog } from "../papers.ts";
import { grantPermit } from "../permit.ts";
import { unanswerable } from "../questions/forms.ts";
import { deficiencies, monuments, whyRefused } from "../questions/papers.ts";
import { byNumber, decisionSources, documentsOf, history, wasParty, whenFinal } from "../questions/permit.ts";
import { endedWithout, whatBecame } from "../questions/sequels.ts";
import { aside } from "../refer.ts";
import { writeAppeal, writeAppealDecision, writeRefusal } from "../refusal.ts";
import { writeDiscontinued } from "../reversal.ts";
import { plainName } from "../words.ts";
import type { PermitCase } from "./permits.ts";

const paper = "decyzja_odmowna";

/** Cases that ended without a permit, among them one that got it in the end. */
export function writeRefusals(cabinet: Cabinet, rng: Rng, others: PermitCase[]): void {
  for (const at of [1, 2]) refusedForGood(cabinet, rng.fork(`final ${at}`), at, others);
  appealed(cabinet, rng.fork("upheld"));
  sentBack(cabinet, rng.fork("sent back"));
  for (const at of [1, 2, 3]) discontinued(cabinet, rng.fork(`discontinued ${at}`), at);
  leftUnexamined(cabinet, rng.fork("left"));
}

function refusedForGood(cabinet: Cabinet, rng: Rng, at: number, others: PermitCase[]): void {
  const file = openCase(cabinet, rng, {
    key: `refused${at}`,
    kind: "permit",
    year: rng.int(2008, 2018),
    works: rng.pick(["house", "trade", "flats"]),
  });
  const other = rng.pick(others);
  const said = [aside(file, other.decision, other.file.model)];
  const between = at === 1 ? refusedAgreement : (one: CaseFile) => void writeFireOpinion(one, false);
  const { decision, ground, remark, neighbours } = writeRefusal(file, said, { final: true, between });
  later(file, 20, 40);
  writeLog(file);
  const sources = decisionSources(file.model, decision, paper);
  ask(file, ...endedWithout(rng, file.model, decision, sources));
  ask(file, ...whyRefused(rng, file, paper, ground.heart, [remark.mark], decision.number));
  ask(file, ...byNumber(rng, decision, sources));
  const neighbour = neighbours[0];
  if (neighbour) ask(file, ...wasParty(rng, file.model, neighbour, [{ fact: factKey(file, "wykaz_stron", "party1") }]));
  ask(file, ...whenFinal(rng, decision, { fact: factKey(file, paper, "finality") }));
}

/** The conservator says no; the permit is refused on another ground all the same. */
function refusedAgreement(file: CaseFile): void {
  const told = writeMonuments(file, "not_agreed");
  ask(file, ...monuments(file.rng.fork("monuments"), file, told));
}

function appealed(cabinet: Cabinet, rng: Rng): void {
  const file = openCase(cabinet, rng, { key: "upheld", kind: "permit", year: rng.int(2009, 2018), works: "trade" });
  const { decision, ground, remark } = writeRefusal(file, [], { final: false });
  writeAppeal(file, decision, plainName(file.model.applicant), file.town.offices.appeals.nom);
  const second = writeAppealDecision(file, decision, "upheld");
  later(file, 10, 20);
  writeLog(file);
  ask(file, ...whatBecame(rng, file, "decyzja_ii_instancji", decision, second));
  ask(file, ...whyRefused(rng, file, paper, ground.heart, [remark.mark], decision.number));
  ask(
    file,
    ...documentsOf(rng, file.model, [
      ...decisionSources(file.model, decision, paper),
      { fact: factKey(file, "decyzja_ii_instancji", "number") },
    ]),
  );
}

function sentBack(cabinet: Cabinet, rng: Rng): void {
  const file = openCase(cabinet, rng, { key: "sentback", kind: "permit", year: rng.int(2009, 2016), works: "flats" });
  const { decision, neighbours } = writeRefusal(file, [], { final: false });
  writeAppeal(file, decision, plainName(file.model.applicant), file.town.offices.appeals.nom);
  const second = writeAppealDecision(file, decision, "sent_back");
  later(file, 40, 70);
  const again = `Sprawa była już rozpatrywana. Decyzją nr ${decision.number} odmówiono udzielenia pozwolenia, lecz rozstrzygnięcie to zostało uchylone w drugiej instancji. Po poprawieniu projektu przeszkoda odpadła.`;
  const permit = grantPermit(file, neighbours, [again], { name: "decyzja_ponowna", finality: "stamp" });
  writeLog(file);
  ask(file, ...whatBecame(rng, file, "decyzja_ii_instancji", decision, second));
  const sources = [
    ...decisionSources(file.model, permit.decision, permit.paper),
    ...decisionSources(file.model, decision, paper),
  ];
  ask(file, ...history(rng, file.model, file.model.decisions, sources));
  ask(file, ...byNumber(rng, permit.decision, decisionSources(file.model, permit.decision, permit.paper)));
  ask(file, ...whenFinal(rng, permit.decision, { fact: permit.finality }));
}

function discontinued(cabinet: Cabinet, rng: Rng, at: number): void {
  const file = openCase(cabinet, rng, {
    key: `discontinued${at}`,
    kind: "permit",
    year: rng.int(2007, 2018),
    works: rng.pick(["house", "trade", "small"]),
  });
  const decision = writeDiscontinued(file);
  writeLog(file);
  const sources = decisionSources(file.model, decision, "decyzja_umorzenie");
  ask(file, ...(at === 1 ? byNumber(rng, decision, sources) : endedWithout(rng, file.model, decision, sources)));
}

/** The case ended with a letter: there is no decision to tell of. */
function leftUnexamined(cabinet: Cabinet, rng: Rng): void {
  const file = openCase(cabinet, rng, { key: "left", kind: "permit", year: rng.int(2012, 2018), works: "house" });
  const { model } = file;
  writeApplication(file, file.town.offices.permits, `o udzielenie pozwolenia na ${model.works.accusative}`);
  later(file, 5, 12);
  const call = writeCall(file, "formal");
  later(file, 25, 40);
  writeLeftUnexamined(file, call);
  writeLog(file);
  ask(file, ...deficiencies(rng, file, call));
  ask(
    file,
    ...unanswerable(
      rng,
      [`nr decyzji w sprawie ${model.signature}`, `jaka decyzja ${model.signature} numer`],
      [`Jaki numer nosi decyzja o pozwoleniu na budowę wydana w sprawie ${model.signature}?`],
      "The application was left unexamined: no decision was given, only a letter.",
    ),
  );
}
