import { foldDiacritics } from "../text/plain.ts";

/**
 * Polish cardinal numbers in words, in any case: „dwanaście”, „dwunastu”, „dwudziestu pięciu”, „sto dwadzieścia”,
 * „dwa tysiące”. Folded forms; each row is a value with the forms it takes.
 */
const forms: readonly [value: number, forms: string][] = [
  [0.5, "pol"],
  [1.5, "poltora poltorej"],
  [1, "jeden jedna jedno jednego jednej jednemu jedną jednym"],
  [2, "dwa dwie dwoch dwu dwom dwoma dwiema dwoje dwojga"],
  [3, "trzy trzech trzem trzema troje trojga"],
  [4, "cztery czterech czterem czterema czworo"],
  [5, "piec pieciu piecioma"],
  [6, "szesc szesciu szescioma"],
  [7, "siedem siedmiu siedmioma"],
  [8, "osiem osmiu osmioma"],
  [9, "dziewiec dziewieciu dziewiecioma"],
  [10, "dziesiec dziesieciu dziesiecioma"],
  [11, "jedenascie jedenastu jedenastoma"],
  [12, "dwanascie dwunastu dwunastoma"],
  [13, "trzynascie trzynastu trzynastoma"],
  [14, "czternascie czternastu czternastoma"],
  [15, "pietnascie pietnastu pietnastoma"],
  [16, "szesnascie szesnastu szesnastoma"],
  [17, "siedemnascie siedemnastu siedemnastoma"],
  [18, "osiemnascie osiemnastu osiemnastoma"],
  [19, "dziewietnascie dziewietnastu dziewietnastoma"],
  [20, "dwadziescia dwudziestu dwudziestoma"],
  [30, "trzydziesci trzydziestu trzydziestoma"],
  [40, "czterdziesci czterdziestu czterdziestoma"],
  [50, "piecdziesiat piecdziesieciu piecdziesiecioma"],
  [60, "szescdziesiat szescdziesieciu szescdziesiecioma"],
  [70, "siedemdziesiat siedemdziesieciu siedemdziesiecioma"],
  [80, "osiemdziesiat osiemdziesieciu osiemdziesiecioma"],
  [90, "dziewiecdziesiat dziewiecdziesieciu dziewiecdziesiecioma"],
  [100, "sto stu stoma"],
  [200, "dwiescie dwustu"],
  [300, "trzysta trzystu"],
  [400, "czterysta czterystu"],
  [500, "piecset pieciuset"],
  [600, "szescset szesciuset"],
  [700, "siedemset siedmiuset"],
  [800, "osiemset osmiuset"],
  [900, "dziewiecset dziewieciuset"],
];
const values = new Map(
  forms.flatMap(([value, words]) => words.split(" ").map((word) => [foldDiacritics(word), value] as const)),
);
const thousands = /^tysiac(?:|a|u|e|om|ami|ach|em)$|^tysiecy$/;
const millions = /^milion(?:|a|y|ow|em|ami|om)$/;

/**
 * Reads the longest run of number words.
 * @param words in text order
 * @returns the value and how many words it took; undefined when the first word starts no number
 */
export function readNumberWords(words: readonly string[]): { value: number; taken: number } | undefined {
  let total = 0;
  let group = 0;
  let taken = 0;
  // A number goes down in steps: hundreds, tens, ones. What does not fit below starts another number.
  let below = 1000;
  for (const word of words) {
    const plain = foldDiacritics(word);
    const multiplier = thousands.test(plain) ? 1_000 : millions.test(plain) ? 1_000_000 : undefined;
    if (multiplier !== undefined) {
      total += (group === 0 ? 1 : group) * multiplier;
      group = 0;
      below = 1000;
      taken += 1;
      continue;
    }
    const value = values.get(plain);
    if (value === undefined || value >= below) break;
    group += value;
    below = value >= 100 ? 100 : value >= 20 ? 10 : 0;
    taken += 1;
  }
  return taken === 0 ? undefined : { value: total + group, taken };
}

/** Beginnings of compound adjectives: dwukondygnacyjny, trzylokalowy. */
const compounds: readonly [RegExp, number][] = [
  [/^jedno/, 1],
  [/^dwu/, 2],
  [/^(?:trzy|troj)/, 3],
  [/^cztero/, 4],
  [/^piecio/, 5],
  [/^szescio/, 6],
  [/^siedmio/, 7],
  [/^osmio/, 8],
  [/^dziewiecio/, 9],
  [/^dziesiecio/, 10],
  [/^jedenasto/, 11],
  [/^dwunasto/, 12],
];

/** „dwukondygnacyjny” → 2 and the rest of the word, folded. */
export function compoundNumber(word: string): { value: number; rest: string } | undefined {
  const plain = foldDiacritics(word);
  for (const [pattern, value] of compounds) {
    if (pattern.test(plain)) return { value, rest: plain.replace(pattern, "") };
  }
  return undefined;
}
