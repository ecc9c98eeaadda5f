import type { CaseModel, DecisionModel } from "../../model.ts";
import { numberForms } from "../../polish.ts";
import type { Rng } from "../../rng.ts";
import type { Cabinet } from "../file.ts";
import { unanswerable } from "../questions/forms.ts";
import { addressOf, streetLocative } from "../words.ts";
import type { PermitCase } from "./permits.ts";

/** Questions whose answer is that there is none: plausible, near to what exists, and asked in earnest. */
export function askAbsent(cabinet: Cabinet, rng: Rng, permits: PermitCase[]): void {
  const ask = (shorthand: string[], sentence: string[], why: string, forbidden: string[] = []) =>
    cabinet.questions.push(...unanswerable(rng, shorthand, sentence, why, forbidden));
  nothingThere(cabinet, rng, ask);
  for (const permit of rng.shuffle(permits).slice(0, 6)) neighbourOf(cabinet, rng, permit, ask);
  for (const permit of rng.shuffle(permits).slice(0, 8)) notInPapers(rng, permit.file.model, permit.decision, ask);
  for (const permit of rng.shuffle(permits).slice(0, 6)) neverHappened(rng, permit.decision, ask);
  elsewhere(cabinet, rng, ask);
}

type Ask = (shorthand: string[], sentence: string[], why: string, forbidden?: string[]) => void;

/** Parcels, numbers, signatures and addresses that no paper bears. */
function nothingThere({ town }: Cabinet, rng: Rng, ask: Ask): void {
  for (const precinct of town.precincts.slice(0, 4)) {
    const { number, sheet } = town.numbers.parcel(precinct);
    ask(
      [`pnb na ${number} AM-${sheet}?`, `${number} ${precinct.name} jakies decyzje?`],
      [`Czy dla działki nr ${number}, AM-${sheet}, obręb ${precinct.name}, wydano jakąkolwiek decyzję?`],
      "The parcel is in no paper and in no register row.",
    );
  }
  for (const year of [rng.int(2008, 2011), rng.int(2012, 2014), rng.int(2015, 2018)]) {
    const [long = "", short = long] = numberForms(town.numbers.decision(year));
    ask(
      [`dec ${short}`, `co w decyzji ${long}`],
      [`Czego dotyczy decyzja nr ${long}?`],
      "No decision has this number.",
    );
  }
  const cell = town.offices.permits.cell;
  const signature = `${cell}.6740.${town.numbers.caseNumber()}.${rng.int(2012, 2018)}`;
  ask(
    [`spis pism ${signature}`],
    [`Jakie dokumenty zgromadzono w sprawie ${signature}?`],
    "No case has this signature.",
  );
  const street = rng.pick(rng.pick(town.precincts).streets).name;
  const house = rng.int(101, 180);
  ask(
    [`pnb ${street} ${house}`],
    [`Czy przy ul. ${streetLocative(street)} ${house} udzielono pozwolenia na budowę?`],
    "No paper knows the address.",
  );
}

/** The number of a real decision or parcel, moved by one. */
function neighbourOf(_: Cabinet, rng: Rng, { decision, file }: PermitCase, ask: Ask): void {
  const [count = "", year = ""] = decision.number.split("/");
  const moved = `${count}/${Number(year) + (rng.chance(0.5) ? 1 : -1)}`;
  if (rng.chance(0.5)) {
    const [long = "", short = long] = numberForms(moved);
    ask(
      [`dec ${short}`, `decyzja ${long} co rozstrzyga`],
      [`Co rozstrzygnięto w decyzji nr ${long}?`],
      `A decision ${decision.number} exists; of ${moved} nothing is known.`,
      numberForms(decision.number),
    );
    return;
  }
  const parcel = file.model.site.parcels[0];
  const next = parcel?.number.includes("/") ? `${parcel.number}9` : `${parcel?.number}/2`;
  ask(
    [`pnb na ${next} ${parcel?.precinct}?`],
    [`Czy dla działki nr ${next}, obręb ${parcel?.precinct}, wydano pozwolenie na budowę?`],
    `Parcel ${parcel?.number} has a permit, ${next} has none.`,
    numberForms(decision.number),
  );
}

/** What the papers of an existing case do not say. */
function notInPapers(rng: Rng, model: CaseModel, decision: DecisionModel, ask: Ask): void {
  const [shorthand, sentence, why] = rng.pick([
    [
      `kierownik budowy ${decision.number}`,
      `Kto był kierownikiem budowy prowadzonej na podstawie decyzji nr ${decision.number}?`,
      "The site manager is named in no paper of the case.",
    ],
    [
      `nr ksiegi wieczystej ${model.signature}`,
      `Jaki numer księgi wieczystej podano w sprawie ${model.signature}?`,
      "No land register number stands in the case.",
    ],
    [
      `ile kosztowala budowa ${decision.number}`,
      `Jaka była wartość kosztorysowa inwestycji objętej decyzją nr ${decision.number}?`,
      "No cost is told.",
    ],
    [
      `kto wykonawca ${model.site.street} ${model.site.house}`,
      `Jaka firma wykonała roboty pod adresem ${addressOf(model.site)}?`,
      "No contractor is named.",
    ],
    [
      `data rozpoczecia robot ${decision.number}`,
      `Kiedy faktycznie rozpoczęto roboty objęte decyzją nr ${decision.number}?`,
      "Nothing tells when works began.",
    ],
    [
      `telefon do inwestora ${model.signature}`,
      `Jaki jest numer telefonu inwestora w sprawie ${model.signature}?`,
      "No telephone number is in the papers.",
    ],
    [
      `dziennik budowy nr ${decision.number}`,
      `Jaki numer ma dziennik budowy wydany do decyzji nr ${decision.number}?`,
      "The site log is in no paper.",
    ],
  ] as const);
  ask([shorthand], [sentence], why);
}

/** Things that did not happen to a real decision. */
function neverHappened(rng: Rng, decision: DecisionModel, ask: Ask): void {
  const [long = "", short = long] = numberForms(decision.number);
  const [shorthand, sentence, why] = rng.pick([
    [
      `na kogo przeniesiona ${short}`,
      `Na kogo przeniesiono decyzję nr ${long}?`,
      "The decision was never transferred.",
    ],
    [
      `zamienny do ${short} co zmienia`,
      `Jakie zmiany wprowadził projekt zamienny do decyzji nr ${long}?`,
      "There is no replacement design.",
    ],
    [`decyzja o uchyleniu ${short}`, `Jaką decyzją uchylono decyzję nr ${long}?`, "The decision was never repealed."],
    [`wygasniecie ${short}`, `Jaką decyzją stwierdzono wygaśnięcie decyzji nr ${long}?`, "Nobody declared it expired."],
    [
      `skarga do wsa ${short}`,
      `Jak wojewódzki sąd administracyjny rozstrzygnął skargę na decyzję nr ${long}?`,
      "No court is spoken of.",
    ],
  ] as const);
  ask([shorthand], [sentence], why);
}

/** Other towns and other offices' affairs. */
function elsewhere({ town }: Cabinet, rng: Rng, ask: Ask): void {
  const other = town.offices.neighbour.nom.split(" ").at(-1) ?? "";
  ask(
    [`mpzp powiat ${other} wysokosc 3MN`],
    [
      `Jaką wysokość zabudowy przewiduje plan miejscowy gminy leżącej w powiecie, w którym organem jest ${town.offices.neighbour.nom}?`,
    ],
    "The archive holds no plan of that powiat.",
  );
  const street = rng.pick(rng.pick(town.precincts).streets).name;
  ask(
    [`samowola ${street} nakaz rozbiorki`],
    [`Czy ${town.offices.supervision.nom} nakazał rozbiórkę samowoli budowlanej przy ul. ${streetLocative(street)}?`],
    "Illegal works are the inspectorate's affair; no such paper is here.",
  );
  ask(
    [`kara za nielegalne uzytkowanie ${street}`],
    [`Jaką karę za nielegalne użytkowanie wymierzono przy ul. ${streetLocative(street)}?`],
    "The inspectorate's affair; no such paper is here.",
  );
  ask(
    ["podatek od nieruchomosci stawka 2015"],
    [`Jaka była stawka podatku od nieruchomości w mieście ${town.name} w 2015 roku?`],
    "No paper of the archive speaks of taxes on property.",
  );
  ask(
    ["decyzja srodowiskowa obwodnica"],
    ["Jakie warunki określono w decyzji o środowiskowych uwarunkowaniach dla obwodnicy?"],
    "No such decision is in the archive.",
  );
}
