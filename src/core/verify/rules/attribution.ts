import { align, sameWord } from "../align.ts";
import type { Fault } from "../evidence.ts";
import { type Case, unsupported } from "../rule.ts";
import { foldSameLength } from "../same-length.ts";

/** What a party says, wants or fears is told as that: the grounds of a decision are full of it; folded. */
const saying =
  /(?<![a-z])(?:podni(?:osl|esion|osi)[a-z]*|zarzuc[a-z]*|twierdz(?:i|en)[a-z]*|zdaniem(?!\s+organ)|domaga[a-z]*|uwaza[a-z]*|obawia[a-z]*|sprzeciwi[a-z]*|wn(?:iosl|osil)[a-z]*\s+o|kwestionuj[a-z]*|argumentuj[a-z]*)(?![a-z])/g;

/** What else tells in a claim that the words are someone's. */
const voices = /(?<![a-z])(?:zarzut|zastrzezen|stanowisk|sprzeciw|obaw)[a-z]*/;

/** Rule 6 of DESIGN §5: a statement that the source lays into someone's mouth is not told as a fact. */
export function checkAttribution({ claim, grounds }: Case): Fault[] {
  const told = new RegExp(`${saying.source}|${voices.source}`).test(foldSameLength(claim.text));
  if (told) return [];
  const cut = claim.verbatim.flatMap(({ ground, source }) => {
    const sentence = ground.sentences.find(({ start, end }) => start <= source.start && source.start < end);
    return sentence ? saidBefore(ground.source.text.slice(sentence.start, source.start)) : [];
  });
  const retold = align(claim, grounds).flatMap(({ words, clause }) => {
    if (!clause) return [];
    const matched = clause.words.filter((word) => words.some((other) => sameWord(word, other)));
    const middle = matched[Math.floor(matched.length / 2)];
    return middle ? saidBefore(clause.ground.source.text.slice(clause.range.start, middle.start)) : [];
  });
  return [...cut, ...retold].slice(0, 1);
}

function saidBefore(text: string): Fault[] {
  const match = [...foldSameLength(text).matchAll(saying)].at(-1);
  if (!match) return [];
  const word = text.slice(match.index, match.index + match[0].length);
  return [
    unsupported("attribution_left_out", `W źródle to czyjeś twierdzenie albo żądanie („${word}”), a nie ustalenie.`),
  ];
}
