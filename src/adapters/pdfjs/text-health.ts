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
  const characters = count(text, /\S/gu);
  if (characters === 0) return hasImages ? "no_text_layer" : "empty_page";
  const readable = count(text, /[\p{L}\p{N}\p{P}\p{S}]/gu) - count(text, /\uFFFD/gu);
  if (readable / characters < fewestReadable) return "broken_text_layer";
  const letters = count(text, /\p{L}/gu);
  if (letters >= tellingLetters) {
    const vowels = count(text, /[aeiouyąęó]/giu);
    const latin = count(text, /\p{Script=Latin}/gu);
    if (vowels / letters < fewestVowels || latin / letters < fewestLatin) return "broken_text_layer";
  }
  return hasImages && letters < stampLetters ? "no_text_layer" : undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
