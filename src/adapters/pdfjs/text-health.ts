import type { UnreadableReason } from "../../core/document.ts";

/** Below this share of readable characters a text layer is taken for broken: no ToUnicode map, wrong encoding. */
const fewestReadable = 0.7;
/** Letters from which their mix says something, and the least share of vowels and of Latin ones in any language's text. */
const tellingLetters = 200;
const fewestVowels = 0.15;
const fewestLatin = 0.5;
/** Fewer letters than this over an image are a stamp or a page number. */
const stampLetters = 25;

/**
 * Is the text of a page usable? A font without a ToUnicode map gives control and private-use characters, or letters
 * with hardly a vowel: such text is never searched or cited.
 */
export function textHealth(text: string, hasImages: boolean): UnreadableReason | undefined {
  const { visible, readable, letters, vowels, latin } = countSigns(text);
  if (visible === 0) return hasImages ? "no_text_layer" : "empty_page";
  if (readable / visible < fewestReadable) return "broken_text_layer";
  if (letters >= tellingLetters && (vowels / letters < fewestVowels || latin / letters < fewestLatin))
    return "broken_text_layer";
  return hasImages && letters < stampLetters ? "no_text_layer" : undefined;
}

const sorts = {
  visible: /\S/u,
  // All but the replacement character, which stands for what could not be read.
  readable: /[[\p{L}\p{N}\p{P}\p{S}]--[\uFFFD]]/v,
  letters: /\p{L}/u,
  vowels: /[aeiouyąęó]/iu,
  latin: /\p{Script=Latin}/u,
};
type Sort = keyof typeof sorts;

/** How many characters of each sort; a page repeats its few characters, so each is looked at once. */
function countSigns(text: string): Record<Sort, number> {
  const times = new Map<string, number>();
  for (const sign of text) times.set(sign, (times.get(sign) ?? 0) + 1);
  const counts = { visible: 0, readable: 0, letters: 0, vowels: 0, latin: 0 };
  for (const [sign, count] of times) {
    for (const sort of Object.keys(sorts) as Sort[]) if (sorts[sort].test(sign)) counts[sort] += count;
  }
  return counts;
}
