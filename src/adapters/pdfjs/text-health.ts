import type { UnreadableReason } from "../../core/document.ts";

/** Below this share of readable characters a text layer is taken for broken: no ToUnicode map, wrong encoding. */
const fewestReadable = 0.7;

/**
 * Is the text of a page usable? A font without a ToUnicode map gives control and private-use characters, or letters
 * with hardly a vowel: such text is never searched or cited.
 */
export function textHealth(text: string, hasImages: boolean): UnreadableReason | undefined {
  const characters = [...text.replace(/\s+/gu, "")];
  if (characters.length === 0) return hasImages ? "no_text_layer" : "empty_page";
  const readable = characters.filter(
    (character) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) && character !== "\uFFFD",
  ).length;
  if (readable / characters.length < fewestReadable) return "broken_text_layer";
  const letters = characters.filter((character) => /\p{L}/u.test(character));
  if (letters.length >= 200) {
    const vowels = letters.filter((letter) => /[aeiouyąęó]/iu.test(letter)).length;
    const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
    if (vowels / letters.length < 0.15 || latin / letters.length < 0.5) return "broken_text_layer";
  }
  // A stamp or a page number over a scanned page is not its text.
  return hasImages && letters.length < 25 ? "no_text_layer" : undefined;
}
