import { foldDiacritics } from "../text/plain.ts";
import { isStopWord } from "./stop-words.ts";

/** DESIGN §5 rule 5: may, must, should, must not are four things; „nie musi” and „nie powinien” are two more. */
export type Modality = "may" | "must" | "should" | "must_not" | "need_not" | "should_not" | "";

export interface Word {
  text: string;
  /** Lower case, no diacritics. */
  folded: string;
  start: number;
  end: number;
  /** `yes`: „nie”, „bez”, „brak” stands before it. `near`: in the reach of a negation, which may or may not mean it. */
  negated: "yes" | "near" | "no";
  modality: Modality;
  /** „nie wynosi”: a word that says nothing of its own, kept for what is denied by it. */
  frame?: true;
}

interface Range {
  start: number;
  end: number;
}

const token = /\p{L}+/gu;
const negators = new Set([
  "nie",
  "bez",
  "brak",
  "braku",
  "brakiem",
  "ani",
  "zaden",
  "zadna",
  "zadne",
  "zadnej",
  "zadnego",
  "zadnych",
  "oprocz",
  "wyjatkiem",
]);
const conjunctions = new Set(["i", "oraz", "a", "ale", "lecz", "natomiast"]);
const auxiliaries = new Set(
  "sie jest sa byl byla bylo byly bedzie beda zostal zostala zostalo zostaly zostanie zostana zostac byc ma maja mial miala wiec juz".split(
    " ",
  ),
);
const modals: readonly [Modality, RegExp][] = [
  [
    "may",
    /^(?:moze|moga|mozna|mogl[a-z]*|mozliw[a-z]*|wolno|dopuszcz(?!aln)[a-z]*|zezwala[a-z]*|dozwol[a-z]*|przysluguj[a-z]*)$/u,
  ],
  [
    "must",
    /^(?:musi|musza|musial[a-z]*|nalezy|nakazuje|obowiazan[a-z]*|zobowiazan[a-z]*|obowiazek|obowiazku|konieczn[a-z]*|niezbedn[a-z]*|wymagan[aey])$/u,
  ],
  ["should", /^(?:powinien|powinn[a-z]*|zaleca)$/u],
  ["must_not", /^(?:zakaz[a-z]*|zabrania|zabron[a-z]*|niedopuszczaln[a-z]*|niedozwolon[a-z]*)$/u],
];
const denied: Record<Exclude<Modality, "">, Modality> = {
  may: "must_not",
  must: "need_not",
  should: "should_not",
  must_not: "may",
  need_not: "must",
  should_not: "should",
};
/** Verbs of a report that are no content, unless they are denied. */
const framing = new Set(
  "wynosi wynosza wynosil wynosila wynosilo stanowi stanowia dotyczy dotycza obejmuje zawiera posiada nosi ma maja mial miala okresla ustala figuruje widnieje".split(
    " ",
  ),
);
/** „nie” before a limit („nie więcej niż 12 m”) belongs to the figure; „nie tylko” denies nothing. */
export const noNegation =
  /^\s*(?:tylko|mniej|wiecej|wyzsz|wyzej|nizsz|nizej|wieksz|mniejsz|pozniej|wczesniej|dluz|krotsz|szersz|wezsz|blizej|przekracza|przekroczy)/u;

/**
 * Content words of a text, each with negation and modality: what „nie”, „bez”, „brak”, „może”, „musi” stand before.
 * Function words and modal words themselves are left out: they show in what they do to the next word.
 * @param taken ranges that other rules read: figures, dates, numbers
 */
export function readWords(text: string, taken: readonly Range[] = []): Word[] {
  const words: Word[] = [];
  let state: { negated: boolean; reach: number; modality: Modality; end: number } = fresh(0);
  let skip = 0;
  for (const match of text.matchAll(token)) {
    const start = match.index;
    const end = start + match[0].length;
    const folded = foldDiacritics(match[0]);
    if (endsReach(text.slice(state.end, start))) {
      trailing(words, state.modality);
      state = fresh(start);
    }
    state.end = end;
    while (taken[skip] !== undefined && (taken[skip]?.end ?? 0) <= start) skip += 1;
    const range = taken[skip];
    // Also „nie” and „może” of a limit: they belong to the figure.
    if (range && start < range.end && range.start < end) continue;
    if (negators.has(folded)) {
      if (!noNegation.test(foldDiacritics(text.slice(end, end + 20)))) state = { ...state, negated: true, reach: 3 };
      continue;
    }
    const modality = modalityOf(folded, text.slice(end, end + 8));
    if (modality) {
      state = {
        ...state,
        modality: state.negated ? denied[modality as Exclude<Modality, "">] : modality,
        negated: false,
        reach: 0,
      };
      continue;
    }
    if (state.negated && framing.has(folded)) {
      words.push({ text: match[0], folded, start, end, negated: "yes", modality: "", frame: true });
      continue;
    }
    // „nie rodzi praw i narusza …”: what a conjunction adds is not denied by the „nie” before it.
    if (conjunctions.has(folded)) state.reach = 0;
    if (auxiliaries.has(folded) || isLeftOut(match[0], folded, text, start) || namesPermit(folded, text, start))
      continue;
    const negated = state.negated ? "yes" : state.reach > 0 ? "near" : "no";
    words.push({ text: match[0], folded, start, end, negated, modality: state.modality });
    state = { negated: false, reach: state.negated ? 3 : Math.max(0, state.reach - 1), modality: "", end };
  }
  trailing(words, state.modality);
  return words;
}

/** „…reklam jest zakazana”: a modal word that nothing follows belongs to what stands before it. */
function trailing(words: Word[], modality: Modality): void {
  const last = words.at(-1);
  if (last && modality !== "" && last.modality === "") last.modality = modality;
}

/** „pozwolenie na budowę” names the permit; „budowa hali” names the works, which another permit may not be for. */
function namesPermit(folded: string, text: string, start: number): boolean {
  if (!folded.startsWith("budow") || !/pozwole\p{L}*\s+na\s+$/iu.test(text.slice(Math.max(0, start - 24), start)))
    return false;
  // „pozwolenie na budowę hali” tells the works as well.
  return /^\p{L}+\s*(?:$|[^\p{L}\s]|(?:nr|z|dla|na|w|i|oraz|a|przy|jest|nie|by[łl]\p{L}*|zosta\p{L}*|wyda\p{L}*|udziel\p{L}*|obejmuj\p{L}*|polegaj\p{L}*|sta[łl]\p{L}*)(?!\p{L}))/iu.test(
    text.slice(start, start + 60),
  );
}

/** Not the „wolno” of „wolno stojący”. */
function modalityOf(folded: string, behind: string): Modality | undefined {
  if (folded === "wolno" && /^[\s-]*stoj/u.test(behind)) return undefined;
  if (folded === "nalezy" && /^\s+do\s/u.test(behind)) return undefined;
  // „(możliwe)” doubts the claim and says nothing of its subject.
  if (folded.startsWith("mozliw") && behind.startsWith(")")) return undefined;
  // „Możliwy odczyt: 9/2009” offers a reading of a mangled number.
  if (folded.startsWith("mozliw") && /^\s+odczyt/u.test(behind)) return undefined;
  return modals.find(([, pattern]) => pattern.test(folded))?.[0];
}

function fresh(end: number) {
  return { negated: false, reach: 0, modality: "" as Modality, end };
}

/** An abbreviation's stop („art. 5”) ends no clause. */
function endsReach(between: string): boolean {
  return /[;:!?\n\t,()]/u.test(between) || /\.\s/u.test(between);
}

/** A capital letter that stands alone is a name („budynek B”) unless it begins a sentence, where it may be a word. */
function isLeftOut(written: string, folded: string, text: string, start: number): boolean {
  if (written.length === 1) {
    if (written === written.toLowerCase()) return true;
    return isStopWord(folded) && /(?:^|[.!?]\s+|\n\s*|["„”(]\s*)$/u.test(text.slice(Math.max(0, start - 4), start));
  }
  return isStopWord(folded);
}
