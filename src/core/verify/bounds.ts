/** `""`: the figure is said to be so; `about`: „około”. */
export type Bound = "max" | "min" | "about" | "";

const than = String.raw`(?:\s+(?:niz|od))?`;
/**
 * Words before a figure that make it a limit, in folded text. The last one wins: „maksymalnie od 20”. Those of `near`
 * stand right before the figure, the others anywhere in its clause („maksymalna wysokość zabudowy: 12 m”).
 */
const cues: readonly [Bound, RegExp][] = [
  [
    "max",
    new RegExp(
      String.raw`(?<!\p{L})(?:nie\s+(?:moze\s+|moga\s+)?(?:byc\s+)?(?:wiecej|wyz\p{L}+|wieksz\p{L}+|dluz\p{L}+|szersz\p{L}+|pozniej\p{L}*|dalej|glebiej|przekracza\p{L}*|przekroczy\p{L}*|powyzej|ponad)${than}|nieprzekraczajac\p{L}*|(?<!nie )(?:mniej|niz\p{L}+|mniejsz\p{L}+)\s+niz)(?!\p{L})`,
      "gu",
    ),
  ],
  [
    "min",
    new RegExp(
      String.raw`(?<!\p{L})(?:nie\s+(?:moze\s+|moga\s+)?(?:byc\s+)?(?:mniej|nizsz\p{L}+|nizej|mniejsz\p{L}+|krotsz\p{L}+|krocej|wezsz\p{L}+|blizej|wczesniej\p{L}*|ponizej)${than}|(?<!nie |byc )(?:wiecej|wyzsz\p{L}+|wieksz\p{L}+)\s+niz)(?!\p{L})`,
      "gu",
    ),
  ],
  [
    "max",
    /(?<!\p{L})(?:maks\p{L}*|max\p{L}*|najwyzej|dopuszczaln\p{L}*|limit\p{L}*|gorn\p{L}+ granic\p{L}*|(?<!nie )ponizej)(?!\p{L})|[≤<]/gu,
  ],
  ["min", /(?<!\p{L})(?:co najmniej|przynajmniej|min|minim\p{L}*|(?<!nie )(?:powyzej|ponad))(?!\p{L})|[≥>]/gu],
  ["about", /(?<!\p{L})(?:okolo|ok|ca|w przyblizeniu|mniej wiecej)(?!\p{L})/gu],
];
const near: readonly [Bound, RegExp][] = [
  ["max", /(?<!\p{L})do(?:\s+(?:wysokosci|poziomu|dnia|ok\.|okolo))?[\s:]*$/u],
  ["min", /(?<!\p{L})od(?:\s+(?:wysokosci|poziomu|dnia|ok\.|okolo))?[\s:]*$/u],
];

/**
 * @param before folded text before the figure, from the figure before it on
 * @param previous bound of the figure before: „maks. 12 m lub 3 kondygnacje” limits both
 * @returns the bound, and where in `before` the words stand that tell it
 */
export function boundBefore(
  before: string,
  previous: Bound | undefined,
): { bound: Bound; cue?: { start: number; end: number } } {
  const clause =
    before
      .split(/[;\n\t]|(?<!(?<!\p{L})(?:maks|max|min|minim|ok|pow|wys|szer|dl|tj|np|ew|zab|biol))\.\s+(?=\p{L}{4})/u)
      .at(-1) ?? "";
  const offset = before.length - clause.length;
  for (const [bound, pattern] of near) {
    const match = pattern.exec(clause);
    if (match) return { bound, cue: { start: offset + match.index, end: before.length } };
  }
  let found: { bound: Bound; start: number; end: number } | undefined;
  for (const [bound, pattern] of cues) {
    for (const match of clause.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (!found || end > found.end) found = { bound, start: match.index, end };
    }
  }
  if (found) return { bound: found.bound, cue: { start: offset + found.start, end: offset + found.end } };
  const carried = previous && /^\s*(?:lub|i|oraz|albo|,|tj\.|\(|,?\s*czyli|bądź)?\s*$/u.test(clause);
  return { bound: carried ? previous : "" };
}
