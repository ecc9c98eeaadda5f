/** Units of officers' papers with their base unit, so that 1200 cm = 12 m and 0,5 ha = 5000 m². Patterns meet folded text. */
const units: readonly [base: string, factor: number, pattern: string][] = [
  ["W/m2K", 1, String.raw`w\s?/\s?\(?m[2²]\s?[·*x]?\s?k\)?`],
  ["l/s", 1, String.raw`l/s|dm[3³]/s`],
  ["m3/d", 1, String.raw`m[3³]\s?/\s?(?:d|dobe|dob)`],
  ["m3/h", 1, String.raw`m[3³]\s?/\s?h`],
  ["m3", 1, String.raw`m\s?[3³]|m\^3|metr\p{L}*\s+szescienn\p{L}*|m\s?szesc\.?`],
  ["m2", 1, String.raw`m\s?[2²]|m\^2|m\s?kw\.?|mkw\.?|metr\p{L}*\s+kwadratow\p{L}*`],
  ["km2", 1, String.raw`km\s?[2²]`],
  ["m2", 10_000, String.raw`ha|hektar\p{L}*`],
  ["m2", 100, String.raw`ar(?:y|ow|a|ach)?`],
  ["m", 1000, String.raw`km|kilometr\p{L}*`],
  ["m", 0.01, String.raw`cm|centymetr\p{L}*`],
  ["m", 0.001, String.raw`mm|milimetr\p{L}*`],
  [
    "m",
    1,
    String.raw`m\s?n\.?\s?p\.?\s?t\.?|m\.?b\.?|m|metr(?:y|ow|a|ach|om|em|ze|owy|owa|owe|owej|owego|owych|ami|u)?`,
  ],
  ["%", 1, String.raw`%|proc\.?|procent\p{L}*`],
  ["%", 0.1, String.raw`‰|promil\p{L}*`],
  ["°", 1, String.raw`°|º|˚|stop(?:ni|nie|nia|ien|niach|niami|niom)|st\.`],
  ["zł", 1, String.raw`zl|pln|zlot\p{L}*`],
  ["zł", 0.01, String.raw`gr|grosz\p{L}*`],
  ["day", 1, String.raw`dni|dnia|dzien|dniach|dniom|dniami|dniow\p{L}*`],
  ["day", 7, String.raw`tydzien|tygodni\p{L}*`],
  ["month", 1, String.raw`miesi(?:ac|aca|ace|ecy|acach|eczn\p{L}*|acem|acami)|m-c\p{L}*|mies\.`],
  ["year", 1, String.raw`lat|lata|latach|latom|letni\p{L}*|rok|rokiem|roczn\p{L}*`],
  ["calendar", 1, String.raw`r\.?|roku`],
  ["hour", 1, String.raw`h|godz\.?|godzin\p{L}*`],
  ["storey", 1, String.raw`kondygn\p{L}*\.?`],
  ["floor", 1, String.raw`pietr\p{L}*`],
  ["place", 1, String.raw`m\.\s?p\.|mp|miejsc\p{L}*|stanowisk\p{L}*|stan\.`],
  ["flat", 1, String.raw`lokal\p{L}*`],
  ["home", 1, String.raw`mieszka(?:nie|nia|n|niach|niami|niom|niow\p{L}*)`],
  ["person", 1, String.raw`os\.|osob\p{L}*`],
  ["kWp", 1, String.raw`kwp`],
  ["W", 1_000_000, String.raw`mw(?!/)`],
  ["W", 1000, String.raw`kw`],
  ["V", 1000, String.raw`kv`],
  ["N", 1000, String.raw`kn`],
  ["kg", 1000, String.raw`ton\p{L}*|t`],
  ["kg", 1, String.raw`kg`],
  ["dB", 1, String.raw`db(?:\(a\))?`],
  ["dm3", 1, String.raw`l|dm[3³]|litr\p{L}*`],
];

/** Named groups are slow in a hot path: each unit has one numbered group, in order. */
const pattern = new RegExp(String.raw`^(?:${units.map(([, , form]) => `(${form})`).join("|")})(?![\p{L}\d²³])`, "iu");

export interface Unit {
  base: string;
  factor: number;
  /** Length of the unit as written. */
  length: number;
}

/** The unit that `text` (diacritics folded) begins with. */
export function unitAt(text: string): Unit | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const index = match.findIndex((group, position) => position > 0 && group !== undefined) - 1;
  const unit = units[index];
  return unit ? { base: unit[0], factor: unit[1], length: match[0].length } : undefined;
}

/** What a counted noun that is a unit of its own is called in the reason to the officer. */
const printed: Record<string, string> = {
  m2: "m²",
  m3: "m³",
  day: "dni",
  month: "mies.",
  year: "lat",
  calendar: "r.",
  hour: "godz.",
  storey: "kondygn.",
  floor: "pięter",
  place: "miejsc",
  flat: "lokali",
  home: "mieszkań",
  person: "osób",
};

export function printUnit(base: string): string {
  return printed[base] ?? base;
}
