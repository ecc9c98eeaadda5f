/** Ordinals as a date has them: „trzydziestego marca dwa tysiące dziesiątego roku”. */
const units = [
  "",
  "pierwszego",
  "drugiego",
  "trzeciego",
  "czwartego",
  "piątego",
  "szóstego",
  "siódmego",
  "ósmego",
  "dziewiątego",
  "dziesiątego",
  "jedenastego",
  "dwunastego",
  "trzynastego",
  "czternastego",
  "piętnastego",
  "szesnastego",
  "siedemnastego",
  "osiemnastego",
  "dziewiętnastego",
];
const tens = [
  "",
  "",
  "dwudziestego",
  "trzydziestego",
  "czterdziestego",
  "pięćdziesiątego",
  "sześćdziesiątego",
  "siedemdziesiątego",
  "osiemdziesiątego",
  "dziewięćdziesiątego",
];
const thousands: readonly [words: string, years: number][] = [
  ["dwa tysiące", 2000],
  ["tysiąc dziewięćset", 1900],
];

const numbers = new Map<string, number>();
for (let number = 1; number < 100; number += 1) {
  const words =
    number < 20 ? units[number] : [tens[Math.floor(number / 10)], units[number % 10]].filter(Boolean).join(" ");
  if (words) numbers.set(words, number);
}
const years = new Map<string, number>([["dwutysięcznego", 2000]]);
for (const [words, from] of thousands) for (const [own, number] of numbers) years.set(`${words} ${own}`, from + number);

/** Longest first, so that „dwudziestego pierwszego” is not twenty. */
const anyOf = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replace(/ /gu, String.raw`\s{1,3}`))
    .join("|");

/** Groups `day` and `year` hold words, for `numberInWords`. @param month the months, as alternatives */
export function dateInWords(month: string): RegExp {
  const days = [...numbers].filter(([, number]) => number <= 31).map(([words]) => words);
  const year = String.raw`\d{4}|${anyOf(years.keys())}`;
  return new RegExp(
    String.raw`(?<!\p{L})(?<day>${anyOf(days)})\s{1,3}(?<month>${month})\s{1,3}(?<year>${year})(?![\p{L}\d])`,
    "giu",
  );
}

/** A day or a year; NaN for words that are none. */
export function numberInWords(words: string): number {
  const plain = words.toLowerCase().replace(/\s+/gu, " ");
  return numbers.get(plain) ?? years.get(plain) ?? Number(plain);
}
