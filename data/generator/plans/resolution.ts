import type { Block } from "../paper/blocks.ts";
import { centred, heading, para, point, told } from "../paper/compose.ts";
import { dateDots, dateLong, yearOf } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import { areaExtras } from "./area-extras.ts";
import { generalProvisions } from "./general-provisions.ts";
import type { Area, Plan } from "./plan.ts";
import { ruleSentences } from "./rule-wording.ts";

function councilOf(town: Town): string {
  return `Rady Miejskiej w ${town.locative}`;
}

/** „Dz. Urz. Woj. Podleśnego z 2013 r. poz. 1203”; until 2011 the issues of a year had numbers of their own. */
export function journalOf(town: Town, publishedOn: string, issue: number, position: number): string {
  const province = `${town.voivodeship.slice(0, 1).toUpperCase()}${town.voivodeship.slice(1)}go`;
  const year = yearOf(publishedOn);
  return year < 2012
    ? `Dz. Urz. Woj. ${province} z ${year} r. Nr ${issue}, poz. ${position}`
    : `Dz. Urz. Woj. ${province} z ${year} r. poz. ${position}`;
}

/** Title, legal basis and the journal's note about the entry into force. */
export function resolutionHead(town: Town, rng: Rng, plan: Plan, subject: string): Block[] {
  const note = `Ogłoszono dnia ${dateDots(plan.publishedOn)} – ${plan.journal}. Obowiązuje od dnia ${dateDots(plan.inForceFrom)}`;
  const title = `UCHWAŁA NR ${plan.resolution}\n${councilOf(town).toUpperCase()}\nz dnia ${dateLong(plan.passedOn)}`;
  return [
    {
      type: "stamp",
      text: note,
      color: "#204080",
      facts: [
        told(
          `${plan.key}.in-force`,
          "plan-in-force",
          plan.inForceFrom,
          `Obowiązuje od dnia ${dateDots(plan.inForceFrom)}`,
        ),
      ],
    },
    centred(title, [told(`${plan.key}.number`, "plan-number", plan.resolution, `UCHWAŁA NR ${plan.resolution}`)]),
    centred(subject, [told(`${plan.key}.subject`, "plan-name", plan.name, subject)]),
    para(legalBasis(town, rng, plan), [], { indent: 18 }),
  ];
}

function legalBasis(town: Town, rng: Rng, plan: Plan): string {
  const year = yearOf(plan.passedOn);
  const edition =
    year < 2002 ? "z 1996 r. Nr 13, poz. 74" : year < 2014 ? "z 2001 r. Nr 142, poz. 1591" : "z 2013 r. poz. 594";
  const gmina = `ustawy z dnia 8 marca 1990 r. o samorządzie gminnym (Dz. U. ${edition} z późn. zm.)`;
  const planning =
    year < 2004
      ? "art. 26 ustawy z dnia 7 lipca 1994 r. o zagospodarowaniu przestrzennym (Dz. U. z 1999 r. Nr 15, poz. 139 z późn. zm.)"
      : year < 2013
        ? "art. 20 ust. 1 ustawy z dnia 27 marca 2003 r. o planowaniu i zagospodarowaniu przestrzennym (Dz. U. Nr 80, poz. 717 z późn. zm.)"
        : "art. 20 ust. 1 ustawy z dnia 27 marca 2003 r. o planowaniu i zagospodarowaniu przestrzennym (Dz. U. z 2012 r. poz. 647 z późn. zm.)";
  const finding = rng.pick([
    "po stwierdzeniu, że plan nie narusza ustaleń studium uwarunkowań i kierunków zagospodarowania przestrzennego",
    "stwierdzając zgodność planu z polityką przestrzenną gminy określoną w studium",
  ]);
  return `Na podstawie art. 18 ust. 2 pkt 5 ${gmina} oraz ${planning}, ${finding}, Rada Miejska w ${town.locative} uchwala, co następuje:`;
}

/** Counts the paragraphs (§) of one resolution. */
export interface Counter {
  next(): string;
}

export function counter(): Counter {
  let count = 0;
  return {
    next() {
      count += 1;
      return `§ ${count}.`;
    },
  };
}

export function opening(rng: Rng, plan: Plan, count: Counter): Block[] {
  const symbols = plan.areas.map(({ symbol, use }) => point(`${symbol} – ${use};`));
  return [
    centred("Rozdział 1\nPrzepisy ogólne"),
    para(
      `${count.next()} ${rng.pick([
        `Uchwala się miejscowy plan zagospodarowania przestrzennego „${plan.name}”, zwany dalej planem, obejmujący część obrębu ${plan.precinct}, w granicach oznaczonych na rysunku planu.`,
        `Plan „${plan.name}” obejmuje część obrębu ewidencyjnego ${plan.precinct}; granice obszaru przedstawia rysunek planu w skali 1:1000, stanowiący załącznik nr 1 do uchwały.`,
      ])}`,
    ),
    para(`${count.next()} Integralnymi częściami uchwały są:`),
    point("1) rysunek planu – załącznik nr 1;"),
    point("2) rozstrzygnięcie o sposobie rozpatrzenia uwag wniesionych do projektu planu – załącznik nr 2;"),
    point("3) rozstrzygnięcie o sposobie realizacji inwestycji infrastruktury technicznej – załącznik nr 3."),
    para(`${count.next()} Ilekroć w uchwale jest mowa o:`),
    ...definitions(rng),
    para(`${count.next()} W planie wyznacza się tereny oznaczone symbolami:`),
    ...symbols,
    para(
      `${count.next()} Oznaczenia graficzne obowiązujące na rysunku planu: granica obszaru objętego planem, linie rozgraniczające tereny o różnym przeznaczeniu, nieprzekraczalne linie zabudowy, symbole terenów oraz granice strefy „OW” obserwacji archeologicznej. Pozostałe oznaczenia mają charakter informacyjny.`,
    ),
  ];
}

function definitions(rng: Rng): Block[] {
  const list = [
    rng.pick([
      "nieprzekraczalnej linii zabudowy – należy przez to rozumieć linię, poza którą nie wolno sytuować ścian zewnętrznych budynków; nie dotyczy to okapów, balkonów, schodów i pochylni wysuniętych nie dalej niż na 1,3 m;",
      "nieprzekraczalnej linii zabudowy – rozumie się przez to linię ograniczającą obszar lokalizacji budynków; poza nią mogą wystawać okapy, gzymsy, balkony i zadaszenia wejść, do 1,3 m;",
    ]),
    "przeznaczeniu podstawowym – należy przez to rozumieć przeznaczenie, które przeważa na działce budowlanej;",
    "przeznaczeniu dopuszczalnym – rozumie się przez to takie, które uzupełnia podstawowe i może mu towarzyszyć;",
    rng.pick([
      "usługach nieuciążliwych – należy przez to rozumieć usługi, których oddziaływanie nie wykracza poza granice nieruchomości;",
      "usługach podstawowych – należy przez to rozumieć handel detaliczny, gastronomię, zdrowie i oświatę służące mieszkańcom okolicy;",
    ]),
    "terenie – należy przez to rozumieć część obszaru planu wyznaczoną liniami rozgraniczającymi, oznaczoną symbolem;",
    "dachu płaskim – należy przez to rozumieć dach o nachyleniu połaci nie większym niż 12°.",
  ];
  return list.map((words, index) => point(`${index + 1}) ${words}`));
}

export function generalChapter(rng: Rng, plan: Plan, count: Counter): Block[] {
  const provisions = generalProvisions(
    rng,
    plan.areas.map(({ symbol }) => symbol),
  );
  return [
    centred("Rozdział 2\nUstalenia obowiązujące na całym obszarze planu"),
    ...provisions.flatMap(({ title, points }) => [
      para(`${count.next()} ${title}:`, [], { bold: true, keep: 2, gap: 3 }),
      ...points.map((words, index) => point(`${index + 1}) ${words}${index === points.length - 1 ? "." : ";"}`)),
    ]),
  ];
}

/** The paragraph of one area in running text. Leads name the symbol, as plans do. */
export function areaInText(rng: Rng, plan: Plan, { symbol, use, rules }: Area, count: Counter): Block[] {
  const lead = rng.pick([
    `Dla terenu oznaczonego symbolem ${symbol} ustala się:`,
    `Na terenie oznaczonym na rysunku planu symbolem ${symbol} obowiązują następujące ustalenia:`,
    `Wyznacza się teren oznaczony symbolem ${symbol}, dla którego ustala się:`,
  ]);
  const purposes = [
    `przeznaczenie podstawowe: ${use}`,
    rng.pick([
      "przeznaczenie dopuszczalne: zieleń, dojścia i dojazdy, infrastruktura techniczna",
      "przeznaczenie dopuszczalne: obiekty małej architektury, urządzenia infrastruktury technicznej, drogi wewnętrzne",
    ]),
  ];
  const sentences = ruleSentences(rng, `${plan.key}.${symbol}`, rules);
  const points = [
    ...purposes.map((text) => ({ text, facts: [] })),
    ...sentences.map(({ text, fact }) => ({ text, facts: [fact] })),
    ...areaExtras(rng, symbol).map((text) => ({ text, facts: [] })),
  ];
  return [
    para(`${count.next()} ${lead}`, [], { keep: 2, gap: 3 }),
    ...points.map(({ text, facts }, index) =>
      point(`${index + 1}) ${text}${index === points.length - 1 ? "." : ";"}`, facts),
    ),
  ];
}

export function closing(town: Town, plan: Plan, count: Counter, repeals?: { plan: Plan; text: string }): Block[] {
  const office = town.offices.planning;
  return [
    centred("Rozdział 4\nPrzepisy końcowe"),
    para(
      `${count.next()} Ustala się stawkę procentową służącą naliczeniu jednorazowej opłaty od wzrostu wartości nieruchomości w wysokości ${plan.fee}% dla wszystkich terenów.`,
      [told(`${plan.key}.fee`, "plan-fee", `${plan.fee}%`, `w wysokości ${plan.fee}%`)],
    ),
    ...(repeals
      ? [
          para(`${count.next()} ${repeals.text}`, [
            told(`${plan.key}.repeals`, "plan-repeals", repeals.plan.resolution, repeals.text),
          ]),
        ]
      : []),
    para(`${count.next()} Wykonanie uchwały powierza się ${office.dat}.`),
    para(
      `${count.next()} Uchwała wchodzi w życie po upływie 30 dni od dnia ogłoszenia w Dzienniku Urzędowym Województwa.`,
    ),
    heading("Przewodniczący Rady Miejskiej", 3),
    para(`(podpis na oryginale)`, [], { size: 8 }),
  ];
}
