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
      String.raw`(?<![a-z])(?:nie\s+(?:moze\s+|moga\s+)?(?:byc\s+)?(?:wiecej|wyz[a-z]+|wieksz[a-z]+|dluz[a-z]+|szersz[a-z]+|pozniej[a-z]*|dalej|glebiej|przekracza[a-z]*|przekroczy[a-z]*|powyzej|ponad)${than}|nieprzekraczajac[a-z]*|(?<!nie )(?:mniej|niz[a-z]+|mniejsz[a-z]+)\s+niz)(?![a-z])`,
      "gu",
    ),
  ],
  [
    "min",
    new RegExp(
      String.raw`(?<![a-z])(?:nie\s+(?:moze\s+|moga\s+)?(?:byc\s+)?(?:mniej|nizsz[a-z]+|nizej|mniejsz[a-z]+|krotsz[a-z]+|krocej|wezsz[a-z]+|blizej|wczesniej[a-z]*|ponizej)${than}|(?<!nie |byc )(?:wiecej|wyzsz[a-z]+|wieksz[a-z]+)\s+niz)(?![a-z])`,
      "gu",
    ),
  ],
  [
    "max",
    /(?<![a-z])(?:maks[a-z]*|max[a-z]*|najwyzej|dopuszczaln[a-z]*|limit[a-z]*|gorn[a-z]+ granic[a-z]*|(?<!nie )ponizej)(?![a-z])|[≤<]/gu,
  ],
  ["min", /(?<![a-z])(?:co najmniej|przynajmniej|min|minim[a-z]*|(?<!nie )(?:powyzej|ponad))(?![a-z])|[≥>]/gu],
  ["about", /(?<![a-z])(?:okolo|ok|ca|w przyblizeniu|mniej wiecej)(?![a-z])/gu],
];
const near: readonly [Bound, RegExp][] = [
  ["max", /(?<![a-z])do(?:\s+(?:wysokosci|poziomu|dnia|lat|miesiecy|ok\.|okolo))?[\s:]*$/u],
  ["min", /(?<![a-z])od(?:\s+(?:wysokosci|poziomu|dnia|lat|miesiecy|ok\.|okolo))?[\s:]*$/u],
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
      .split(/[;\n\t]|(?<!(?<![a-z])(?:maks|max|min|minim|ok|pow|wys|szer|dl|tj|np|ew|zab|biol))\.\s+(?=[a-z]{4})/u)
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
  // What stands in another cell or line is limited by itself.
  const carried =
    previous && !/[\t\n]/u.test(before) && /^\s*(?:lub|i|oraz|albo|,|tj\.|\(|,?\s*czyli|bądź)?\s*$/u.test(clause);
  return { bound: carried ? previous : "" };
}
