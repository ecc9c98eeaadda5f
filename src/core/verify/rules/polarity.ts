import { align, type Alignment, sameWord } from "../align.ts";
import type { Fault } from "../evidence.ts";
import { type Case, contradicted, unsupported } from "../rule.ts";
import type { Modality, Word } from "../words.ts";

/**
 * Rule 5 of DESIGN §5: what the source denies the claim denies, and the other way round; may, must, should and must
 * not stay what they are. Read in the whole source sentence, so that a quote cannot cut its „nie” off.
 */
export function checkPolarity({ claim, grounds }: Case): Fault[] {
  const told = claim.outcomes.filter(claim.isFree);
  return align(claim, grounds).flatMap((alignment) => {
    const words = alignment.words.filter(
      (word) => !told.some(({ start, end }) => start <= word.start && word.end <= end),
    );
    const own = grounds.flatMap((ground) => ground.own.words);
    const limits = claim.quantities.some(
      ({ value, start }) => value.bound !== "" && alignment.range.start <= start && start < alignment.range.end,
    );
    return [...checkNegation(words, alignment, own), ...checkModality(words, alignment, limits)].slice(0, 2);
  });
}

function checkNegation(words: readonly Word[], { clause }: Alignment, own: readonly Word[]): Fault[] {
  const denies = words.some(({ negated }) => negated === "yes");
  return words.flatMap((word) => {
    const inClause = clause?.words.filter((other) => sameWord(word, other)) ?? [];
    const matches = inClause.length > 0 ? inClause : own.filter((other) => sameWord(word, other));
    if (matches.length === 0) return [];
    if (word.negated === "no" && matches.every(({ negated }) => negated === "yes")) {
      return [
        contradicted(
          "negation_dropped",
          `Źródło przeczy temu, co mówi twierdzenie: przed „${matches[0]?.text ?? ""}” stoi tam przeczenie.`,
        ),
      ];
    }
    if (word.negated === "yes" && matches.every(({ negated }) => negated === "no")) {
      return [contradicted("negation_added", `Twierdzenie przeczy źródłu: „${word.text}” stoi tam bez przeczenia.`)];
    }
    if (word.negated === "no" && !denies && matches.every(({ negated }) => negated === "near")) {
      return [unsupported("negation_dropped", `W źródle „${matches[0]?.text ?? ""}” należy do zdania przeczącego.`)];
    }
    return [];
  });
}

const modalityNames: Readonly<Record<Exclude<Modality, "">, string>> = {
  may: "może",
  must: "musi",
  should: "powinien",
  must_not: "nie może",
  need_not: "nie musi",
  should_not: "nie powinien",
};

/** @param limits the sentence has a figure with a limit, which says „must” by itself */
function checkModality(words: readonly Word[], { clause }: Alignment, limits: boolean): Fault[] {
  if (!clause) return [];
  const said = modalitiesOf(words);
  const held = modalitiesOf(clause.words);
  const added = said.find((modality) => !held.includes(modality) && !(limits && modality === "must"));
  if (added) {
    const detail = `Twierdzenie mówi „${modalityNames[added]}”, a źródło ${held[0] ? `„${modalityNames[held[0]]}”` : "tego nie mówi"}.`;
    return [held.length > 0 ? contradicted("modality_other", detail) : unsupported("modality_added", detail)];
  }
  if (said.length > 0) return [];
  return words.flatMap((word) => {
    const matches = clause.words.filter((other) => sameWord(word, other));
    const [first] = matches;
    if (!first || first.modality === "" || matches.some(({ modality }) => modality === "")) return [];
    const detail = `Twierdzenie pomija „${modalityNames[first.modality]}”, które w źródle stoi przed „${first.text}”.`;
    const denied = first.modality === "must_not" || first.modality === "should_not" || first.modality === "need_not";
    return [denied ? contradicted("modality_dropped", detail) : unsupported("modality_dropped", detail)];
  });
}

function modalitiesOf(words: readonly Word[]): Exclude<Modality, "">[] {
  return [...new Set(words.flatMap(({ modality }) => (modality === "" ? [] : [modality])))];
}
