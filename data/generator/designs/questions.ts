import { atAddress } from "../cases/words.ts";
import type { QuestionDraft } from "../model.ts";
import { figure, figureForms, plainLetters } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Design } from "./design.ts";
import type { Estate } from "./estate.ts";

type Answered = Pick<QuestionDraft, "family" | "style" | "question" | "sources" | "values"> &
  Partial<Pick<QuestionDraft, "forbidden" | "why" | "all">>;

function answered(draft: Answered): QuestionDraft {
  return { outcome: "answered", forbidden: [], ...draft };
}

function where({ model }: Design): { short: string; long: string } {
  const { street, house } = model.site;
  return { short: plainLetters(`${street} ${house}`).toLowerCase(), long: atAddress(model.site) };
}

/** What is asked of an ordinary design; each design gets a few of them. */
export function designQuestions(rng: Rng, design: Design): QuestionDraft[] {
  const { key, usable } = design;
  const { short, long } = where(design);
  const room = design.storeys[0]?.rooms[1];
  const pool: (QuestionDraft | undefined)[] = [
    answered({
      family: "category-volume",
      style: "shorthand",
      question: rng.pick([`pow. uzytkowa projekt ${short}`, `${short} pow uzytkowa wg projektu`]),
      sources: [{ fact: `${key}.usable` }],
      values: [figureForms(usable, "m²")],
    }),
    answered({
      family: "look-up",
      style: "sentence",
      question: `Jaki kąt nachylenia połaci dachowych przewiduje projekt budynku ${long}?`,
      sources: [{ fact: `${key}.roof` }, { fact: `${key}.roof-text` }],
      values: [[`${design.roofAngle}°`]],
    }),
    answered({
      family: "look-up",
      style: "sentence",
      question: rng.pick([
        `Jaki wskaźnik EP podano w projekcie budynku ${long}?`,
        `Ile wynosi zapotrzebowanie na nieodnawialną energię pierwotną w projekcie budynku ${long}?`,
      ]),
      sources: [{ fact: `${key}.energy` }],
      values: [[figure(design.energy)]],
    }),
    answered({
      family: "look-up",
      style: "shorthand",
      question: `klasa odpornosci pozarowej ${short}`,
      sources: [{ fact: `${key}.fire-class` }],
      values: [[`„${design.fireClass}”`, `klasa ${design.fireClass}`, `budynku – „${design.fireClass}”`]],
    }),
    answered({
      family: "look-up",
      style: "shorthand",
      question: `glebokosc posadowienia ${short}`,
      sources: [{ fact: `${key}.foundation` }],
      values: [figureForms(design.depth, "m")],
    }),
    room &&
      answered({
        family: "look-up",
        style: "sentence",
        question: `Jaką powierzchnię ma pomieszczenie ${room.number} (${room.name}) w projekcie budynku ${long}?`,
        sources: [{ fact: `${key}.room.${room.number}` }],
        values: [figureForms(room.area, "m²")],
      }),
  ];
  return rng.shuffle(pool.filter((one) => one !== undefined)).slice(0, 2);
}

export function longQuestions(design: Design, estate: Estate): QuestionDraft[] {
  const { key } = design;
  const { short, long } = where(design);
  const [first, , third] = estate.sections;
  const flat = third?.flats.find(({ number }) => number === estate.asked);
  if (!first || !third || !flat) throw new Error("the long description has sections with flats");
  const volume = (value: number) => figureForms(value, "m³");
  return [
    answered({
      family: "category-volume",
      style: "sentence",
      question: `Ile wynosi kubatura brutto sekcji ${third.letter} według opisu technicznego budynku ${long}?`,
      sources: [
        { fact: `${key}.section-${third.letter}.volume` },
        { fact: `${key}.section-${third.letter}.volume-table` },
      ],
      values: [volume(third.volume)],
      why: "One hundred and twenty pages; the other sections are described in the same words",
    }),
    answered({
      family: "look-up",
      style: "shorthand",
      question: `pow. lokalu ${flat.number} ${short}`,
      sources: [`${key}.flat.${flat.number}`, `${key}.flat-list`, `${key}.flat-heat`].map((fact) => ({ fact })),
      values: [figureForms(flat.hundredths / 100, "m²")],
    }),
    answered({
      family: "look-up",
      style: "sentence",
      question: `Jaki udźwig ma dźwig osobowy w sekcji ${third.letter} budynku ${long}?`,
      sources: [{ fact: `${key}.section-${third.letter}.lift` }, { fact: `${key}.section-${third.letter}.lift-table` }],
      values: [[`${third.lift} kg`]],
      forbidden: [`${first.lift} kg`],
    }),
    answered({
      family: "look-up",
      style: "shorthand",
      question: `zbiornik retencyjny pojemnosc ${short}`,
      sources: [{ fact: `${key}.tank` }],
      values: [figureForms(estate.tank, "m³")],
    }),
    answered({
      family: "look-up",
      style: "sentence",
      question: `Ile stanowisk przewidziano w garażu podziemnym budynku ${long}?`,
      sources: [{ fact: `${key}.garage-places` }],
      values: [[`${estate.garagePlaces} stanowisk`]],
    }),
    answered({
      family: "look-up",
      style: "sentence",
      question: `Jakie ciśnienie dyspozycyjne u podstawy pionu wodociągowego podano dla sekcji ${first.letter} budynku ${long}?`,
      sources: [{ fact: `${key}.section-${first.letter}.pressure` }],
      values: [[`${first.pressure} kPa`]],
      forbidden: [`${third.pressure} kPa`],
    }),
    ...unansweredByLong(short, long),
  ];
}

function unansweredByLong(short: string, long: string): QuestionDraft[] {
  const absent = { family: "unanswerable", outcome: "not_found", sources: [], values: [], forbidden: [] };
  return [
    {
      ...absent,
      style: "sentence",
      question: `Ile paneli fotowoltaicznych przewiduje opis techniczny budynku ${long}?`,
      why: "The description speaks of no photovoltaics",
    },
    { ...absent, style: "shorthand", question: `pow. lokalu G-07 ${short}`, why: "There is no section G" },
  ].map((draft) => draft as QuestionDraft);
}

/** A replacement design beside the one it supersedes. */
export function replacementQuestions(rng: Rng, before: Design, after: Design): QuestionDraft[] {
  const { short, long } = where(after);
  return [
    answered({
      family: "replacement-design",
      style: "sentence",
      question: rng.pick([
        `Jaką powierzchnię użytkową ma budynek ${long} według projektu zamiennego?`,
        `Ile wynosi powierzchnia użytkowa w projekcie zamiennym budynku ${long}?`,
      ]),
      sources: [{ fact: `${after.key}.usable` }, { fact: `${after.key}.change.usable` }],
      values: [figureForms(after.usable, "m²")],
      why: "The first design has another usable area",
    }),
    answered({
      family: "replacement-design",
      style: "shorthand",
      question: `kat dachu ${short} projekt zamienny`,
      sources: [`${after.key}.roof`, `${after.key}.change.roof`, `${after.key}.roof-text`].map((fact) => ({ fact })),
      values: [[`${after.roofAngle}°`]],
      why: `The first design has ${before.roofAngle}°`,
    }),
  ];
}

export function sitePlanQuestion(rng: Rng, design: Design): QuestionDraft {
  const { short, long } = where(design);
  return answered({
    family: "look-up",
    ...rng.pick([
      {
        style: "sentence",
        question: `Jaką powierzchnię zabudowy podano na projekcie zagospodarowania działki ${long}?`,
      },
      { style: "shorthand", question: `pow zabudowy ${short} pzt` },
    ] as const),
    sources: [{ fact: `${design.key}.plan.footprint` }, { fact: `${design.key}.footprint` }],
    values: [figureForms(design.works.footprint, "m²")],
  });
}
