import type { Cabinet, CaseFile } from "../cases/file.ts";
import { named } from "../cases/refer.ts";
import type { Opening } from "../cases/open.ts";
import { writeLog } from "../cases/papers.ts";
import { act } from "../cases/law.ts";
import { styled } from "../cases/words.ts";
import type { CaseModel, Chapter, DecisionModel, PlanModel } from "../model.ts";
import type { Party } from "../people.ts";
import { dateLong, yearOf } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import { divided } from "./division.ts";
import { askStatus } from "./questions.ts";
import { opened, writePermit, writeShort, writeStay } from "./short.ts";
import type { HistoryPlants } from "./truth.ts";

/** Decisions that bear on each other in every way, ground that was divided, and what is not in the archive. */
export function makeHistories(town: Town, rng: Rng, plans: PlanModel[]): Chapter & { plants: HistoryPlants } {
  const cabinet: Cabinet = { town, plans, papers: [], cases: [], questions: [], traps: [] };
  const plants: HistoryPlants = { missing: [], gaps: [], divisions: [] };
  chain(cabinet, rng.fork("chain"));
  breached(cabinet, rng.fork("breached"));
  annulled(cabinet, rng.fork("annulled"));
  restored(cabinet, rng.fork("restored"));
  unheld(cabinet, rng.fork("unheld"), plants);
  divided(cabinet, rng.fork("divided"), plants);
  for (const model of cabinet.cases) model.unregistered = true;
  return { ...cabinet, notCovered: [], plants };
}

/** A later case about a decision of this one. */
function next(
  cabinet: Cabinet,
  rng: Rng,
  base: CaseModel,
  after: DecisionModel,
  more: Partial<Opening> & { key: string; kind: Opening["kind"] },
): CaseFile {
  return opened(cabinet, rng, { year: yearOf(after.date) + 1, origin: base, ...more });
}

/** Granted, transferred, amended, expired: each of it final. */
function chain(cabinet: Cabinet, rng: Rng): void {
  const { town } = cabinet;
  const base = opened(cabinet, rng.fork("base"), { key: "history/chain", year: rng.int(2009, 2012) });
  const permit = writePermit(base);
  writeLog(base);
  const buyer: Party = town.people.person(`ul. ${base.model.site.street}, ${town.postcode} ${town.name}`);
  const transfer = next(cabinet, rng.fork("transfer"), base.model, permit, {
    key: "history/chain transfer",
    kind: "transfer",
    applicant: buyer,
  });
  const transferred = writeShort(transfer, {
    name: "decyzja_przeniesienie",
    outcome: "transferred",
    words: `przenoszę decyzję ${named(transfer, permit)}, wydaną dla ${styled(base.model.applicant, "gen")}, na rzecz ${styled(buyer, "gen")}`,
    articles: `art. 40 ust. 1 ${act("building", transfer.today)}`,
    grounds: "Nowy inwestor przyjął warunki decyzji i wykazał prawo do gruntu.",
    refersTo: [permit],
    logged: "decyzja o przeniesieniu pozwolenia",
  });
  const change = next(cabinet, rng.fork("change"), base.model, transferred, {
    key: "history/chain change",
    kind: "replacement",
    applicant: buyer,
  });
  const changed = writeShort(change, {
    name: "decyzja_zamienna",
    outcome: "amended",
    words: `zmieniam ostateczną decyzję ${named(change, permit)} w zakresie objętym projektem zamiennym, który zatwierdzam`,
    articles: `art. 36a ust. 1 ${act("building", change.today)}`,
    grounds: "Inwestor zamierza odstąpić od zatwierdzonego projektu w sposób istotny.",
    refersTo: [permit],
    logged: "decyzja o zmianie pozwolenia",
  });
  const end = next(cabinet, rng.fork("end"), base.model, changed, {
    key: "history/chain expiry",
    kind: "expiry",
    year: yearOf(changed.date) + 4,
    applicant: buyer,
  });
  const expired = writeShort(end, {
    name: "decyzja_wygasniecie",
    outcome: "expired",
    words: `stwierdzam wygaśnięcie decyzji ${named(end, permit)} o pozwoleniu na budowę`,
    articles: `art. 37 ust. 1 ${act("building", end.today)} i art. 162 § 1 pkt 1`,
    grounds: `Przedmiotem jest decyzja ${named(end, permit)}, która stała się ostateczna z dniem ${dateLong(permit.finalOn ?? "")}. Budowy nie rozpoczęto.`,
    refersTo: [permit],
    logged: "decyzja o stwierdzeniu wygaśnięcia",
  });
  askStatus(rng, base, permit, { on: transferred, before: changed, tells: { holder: buyer } });
  askStatus(rng, base, permit, { on: expired, tells: { act: expired, file: end, paper: "decyzja_wygasniecie" } });
}

/** Stayed by the second instance, then found to be in breach of law: it stands. */
function breached(cabinet: Cabinet, rng: Rng): void {
  const base = opened(cabinet, rng.fork("base"), {
    key: "history/breached",
    year: rng.int(2012, 2016),
    works: "trade",
  });
  const permit = writePermit(base);
  const file = next(cabinet, rng.fork("second"), base.model, permit, {
    key: "history/breached second",
    kind: "repeal",
    office: "appeals",
  });
  writeStay(file, permit, named(file, permit));
  const found = writeShort(file, {
    name: "decyzja_naruszenie",
    outcome: "breach_found",
    words: `stwierdzam, że decyzja ${named(file, permit)} została wydana z naruszeniem prawa`,
    articles: "art. 158 § 2",
    grounds: "Decyzja wywołała nieodwracalne skutki prawne, toteż jej nieważności stwierdzić nie można.",
    refersTo: [permit],
    logged: "decyzja stwierdzająca wydanie z naruszeniem prawa",
  });
  askStatus(rng, base, permit, { on: found, tells: { act: found, file, paper: "decyzja_naruszenie" } });
}

function annulled(cabinet: Cabinet, rng: Rng): void {
  const base = opened(cabinet, rng.fork("base"), { key: "history/annulled", year: rng.int(2010, 2016) });
  const permit = writePermit(base, [], true);
  const file = next(cabinet, rng.fork("second"), base.model, permit, {
    key: "history/annulled second",
    kind: "repeal",
    office: "appeals",
  });
  const decision = writeShort(file, {
    name: "decyzja_niewaznosc",
    outcome: "annulled",
    words: `stwierdzam nieważność decyzji ${named(file, permit)} o pozwoleniu na budowę`,
    articles: "art. 156 § 1 pkt 2 i art. 158 § 1",
    grounds: "Decyzję wydano z rażącym naruszeniem prawa.",
    refersTo: [permit],
    logged: "decyzja o stwierdzeniu nieważności",
  });
  askStatus(rng, base, permit, { on: decision, tells: { act: decision, file, paper: "decyzja_niewaznosc" } });
}

/** Repealed after the case was opened anew, and the repeal itself repealed by the second instance: the permit stands again. */
function restored(cabinet: Cabinet, rng: Rng): void {
  const base = opened(cabinet, rng.fork("base"), { key: "history/restored", year: rng.int(2011, 2016) });
  const permit = writePermit(base);
  const file = next(cabinet, rng.fork("repeal"), base.model, permit, {
    key: "history/restored repeal",
    kind: "repeal",
  });
  const repealed = writeShort(file, {
    name: "decyzja_uchylenie",
    outcome: "repealed",
    words: `uchylam w całości decyzję ${named(file, permit)} o pozwoleniu na budowę`,
    articles: "art. 151 § 1 pkt 2",
    grounds: "Strona bez własnej winy nie brała udziału w postępowaniu.",
    unstamped: true,
    refersTo: [permit],
    logged: "decyzja uchylająca pozwolenie",
  });
  const second = next(cabinet, rng.fork("second"), base.model, repealed, {
    key: "history/restored second",
    kind: "repeal",
    office: "appeals",
    year: yearOf(repealed.date),
  });
  second.today = repealed.date;
  second.model.applicationDate = repealed.date;
  const undone = writeShort(second, {
    name: "decyzja_ii_instancji",
    outcome: "sent_back",
    words: `uchylam zaskarżoną decyzję ${named(second, repealed)} i przekazuję sprawę do ponownego rozpatrzenia organowi pierwszej instancji`,
    articles: "art. 138 § 2",
    grounds: "Organ nie ustalił, kto był stroną.",
    kind: "appeal_decision",
    refersTo: [repealed],
    logged: "decyzja organu drugiej instancji",
  });
  askStatus(rng, base, permit, { on: undone, tells: { final: true } });
}

/** Amends a decision that the archive does not hold, and its log names a paper that is not there. */
function unheld(cabinet: Cabinet, rng: Rng, { missing, gaps }: HistoryPlants): void {
  const { town } = cabinet;
  const file = opened(cabinet, rng.fork("case"), {
    key: "history/unheld",
    kind: "replacement",
    year: rng.int(2011, 2017),
  });
  const year = yearOf(file.today) - 3;
  const absent: DecisionModel = {
    key: "history/absent",
    number: town.numbers.decision(year),
    date: `${year}-05-${rng.int(11, 24)}`,
    authority: town.offices.permits.nom,
    outcome: "granted",
    refersTo: [],
    path: "",
  };
  file.log.push({ day: file.today, what: "opinia zarządcy drogi", path: "" });
  gaps.push({ signature: file.model.signature, day: file.today });
  const decision = writeShort(file, {
    name: "decyzja_zmiana",
    outcome: "amended",
    words: `zmieniam za zgodą stron decyzję ${named(file, absent)} w części dotyczącej zagospodarowania działki`,
    articles: "art. 155",
    more: [
      `Zmiana dotyczy inwestycji przy ul. ${file.model.site.street} ${file.model.site.house}, dz. nr ${file.model.site.parcels[0]?.number}, AM-${file.model.site.parcels[0]?.sheet}, obręb ${file.model.site.parcels[0]?.precinct}.`,
    ],
    grounds: "Strony wyraziły zgodę na piśmie.",
    logged: "decyzja zmieniająca",
  });
  missing.push({ number: absent.number, date: absent.date, by: decision.number });
  writeLog(file);
}
