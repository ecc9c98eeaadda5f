import type { DocumentKind } from "../../../src/core/document.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import { outcomeFact, operativePoint, writeDecision } from "../cases/decision.ts";
import { addDecision, addPaper, type Cabinet, type CaseFile, fact, later } from "../cases/file.ts";
import { act } from "../cases/law.ts";
import { openCase, type Opening } from "../cases/open.ts";
import { body, letterhead, signedBy, title } from "../cases/pieces.ts";
import { atAddress, onParcels, plainName, styled } from "../cases/words.ts";
import type { DecisionModel } from "../model.ts";
import type { Rng } from "../rng.ts";
import { addDays, dateLong, workday, yearOf } from "../polish.ts";

/** A decision in few words, saved as plain text: what matters is how decisions bear on each other. */
export interface Short {
  name: string;
  outcome: Outcome;
  /** Sentence of the operative part that tells the outcome. */
  words: string;
  articles: string;
  more?: string[];
  grounds: string;
  kind?: DocumentKind;
  /** No stamp: nothing in the archive tells when it became final. */
  unstamped?: boolean;
  refersTo?: DecisionModel[];
  logged: string;
}

export function writeShort(file: CaseFile, short: Short): DecisionModel {
  const { model, town, rng, office } = file;
  const { name, outcome, words } = short;
  const isSecond = office === town.offices.appeals;
  later(file, 20, 45);
  const decision = writeDecision(file, {
    name,
    kind: short.kind ?? "permit_decision",
    office,
    ...(isSecond ? {} : { second: town.offices.appeals }),
    number: town.numbers.decision(yearOf(file.today)),
    outcome,
    title: `Decyzja – ${short.logged}`,
    basis: `Na podstawie ${short.articles} oraz art. 104 ${act("procedure", file.today)},`,
    matter: `po rozpatrzeniu wniosku ${styled(model.applicant, "gen")} z dnia ${dateLong(model.applicationDate)}`,
    operative: [
      operativePoint(words, [outcomeFact(file, name, outcome, words)]),
      ...(short.more ?? []).map((text) => operativePoint(text)),
    ],
    grounds: [short.grounds],
    instructions: [],
    recipients: [plainName(model.applicant), "a/a"],
    ...(short.unstamped || isSecond ? {} : { finalOn: workday(addDays(file.today, rng.int(3, 14) + 15)) }),
    refersTo: (short.refersTo ?? []).map(({ key }) => key),
    logged: short.logged,
    format: "txt",
  });
  later(file, 40, 60);
  return decision;
}

export function opened(
  cabinet: Cabinet,
  rng: Rng,
  opening: Partial<Opening> & Pick<Opening, "key" | "year">,
): CaseFile {
  return openCase(cabinet, rng, { kind: "permit", works: "house", ...opening });
}

export function writePermit(file: CaseFile, more: string[] = [], unstamped = false): DecisionModel {
  const { model } = file;
  return writeShort(file, {
    name: "decyzja",
    outcome: "granted",
    words: `zatwierdzam projekt budowlany i udzielam pozwolenia na ${model.works.accusative} ${atAddress(model.site)}, na ${onParcels(model.site.parcels)}`,
    articles: `art. 28 i art. 33 ust. 1 ${act("building", file.today)}`,
    more,
    grounds: "Projekt jest zgodny z ustaleniami dla tego terenu, a inwestor wykazał prawo do gruntu.",
    unstamped,
    logged: "decyzja o pozwoleniu na budowę",
  });
}

/** KPA art. 159: the execution of a decision is stayed while its annulment is looked into. */
export function writeStay(file: CaseFile, earlier: DecisionModel, named: string): DecisionModel {
  const { office } = file;
  const name = "postanowienie";
  later(file, 10, 25);
  const words = `wstrzymuję z urzędu wykonanie decyzji ${named}`;
  const path = addPaper(file, {
    name,
    kind: "order",
    title: "Postanowienie o wstrzymaniu wykonania",
    date: file.today,
    authority: office.nom,
    outcome: "stayed",
    format: "txt",
    logged: "postanowienie o wstrzymaniu wykonania",
    blocks: [
      ...letterhead(file, name, office),
      title("POSTANOWIENIE"),
      body(`Na podstawie art. 159 § 1 ${act("procedure", file.today)}`),
      operativePoint(words, [outcomeFact(file, name, "stayed", words)]),
      body("Zachodzi prawdopodobieństwo, że decyzja jest dotknięta wadą nieważności."),
      ...signedBy(file, office),
    ],
  });
  const stay = { number: "", date: file.today, authority: office.nom, outcome: "stayed" as const };
  return addDecision(file, { ...stay, refersTo: [earlier.key], path });
}

/** A paper that is no decision on building: a division of ground, a letter of the surveyor. */
export function writePlain(
  file: CaseFile,
  spec: { name: string; kind: DocumentKind; title: string; sentence: string; what: string; number?: string },
): void {
  const { office } = file;
  later(file, 5, 15);
  addPaper(file, {
    name: spec.name,
    kind: spec.kind,
    title: spec.title,
    date: file.today,
    authority: office.nom,
    ...(spec.number ? { number: spec.number } : {}),
    format: "txt",
    logged: spec.title.toLowerCase(),
    blocks: [
      ...letterhead(file, spec.name, office),
      title(spec.number ? `DECYZJA Nr ${spec.number}` : spec.title.toUpperCase()),
      body(spec.sentence, [fact(file, spec.name, spec.what, spec.what, spec.sentence)]),
      ...signedBy(file, office),
    ],
  });
}
