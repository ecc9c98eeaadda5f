import { dateLong } from "../../polish.ts";
import type { Rng } from "../../rng.ts";

/** What a neighbour says against the works: an argument of a party, never the authority's ground. */
export interface Remark {
  says: string;
  /** Two or three words that only this argument has: to tell a wrong answer by. */
  mark: string;
  answer: string;
}

const remarks: readonly Remark[] = [
  {
    says: "inwestycja zacieni ogród i pozbawi go słońca w godzinach popołudniowych",
    mark: "zacieni ogród",
    answer:
      "Zarzut zacienienia nie znalazł potwierdzenia w analizie, a ogród nie jest pomieszczeniem przeznaczonym na pobyt ludzi.",
  },
  {
    says: "ruch samochodów ciężarowych spowoduje pękanie ścian sąsiedniego domu",
    mark: "pękanie ścian",
    answer:
      "Obawa o pękanie ścian ma charakter hipotetyczny i wiąże się z wykonywaniem robót, a nie z treścią projektu.",
  },
  {
    says: "wartość okolicznych nieruchomości spadnie po wybudowaniu obiektu",
    mark: "wartość okolicznych nieruchomości",
    answer: "Ewentualny spadek wartości nieruchomości nie jest przesłanką badaną w tym postępowaniu.",
  },
  {
    says: "należałoby odmówić pozwolenia, gdyż droga dojazdowa jest za wąska dla wozów bojowych",
    mark: "za wąska dla wozów",
    answer: "Szerokość drogi dojazdowej została zaopiniowana przez rzeczoznawcę, który nie wniósł zastrzeżeń.",
  },
  {
    says: "wody opadowe spłyną na działkę sąsiednią i zaleją piwnicę",
    mark: "zaleją piwnicę",
    answer: "Projekt przewiduje studnie chłonne, a ukształtowanie terenu kieruje wody w stronę ulicy.",
  },
  {
    says: "hałas wentylatorów uniemożliwi wypoczynek na tarasie",
    mark: "hałas wentylatorów",
    answer: "Urządzenia wentylacyjne umieszczono po przeciwnej stronie obiektu, a poziom hałasu mieści się w normie.",
  },
  {
    says: "nie ma zgody na żadną zabudowę w sąsiedztwie, bo działkę kupiono z myślą o widoku na las",
    mark: "widoku na las",
    answer: "Brak zgody sąsiada nie stanowi podstawy odmowy, a prawo do widoku nie jest chronione.",
  },
  {
    says: "granica między działkami jest sporna i toczy się o nią proces",
    mark: "granica między działkami jest sporna",
    answer: "Spór graniczny należy do drogi cywilnej i nie został udokumentowany.",
  },
];

export function drawRemark(rng: Rng): Remark {
  return rng.pick(remarks);
}

/** @param who in the genitive: „Pani Haliny Rzepodalskiej, właścicielki działki nr 22/3” */
export function remarkText(rng: Rng, who: string, day: string, remark: Remark): string {
  const written = dateLong(day);
  return rng.pick([
    `W piśmie ${who} z dnia ${written} podniesiono, że ${remark.says}. ${remark.answer}`,
    `W dniu ${written} wpłynęły uwagi ${who}. Zdaniem tej strony ${remark.says}. ${remark.answer}`,
    `Zastrzeżenia ${who} (pismo z dnia ${written}) sprowadzają się do twierdzenia, iż ${remark.says}. ${remark.answer}`,
  ]);
}

/** Why an authority refuses: its own ground, in words that stand in no party's mouth. */
export interface RefusalGround {
  sentence: string;
  /** Any one of these is the heart of the ground. */
  heart: string[];
}

export const refusalGrounds: readonly ((figures: { asked: string; allowed: string }) => RefusalGround)[] = [
  ({ asked, allowed }) => ({
    sentence: `Podstawą odmowy jest niezgodność projektu z ustaleniami obowiązującymi dla terenu: projektowana wysokość ${asked} przekracza dopuszczalną wysokość ${allowed}.`,
    heart: [`przekracza dopuszczalną wysokość ${allowed}`, `projektowana wysokość ${asked}`],
  }),
  () => ({
    sentence:
      "Odmowa wynika z tego, że ścianę z otworami okiennymi zaprojektowano w odległości 2,4 m od granicy działki budowlanej, co narusza § 12 ust. 1 pkt 1 rozporządzenia w sprawie warunków technicznych.",
    heart: ["w odległości 2,4 m od granicy", "narusza § 12 ust. 1 pkt 1"],
  }),
  () => ({
    sentence:
      "Organ odmówił uwzględnienia wniosku, ponieważ inwestor mimo nałożenia obowiązku nie przedłożył w wyznaczonym terminie decyzji zarządcy drogi zezwalającej na lokalizację zjazdu.",
    heart: ["zezwalającej na lokalizację zjazdu", "lokalizację zjazdu"],
  }),
  () => ({
    sentence:
      "O odmowie przesądził brak prawa do dysponowania nieruchomością na cele budowlane: współwłaściciel gruntu cofnął zgodę przed wydaniem decyzji, a inwestor nie wykazał innego tytułu.",
    heart: ["brak prawa do dysponowania nieruchomością", "współwłaściciel gruntu cofnął zgodę"],
  }),
  () => ({
    sentence:
      "Nie usunięto naruszenia wskazanego w postanowieniu wydanym na podstawie art. 35 ust. 3 Prawa budowlanego: liczba miejsc postojowych nadal wynosi 6 zamiast wymaganych 11, i to zadecydowało o odmowie.",
    heart: ["6 zamiast wymaganych 11", "liczba miejsc postojowych"],
  }),
];
