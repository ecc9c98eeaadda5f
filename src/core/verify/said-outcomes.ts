import type { Found } from "../identity/found.ts";
import type { Outcome } from "../outcome.ts";
import { foldSameLength } from "./same-length.ts";

/** An outcome that a text states, in the words of a decision („udzielam”) or of a report („udzielono”, „odmówił”). */
export interface SaidOutcome extends Found<Outcome> {
  /** „nie udzielono”. */
  negated: boolean;
  /** The words with what follows them closely: „udzielono pozwolenia na użytkowanie”. */
  about: string;
}

/** Finite and passive forms only: „udzielenia”, „odmowę” name a wish or a subject as often as an outcome. */
const verb = {
  grant: String.raw`udziel(?:am|a|il[a-z]{0,3}|ono|on[aey]|ajac[a-z]*)|wyda(?:je|l|la|lo|li|no|ny|na|ne|jac[a-z]*)|uzyska(?:l[a-z]{0,3}|no)|otrzyma(?:l[a-z]{0,3}|no)`,
  approve: String.raw`zatwierdz(?:am|a|il[a-z]{0,3}|ono|on[aey]|ajac[a-z]*)`,
  refuse: String.raw`odm(?:awiam|awia|owil[a-z]{0,3}|owion[oaey]|awiajac[a-z]*)`,
  end: String.raw`um(?:arzam|arza|orzyl[a-z]{0,3}|orzon[oaey]|arzajac[a-z]*)`,
  repeal: String.raw`uchyl(?:am|a|il[a-z]{0,3}|on[oaey]|ajac[a-z]*)`,
  amend: String.raw`zmieni(?:am|a|l[a-z]{0,3}|on[oaey]|ajac[a-z]*)`,
  move: String.raw`przen(?:osze|osi|iosl[a-z]{0,3}|iesion[oaey]|oszac[a-z]*)`,
  find: String.raw`stwierdz(?:am|a|il[a-z]{0,3}|on[oaey]|ajac[a-z]*)`,
  leave: String.raw`pozostawi(?:am|a|l[a-z]{0,3}|on[oaey]|ajac[a-z]*)`,
  keep: String.raw`utrzym(?:uje|al[a-z]{0,3}|an[oaey]|ujac[a-z]*)`,
  object: String.raw`(?:wnosze|wnosi|wniosl[a-z]{0,3}|wniesion[oy]|zglasza[a-z]?|zglosil[a-z]{0,3}|zgloszono)`,
  impose: String.raw`na(?:kladam|klada|lozyl[a-z]{0,3}|lozon[oaey])`,
  suspend: String.raw`zawie(?:szam|sza|sil[a-z]{0,3}|szon[oaey])`,
  stay: String.raw`wstrzym(?:uje|al[a-z]{0,3}|an[oaey]|ujac[a-z]*)`,
  correct: String.raw`s?prost(?:uje|owal[a-z]{0,3}|owan[oaey])`,
  agree: String.raw`uzg(?:adniam|adnia|odnil[a-z]{0,3}|odnion[oaey])`,
  judge: String.raw`(?:zaopiniowa[a-z]*|opiniuj[a-z]*)`,
};
const decision = String.raw`(?:decyzj[a-z]*|pozwoleni[a-z]*|postanowieni[a-z]*)`;
const proceedings = String.raw`postepowani[a-z]*`;
/** Other words of the same sentence. */
const gap = (limit: number) => `[^;]{0,${limit}}?`;
/** In either order: „odmówiono udzielenia”, „postępowanie umorzono”. */
const both = (a: string, between: number, b: string) =>
  String.raw`(?:${a})(?![a-z])${gap(between)}(?<![a-z])(?:${b})|(?<![a-z])(?:${b})${gap(between)}(?<![a-z])(?:${a})(?![a-z])`;

/** Most telling first: what a longer phrase has taken, a shorter one does not read again. */
const phrases: readonly [Outcome, string][] = [
  ["sent_back", String.raw`(?:${verb.repeal})(?![a-z])${gap(300)}przekaz[a-z]*${gap(120)}ponown[a-z]*\s+rozpatrz`],
  [
    "change_refused",
    String.raw`(?:${verb.refuse}|odmowa)\s+(?:sie\s+)?(?:[a-z]+\s+){0,2}?(?:uchyleni|zmian(?![a-z]*\s+sposobu)|przeniesieni|stwierdzeni|wznowieni|wygasnieci)[a-z]*`,
  ],
  ["upheld", both(verb.keep, 120, String.raw`w\s+mocy`)],
  ["appeal_discontinued", String.raw`(?:${verb.end})\s+(?:sie\s+)?${proceedings}\s+odwolawcz[a-z]*`],
  ["repealed_and_discontinued", String.raw`(?:${verb.repeal})(?![a-z])${gap(200)}(?<![a-z])(?:${verb.end})(?![a-z])`],
  [
    "repealed_and_decided",
    String.raw`(?:${verb.repeal})(?![a-z])${gap(200)}(?<![a-z])orze(?:kam|ka|kl[a-z]*|czon[a-z]*)`,
  ],
  [
    "breach_found",
    String.raw`(?:${verb.find})(?![a-z])${gap(160)}z\s+naruszeniem\s+prawa|wydan[oaey](?:\s+(?:zostala|byla))?\s+z\s+(?:razacym\s+)?naruszeniem\s+prawa`,
  ],
  ["stayed", both(verb.stay, 60, String.raw`wykonani[a-z]*`)],
  ["annulled", both(verb.find, 40, String.raw`niewaznosc[a-z]*`)],
  [
    "expired",
    String.raw`${both(verb.find, 40, String.raw`wygasnieci[a-z]*`)}|(?:decyzj[a-z]*|pozwoleni[a-z]*)${gap(60)}(?<![a-z])wygasl[ao]`,
  ],
  ["transferred", both(verb.move, 40, decision)],
  [
    "no_objection",
    String.raw`nie\s+${verb.object}${gap(30)}sprzeciw[a-z]*|sprzeciw[a-z]*\s+nie\s+${verb.object}|(?:brak[a-z]*|bez)\s+(?:podstaw[a-z]*\s+do\s+)?(?:[a-z]+\s+)?sprzeciwu|milczac[a-z]*\s+zgod[a-z]*`,
  ],
  ["objection", String.raw`${both(verb.object, 30, String.raw`sprzeciw[a-z]*`)}`],
  [
    "refused",
    String.raw`(?:${verb.refuse})(?![a-z])${gap(200)}(?<![a-z])(?:zatwierdzeni|udzieleni|uwzglednieni|wydani|ustaleni|pozwoleni|wyrazeni|zgod)[a-z]*|(?:udzieleni|wydani|pozwoleni)[a-z]*${gap(60)}(?<![a-z])(?:${verb.refuse})(?![a-z])|odmowa(?![a-z])|decyzj[a-z]*\s+(?:o\s+odmowie|odmown[a-z]*)`,
  ],
  ["left_unexamined", both(verb.leave, 120, String.raw`bez\s+rozpoznania`)],
  ["suspended", both(verb.suspend, 40, proceedings)],
  ["corrected", both(verb.correct, 60, String.raw`(?:omylk|blad|bled)[a-z]*`)],
  ["imposed", both(verb.impose, 80, String.raw`obowiaz[a-z]*`)],
  ["amended", both(verb.amend, 60, decision)],
  ["repealed", both(verb.repeal, 60, decision)],
  ["discontinued", both(verb.end, 80, proceedings)],
  [
    "not_agreed",
    String.raw`(?:${verb.refuse})\s+(?:sie\s+)?uzgodnieni[a-z]*|nie\s+(?:${verb.agree})|(?:${verb.judge})${gap(40)}negatywnie|negatywnie\s+${verb.judge}|opini[a-z]*\s+negatywn[a-z]*`,
  ],
  [
    "agreed",
    String.raw`(?<![a-z])(?:${verb.agree})(?![a-z])|(?:${verb.judge})${gap(40)}pozytywnie|pozytywnie\s+${verb.judge}|opini[a-z]*\s+pozytywn[a-z]*`,
  ],
  [
    "granted",
    String.raw`${both(verb.grant, 60, String.raw`pozwoleni[ea]|pozwolen|zgod[a-z]|zezwolen[a-z]*|zatwierdzeni[ea]`)}|${both(verb.approve, 80, String.raw`projekt[a-z]*`)}|(?:ustal(?:am|a|il[a-z]{0,3}|on[oaey]))${gap(120)}warunk[a-z]*\s+zabudowy|warunk[a-z]*\s+zabudowy\s+(?:zostaly\s+)?ustalon[a-z]*|decyzj[a-z]*\s+pozytywn[a-z]*|udziel(?:il[a-z]{0,3}|ono|on[aey])(?![a-z])`,
  ],
];
/** Without `i`, `u` and \p{…}: those make the first use of such patterns cost most of a second. */
const compiled = phrases.map(([outcome, pattern]) => [outcome, new RegExp(`(?<![a-z])(?:${pattern})`, "g")] as const);

/** Every outcome that a text states, in order; each stretch of text tells one. */
export function findOutcomes(text: string): SaidOutcome[] {
  const folded = sentencesApart(text);
  const found: SaidOutcome[] = [];
  for (const [value, pattern] of compiled) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (isAhead(folded.slice(Math.max(0, start - 80), start), match[0], folded.slice(end, end + 24))) continue;
      const negated = /(?<![a-z])nie\s+(?:zostal[a-z]*\s+|jest\s+|byl[a-z]*\s+)?$/u.test(
        folded.slice(Math.max(0, start - 24), start),
      );
      const inside = /\snie\s+(?:zostal[a-z]*\s+|jest\s+|byl[a-z]*\s+)?[a-z]+$/u.test(match[0]);
      const own = value === "no_objection" || (value === "not_agreed" && match[0].startsWith("nie "));
      const about = text.slice(start, end + 16);
      found.push({ value, start, end, text: text.slice(start, end), negated: !own && (negated || inside), about });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const future = String.raw`(?:zostan(?:ie|a)|bedzie|beda|moze\s+(?:zostac|byc)|moga\s+(?:zostac|byc))`;
const aheadBefore = [
  new RegExp(String.raw`(?<![a-z])${future}\s+(?:[a-z]+\s+)?$`),
  /(?<![a-z])(?:grozi|wn(?:osi|osze|osimy|osil[a-z]*|iosl[a-z]*|iesiono)\s+o|zada(?:m|my)?)(?![a-z])[^;,]*$/,
  /(?<![a-z])(?:pod\s+rygorem|aby|zeby|gdyby|oby)(?![a-z])[^;]*$/,
  /(?<![a-z])(?:podaj|napisz|odpowiedz|przyjmij|uznaj|potwierdz|oznajmij)(?:cie)?(?![a-z])[^;]*$/,
];
const aheadInside = new RegExp(String.raw`(?<![a-z])${future}(?![a-z])`);
const aheadBehind = new RegExp(String.raw`^[a-z]*\s+${future}\s`);

/** What is to come, threatened, wished or asked to be said is no outcome: „zostanie wydana decyzja o odmowie”. */
function isAhead(before: string, match: string, behind: string): boolean {
  const clause = before.slice(before.lastIndexOf(";") + 1);
  return aheadBefore.some((ahead) => ahead.test(clause)) || aheadInside.test(match) || aheadBehind.test(behind);
}

/** Folded, with a semicolon where a sentence ends: a stop behind a word too long for an abbreviation, or a blank line. */
function sentencesApart(text: string): string {
  const folded = foldSameLength(text).split("");
  for (const { index } of text.matchAll(/(?<=\p{L}{4})\.(?=\s+\p{Lu})|\n(?=\s*\n)/gu)) folded[index] = ";";
  return folded.join("");
}
