import type { Outcome } from "../outcome.ts";

/** White space of any kind and number, so that a phrase is found over a line break. */
const s = String.raw`\s+`;
/** Words of the same sentence between two that tell: „sp. z o.o.” and „S.A. warunki” end none. */
const some = (limit: number) => String.raw`(?:(?!\.\s+(?-i:\p{Lu}))[^§]){0,${limit}}?`;

const stem = {
  decision: String.raw`(?:ostateczn\p{L}*\s+|w\s+całości\s+|własn\p{L}*\s+|zaskarżon\p{L}*\s+|w\s+części\s+)*(?:decyzj\p{L}*|dec\.|pozwoleni\p{L}*)`,
  proceedings: String.raw`post[eę]powani\p{L}*`,
};

/** „w części dotyczącej garażu”, „w części, w pozostałej części …”; not „w części północnej działki”. */
const inPart = String.raw`\bw${s}(?:części(?:${s}(?:dotycząc|obejmując|odnosząc|zatwierdz|ustal|udziel|określ|orzek)\p{L}*|(?=\s*[,;:.(]|\s+i\s))|pozosta\p{L}+${s}(?:części|zakresie))`;
/** Of a part only while the whole is not spoken of, nor what was decided anew. */
const ofOneAct = String.raw`(?:(?!\.\s+(?-i:\p{Lu})|\bw\s+całości|\borzeka|\bzatwierdza|\budziela)[^§]){0,300}?`;

/**
 * What the operative part of a paper decides, most telling phrase first: a phrase that holds a shorter one stands
 * before it („odmawiam uchylenia” before „uchylam”, „uchylam … i przekazuję” before „uchylam”). Each row names the
 * provision the wording comes from; see DOMAIN.md for the table.
 */
const phrases: readonly [outcome: Outcome, pattern: string][] = [
  // A part falls, the rest stands: neither „odmawiam uchylenia” nor „utrzymuję w mocy” is the whole of it.
  ["repealed", String.raw`uchyl(?:am|a|ić|ono)${s}${ofOneAct}${inPart}`],
  ["annulled", String.raw`stwierdza(?:m|${s}się)?${s}nieważność${ofOneAct}${inPart}`],
  ["expired", String.raw`stwierdza(?:m|${s}się)?${s}wygaśnięcie${ofOneAct}${inPart}`],
  // „uchylam decyzję nr … i odmawiam uchylenia decyzji nr …”
  ["repealed", String.raw`uchyl(?:am|a|ić|ono)${s}${some(300)}\bodm(?:awia(?:m|\s+się)|ówi[ćł])${s}uchyleni\p{L}*`],
  // KPA art. 151 § 1 pkt 1, 158; PB art. 36a, 40: the decision stands.
  [
    "change_refused",
    String.raw`odm(?:awia(?:m|\s+się)|owa|ówi[ćł]\p{L}*)${s}(?:\p{L}+\s+){0,2}?(?:uchyleni|zmian|przeniesieni|stwierdzeni|wznowieni|wygaśnięci)\p{L}*`,
  ],
  // KPA art. 138
  ["upheld", String.raw`utrzym(?:uj[ęe]|uje|ać|ano)${some(120)}\bw${s}mocy`],
  [
    "sent_back",
    String.raw`uchyl(?:am|a|ić|ono)${some(400)}przekaz(?:uję|uje|ać|ano)${some(200)}ponown\p{L}*${s}rozpatrzeni`,
  ],
  [
    "repealed_and_discontinued",
    String.raw`uchyl(?:am|a|ić|ono)${some(300)}\bumarza(?:m|\s)${some(80)}(?:pierwszej|I)${s}instancji`,
  ],
  [
    "appeal_discontinued",
    String.raw`um(?:arzam|arza(?:${s}się)?|orzyć|orzono)${s}(?:w${s}całości${s})?${stem.proceedings}${s}odwoławcze`,
  ],
  ["repealed_and_decided", String.raw`uchyl(?:am|a|ić|ono)${some(300)}\b(?:orzekam|orzeka(?:${s}się)?)\b`],
  // KPA art. 151 § 2, 158 § 2
  [
    "breach_found",
    String.raw`stwierdza(?:m|${s}się)?,?${s}(?:że${s}|wydanie${s})${some(160)}z${s}naruszeniem${s}prawa`,
  ],
  // KPA art. 152, 159
  ["stayed", String.raw`wstrzym(?:uję|uje|ać|ano)${s}(?:\p{L}+${s}){0,2}?wykonani\p{L}*`],
  // KPA art. 156, 158
  ["annulled", String.raw`stwierdza(?:m|${s}się)?${s}nieważność`],
  // PB art. 37, KPA art. 162
  ["expired", String.raw`stwierdza(?:m|${s}się)?${s}wygaśnięcie`],
  // PB art. 40
  [
    "transferred",
    String.raw`przen(?:oszę|osi(?:${s}się)?|ieść)${s}(?:\p{L}+\s+){0,3}?${stem.decision}|przen(?:oszę|osi(?:${s}się)?)${s}na${s}(?:rzecz|\p{L}+)${some(200)}${stem.decision}`,
  ],
  // PB art. 30
  [
    "no_objection",
    String.raw`(?:nie${s}(?:wniesion[oy]|wnosz[ęe]|wnosi(?:${s}się)?|zgłasza(?:m|${s}się)?|znalazł\p{L}*|stwierdz\p{L}*)${some(80)}sprzeciw|brak\p{L}*${s}podstaw${s}do${s}(?:wniesienia${s})?sprzeciwu|brak\p{L}*${s}sprzeciwu|przyjęto${s}bez${s}sprzeciwu)`,
  ],
  ["objection", String.raw`(?:wnoszę|wnosi(?:${s}się)?|zgłaszam|wniesiono)${s}sprzeciw`],
  // PB art. 28, 34, 35; UPZP art. 59, 60
  [
    "refused",
    String.raw`odm(?:awia(?:m|${s}się)?|ówi[ćł]\p{L}*)${some(200)}(?:zatwierdzeni|udzieleni|wydani|ustaleni|pozwoleni|wyrażeni|zgody)\p{L}*`,
  ],
  // KPA art. 64 § 2
  ["left_unexamined", String.raw`pozostawi(?:am|a(?:${s}się)?|ono|ć)${some(120)}bez${s}rozpoznania`],
  // KPA art. 97, 98
  [
    "suspended",
    String.raw`zawiesza(?:m|${s}się)?${s}(?:z${s}urzędu${s}|na${s}wniosek${s}\p{L}+${s})?${stem.proceedings}`,
  ],
  // KPA art. 113
  ["corrected", String.raw`prostuj[ęe]${some(60)}(?:omyłk|błąd|błęd)`],
  // PB art. 35 ust. 3
  ["imposed", String.raw`nakłada(?:m|${s}się)?${some(80)}obowiązek`],
  // PB art. 36a; KPA art. 154, 155. A replacement design both approves and amends: what it is called for is the amendment.
  ["amended", String.raw`zmieni(?:am|a(?:${s}się)?|ć)${s}(?:\p{L}+\s+){0,3}?${stem.decision}`],
  ["repealed", String.raw`uchyl(?:am|a(?:${s}się)?|ić|ono)${s}(?:\p{L}+\s+){0,3}?${stem.decision}`],
  // KPA art. 105
  ["discontinued", String.raw`um(?:arzam|arza(?:${s}się)?|orzyć|orzono)${some(60)}${stem.proceedings}`],
  // PB art. 34 ust. 4, art. 35; UPZP art. 59; PB art. 55
  [
    "granted",
    String.raw`(?:udziela(?:m|${s}się)?|wydaj[ęe]|udzielić)${s}(?:\p{L}+\s+){0,2}?pozwoleni\p{L}*|zatwierdza(?:m|${s}się)?${some(80)}projekt|ustala(?:m|${s}się)?${some(120)}warunki${s}zabudowy|ustala(?:m|${s}się)?${some(40)}lokalizacj\p{L}*|pozwala(?:m|${s}się)${s}na`,
  ],
  // agreements and opinions of other offices
  [
    "not_agreed",
    String.raw`(?:odmawia(?:m|${s}się)?${s}uzgodnienia|nie${s}uzgadnia(?:m|${s}się)?|opiniuj[ęe]${some(60)}negatywnie|negatywnie${s}opiniuj|opini\p{L}*${s}negatywn)`,
  ],
  [
    "agreed",
    String.raw`(?:uzgadnia(?:m|${s}się)?|opiniuj[ęe]${some(60)}pozytywnie|pozytywnie${s}opiniuj|opini\p{L}*${s}pozytywn|nie${s}wnos(?:zę|i)${some(30)}(?:uwag|zastrzeżeń)|bez${s}(?:uwag|zastrzeżeń))`,
  ],
];

const compiled = phrases.map(([outcome, pattern]) => [outcome, new RegExp(`(?<!\\p{L})(?:${pattern})`, "iu")] as const);

/**
 * @param operative the operative part only: the grounds quote other people's wishes and other decisions
 * @returns the outcome and where the words stand that tell it
 */
export function readOutcome(operative: string): { outcome: Outcome; start: number; end: number } | undefined {
  for (const [outcome, pattern] of compiled) {
    const match = pattern.exec(operative);
    if (match) return { outcome, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
