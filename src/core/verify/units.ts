/** Units of officers' papers with their base unit, so that 1200 cm = 12 m and 0,5 ha = 5000 m². Patterns meet folded text. */
const units: readonly [base: string, factor: number, pattern: string][] = [
  ["W/m2K", 1, String.raw`w\s?/\s?\(?m[2²]\s?[·*x]?\s?k\)?`],
  ["l/s", 1, String.raw`l/s|dm[3³]/s`],
  ["m3/d", 1, String.raw`m[3³]\s?/\s?(?:d|dobe|dob)`],
  ["m3/h", 1, String.raw`m[3³]\s?/\s?h`],
  ["m3", 1, String.raw`m\s?[3³]|m\^3|metr[a-z]*\s+szescienn[a-z]*|m\s?szesc\.?`],
  ["m2", 1, String.raw`m\s?[2²]|m\^2|m\s?kw\.?|mkw\.?|metr[a-z]*\s+kwadratow[a-z]*`],
  ["km2", 1, String.raw`km\s?[2²]`],
  ["m2", 10_000, String.raw`ha|hektar[a-z]*`],
  ["m2", 100, String.raw`ar(?:y|ow|a|ach)?`],
  ["m", 1000, String.raw`km|kilometr[a-z]*`],
  ["m", 0.01, String.raw`cm|centymetr[a-z]*`],
  ["m", 0.001, String.raw`mm|milimetr[a-z]*`],
  [
    "m",
    1,
    String.raw`m\s?n\.?\s?p\.?\s?t\.?|m\.?b\.?|m|metr(?:y|ow|a|ach|om|em|ze|owy|owa|owe|owej|owego|owych|ami|u)?`,
  ],
  ["%", 1, String.raw`%|proc\.?|procent[a-z]*`],
  ["%", 0.1, String.raw`‰|promil[a-z]*`],
  ["°", 1, String.raw`°|º|˚|stop(?:ni|nie|nia|ien|niach|niami|niom)|st\.`],
  ["zł", 1, String.raw`zl|pln|zlot[a-z]*`],
  ["zł", 0.01, String.raw`gr|grosz[a-z]*`],
  ["day", 1, String.raw`dni|dnia|dzien|dniach|dniom|dniami|dniow[a-z]*`],
  ["day", 7, String.raw`tydzien|tygodni[a-z]*`],
  ["month", 1, String.raw`miesi(?:ac|aca|ace|ecy|acach|eczn[a-z]*|acem|acami)|m-c[a-z]*|mies\.`],
  ["year", 1, String.raw`lat|lata|latach|latom|letni[a-z]*|rok|rokiem|roczn[a-z]*`],
  ["calendar", 1, String.raw`r\.?|roku`],
  ["hour", 1, String.raw`h|godz\.?|godzin[a-z]*`],
  ["storey", 1, String.raw`kondygn[a-z]*\.?`],
  ["floor", 1, String.raw`pietr[a-z]*`],
  ["place", 1, String.raw`m\.\s?p\.|mp|miejsc[a-z]*|stanowisk[a-z]*|stan\.`],
  ["flat", 1, String.raw`lokal[a-z]*`],
  ["home", 1, String.raw`mieszka(?:nie|nia|n|niach|niami|niom|niow[a-z]*)`],
  ["person", 1, String.raw`os\.|osob[a-z]*`],
  ["kWp", 1, String.raw`kwp`],
  ["W", 1_000_000, String.raw`mw(?!/)`],
  ["W", 1000, String.raw`kw`],
  ["V", 1000, String.raw`kv`],
  ["N", 1000, String.raw`kn`],
  ["kg", 1000, String.raw`ton[a-z]*|t`],
  ["kg", 1, String.raw`kg`],
  ["dB", 1, String.raw`db(?:\(a\))?`],
  ["dm3", 1, String.raw`l|dm[3³]|litr[a-z]*`],
];

/** Named groups are slow in a hot path: each unit has one numbered group, in order. */
const pattern = new RegExp(String.raw`^(?:${units.map(([, , form]) => `(${form})`).join("|")})(?![a-z\d²³])`, "u");

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
