import { anyFits, type Cue } from "./cues.ts";

/**
 * What of a thing is asked, and the words that an answer has: officers ask "wys.", plans say "maksymalna wysokość
 * zabudowy" or "o wysokości nie przekraczającej". Data, so that a wording is added in one place.
 */
export interface TopicWords {
  /** In the question. */
  asked: readonly Cue[];
  /** In the sentence or table row that answers: one of these. */
  answered: readonly Cue[];
  /** A figure with this unit is wanted; the sentence without one answers worse. */
  unit?: RegExp;
  /** The official words, added to the search. */
  search: string;
}

const topics = {
  height: {
    asked: ["wysok*", "wysokosc*", "wys", "jak wysok*"],
    answered: ["wysokosc*", "wysoki*"],
    unit: /\d\s*(?:m|metr\p{L}*)(?![\p{L}²2])|kondygnac/u,
    search: "maksymalna wysokość zabudowy budynków",
  },
  storeys: {
    asked: ["kondygnac*", "pieter", "pietra", "ile kondygnac*", "kond"],
    answered: ["kondygnac*"],
    unit: /kondygnac/u,
    search: "liczba kondygnacji nadziemnych",
  },
  building_share: {
    asked: [
      "powierzchni* zabudow*",
      "wskaznik* zabudow*",
      "procent* zabudow*",
      "zabudow* dzialk*",
      "pow zabudow*",
      "udzial* zabudow*",
    ],
    answered: ["powierzchni* zabudow*", "wskaznik* zabudow*", "zabudow* dzialki", "zabudow* terenu"],
    unit: /\d\s*(?:%|procent|m²|m2)|0[,.]\d/u,
    search: "maksymalna powierzchnia zabudowy działki procent",
  },
  green_share: {
    asked: ["biologicz*", "biologicznie czynn*", "biol", "pbc", "zieleni"],
    answered: ["biologicznie czynn*", "biologicznie"],
    unit: /\d\s*(?:%|procent)/u,
    search: "powierzchnia terenu biologicznie czynna procent",
  },
  intensity: {
    asked: ["intensywn*", "wskaznik* intensywn*"],
    answered: ["intensywnosc*"],
    unit: /\d[,.]\d/u,
    search: "wskaźnik intensywności zabudowy",
  },
  roof: {
    asked: ["dach*", "nachyleni*", "polac*", "spad* dach*", "kat nachyleni*", "pokryci*", "jaki dach*"],
    answered: ["dach*", "polac*"],
    search: "geometria dachu kąt nachylenia połaci",
  },
  parking: {
    asked: ["parking*", "parkowan*", "postojow*", "miejsc* parking*", "miejsc* postojow*", "garaz*"],
    answered: ["postojow*", "parking*", "parkowan*", "stanowisk*"],
    unit: /miejsc|stanowisk/u,
    search: "miejsca postojowe liczba miejsc parkingowych",
  },
  building_line: {
    asked: ["lini* zabudow*", "nieprzekraczaln*", "obowiazujac* lini*", "odleglosc* drog*", "odleglosc* od"],
    answered: ["lini* zabudow*", "nieprzekraczaln*", "odleglosc*"],
    unit: /\d\s*(?:m|metr)/u,
    search: "nieprzekraczalna linia zabudowy odległość od linii rozgraniczającej",
  },
  plot_size: {
    asked: [
      "minimaln* powierzchni* dzialk*",
      "wielkosc* dzialk*",
      "minimaln* dzialk*",
      "min dzialk*",
      "najmniejsz* dzialk*",
      "podzial*",
      "nowo wydziel*",
      "nowo wydzielan*",
      "powierzchni* nowo",
    ],
    answered: [
      "minimaln* dzialk*",
      "najmniejsz* dzialk*",
      "wielkosc* dzialk*",
      "wydziel*",
      "podzial*",
      "nowo* dzialk*",
    ],
    unit: /\d\s*(?:m²|m2|ha)/u,
    search: "minimalna powierzchnia nowo wydzielanej działki budowlanej",
  },
  frontage: {
    asked: ["szerokosc* elewacj*", "szerokosc* front*", "elewacj* frontow*", "szerokosc*"],
    answered: ["szerokosc*"],
    unit: /\d\s*(?:m|metr|%)/u,
    search: "szerokość elewacji frontowej",
  },
  purpose: {
    asked: [
      "przeznaczen*",
      "przeznaczon*",
      "funkcj* teren*",
      "co mozna budow*",
      "co wolno",
      "do czego przeznacz*",
      "dopuszczaln* funkcj*",
      "jakie przeznaczen*",
    ],
    answered: ["przeznaczen*", "teren* zabudow*", "dopuszcz*"],
    search: "przeznaczenie podstawowe terenu",
  },
  planning_fee: {
    asked: ["rent* planistyczn*", "stawk* procentow*", "oplat* planistyczn*", "wzrost* wartosci"],
    answered: ["stawk* procentow*", "wzrost* wartosci"],
    unit: /\d\s*(?:%|procent)/u,
    search: "stawka procentowa jednorazowej opłaty od wzrostu wartości nieruchomości",
  },
  phone: {
    asked: ["telefon*", "nr tel", "numer* tel"],
    answered: ["telefon*", "tel"],
    unit: /\d{3}[ -]?\d{2,3}/u,
    search: "telefon kontaktowy tel.",
  },
  fence: { asked: ["ogrodzen*", "plot*"], answered: ["ogrodzen*"], search: "ogrodzenia" },
  category: {
    asked: ["kategori*", "kat"],
    answered: ["kategori*", "kat"],
    search: "kategoria obiektu budowlanego",
  },
  volume: {
    asked: ["kubatur*", "kub"],
    answered: ["kubatur*"],
    unit: /m3|m³/u,
    search: "kubatura",
  },
  usable_area: {
    asked: ["powierzchni* uzytkow*", "pow uzytkow*", "pu", "metraz*", "powierzchni* calkowit*"],
    answered: ["powierzchni* uzytkow*", "powierzchni* calkowit*"],
    unit: /m²|m2/u,
    search: "powierzchnia użytkowa budynku",
  },
  monuments: {
    asked: ["konserwator*", "wkz", "zabytk*", "mkz"],
    answered: ["konserwator*", "zabytk*"],
    search: "konserwator zabytków uzgodnienie opinia",
  },
  fire: {
    asked: ["pozarow*", "przeciwpozarow*", "ppoz", "straz*", "psp", "rzeczoznawc*"],
    answered: ["pozarow*", "przeciwpozarow*", "pozar*"],
    search: "ochrona przeciwpożarowa rzeczoznawca opinia uzgodnienie",
  },
  sanitary: {
    asked: ["sanepid*", "sanitarn*", "higien*", "ppis"],
    answered: ["sanitarn*"],
    search: "państwowy powiatowy inspektor sanitarny opinia",
  },
} as const satisfies Record<string, TopicWords>;

export type Topic = keyof typeof topics;

/** Parameters that a plan or a planning decision sets. */
export const planTopics: readonly Topic[] = [
  "height",
  "storeys",
  "building_share",
  "green_share",
  "intensity",
  "roof",
  "parking",
  "building_line",
  "plot_size",
  "frontage",
  "purpose",
  "planning_fee",
  "fence",
];

export function topicWords(topic: Topic): TopicWords {
  return topics[topic];
}

export function topicsOf(tokens: readonly string[]): Topic[] {
  return (Object.keys(topics) as Topic[]).filter((topic) => anyFits(topics[topic].asked, tokens));
}
