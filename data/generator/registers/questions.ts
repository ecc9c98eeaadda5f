import { outcomeWords } from "../cases/questions/forms.ts";
import { streetLocative } from "../cases/words.ts";
import type { QuestionDraft } from "../model.ts";
import { dateForms, numberForms, plainLetters } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import { isWhole, shortNumber, throughSpreadsheet } from "./csv.ts";
import type { Entry } from "./entry.ts";
import type { RegisterOnly } from "./register-only.ts";

/** Questions that only a register answers: no paper of the archive tells of these cases. */
export function registerQuestions(rng: Rng, town: Town, drawn: RegisterOnly): QuestionDraft[] {
  return [
    ...national(rng, drawn),
    ...notifications(rng, drawn),
    ...city(rng, drawn),
    ...unanswerable(rng, town, drawn),
  ];
}

function answered(
  style: QuestionDraft["style"],
  question: string,
  entry: Entry,
  values: string[][],
  why?: string,
): QuestionDraft {
  return {
    family: "register-only",
    style,
    question,
    outcome: "answered",
    sources: [{ row: entry.key }],
    values,
    forbidden: [],
    ...(why ? { why } : {}),
  };
}

const lower = (text: string) => plainLetters(text).toLowerCase();
const parcelOf = ({ parcels }: Entry) => parcels[0] ?? { number: "", precinct: "" };

function national(rng: Rng, drawn: RegisterOnly): QuestionDraft[] {
  const list = rng.shuffle(drawn.national);
  const single = list.filter(({ parcels }) => parcels.length === 1);
  const many = list.find(({ parcels }) => parcels.length > 3);
  const company = list.find(({ investor, parcels }) => investor && parcels.length < 3);
  const [a, b, c, d] = single.filter((one) => one !== company);
  if (!a || !b || !c || !d || !many || !company) throw new Error("too few cases in the national register");
  const parcel = parcelOf(a);
  const wide = many.parcels[many.parcels.length - 1];
  return [
    answered(
      "shorthand",
      rng.pick([
        `pnb na dz. ${parcel.number} ${lower(parcel.precinct ?? "")}?`,
        `dz. ${parcel.number} obr. ${lower(parcel.precinct ?? "")} pozwolenie`,
      ]),
      a,
      [numberForms(a.number)],
    ),
    answered("sentence", `Kiedy wydano decyzję nr ${b.number} o pozwoleniu na budowę?`, b, [dateForms(b.date)]),
    answered("shorthand", `${lower(c.street)} ${c.house} pnb nr i data`, c, [numberForms(c.number), dateForms(c.date)]),
    answered("sentence", `Jaką kategorię obiektu budowlanego wpisano w rejestrze przy decyzji nr ${d.number}?`, d, [
      [
        `kategoria ${d.works.category}`,
        `kategorii ${d.works.category}`,
        `kategorię ${d.works.category}`,
        `kategoria: ${d.works.category}`,
        `kategoria obiektu: ${d.works.category}`,
        `kategoria obiektu budowlanego: ${d.works.category}`,
        d.works.category,
      ],
    ]),
    answered("sentence", `Kto jest inwestorem według decyzji nr ${company.number}?`, company, [
      [company.investor ?? ""],
    ]),
    answered(
      "sentence",
      `Czy na działkę nr ${wide?.number} w obrębie ${wide?.precinct} wydano pozwolenie na budowę?`,
      many,
      [numberForms(many.number)],
      "The case spans many rows that do not stand together",
    ),
    answered("shorthand", `dec ${shortNumber(a.number)} co obejmuje`, a, [[a.works.object, a.works.name]]),
  ];
}

function notifications(rng: Rng, drawn: RegisterOnly): QuestionDraft[] {
  const [a, b] = rng.shuffle(drawn.notifications).filter(({ parcels }) => parcels.length < 3);
  if (!a || !b) throw new Error("too few notifications");
  return [
    answered(
      "sentence",
      `Czy wniesiono sprzeciw do zgłoszenia ${a.signature}?`,
      a,
      [outcomeWords("no_objection")],
      "The register lists notifications without objection only",
    ),
    answered("shorthand", `zgloszenie dz. ${parcelOf(b).number} ${lower(parcelOf(b).precinct ?? "")}`, b, [
      [b.signature],
    ]),
  ];
}

/** The city's files write a street only here and there, and mangle small numbers: questions go by what is left whole. */
function city(rng: Rng, drawn: RegisterOnly): QuestionDraft[] {
  const of = (list: Entry[], outcome: Entry["outcome"]) =>
    rng.shuffle(list.filter((one) => one.outcome === outcome && isWhole(one.number)));
  const [granted, another] = of(drawn.early, "granted");
  const [late] = of(drawn.late, "granted");
  const [refused] = of(drawn.early, "refused");
  const [lateRefused] = of(drawn.late, "refused");
  const [ended] = of(drawn.late, "discontinued");
  if (!granted || !another || !late || !refused || !lateRefused || !ended)
    throw new Error("too few cases in the city's files");
  const trap = "A row is no permit until its outcome is read";
  return [
    answered("shorthand", `dec ${shortNumber(granted.number)}`, granted, [dateForms(granted.date)]),
    answered("sentence", `Z jakiego dnia jest decyzja nr ${late.number}?`, late, [dateForms(late.date)]),
    answered("sentence", `Kiedy złożono wniosek, po którym wydano decyzję nr ${another.number}?`, another, [
      dateForms(another.applicationDate),
    ]),
    answered(
      "shorthand",
      `${shortNumber(refused.number)} wydano pozwolenie?`,
      refused,
      [outcomeWords("refused")],
      trap,
    ),
    answered(
      "sentence",
      `Jak zakończyła się sprawa, w której wydano decyzję nr ${lateRefused.number}?`,
      lateRefused,
      [outcomeWords("refused")],
      trap,
    ),
    answered(
      "sentence",
      `Jakie rozstrzygnięcie zapadło w decyzji nr ${ended.number}?`,
      ended,
      [outcomeWords("discontinued")],
      trap,
    ),
  ];
}

function unanswerable(rng: Rng, town: Town, drawn: RegisterOnly): QuestionDraft[] {
  const absent = (style: QuestionDraft["style"], question: string, why: string): QuestionDraft => ({
    family: "unanswerable",
    style,
    question,
    outcome: "not_found",
    sources: [],
    values: [],
    forbidden: [],
    why,
  });
  const precinct = rng.pick(town.precincts);
  const [first, second] = [town.numbers.parcel(precinct).number, town.numbers.parcel(precinct).number];
  const street = rng.pick(precinct.streets).name;
  const mangled = rng
    .shuffle([...drawn.early])
    .find(({ number }) => /^(?:wrz|paź|lis|gru)-\d\d$/.test(throughSpreadsheet(shortNumber(number))));
  return [
    absent("shorthand", `pnb dz. ${first} ${lower(precinct.name)}`, "No row and no paper names this parcel"),
    absent(
      "sentence",
      `Czy odmówiono pozwolenia na budowę na działce nr ${second} w obrębie ${precinct.name}?`,
      "RWDZ lists positive outcomes only: absence is no refusal, and no other source speaks of it",
    ),
    absent(
      "sentence",
      `Kiedy wydano decyzję nr ${town.numbers.decision(2019)} o pozwoleniu na budowę?`,
      "No such number",
    ),
    absent("shorthand", `dec ${shortNumber(town.numbers.decision(2014))} inwestor`, "No such number"),
    absent(
      "sentence",
      `Jakie pozwolenie wydano dla nieruchomości przy ul. ${streetLocative(street)} ${town.numbers.house(street)}?`,
      "No such address",
    ),
    absent(
      "shorthand",
      `zgloszenie ${town.offices.permits.cell}.6743.${town.numbers.caseNumber()}.2020 sprzeciw`,
      "No such notification",
    ),
    ...(mangled
      ? [
          absent(
            "shorthand",
            `dec ${shortNumber(mangled.number)} jaki adres`,
            `The register holds „${throughSpreadsheet(shortNumber(mangled.number))}”, which nobody may take for the number`,
          ),
        ]
      : []),
  ];
}
