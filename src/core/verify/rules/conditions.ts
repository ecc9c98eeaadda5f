import { align, sameWord } from "../align.ts";
import type { ClaimReading, Verbatim } from "../claim-reading.ts";
import type { Fault } from "../evidence.ts";
import { type Case, contradicted, unsupported } from "../rule.ts";
import { foldSameLength } from "../same-length.ts";
import { readWords } from "../words.ts";

/** Words that make a sentence hold for less than it says, those that say the same in one row; folded. */
const cues: readonly RegExp[] = [
  "o ile|pod warunkiem|jezeli|jesli|gdy|w przypadku|w razie",
  "chyba ze|z wyjatkiem|za wyjatkiem|oprocz|poza|nie dotyczy",
  "z zastrzezeniem|z tym ze",
  "do czasu",
].map((words) => new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, "g"));
/** Before a quotation that begins inside a sentence: what these words govern is no statement of its own. */
const turning =
  /(?<!\p{L})(?:nie|bez|brak|ani|odm(?:awia|ow)\p{L}*|zakaz\p{L}*|zabrania\p{L}*|wni(?:osl|osek|oskiem|osku|osl)\p{L}*|wnosil\p{L}*|zadal?\p{L}*|domaga\p{L}*|czy|gdyby|rzekom\p{L}*|jakoby)(?!\p{L})/u;

/** Right before a quotation: a limit that belongs to the figure in it. */
const limiting =
  /(?<![a-z])(?:maks[a-z]*\.?|minim[a-z]*|min\.|dopuszczaln[a-z]*|co\s+naj[a-z]+|najwyzej|nie\s+(?:wiecej|mniej|wyz[a-z]+|niz[a-z]+)\s+niz|ponizej|powyzej|okolo|ok\.|do|od)\s*$/u;

/** Rule 6 of DESIGN §5: a condition or exception of the same source sentence is not left out. */
export function checkConditions({ claim, grounds }: Case): Fault[] {
  const faults: Fault[] = claim.verbatim.flatMap((verbatim) => checkCut(verbatim, claim));
  for (const { clause } of align(claim, grounds)) {
    if (clause) faults.push(...leftOut(clause.text, clause.text, claim));
  }
  return faults.slice(0, 2);
}

/** What a verbatim stretch leaves out of the sentence it is taken from. */
function checkCut({ ground, source }: Verbatim, claim: ClaimReading): Fault[] {
  const text = ground.source.text;
  const sentence = ground.sentences.find(({ start, end }) => start <= source.start && source.start < end);
  const last = ground.sentences.find(({ start, end }) => start < source.end && source.end <= end);
  const before = sentence ? (text.slice(sentence.start, source.start).split(/[;:]/u).at(-1) ?? "") : "";
  const after = last ? (text.slice(source.end, last.end).split(";")[0] ?? "") : "";
  const turned = turning.exec(foldSameLength(before).slice(-60));
  if (turned) {
    const word = before.slice(-60).slice(turned.index).trim().split(/\s+/u)[0] ?? "";
    return [
      contradicted(
        "quote_cut",
        `Przytoczenie zaczyna się w środku zdania, tuż po słowie „${word}”, które zmienia jego sens.`,
      ),
    ];
  }
  const limit = limiting.exec(foldSameLength(before));
  if (limit && /\d/.test(text.slice(source.start, source.end))) {
    const word = before.slice(limit.index).trim();
    return [unsupported("quote_cut", `Przytoczenie pomija „${word}”, które stoi w źródle tuż przed nim.`)];
  }
  const sentenceText = text.slice(sentence?.start ?? source.start, last?.end ?? source.end);
  return [...leftOut(before, sentenceText, claim), ...leftOut(after, sentenceText, claim)];
}

/** @param whole the source sentence: a claim that has as many conditions as it tells all of them in words of its own */
function leftOut(text: string, whole: string, claim: ClaimReading): Fault[] {
  const folded = foldSameLength(text);
  return cues.flatMap((cue) => {
    const told = count(claim.text, cue) >= count(whole, cue);
    return [...folded.matchAll(cue)].flatMap((match) => {
      const clause = text.slice(match.index).split(/[;\n]|\.\s|,\s(?!że|ze|o|gdy|gdzie)/u)[0] ?? "";
      const words = readWords(clause).slice(0, 8);
      const share = words.filter((word) => claim.words.some((other) => sameWord(word, other))).length / words.length;
      if (share >= (told ? 0.5 : 0.8)) return [];
      const detail = `Twierdzenie pomija zastrzeżenie źródła: „${clause.trim().slice(0, 120)}”.`;
      return [unsupported("condition_left_out", detail)];
    });
  });
}

function count(text: string, cue: RegExp): number {
  return [...foldSameLength(text).matchAll(cue)].length;
}
