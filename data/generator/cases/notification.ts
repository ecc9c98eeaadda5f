import type { DecisionModel } from "../model.ts";
import { table, para } from "../paper/compose.ts";
import { addDays, dateDots, dateLong, yearOf } from "../polish.ts";
import { finalAfter, operativePoint, outcomeFact, writeDecision } from "./decision.ts";
import { addDecision, addPaper, type CaseFile, fact, later } from "./file.ts";
import { act, objectionTerm } from "./law.ts";
import { body, letterhead, privateHead, recipients, signedBy, title } from "./pieces.ts";
import { permitLaw } from "./wording/legal.ts";
import { addressOf, atAddress, onParcels, parcelsShort, plainName, styled } from "./words.ts";

/** The form that notifies works which need no permit. */
export function writeNotification(file: CaseFile): void {
  const { model, rng, town } = file;
  const name = "zgloszenie";
  const received = `Wpłynęło dnia ${dateDots(model.applicationDate)} r., nr ${model.applicationNumber}`;
  addPaper(file, {
    name,
    kind: "notification",
    title: `Zgłoszenie nr ${model.applicationNumber}`,
    date: file.today,
    logged: "zgłoszenie robót",
    blocks: [
      ...privateHead(file, name, `${plainName(model.applicant)}\n${model.applicant.address}`, file.office.nom),
      para(received, [fact(file, name, "application", model.applicationNumber, received)], {
        size: 9,
        color: "#7a1f1f",
      }),
      title(
        rng.pick([
          "ZGŁOSZENIE\nrobót budowlanych niewymagających pozwolenia na budowę",
          "ZGŁOSZENIE\nbudowy lub wykonywania innych robót budowlanych",
        ]),
      ),
      body(
        `Na podstawie art. 30 Prawa budowlanego zgłaszam zamiar przystąpienia do robót: ${model.works.name} ${atAddress(model.site)}, na ${onParcels(model.site.parcels)}.`,
      ),
      table(
        ["Pole", "Treść"],
        [
          ["Zgłaszający", plainName(model.applicant)],
          ["Zakres robót", model.works.name],
          ["Adres", `${town.name}, ${addressOf(model.site)}`],
          ["Działki", parcelsShort(model.site.parcels)],
          ["Termin rozpoczęcia", `po ${dateDots(addDays(model.applicationDate, 60))} r.`],
        ],
        [1, 2],
      ),
      body(
        "Do zgłoszenia dołączam szkic sytuacyjny, opis robót i oświadczenie o prawie do dysponowania nieruchomością.",
      ),
      para(`(podpis) ${plainName(model.applicant)}`, [], { left: 300 }),
    ],
  });
}

/** The day by which the authority may object, as its clerk counted it; a call breaks the term and it runs anew. */
export function writeTermNote(file: CaseFile, from: string, again: boolean): string {
  const { rng, model } = file;
  const deadline = addDays(from, objectionTerm(from));
  const name = "adnotacja";
  const quote = rng.pick([
    `termin do wniesienia sprzeciwu upływa z dniem ${dateLong(deadline)}`,
    `organ może wnieść sprzeciw do dnia ${dateLong(deadline)} włącznie`,
    `sprzeciw może zostać wniesiony najpóźniej w dniu ${dateDots(deadline)} r.`,
  ]);
  const why = again
    ? "Postanowienie nakładające obowiązek uzupełnienia przerwało bieg terminu, który liczy się na nowo od dnia uzupełnienia."
    : "Zgłoszenie jest kompletne, termin biegnie od dnia jego doręczenia.";
  addPaper(file, {
    name,
    kind: "letter",
    title: "Adnotacja o terminie",
    date: file.today,
    format: rng.chance(0.3) ? "html-word" : "pdf",
    logged: "adnotacja o terminie na sprzeciw",
    blocks: [
      ...letterhead(file, name, file.office),
      title("ADNOTACJA URZĘDOWA"),
      body(
        `Dotyczy zgłoszenia nr ${model.applicationNumber} (${model.works.name}, ${addressOf(model.site)}). ${why} Zgodnie z obliczeniem ${quote}.`,
        [fact(file, name, "term", deadline, quote)],
      ),
      ...signedBy(file, file.office),
    ],
  });
  return deadline;
}

/** A certificate, or a letter, that no objection was made; it is no decision. */
export function writeNoObjection(file: CaseFile): DecisionModel {
  const { rng, model } = file;
  const { office } = file;
  const name = "zaswiadczenie";
  const words = rng.pick([
    `zaświadcza się, że brak jest podstaw do wniesienia sprzeciwu wobec zgłoszenia nr ${model.applicationNumber}`,
    `organ nie wniósł sprzeciwu wobec zgłoszenia nr ${model.applicationNumber}`,
    `wobec zgłoszenia nr ${model.applicationNumber} nie wniesiono sprzeciwu`,
  ]);
  const path = addPaper(file, {
    name,
    kind: "notification_result",
    title: `Zaświadczenie o braku sprzeciwu – ${parcelsShort(model.site.parcels)}`,
    date: file.today,
    authority: office.nom,
    outcome: "no_objection",
    logged: "zaświadczenie o braku podstaw do sprzeciwu",
    blocks: [
      ...letterhead(file, name, office),
      title("ZAŚWIADCZENIE\no braku podstaw do wniesienia sprzeciwu"),
      body(
        `Na podstawie art. 30 ust. 5aa Prawa budowlanego oraz art. 217 ${act("procedure", file.today)}, na wniosek ${styled(model.applicant, "gen")},`,
      ),
      body(
        `${words}, złożonego dnia ${dateLong(model.applicationDate)}, dotyczącego zamierzenia: ${model.works.name} ${atAddress(model.site)}, ${parcelsShort(model.site.parcels)}.`,
        [outcomeFact(file, name, "no_objection", words)],
      ),
      body(
        "Zaświadczenie nie zwalnia z obowiązku zachowania przepisów, w tym techniczno-budowlanych, i nie rozstrzyga o prawach osób trzecich.",
      ),
      ...signedBy(file, office),
      ...recipients(rng, [plainName(model.applicant), "a/a"]),
    ],
  });
  return addDecision(file, {
    number: model.signature,
    date: file.today,
    authority: office.nom,
    outcome: "no_objection",
    refersTo: [],
    path,
  });
}

const objections: readonly { sentence: string; heart: string[] }[] = [
  {
    sentence:
      "Sprzeciw wniesiono, gdyż zgłoszone roboty wymagają pozwolenia na budowę: powierzchnia zabudowy obiektu przekracza 35 m².",
    heart: ["wymagają pozwolenia na budowę", "przekracza 35 m²"],
  },
  {
    sentence:
      "Podstawą sprzeciwu jest niezgodność zamierzenia z planem miejscowym, który na tym terenie zakazuje lokalizacji obiektów tymczasowych i gospodarczych.",
    heart: ["zakazuje lokalizacji obiektów tymczasowych", "niezgodność zamierzenia z planem miejscowym"],
  },
  {
    sentence:
      "Organ sprzeciwił się robotom, ponieważ zgłaszający nie uzupełnił w terminie szkicu usytuowania obiektu, mimo nałożenia takiego obowiązku.",
    heart: ["nie uzupełnił w terminie szkicu"],
  },
];

export function writeObjection(file: CaseFile): { decision: DecisionModel; heart: string[] } {
  const { rng, town, model } = file;
  const { office } = file;
  const name = "sprzeciw";
  const ground = rng.pick(objections);
  const words = `wnoszę sprzeciw wobec zgłoszenia nr ${model.applicationNumber} zamiaru wykonania robót: ${model.works.name} ${atAddress(model.site)}`;
  const decision = writeDecision(file, {
    name,
    kind: "notification_result",
    office,
    second: town.offices.appeals,
    number: town.numbers.decision(yearOf(file.today)),
    outcome: "objection",
    titled: rng.pick(["o sprzeciwie", "w sprawie zgłoszenia"]),
    title: `Sprzeciw – ${parcelsShort(model.site.parcels)}`,
    basis: `Na podstawie art. 30 ust. 6 ${act("building", file.today)} oraz art. 104 ${act("procedure", file.today)},`,
    matter: `po rozpatrzeniu zgłoszenia ${styled(model.applicant, "gen")} z dnia ${dateLong(model.applicationDate)},`,
    operative: [
      operativePoint(words, [outcomeFact(file, name, "objection", words)]),
      operativePoint(`na ${onParcels(model.site.parcels)}.`),
    ],
    grounds: [
      `Zgłaszający wnosił o przyjęcie zgłoszenia bez sprzeciwu, wskazując, że w sąsiedztwie wykonano podobne roboty.`,
      {
        type: "text",
        text: ground.sentence,
        style: { indent: 18, gap: 7 },
        facts: [fact(file, name, "ground", ground.heart[0] ?? "", ground.sentence)],
      },
      ...rng.shuffle(permitLaw).slice(0, 2),
    ],
    instructions: [],
    recipients: [plainName(model.applicant), "a/a"],
    finalOn: finalAfter(file),
    logged: "sprzeciw",
  });
  later(file, 20, 30);
  return { decision, heart: ground.heart };
}
