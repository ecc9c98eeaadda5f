import { align, type Alignment, type Clause, sameWord } from "../align.ts";
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
      (word) => isWithout(claim.text, word) || !told.some(({ start, end }) => start <= word.start && word.end <= end),
    );
    const own = grounds.flatMap((ground) => ground.own.words);
    const limits = claim.quantities.some(
      ({ value, start }) => value.bound !== "" && alignment.range.start <= start && start < alignment.range.end,
    );
    return [
      ...checkNegation(claim.text, words, alignment, own),
      ...checkModality(alignment.words, alignment, limits),
    ].slice(0, 2);
  });
}

/** An outcome's own „nie” is rule outcome's affair; „zmieniono bez zgody” denies what comes with it. */
function isWithout(text: string, { start, folded }: Word): boolean {
  return /(?<!\p{L})bez\s+$/iu.test(text.slice(0, start)) && !/^(?:rozpozn|sprzeciw)/.test(folded);
}

function checkNegation(text: string, words: readonly Word[], { clause }: Alignment, own: readonly Word[]): Fault[] {
  const denies = words.some(({ negated }) => negated === "yes");
  const denied = clause?.words.find(({ negated }) => negated === "yes");
  const frame = words.findIndex((word) => word.frame);
  const [verb, next] = frame < 0 ? [] : words.slice(frame, frame + 2);
  const follows = verb && next && !/[\d(,]/u.test(text.slice(verb.end, next.start));
  if (clause && verb && !echoes(clause, follows ? next : undefined)) {
    return [contradicted("negation_added", `Twierdzenie mówi „nie ${verb.text}”, a źródło temu nie przeczy.`)];
  }
  if (denied?.frame && !denies) {
    return [contradicted("negation_dropped", `Źródło mówi „nie ${denied.text}”, a twierdzenie to pomija.`)];
  }
  const verbDenied = clause ? deniedByVerb(clause) : undefined;
  const told = verbDenied && !verb && words.find((word) => sameWord(word, verbDenied.target));
  if (told && told.negated !== "yes") {
    return [contradicted("negation_dropped", `Źródło mówi „nie ${verbDenied.verb.text}”, a twierdzenie to pomija.`)];
  }
  const spent = words.every(
    (word) => word.negated !== "yes" || clause?.words.some((other) => other.negated === "yes" && sameWord(word, other)),
  );
  return words.flatMap((word) => {
    if (word.frame) return [];
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
    // The claim's „nie” denies what the source's other „nie” does, so it is not there for this word as well.
    if (word.negated === "near" && inClause.length > 0 && spent && matches.every(({ negated }) => negated === "yes")) {
      return [unsupported("negation_dropped", `W źródle przed „${matches[0]?.text ?? ""}” stoi przeczenie.`)];
    }
    if (word.negated === "no" && !denies && matches.every(({ negated }) => negated === "near")) {
      return [unsupported("negation_dropped", `W źródle „${matches[0]?.text ?? ""}” należy do zdania przeczącego.`)];
    }
    return [];
  });
}

/** „Brak X nie stanowi Y”: the second negation denies Y, whatever the first one denies. */
function deniedByVerb({ words }: Clause): { verb: Word; target: Word } | undefined {
  const at = words.findIndex(({ frame }) => frame);
  const [verb, target] = at < 0 ? [] : words.slice(at, at + 2);
  return verb && target?.negated === "yes" && !target.frame ? { verb, target } : undefined;
}

/** „nie posiada garażu” says „bez garażu”: the source denies the same verb, or the word that follows it. */
function echoes(clause: Clause, next: Word | undefined): boolean {
  return clause.words.some(
    (other) =>
      other.negated === "yes" && (other.frame || (next?.negated === "yes" && !next.frame && sameWord(next, other))),
  );
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
  const limited = limits && held.length === 0;
  const added = said.find((modality) => !held.includes(modality) && !(limited && modality === "must"));
  if (added) {
    const detail = `Twierdzenie mówi „${modalityNames[added]}”, a źródło ${held[0] ? `„${modalityNames[held[0]]}”` : "tego nie mówi"}.`;
    return [held.length > 0 ? contradicted("modality_other", detail) : unsupported("modality_added", detail)];
  }
  const order = said.length === 0 ? words.flatMap((word) => orderToldAsDone(word, clause)).slice(0, 1) : [];
  if (order.length > 0) return order;
  return words.flatMap((word) => {
    const matches = clause.words.filter((other) => sameWord(word, other));
    const [first] = matches;
    if (!first || first.modality === "" || matches.some(({ modality }) => modality === word.modality)) return [];
    if (word.modality !== "") {
      const detail = `Twierdzenie mówi „${modalityNames[word.modality]} ${word.text}”, a źródło „${modalityNames[first.modality]}”.`;
      return [contradicted("modality_other", detail)];
    }
    if (said.length > 0) return [];
    const detail = `Twierdzenie pomija „${modalityNames[first.modality]}”, które w źródle stoi przed „${first.text}”.`;
    const denied = first.modality === "must_not" || first.modality === "should_not" || first.modality === "need_not";
    return [denied ? contradicted("modality_dropped", detail) : unsupported("modality_dropped", detail)];
  });
}

const done = /(?:[aio]no|[iyęu]to|[aiyęą]ł[aoiy]?|[aiy]li)$/iu;
const infinitive = /(?<!ś)ć$/iu;

/** „2. obsadzić skarpę” asks for what is not done yet; „obsadzono skarpę” reports it. */
function orderToldAsDone(word: Word, clause: Clause): Fault[] {
  const matches = clause.words.filter((other) => sameWord(word, other));
  const [first] = matches;
  if (!first || !done.test(word.text) || !matches.every(({ text }) => infinitive.test(text))) return [];
  const detail = `W źródle to zalecenie („${first.text}”), a twierdzenie mówi, że rzecz już wykonano („${word.text}”).`;
  return [unsupported("modality_dropped", detail)];
}

function modalitiesOf(words: readonly Word[]): Exclude<Modality, "">[] {
  return [...new Set(words.flatMap(({ modality }) => (modality === "" ? [] : [modality])))];
}
