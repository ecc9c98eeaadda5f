import { actsBefore, actsOn, appealsOf, type Chain, type Finality, finalityOf, meantBy, unreadActs } from "./chain.ts";
import { type DecisionRecord, isMeant } from "./decisions.ts";
import type { StatusCode } from "./model.ts";
import { buildingTerm, termInWords } from "./terms.ts";
import { capital, contradictionInWords, outOfOrder, referenceInWords, sentence } from "./words.ts";

interface Standing {
  record: DecisionRecord;
  code: StatusCode;
  /** What had been done to it by that day. */
  acts: readonly DecisionRecord[];
  on: string;
  final?: Finality;
}

/** What would have to be known to say more of a decision on that day: Polish sentences. */
export function openQuestions({ record, code, acts, on, final }: Standing, chain: Chain): string[] {
  const open: string[] = [];
  const finalOn = final?.days.length === 1 ? final.from : undefined;
  if (final && final.days.length > 1) open.push(sentence(capital(contradictionInWords(final))));
  else if (code === "finality_unknown") open.push("Brak tu poświadczenia, czy i kiedy decyzja stała się ostateczna.");
  if (code === "appealed") open.push("Brak tu rozstrzygnięcia odwołania z tego dnia lub wcześniejszego.");
  if (appealsOf(record, chain).some(({ date }) => date === undefined))
    open.push("Odwołanie w aktach nie ma odczytanej daty: nie wiadomo, czy wniesiono je przed tym dniem.");
  for (const act of acts) {
    if (act.kind === "appeal_decision" || act.outcome === "change_refused" || finalityOf(act, chain)) continue;
    open.push(sentence(`Brak tu poświadczenia, czy i kiedy ostateczna stała się decyzja ${referenceInWords(act)}`));
  }
  if (record.sources.every(({ kind }) => kind === "row"))
    open.push("Decyzję zna tu tylko rejestr: wpis nie dowodzi, że decyzja później nadal wiązała.");
  if (record.otherDates.length > 0) open.push("Źródła podają różne dni wydania tej decyzji.");
  open.push(...ambiguous(record, chain), ...undated(record, chain));
  for (const act of actsBefore(record, chain)) open.push(sentence(capital(outOfOrder(act, record))));
  for (const act of unreadActs(record, chain))
    open.push(
      `O tej decyzji mówi wpis rejestru: decyzja ${referenceInWords(act)}. Czego dotyczy jego rozstrzygnięcie, nie odczytano: przeczytaj wpis.`,
    );
  if (isStandingPermit(record, code)) open.push(...termOf(finalOn, on));
  return open;
}

/** A decision that names this one by a number that others bear, too. */
function ambiguous(record: DecisionRecord, { records }: Chain): string[] {
  return records.flatMap((act) => {
    if (!act.decidesOn || act === record || !isMeant(act.decidesOn, record)) return [];
    const meant = meantBy(act.decidesOn, records).filter((one) => one !== act);
    if (meant.length < 2) return [];
    return [
      `Decyzja ${referenceInWords(act)} dotyczy decyzji nr ${act.decidesOn.number}, a numer ten nosi kilka decyzji: nie wiadomo, o którą chodzi.`,
    ];
  });
}

function undated(record: DecisionRecord, chain: Chain): string[] {
  return actsOn(record, chain).flatMap((act) =>
    act.date
      ? []
      : [`Decyzja ${referenceInWords(act)} dotyczy tej decyzji, lecz nie ma odczytanej daty: nie wiadomo, od kiedy.`],
  );
}

function isStandingPermit({ kind, outcome }: DecisionRecord, code: StatusCode): boolean {
  return kind === "permit_decision" && outcome === "granted" && (code === "final" || code === "finality_unknown");
}

function termOf(finalOn: string | undefined, on: string): string[] {
  if (finalOn === undefined)
    return [
      "Terminu rozpoczęcia budowy (art. 37 ust. 1 Prawa budowlanego) nie da się policzyć bez dnia ostateczności.",
    ];
  const term = buildingTerm(finalOn);
  return term ? [termInWords(finalOn, term, on)] : [];
}
