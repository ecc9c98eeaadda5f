import { foldDiacritics } from "../text/plain.ts";

/**
 * A cue is one or more stems, all of which stand in the question, in any order: `zwrotn* potwierdz*`; stems joined by
 * `+` stand side by side: `jakie+pism*`. `*` lets an ending follow; without it the whole word is meant. Stems are written without diacritics. Officers type in a hurry:
 * a stem of six letters or more also fits with one letter wrong, missing, doubled or swapped.
 */
export type Cue = string;

export function tokensOf(text: string): string[] {
  return foldDiacritics(text).match(/[\p{L}\d]+/gu) ?? [];
}

/** How strongly the cues speak: the stems of the cues that fit, each cue by the square of its length. */
export function strengthOf(cues: readonly Cue[], tokens: readonly string[]): number {
  let strength = 0;
  for (const cue of cues) {
    const stems = stemsOf(cue);
    if (stems.every((stem) => stands(stem, tokens))) strength += cue.split(/[ +]/u).length ** 2;
  }
  return strength;
}

export function anyFits(cues: readonly Cue[], tokens: readonly string[]): boolean {
  return cues.some((cue) => stemsOf(cue).every((stem) => stands(stem, tokens)));
}

function stands(stem: string, tokens: readonly string[]): boolean {
  const [first = "", ...more] = stem.split("+");
  return tokens.some(
    (token, at) => fits(first, token) && more.every((next, place) => fits(next, tokens[at + 1 + place] ?? "")),
  );
}

const split = new Map<Cue, string[]>();

function stemsOf(cue: Cue): string[] {
  let stems = split.get(cue);
  if (!stems) {
    stems = cue.split(" ");
    split.set(cue, stems);
  }
  return stems;
}

function fits(stem: string, token: string): boolean {
  if (!stem.endsWith("*")) return token === stem || (stem.length >= typoFrom && isNear(stem, token));
  const root = stem.slice(0, -1);
  if (token.startsWith(root)) return true;
  if (root.length < typoFrom || token.length < root.length - 1) return false;
  return [-1, 0, 1].some((more) => isNear(root, token.slice(0, root.length + more)));
}

const typoFrom = 6;

/** A word typed with one slip of the keyboard. Both folded; short words are taken as they are. */
export function isSlipOf(wanted: string, typed: string): boolean {
  return wanted.length >= typoFrom - 1 && isNear(wanted, typed);
}

/** One letter wrong, missing, too many, or two neighbours swapped (Damerau's four slips). The first letter is right. */
function isNear(wanted: string, typed: string): boolean {
  if (wanted.charAt(0) !== typed.charAt(0) || Math.abs(wanted.length - typed.length) > 1) return false;
  let same = 0;
  while (same < wanted.length && wanted.charAt(same) === typed.charAt(same)) same += 1;
  const left = wanted.slice(same);
  const right = typed.slice(same);
  if (left.length > right.length) return left.slice(1) === right;
  if (right.length > left.length) return right.slice(1) === left;
  if (left.slice(1) === right.slice(1)) return true;
  return left.slice(2) === right.slice(2) && left.charAt(0) === right.charAt(1) && left.charAt(1) === right.charAt(0);
}
