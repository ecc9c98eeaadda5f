import { foldDiacritics } from "../../../src/core/text/plain.ts";
import type { Sentence } from "../state.ts";

/** Lines that stand in every paper and say nothing of the case: who gets a copy, who sends, headings, formulas. */
const furniture: readonly RegExp[] = [
  /(?:^|\s)a\/a(?:\s|$)|do wiadomosci\.?$|^otrzymuja|^adresat|^nadawca|^sporzadzil|^podpis/u,
  /^\d{1,2}[.)]\s+[\p{L}.-]+(?:\s+[\p{L}.-]+){0,2}\.?$|^\d{1,2}[.)]\s+.{0,60}(?:sp\. z o\.? ?o|s\.a\.|sp\. k|sp\. j)\.?$/u,
  /^(?:znak|znak sprawy|nr sprawy|oznaczenie sprawy)\b/u,
  /^(?:decyzja|postanowienie|zaswiadczenie|zawiadomienie|wniosek|zgloszenie|uchwala|opinia|zwrotne potwierdzenie odbioru)(?:\s+nr\s+\S+)?(?:\s+(?:o|w sprawie|w zakresie)\s[^.]*)?$/u,
  /odpowiedzialnosci karnej|oplat\p{L}* skarbow\p{L}* (?:pobrano|uiszczono)|^\(podpis\)/u,
  /orzeczono jak w sentencji|orzeka sie jak (?:nizej|w sentencji)/u,
];

/** Whether a sentence states something: no receiver, letterhead, title or formula, and no row of heads. */
export function isStatement({ text, headingPath }: Pick<Sentence, "text" | "headingPath">): boolean {
  const folded = foldDiacritics(text).replace(/\s+/gu, " ").trim();
  if (furniture.some((pattern) => pattern.test(folded))) return false;
  if (headingPath.some((heading) => /^(?:otrzymuj|do wiadomości|rozdzielnik)/iu.test(heading.trim()))) return false;
  // A name of an office or a person has no words of its own in lower case.
  const words = text.match(/(?<![\p{L}\d])\p{Ll}{3,}/gu) ?? [];
  return words.length >= 2 || /\t/u.test(text) || (words.length >= 1 && /\d/.test(text));
}

/** A row of heads: words alone, with rows below. */
export function isHeads(sentence: Sentence, sentences: readonly Sentence[]): boolean {
  if (!sentence.text.includes("\t") || /\d/.test(sentence.text)) return false;
  const at = sentences.indexOf(sentence);
  return !sentences[at - 1]?.text.includes("\t") && sentences[at + 1]?.text.includes("\t") === true;
}

/** As much of a text as an officer reads at a glance, cut at a word. */
export function glimpse(text: string, length = 300): string {
  if (text.length <= length) return text;
  return `${text.slice(0, Math.max(text.lastIndexOf(" ", length), text.lastIndexOf("\n", length), length / 2))}…`;
}
