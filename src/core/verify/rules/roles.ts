import type { Outcome } from "../../outcome.ts";
import { align, type Clause, clausesOf, sameWord } from "../align.ts";
import type { ClaimReading } from "../claim-reading.ts";
import type { Fault } from "../evidence.ts";
import { type Case, contradicted } from "../rule.ts";
import { foldSameLength } from "../same-length.ts";
import type { Word } from "../words.ts";

/** Words that tell what part a name has: to whom, by whom, from whom; folded. */
const markers = /(?<![a-z])(na rzecz|na|dla|przez|od):?\s+(?:[a-z]+\s+){0,1}$/u;

/** Rule 6 of DESIGN §5: who does what to whom stays as in the source. */
export function checkRoles(checked: Case): Fault[] {
  return [
    ...checkNames(checked),
    ...checkReceivers(checked),
    ...checkNeighbours(checked),
    ...checkHolders(checked),
    ...checkActingDecision(checked),
    ...checkOwnObject(checked),
    ...checkActedOn(checked),
  ];
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

/** Before a name of any length: „na rzecz spółki Zielony Brzeg”, „na Panią Annę Nowak”. */
const towards = /(?<!\p{L})na\s+(?:rzecz\s+)?(?:\p{Ll}+\s+)?(?:\p{Lu}[\p{L}.-]*\s+){0,4}$/u;
const inFavour = /(?<!\p{L})na\s+rzecz\s+(?:\p{Ll}+\s+)?(?:\p{Lu}[\p{L}.-]*\s+){0,4}$/u;

/** A transfer goes to whom the source names behind „na rzecz”, not to another name of its sentence. */
function checkReceivers({ claim, grounds }: Case): Fault[] {
  if (!claim.outcomes.some(({ value }) => value === "transferred")) return [];
  return align(claim, grounds).flatMap(({ words, clause }) => {
    if (!clause) return [];
    const { text } = clause.ground.source;
    const isName = (word: Word) => /^\p{Lu}\p{Ll}/u.test(word.text);
    const receives = (word: Word) => inFavour.test(text.slice(Math.max(0, word.start - 90), word.start));
    const receivers = clause.words.filter((word) => isName(word) && receives(word));
    const wrong = words.find((word) => {
      if (!isName(word) || !towards.test(claim.text.slice(0, word.start))) return false;
      const held = clause.words.filter((other) => sameWord(word, other));
      return held.length > 0 && !held.some((other) => receivers.includes(other));
    });
    if (receivers.length === 0 || !wrong || receivers.some((receiver) => sameWord(receiver, wrong))) return [];
    const detail = `W źródle po „na rzecz” stoi „${receivers[0]?.text ?? ""}”, a nie „${wrong.text}”.`;
    return [contradicted("role_swapped", detail)];
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

const done = String.raw`(?:uchyl|zmieni|przenie[sś]|wygas|unieważni)\p{L}*`;
const undoing = String.raw`(?:uchyl|zmieni|zmian|przenie[sś]|wygaśnięci|nieważnoś)\p{L}*`;
/** Behind the number: „… została uchylona”, „… wygasła”; a comma would begin another statement. */
const passive = new RegExp(String.raw`^(?:[^,;:.(]|r\.){0,40}?(?:\szosta\p{L}+\s+${done}|\swygasł)`, "iu");
const asObject = new RegExp(String.raw`(?<!\p{L})${undoing}\s+(?:\p{L}+\s+){0,2}?decyzj[ęi]\s+(?:nr\s+)?$`, "iu");

/** „Decyzję nr … uchylono”: behind the number, with „decyzję” before it. */
const impersonal = /^(?:[^,;:.(]|r\.){0,40}?\s(?:uchylono|zmieniono|przeniesiono|unieważniono)/iu;
const accusative = /decyzję\s+(?:\p{L}+\s+){0,3}?(?:nr\s+)?$/iu;
const active = /^(?:[^,;:.(]|r\.){0,40}?\s(?:uchyla|zmienia|przenosi)(?!\p{L})/iu;
const nominative = /decyzja\s+(?:\p{L}+\s+){0,3}?(?:nr\s+)?$/iu;

/** „Decyzja nr … zmienia” is not told of the decision that the cited one changes. */
function checkActedOn({ claim, grounds }: Case): Fault[] {
  const acting = grounds.filter(({ own }) => own.outcomes.some((outcome) => undoingOutcomes.has(outcome)));
  return claim.decisions.filter(claim.isFree).flatMap(({ value, start, end }) => {
    const acts = nominative.test(claim.text.slice(0, start)) && active.test(claim.text.slice(end));
    if (!acts || grounds.some(({ own }) => own.decisions.includes(value))) return [];
    const other = acting.find(({ own }) => own.decisions.length > 0)?.own.decisions[0];
    if (!other) return [];
    const detail = `To decyzja nr ${other} rozstrzyga w cytowanym miejscu o decyzji nr ${value}, a nie odwrotnie.`;
    return [contradicted("decision_roles_swapped", detail)];
  });
}

/** „Decyzja nr … została uchylona” is not told by the decision of this number that repeals another. */
function checkOwnObject({ claim, grounds }: Case): Fault[] {
  const acting = grounds.filter(({ own }) => own.outcomes.some((outcome) => undoingOutcomes.has(outcome)));
  return claim.decisions.filter(claim.isFree).flatMap(({ value, start, end }) => {
    if (!acting.some(({ own }) => own.decisions.includes(value))) return [];
    // What repeals a permit is no permit by itself.
    const permit = /^(?:[^,;:.(]|r\.){0,26}?\so\s+pozwoleniu\s+na\s+budowę/iu.test(claim.text.slice(end));
    const undone = accusative.test(claim.text.slice(0, start)) && impersonal.test(claim.text.slice(end));
    const object =
      permit ||
      undone ||
      passive.test(claim.text.slice(end)) ||
      asObject.test(claim.text.slice(Math.max(0, start - 60), start));
    if (!object) return [];
    const detail = `Decyzja nr ${value} jest w cytowanym miejscu tą, która rozstrzyga o innej decyzji, a nie tą, o której rozstrzygnięto.`;
    return [contradicted("decision_roles_swapped", detail)];
  });
}

const undoingOutcomes: ReadonlySet<Outcome> = new Set([
  "repealed",
  "repealed_and_decided",
  "repealed_and_discontinued",
  "sent_back",
  "amended",
  "transferred",
  "expired",
  "annulled",
]);

/** A person or company with the word beside the name („sporządziła …”, „inwestorem jest …”) is one in one clause of a source. */
function checkNeighbours({ claim, grounds }: Case): Fault[] {
  const clauses = grounds.flatMap(clausesOf);
  return namesIn(claim).flatMap((name) => {
    const holders = clauses.filter(({ words }) => name.every((word) => words.some((other) => sameWord(word, other))));
    if (holders.length === 0) return [];
    const strange = neighboursOf(name, claim).find(
      (word) =>
        clauses.some(({ words }) => words.some((other) => sameWord(word, other))) &&
        !holders.some((clause) => isBeside(word, name, clause)),
    );
    if (!strange) return [];
    const written = name.map(({ text }) => text).join(" ");
    return [
      contradicted(
        "name_of_other_part",
        `„${strange.text}” odnosi się w cytowanym miejscu do kogo innego niż „${written}”.`,
      ),
    ];
  });
}

/** „X uzyskał pozwolenie” is told of whom a permit is „dla”, not of another name in it. */
function checkHolders({ claim, grounds }: Case): Fault[] {
  const holders = grounds.flatMap(clausesOf).filter(({ text }) => /^\s*dla:?\s+\p{Lu}/u.test(text));
  if (holders.length === 0) return [];
  return namesIn(claim).flatMap((name) => {
    const behind = claim.text.slice(name.at(-1)?.end ?? 0);
    if (!/^\s+(?:uzyska|otrzyma)ł\p{L}*\s+(?:\p{L}+\s+)?pozwoleni/iu.test(behind)) return [];
    if (holders.some(({ words }) => name.every((part) => words.some((other) => sameWord(part, other))))) return [];
    const written = name.map(({ text }) => text).join(" ");
    return [
      contradicted("name_of_other_part", `Pozwolenia udzielono w cytowanym miejscu komu innemu niż „${written}”.`),
    ];
  });
}

/** In the clause of the name, or the very next word where a line of a letterhead or an operative part ends. */
function isBeside(word: Word, name: readonly Word[], clause: Clause): boolean {
  const { words, ground } = clause;
  const row = rowOf(name, clause);
  if (row) return [...row, ...ground.headings.words].some((other) => sameWord(word, other));
  if (words.some((other) => sameWord(word, other))) return true;
  const held = words.filter((other) => name.some((part) => sameWord(part, other)));
  const all = ground.source.words;
  const [first, last] = [held[0], held.at(-1)].map((other) => (other ? all.indexOf(other) : -1));
  const beside = [all[(first ?? -1) - 1], all[(last ?? -2) + 1]];
  return beside.some((other) => other !== undefined && sameWord(word, other));
}

/** In a table the row of a name says what it is, not the rows around it. */
function rowOf(name: readonly Word[], { words, ground }: Clause): Word[] | undefined {
  const lines = [...ground.source.text.matchAll(/[^\n]*\t[^\n]*/gu)];
  const rows = lines.map(({ index, 0: line }) =>
    words.filter(({ start, end }) => index <= start && end <= index + line.length),
  );
  const own = rows.filter((row) => name.every((part) => row.some((other) => sameWord(part, other))));
  return own.length > 0 ? own.flat() : undefined;
}

/** Two or more words with a capital letter in a row that are no office and no street. */
function namesIn(claim: ClaimReading): Word[][] {
  const named = [...claim.authorities, ...claim.addresses];
  const names: Word[][] = [];
  let run: Word[] = [];
  const close = () => {
    if (run.length >= 2) names.push(run);
    run = [];
  };
  for (const word of claim.words.filter(claim.isFree)) {
    const last = run.at(-1);
    const capital = /^\p{Lu}/u.test(word.text) && !named.some(({ start, end }) => start < word.end && word.start < end);
    if (last && !/^[\s.-]{1,2}$/u.test(claim.text.slice(last.end, word.start))) close();
    if (capital) run.push(word);
    else close();
  }
  close();
  // „Inwestorem Jan Nowak”: the word that opens a sentence has its capital letter from there.
  return names.map((name) => (opensSentence(claim.text, name[0]) && name.length > 2 ? name.slice(1) : name));
}

function opensSentence(text: string, word: Word | undefined): boolean {
  return word !== undefined && /(?:^|[.!?]\s+)$/u.test(text.slice(0, word.start));
}

/** The content words right before and behind, when nothing but a colon, an auxiliary or a full name's points stand between. */
function neighboursOf(name: readonly Word[], claim: ClaimReading): Word[] {
  const [first, last] = [name[0], name.at(-1)];
  if (!first || !last) return [];
  const before = claim.words.findLast((word) => word.end <= first.start);
  const behind = claim.words.find((word) => word.start >= last.end);
  const joined = (from: number, to: number) =>
    /^[^,;()„”"]*$/u.test(claim.text.slice(from, to)) && !markers.test(foldSameLength(claim.text.slice(from, to)));
  return [
    ...(before && joined(before.end, first.start) ? [before] : []),
    ...(behind && joined(last.end, behind.start) ? [behind] : []),
  ];
}
