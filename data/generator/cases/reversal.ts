import type { DecisionModel } from "../model.ts";
import { dateLong } from "../polish.ts";
import { type CaseFile, fact } from "./file.ts";
import { act, permitYears } from "./law.ts";
import { named } from "./refer.ts";
import { writeSequel } from "./sequel.ts";
import { atAddress, onParcels, parcelsShort } from "./words.ts";

/** PB art. 37: the permit was not used in its term. */
export function writeExpiry(file: CaseFile, earlier: DecisionModel): DecisionModel {
  const { rng, town } = file;
  const name = "decyzja_wygasniecie";
  const words = `stwierdzam wygaśnięcie decyzji ${named(file, earlier)} o pozwoleniu na budowę`;
  const term = permitYears(earlier.date);
  const final = earlier.finalOn ? `, która stała się ostateczna z dniem ${dateLong(earlier.finalOn)}` : "";
  const evidence = rng.pick([
    `Z pisma ${town.offices.supervision.gen} wynika, że dziennika budowy nie zarejestrowano i robót nie rozpoczęto, choć od dnia ostateczności decyzji upłynęło więcej niż ${term}.`,
    `Oględziny wykazały, że teren porasta trawa, a robót nie podjęto; tymczasem budowę należało rozpocząć przed upływem ${term}.`,
  ]);
  return writeSequel(file, {
    name,
    outcome: "expired",
    asks: "o stwierdzenie wygaśnięcia pozwolenia na budowę",
    words,
    articles: `art. 37 ust. 1 ${act("building", file.today)} i art. 162 § 1 pkt 1`,
    title: `Wygaśnięcie decyzji nr ${earlier.number}`,
    grounds: [
      `Przedmiotem postępowania jest decyzja ${named(file, earlier)}${final}.`,
      {
        type: "text",
        text: evidence,
        style: { indent: 18, gap: 7 },
        facts: [fact(file, name, "evidence", term, evidence)],
      },
    ],
    refersTo: [earlier],
    logged: "decyzja o stwierdzeniu wygaśnięcia",
  });
}

export function writeRepeal(file: CaseFile, earlier: DecisionModel): DecisionModel {
  const { rng } = file;
  return writeSequel(file, {
    name: "decyzja_uchylenie",
    outcome: "repealed",
    asks: "w sprawie wzruszenia pozwolenia na budowę",
    words: `uchylam w całości decyzję ${named(file, earlier)} o pozwoleniu na budowę`,
    articles: rng.pick([`art. 36a ust. 2 ${act("building", file.today)}`, "art. 155"]),
    title: `Uchylenie decyzji nr ${earlier.number}`,
    grounds: [
      rng.pick([
        "Organ nadzoru budowlanego poinformował o istotnym odstąpieniu od zatwierdzonego projektu. W takiej sytuacji pozwolenie nie może pozostać w obrocie.",
        "Inwestor sam wystąpił o pozbawienie mocy pozwolenia, z którego nie zamierza skorzystać, a za uchyleniem przemawia jego słuszny interes.",
      ]),
    ],
    refersTo: [earlier],
    logged: "decyzja uchylająca pozwolenie",
  });
}

export function writeChangeRefused(file: CaseFile, earlier: DecisionModel): DecisionModel {
  const { rng } = file;
  return writeSequel(file, {
    name: "decyzja_odmowa_uchylenia",
    outcome: "change_refused",
    asks: "o wznowienie postępowania i uchylenie pozwolenia na budowę",
    words: `odmawiam uchylenia decyzji ${named(file, earlier)} o pozwoleniu na budowę`,
    articles: "art. 151 § 1 pkt 1",
    title: `Odmowa uchylenia decyzji nr ${earlier.number}`,
    grounds: [
      rng.pick([
        "Wnioskodawca domagał się, aby uchylić decyzję i odmówić pozwolenia, gdyż nie brał udziału w postępowaniu. Przesłanka wznowienia nie zaistniała: jego nieruchomość leży poza obszarem oddziaływania.",
        "Żądanie uchylenia oparto na rzekomo nowych dowodach. Dokumenty te istniały, lecz były organowi znane, toteż nie ma podstaw do wzruszenia decyzji.",
      ]),
    ],
    refersTo: [earlier],
    logged: "decyzja odmawiająca uchylenia",
  });
}

export function writeAmendment(file: CaseFile, earlier: DecisionModel): { decision: DecisionModel; part: string } {
  const { rng } = file;
  const part = rng.pick([
    "adresu inwestycji",
    "nazwy inwestora",
    "sposobu odprowadzenia wód opadowych",
    "terminu rozbiórki obiektów tymczasowych",
  ]);
  const decision = writeSequel(file, {
    name: "decyzja_zmiana",
    outcome: "amended",
    asks: "o zmianę decyzji ostatecznej",
    words: `zmieniam za zgodą stron decyzję ${named(file, earlier)} w części dotyczącej ${part}`,
    articles: "art. 155",
    title: `Zmiana decyzji nr ${earlier.number}`,
    grounds: [
      "Zmiana nie narusza interesu społecznego ani przepisów szczególnych, a strony, które nabyły z decyzji prawo, wyraziły zgodę na piśmie.",
    ],
    refersTo: [earlier],
    logged: "decyzja zmieniająca",
  });
  return { decision, part };
}

/** KPA art. 105: nothing is left to decide. */
export function writeDiscontinued(file: CaseFile): DecisionModel {
  const { model, rng } = file;
  const words = rng.pick([
    `umarzam postępowanie w sprawie pozwolenia na ${model.works.accusative} ${atAddress(model.site)} jako bezprzedmiotowe`,
    `umarzam w całości postępowanie dotyczące ${model.works.genitive} na ${onParcels(model.site.parcels)}`,
  ]);
  return writeSequel(file, {
    name: "decyzja_umorzenie",
    outcome: "discontinued",
    asks: `o zatwierdzenie projektu budowlanego i udzielenie pozwolenia na ${model.works.accusative}`,
    words,
    articles: "art. 105 § 1",
    title: `Umorzenie postępowania – ${parcelsShort(model.site.parcels)}`,
    grounds: [
      `Wnioskodawca domagał się zatwierdzenia projektu i udzielenia pozwolenia na ${model.works.accusative}.`,
      rng.pick([
        "W toku sprawy inwestor cofnął wniosek, a żadna ze stron nie sprzeciwiła się zakończeniu postępowania.",
        "Okazało się, że zamierzenie nie wymaga pozwolenia, lecz jedynie zgłoszenia, wobec czego nie ma przedmiotu rozstrzygnięcia.",
      ]),
    ],
    refersTo: [],
    logged: "decyzja o umorzeniu postępowania",
  });
}
