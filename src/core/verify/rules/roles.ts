import { align, sameWord } from "../align.ts";
import type { Fault } from "../evidence.ts";
import { type Case, contradicted } from "../rule.ts";
import { foldSameLength } from "../same-length.ts";
import type { Word } from "../words.ts";

/** Words that tell what part a name has: to whom, by whom, from whom; folded. */
const markers = /(?<![a-z])(na rzecz|na|dla|przez|od)\s+(?:[a-z]+\s+){0,1}$/u;

/** Rule 6 of DESIGN §5: who does what to whom stays as in the source. */
export function checkRoles(checked: Case): Fault[] {
  return [...checkNames(checked), ...checkActingDecision(checked)];
}

/** A name that the source puts behind „dla” and the claim behind „na rzecz” has changed its part, where both are told. */
function checkNames({ claim, grounds }: Case): Fault[] {
  return align(claim, grounds).flatMap(({ words, clause }) => {
    if (!clause) return [];
    const { text } = clause.ground.source;
    return words.flatMap((word) => {
      const said = /^\p{Lu}\p{Ll}/u.test(word.text) ? markerBefore(claim.text, word) : undefined;
      if (!said) return [];
      const held = clause.words.filter((other) => sameWord(word, other)).map((other) => markerBefore(text, other));
      if (held.length === 0 || held.includes(undefined) || held.includes(said)) return [];
      const used = new Set(clause.words.map((other) => markerBefore(text, other)));
      if (!used.has(said)) return [];
      return [contradicted("role_swapped", `W źródle „${word.text}” stoi po „${held[0] ?? ""}”, a nie po „${said}”.`)];
    });
  });
}

function markerBefore(text: string, { start }: Word): string | undefined {
  const marker = markers.exec(foldSameLength(text.slice(Math.max(0, start - 30), start)))?.[1];
  return marker === "na" ? "na rzecz" : marker;
}

/** A decision does not transfer, repeal or amend itself: what it acts on is the other number. */
function checkActingDecision({ claim, grounds }: Case): Fault[] {
  const numbers = claim.decisions.filter(claim.isFree);
  if (new Set(numbers.map(({ value }) => value)).size < 2 || claim.outcomes.length === 0) return [];
  const owned = new Set(grounds.flatMap(({ own }) => own.decisions));
  const called = (form: RegExp) =>
    numbers.filter(({ start }) => form.test(claim.text.slice(Math.max(0, start - 24), start)));
  const acting = called(/decyzją\s+(?:\p{L}+\s+){0,2}(?:nr\s*)?$/iu);
  const objects = called(/decyzję\s+(?:\p{L}+\s+){0,2}(?:nr\s*)?$/iu);
  const isOwn = ({ value }: { value: string }) => owned.has(value);
  const turned =
    (acting.length > 0 && !acting.some(isOwn) && numbers.some(isOwn)) ||
    (objects.length > 0 && objects.every(isOwn) && !numbers.every(isOwn));
  if (!turned) return [];
  const own = numbers.find(({ value }) => owned.has(value))?.value ?? "";
  return [
    contradicted(
      "decision_roles_swapped",
      `Cytowane rozstrzygnięcie to decyzja nr ${own}; twierdzenie zamienia decyzję z tą, której ona dotyczy.`,
    ),
  ];
}
