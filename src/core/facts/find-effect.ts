import type { FactField } from "../document.ts";
import { findDates } from "../identity/dates.ts";
import type { Found } from "../identity/found.ts";
import type { Outcome } from "../outcome.ts";
import { type DecisionReference, findDecisionReferences, printReference } from "./decision-references.ts";

type Add = (field: FactField, value: string, start: number, end: number) => void;

/** Outcomes that are about another decision, which the operative part names. */
const onAnother: ReadonlySet<Outcome> = new Set([
  "repealed",
  "amended",
  "transferred",
  "expired",
  "annulled",
  "change_refused",
  "upheld",
  "repealed_and_decided",
  "repealed_and_discontinued",
  "sent_back",
  "appeal_discontinued",
  "corrected",
  "stayed",
  "breach_found",
  "discontinued",
]);
/** „umarzam postępowanie w sprawie stwierdzenia wygaśnięcia decyzji nr …”: what else ends ends without a word of another. */
const aboutAnother =
  /(?:sprawie|przedmiocie)\s+(?:\p{L}+\s+){0,3}?(?:wygaśnięci|nieważnoś|uchyleni|zmiany|przeniesieni|wznowieni)\p{L}*\s[^.;]{0,120}$/iu;
/** Of the decisions that stand behind the words of the outcome the first is meant; it stands near. */
const nearOutcome = 500;

interface Operative {
  start: number;
  end: number;
  outcome: { outcome: Outcome; start: number; end: number };
}

/**
 * What a decision does to an earlier one: `decidesOn` (which), `transferredTo` (PB art. 40: to whom, in the words and the
 * case of the paper).
 * @param own the paper's own number, which is never the other's
 */
export function findEffect(text: string, { start, end, outcome }: Operative, own: string | undefined, add: Add): void {
  if (!onAnother.has(outcome.outcome)) return;
  const named = findDecisionReferences(text.slice(start, end))
    .map((found) => moved(found, start))
    .filter(({ value }) => value.number !== own);
  const behind = named.find((found) => found.end > outcome.start && found.start < outcome.end + nearOutcome);
  // „po rozpatrzeniu odwołania … od decyzji nr … utrzymuję w mocy zaskarżoną decyzję”
  const meant = behind ?? named.findLast((found) => found.start < outcome.start);
  if (meant && outcome.outcome === "discontinued" && !aboutAnother.test(text.slice(outcome.start, meant.start))) return;
  if (meant) add("decidesOn", printReference(meant.value), meant.start, meant.end);
  if (outcome.outcome === "transferred") addHolder(text.slice(outcome.start, end), outcome.start, add);
}

function moved(found: Found<DecisionReference>, by: number): Found<DecisionReference> {
  return { ...found, start: found.start + by, end: found.end + by };
}

const holderWords =
  /na\s+rzecz\s*:?\s+(?<name>(?:[^,;\n]|\n(?!\s*\n)){3,160}?)(?=\s*(?:[,;]|\n\s*\n|\.?\s*$|\.\s*\n)|\s+(?:decyzj|zam\.|zamieszka|z\s+siedzib|adres|ul\.|dotycząc|obejmując)\p{L}*)/iu;

/** „na rzecz Pani Anny Nowak”: to the comma, the blank line or the word „decyzję”. */
function addHolder(words: string, offset: number, add: Add): void {
  const holder = holderWords.exec(words.slice(0, 900));
  const name = holder?.groups?.name?.replace(/\s+/gu, " ").trim();
  if (holder && name) add("transferredTo", name, offset + holder.index, offset + holder.index + holder[0].length);
}

const final =
  /(?<!\p{L})ostateczn[aey](?!\p{L})(?:(?!decyzj)[^.;\d]){0,40}?(?:z\s+dniem|w\s+dniu|od\s+dnia|od|dnia)\s+(?<date>\d(?:[^\n,;]|\n(?!\s*\n)){7,21})/giu;

interface FinalityOf {
  own: string | undefined;
  /** Neither a decision nor an attestation: a letter, a note. */
  isOfOthers: boolean;
}

/**
 * Days of finality: `finalityDate` of the paper's own decision (of an attestation: of the one it names), and
 * `finalityOfOther` where the sentence names another („decyzja nr 249/06 …, która stała się ostateczna z dniem …”).
 */
export function findFinality(text: string, { own, isOfOthers }: FinalityOf, add: Add): void {
  const named = findDecisionReferences(text);
  let isTold = false;
  for (const match of text.matchAll(final)) {
    const day = findDates(match.groups?.date ?? "")[0]?.value;
    if (!day) continue;
    const end = match.index + match[0].length;
    const other = named.findLast((found) => found.end <= match.index && isSameSentence(text, found.end, match.index));
    if (other && other.value.number !== own && (own !== undefined || isOfOthers))
      add("finalityOfOther", `${printReference(other.value)};final=${day}`, other.start, end);
    else if (!isTold) {
      add("finalityDate", day, match.index, end);
      isTold = true;
    }
  }
}

function isSameSentence(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  return between.length < 160 && !/\n\s*\n|(?<!\p{L}(?:r|nr|ul|art|ust|pkt))(?<!\d r)\.\s+\p{Lu}/u.test(between);
}

export function parseFinality(printed: string): DecisionReference & { final: string } {
  const [reference = "", final = ""] = printed.split(";final=");
  const [number = "", date] = reference.split(";date=");
  return { number, ...(date ? { date } : {}), final };
}
