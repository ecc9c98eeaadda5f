import type { Outcome } from "../../../../src/core/outcome.ts";
import type { QuestionDraft } from "../../model.ts";
import type { Inflected } from "../../people.ts";
import { numberForms, plainLetters } from "../../polish.ts";
import type { Rng } from "../../rng.ts";

/** Words one of which an answer that tells the outcome holds. */
const words: Partial<Record<Outcome, string[]>> = {
  granted: [
    "udzielam pozwolenia",
    "udzielono pozwolenia",
    "pozwolenie na budowę",
    "pozwolenia na budowę",
    "ustalam",
    "ustalono",
    "zatwierdzam",
  ],
  refused: ["odmawiam", "odmówiono", "odmowa", "odmowę", "odmawia", "odmówił", "odmawia się"],
  discontinued: ["umarzam", "umorzono", "umorzenie", "umorzeniu", "umarza", "umarza się"],
  repealed: ["uchylam", "uchylono", "uchylenie", "uchyleniu", "uchyla"],
  amended: ["zmieniam", "zmieniono", "zmiana", "zmianę", "zmienia"],
  transferred: ["przenoszę", "przeniesiono", "przeniesienie", "przeniesieniu", "przenosi"],
  expired: ["wygaśnięcie", "wygasła", "wygaśnięcia", "wygaśnięciu", "wygasło"],
  annulled: ["nieważność", "nieważności"],
  breach_found: ["z naruszeniem prawa"],
  change_refused: ["odmawiam", "odmówiono", "odmowa", "odmowę", "odmawia"],
  upheld: [
    "utrzymuję w mocy",
    "utrzymuje w mocy",
    "utrzymano w mocy",
    "utrzymuję zaskarżoną",
    "utrzymuje zaskarżoną",
    "w mocy",
  ],
  sent_back: ["do ponownego rozpatrzenia", "ponownego rozpatrzenia"],
  objection: ["wnoszę sprzeciw", "sprzeciw", "wniesiono sprzeciw", "wnosi sprzeciw"],
  no_objection: [
    "nie wniesiono sprzeciwu",
    "nie wniósł sprzeciwu",
    "brak podstaw do wniesienia sprzeciwu",
    "bez sprzeciwu",
    "nie wnosi sprzeciwu",
    "braku podstaw do wniesienia sprzeciwu",
    "brak sprzeciwu",
    "nie wnosi się sprzeciwu",
  ],
};

export function outcomeWords(outcome: Outcome): string[] {
  const found = words[outcome];
  if (!found) throw new Error(`no words for ${outcome}`);
  return found;
}

/** All cases of a name, and the surname first as registers have it. */
export function nameForms(name: Inflected): string[] {
  const forms = Object.values(name).map((form) => form.replace(/^spół\S+ /, ""));
  const [first = "", last, ...more] = name.nom.split(" ");
  const turned = last && more.length === 0 ? [`${last} ${first}`] : [];
  return [...new Set([...forms, ...turned])];
}

export function numbers(...all: string[]): string[] {
  return all.flatMap(numberForms);
}

/** Category I is also a word: it counts only beside what calls it a category. */
export function categoryForms(category: string): string[] {
  const beside = [`kategoria ${category}`, `kategorii ${category}`, `kat. ${category}`, `kategorię ${category}`];
  const labelled = [`kategoria obiektu budowlanego: ${category}`, `kategoria obiektu budowlanego – ${category}`];
  const forms = [
    ...beside,
    ...labelled,
    `kategoria obiektu ${category}`,
    `kategoria obiektu: ${category}`,
    `kategoria: ${category}`,
  ];
  return category.length > 1 ? [category, ...forms] : forms;
}

/** Shorthand as typed at a counter: no capitals, no Polish letters, now and then a slip of the finger. */
function typed(rng: Rng, text: string): string {
  const plain = plainLetters(text).toLowerCase();
  if (!rng.chance(0.15)) return plain;
  // A doubled or swapped letter in a long word; figures are typed with care.
  const long = [...plain.matchAll(/[a-z]{6,}/g)];
  const word = long.length > 0 ? rng.pick(long) : undefined;
  if (!word) return plain;
  const at = word.index + rng.int(2, word[0].length - 3);
  return `${plain.slice(0, at)}${plain[at + 1]}${plain[at]}${plain.slice(at + 2)}`;
}

type Common = Omit<QuestionDraft, "style" | "question">;

/** The same question twice: typed in haste, and as a whole sentence. */
export function bothStyles(rng: Rng, shorthand: string[], sentence: string[], common: Common): QuestionDraft[] {
  return [
    { ...common, style: "shorthand", question: typed(rng, rng.pick(shorthand)) },
    { ...common, style: "sentence", question: rng.pick(sentence) },
  ];
}

/** One of the two ways. */
export function eitherStyle(rng: Rng, shorthand: string[], sentence: string[], common: Common): QuestionDraft[] {
  const both = bothStyles(rng, shorthand, sentence, common);
  return [rng.pick(both)];
}

export function unanswerable(
  rng: Rng,
  shorthand: string[],
  sentence: string[],
  why: string,
  forbidden: string[] = [],
): QuestionDraft[] {
  return eitherStyle(rng, shorthand, sentence, {
    family: "unanswerable",
    outcome: "not_found",
    sources: [],
    values: [],
    forbidden,
    why,
  });
}
