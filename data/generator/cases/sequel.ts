import type { DocumentKind } from "../../../src/core/document.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { DecisionModel, Works } from "../model.ts";
import type { Block } from "../paper/blocks.ts";
import { table } from "../paper/compose.ts";
import type { Party } from "../people.ts";
import { dateLong, figure, yearOf } from "../polish.ts";
import { finalAfter, operativePoint, outcomeFact, writeDecision } from "./decision.ts";
import { type CaseFile, factKey, later } from "./file.ts";
import { act } from "./law.ts";
import { writeApplication, writeDelivery } from "./papers.ts";
import { named } from "./refer.ts";
import { permitLaw, procedureLaw } from "./wording/legal.ts";
import { atAddress, onParcels, parcelsShort, plainName, styled } from "./words.ts";

/** A decision on an earlier decision: what they have in common. */
interface Sequel {
  name: string;
  outcome: Outcome;
  asks: string;
  /** Sentence of the operative part that tells the outcome and names the earlier decision. */
  words: string;
  articles: string;
  title: string;
  titled?: string;
  more?: Block[];
  grounds: (string | Block)[];
  kind?: DocumentKind;
  final?: boolean;
  refersTo: DecisionModel[];
  logged: string;
}

export function writeSequel(file: CaseFile, sequel: Sequel): DecisionModel {
  const { town, rng, model } = file;
  const planning = model.kind === "planning";
  const { office } = file;
  writeApplication(file, office, sequel.asks);
  later(file, 14, 40);
  const law = [...rng.shuffle(procedureLaw).slice(0, 3), ...rng.shuffle(permitLaw).slice(0, rng.int(6, 9))];
  const decision = writeDecision(file, {
    name: sequel.name,
    kind: sequel.kind ?? "permit_decision",
    office,
    second: planning ? town.offices.planningAppeals : town.offices.appeals,
    number: town.numbers.decision(yearOf(file.today)),
    outcome: sequel.outcome,
    ...(sequel.titled ? { titled: sequel.titled } : {}),
    title: sequel.title,
    basis: `Na podstawie ${sequel.articles} oraz art. 104 ${act("procedure", file.today)},`,
    matter: `po rozpatrzeniu wniosku ${styled(model.applicant, "gen")} z dnia ${dateLong(model.applicationDate)} (nr ${model.applicationNumber}),`,
    operative: [
      operativePoint(sequel.words, [outcomeFact(file, sequel.name, sequel.outcome, sequel.words)]),
      ...(sequel.more ?? []),
    ],
    grounds: [
      ...sequel.grounds,
      ...law,
      rng.pick(["W tym stanie rzeczy orzeczono jak w sentencji.", "Z tych względów należało postanowić jak wyżej."]),
    ],
    instructions: [],
    recipients: [plainName(model.applicant), "a/a", "PINB – do wiadomości"],
    ...(sequel.final === false ? {} : { finalOn: finalAfter(file) }),
    refersTo: sequel.refersTo.map((one) => one.key),
    logged: sequel.logged,
  });
  writeDelivery(file, `decyzja nr ${decision.number}`, plainName(model.applicant), office.nom);
  later(file, 25, 50);
  return decision;
}

/** PB art. 40: the permit goes over to somebody else. `file.model.applicant` is the new investor. */
export function writeTransfer(
  file: CaseFile,
  earlier: DecisionModel,
  from: Party,
  before: DecisionModel[],
): DecisionModel {
  const { model, rng } = file;
  const name = "decyzja_przeniesienie";
  const to = styled(model.applicant, "gen");
  const words = rng.pick([
    `przenoszę decyzję ${named(file, earlier)}, wydaną dla ${styled(from, "gen")}, na rzecz ${to}`,
    `przenoszę na rzecz ${to} decyzję ${named(file, earlier)} o pozwoleniu na budowę, której adresatem jest ${styled(from, "nom")}`,
  ]);
  const past = before.map(
    (one) =>
      `Decyzja ta była już przedmiotem przeniesienia (decyzja ${named(file, one)}), a obecny wniosek pochodzi od kolejnego nabywcy.`,
  );
  return writeSequel(file, {
    name,
    outcome: "transferred",
    asks: "o przeniesienie decyzji o pozwoleniu na budowę",
    words,
    articles: `art. 40 ust. 1 ${act("building", file.today)}`,
    title: `Przeniesienie decyzji nr ${earlier.number}`,
    ...(rng.chance(0.5) ? { titled: "w sprawie przeniesienia pozwolenia na budowę" } : {}),
    more: [
      operativePoint(
        `dotyczącą: ${model.works.genitive} ${atAddress(model.site)}, ${parcelsShort(model.site.parcels)}.`,
      ),
    ],
    grounds: [
      rng.pick([
        `Wnioskodawca przejął wszystkie warunki zawarte w decyzji i złożył oświadczenie o prawie do dysponowania nieruchomością na cele budowlane. Dotychczasowy inwestor, ${plainName(from)}, wyraził zgodę na przeniesienie.`,
        `Do wniosku dołączono zgodę dotychczasowego inwestora (${plainName(from)}), oświadczenie nowego inwestora o przyjęciu warunków decyzji oraz oświadczenie o prawie do dysponowania gruntem.`,
      ]),
      ...past,
    ],
    refersTo: [earlier, ...before],
    logged: "decyzja o przeniesieniu pozwolenia na budowę",
  });
}

/** Works after the change: the figures that a replacement design moves. */
export function changedWorks(file: CaseFile): Works {
  const { works } = file.model;
  const { rng } = file;
  const volume = Math.round((works.volume ?? 600) * (1 + rng.int(4, 19) / 100));
  const height = Math.round(((works.height ?? 8) + rng.int(3, 14) / 10) * 10) / 10;
  const footprint = Math.round((works.footprint ?? 120) * (1 + rng.int(3, 12) / 100));
  return { ...works, volume, height, footprint };
}

/** PB art. 36a: a replacement design; the old figures stand beside the new ones. */
export function writeReplacement(file: CaseFile, earlier: DecisionModel, old: Works): DecisionModel {
  const { model, rng } = file;
  const name = "decyzja_zamienna";
  const { works } = model;
  const words = rng.pick([
    `zmieniam ostateczną decyzję ${named(file, earlier)} w ten sposób, że zatwierdzam projekt budowlany zamienny i udzielam pozwolenia na wykonanie robót według tego projektu`,
    `zmieniam decyzję własną nr ${earlier.number} z dnia ${dateLong(earlier.date)} w zakresie objętym projektem budowlanym zamiennym, który zatwierdzam`,
  ]);
  const cell = (text: string, what: string, value: string) => ({
    text,
    fact: { key: factKey(file, name, what), kind: what, value },
  });
  const row = (label: string, what: string, before: string, after: string) => [
    label,
    cell(before, `old_${what}`, before),
    cell(after, `new_${what}`, after),
  ];
  const changes = table(
    rng.pick([
      ["Parametr", "Projekt pierwotny", "Projekt zamienny"],
      ["Wielkość", "Było", "Jest"],
    ]),
    [
      row("Kubatura", "volume", `${figure(old.volume ?? 0)} m³`, `${figure(works.volume ?? 0)} m³`),
      row("Wysokość", "height", `${figure(old.height ?? 0)} m`, `${figure(works.height ?? 0)} m`),
      row(
        "Powierzchnia zabudowy",
        "footprint",
        `${figure(old.footprint ?? 0)} m²`,
        `${figure(works.footprint ?? 0)} m²`,
      ),
    ],
    [2, 1.4, 1.4],
  );
  return writeSequel(file, {
    name,
    outcome: "amended",
    asks: "o zmianę pozwolenia na budowę i zatwierdzenie projektu zamiennego",
    words,
    articles: `art. 36a ust. 1 ${act("building", file.today)}`,
    title: `Zmiana decyzji nr ${earlier.number} – projekt zamienny`,
    more: [
      operativePoint(`inwestycja: ${works.name} ${atAddress(model.site)}, na ${onParcels(model.site.parcels)}.`),
      operativePoint("Zakres zmian przedstawia zestawienie:"),
      changes,
      operativePoint("Pozostałe ustalenia decyzji pozostają bez zmian."),
    ],
    grounds: [
      `Inwestor zamierza odstąpić od zatwierdzonego projektu w sposób istotny. Projekt zamienny sporządził zespół, którym kieruje ${model.designer.name.nom} (upr. nr ${model.designer.licence}).`,
      `Kategoria obiektu nie ulega zmianie i pozostaje nią kategoria ${works.category}. Zmiany mieszczą się w granicach dopuszczonych dla terenu.`,
    ],
    refersTo: [earlier],
    logged: "decyzja o zmianie pozwolenia (projekt zamienny)",
  });
}
