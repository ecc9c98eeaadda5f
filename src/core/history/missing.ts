import type { CaseFile } from "../cases/join.ts";
import type { CasePaper } from "../cases/paper.ts";
import type { DocumentFact } from "../document.ts";
import { type DecisionReference, parseReference } from "../facts/decision-references.ts";
import { findDates, printDate } from "../identity/dates.ts";
import { counted, kindWords } from "../in-words.ts";
import { paperSource } from "./decisions.ts";
import type { Missing, Source } from "./model.ts";
import { capital, referenceInWords } from "./words.ts";

/** A decision that a paper speaks of. */
export interface Mention {
  reference: DecisionReference;
  source: Source;
  by: CasePaper;
}

/** Each decision that the papers speak of once, by the mention that tells most: what it decides on before what it names. */
export function mentionsIn(files: readonly CaseFile[]): Mention[] {
  const mentions = new Map<string, Mention>();
  const mentioning = files.flatMap(({ papers }) => papers.map((by) => ({ by, own: numbersIn(papers) })));
  for (const { by, own } of mentioning) {
    if (by.duplicateOf !== undefined) continue;
    for (const fact of by.facts) {
      const reference = referenceOf(fact);
      // A paper that gives a decision of its own case another day is at odds with it, and misses none.
      if (!reference || own.has(reference.number)) continue;
      const known = mentions.get(reference.number);
      const isOther = known?.reference.date && reference.date && known.reference.date !== reference.date;
      const key = isOther ? `${reference.number} ${reference.date}` : reference.number;
      if (!known || isOther || (reference.date && !known.reference.date))
        mentions.set(key, { reference, source: paperSource(by, fact), by });
    }
  }
  return [...mentions.values()];
}

function numbersIn(papers: readonly CasePaper[]): Set<string> {
  return new Set(papers.flatMap(({ decisionNumber }) => decisionNumber ?? []));
}

function referenceOf(fact: DocumentFact): DecisionReference | undefined {
  if (fact.field === "decidesOn") return parseReference(fact.value);
  if (fact.field !== "refersToDecision") return undefined;
  const [day] = findDates(fact.quote);
  return { number: fact.value, ...(day ? { date: day.value } : {}) };
}

/** Told to everyone in the same words: whether there is a paper that the asker may not see is not told. */
export function missingDecision({ reference, source, by }: Mention): Missing {
  const text =
    `Decyzja ${referenceInWords(reference)}, o której mówi ${paperInWords(by)}: nie ma jej wśród dokumentów dostępnych ` +
    "pytającemu ani w rejestrach.";
  return { code: "decision", text, sources: [source] };
}

/** „decyzja o pozwoleniu na budowę nr 614/2014 z dnia 12 marca 2014 r.” */
function paperInWords({ kind, decisionNumber, date }: CasePaper): string {
  return [kindWords[kind], decisionNumber && `nr ${decisionNumber}`, date && `z dnia ${printDate(date)}`]
    .filter(Boolean)
    .join(" ");
}

/** One row of a case's log: what was done or came in on a day. */
interface LogEntry {
  day: string;
  what: string;
  start: number;
  end: number;
  quote: string;
}

/** Rows that begin with a number or a date and hold one day: „3 <tab> 12.03.2014 <tab> Decyzja <tab> osoba”. */
function logEntries(text: string): LogEntry[] {
  const entries: LogEntry[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const cells = line.split("\t").map((cell) => cell.trim());
    const at = cells.findIndex(
      (cell) => /^\d[\d. -]{7,}|^\d{1,2}\s+\p{L}+\s+\d{4}/u.test(cell) && findDates(cell).length === 1,
    );
    const day = findDates(cells[at] ?? "")[0]?.value;
    const what = cells[at + 1];
    if (at >= 0 && at <= 1 && day && what) entries.push({ day, what, start, end: start + line.length, quote: line });
    start += line.length + 1;
  }
  return entries;
}

/** A log page of a case, as read. */
export interface LogPage {
  log: CasePaper;
  page: number;
  text: string;
}

/**
 * Entries of a log for which there is no paper of their day. Undated papers may be some of them, which is said.
 * @param papers of the case, and what else lies with them (a decision of the second instance bears another signature)
 */
export function missingOfLog(papers: readonly CasePaper[], pages: readonly LogPage[]): Missing[] {
  const held = papers.filter(({ kind, duplicateOf }) => kind !== "case_log" && duplicateOf === undefined);
  const days = new Set(
    held.flatMap(({ date, facts }) => [
      date ?? "",
      ...facts.filter(({ field }) => field === "applicationDate").map(({ value }) => value),
    ]),
  );
  const undated = held.filter(({ date }) => date === undefined).length;
  const seen = new Set<string>();
  return pages.flatMap(({ log, page, text }) =>
    logEntries(text).flatMap((entry): Missing[] => {
      const key = `${entry.day} ${entry.what}`;
      if (days.has(entry.day) || seen.has(key) || isNoPaper(entry.what)) return [];
      seen.add(key);
      const { start, end, quote } = entry;
      const may =
        undated > 0
          ? ` Sprawa ma ${counted(undated, "pismo", "pisma", "pism")} bez odczytanej daty: może to być jedno z nich.`
          : "";
      const said = `${kindWords[log.kind]} wymienia z dnia ${printDate(entry.day)}: „${entry.what}”. Pisma z tego dnia nie ma wśród dokumentów dostępnych pytającemu.${may}`;
      return [
        {
          code: "log_entry",
          text: capital(said),
          sources: [{ kind: "paper", document: log.document, page, start, end, quote }],
        },
      ];
    }),
  );
}

/** What is done without a paper: a talk, an inspection of the ground, the file handed over. */
function isNoPaper(what: string): boolean {
  return /rozmow|telefon|przekazan\p{L}*\s+akt|wgląd|udostępnieni/iu.test(what);
}

/** Pages of the case's papers that nobody could read: anything may stand there. */
export function missingOfUnread(paper: CasePaper & { unreadablePages: readonly { page: number }[] }): Missing[] {
  const { unreadablePages, document } = paper;
  if (unreadablePages.length === 0) return [];
  const numbers = unreadablePages.map(({ page }) => page).join(", ");
  const text = `${capital(kindWords[paper.kind])} „${document.path}”: nie odczytano ${unreadablePages.length === 1 ? "strony" : "stron"} ${numbers}; może tam stać coś, co zmienia ten obraz.`;
  const [first] = unreadablePages;
  const source: Source = { kind: "paper", document, page: first?.page ?? 1, start: 0, end: 0, quote: "" };
  return [{ code: "unread_page", text, sources: [source] }];
}

/** Of mentions those of decisions that are held are dropped, by number and, where both are told, by day. */
export function isHeldAs(
  reference: DecisionReference,
  held: { number?: string | null | undefined; date?: string | null | undefined },
): boolean {
  return held.number === reference.number && (!reference.date || !held.date || held.date === reference.date);
}
