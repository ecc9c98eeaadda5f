import type { Found } from "../identity/found.ts";
import type { Outcome } from "../outcome.ts";
import { foldSameLength } from "./same-length.ts";

/** An outcome that a text states, in the words of a decision („udzielam”) or of a report („udzielono”, „odmówił”). */
export interface SaidOutcome extends Found<Outcome> {
  /** „nie udzielono”. */
  negated: boolean;
}

/** Finite and passive forms only: „udzielenia”, „odmowę” name a wish or a subject as often as an outcome. */
const verb = {
  grant: String.raw`udziel(?:am|a|il\p{L}{0,3}|ono|on[aey]|ajac\p{L}*)|wyda(?:je|l|la|lo|li|no|ny|na|ne|jac\p{L}*)|uzyskal\p{L}{0,3}|otrzymal\p{L}{0,3}`,
  approve: String.raw`zatwierdz(?:am|a|il\p{L}{0,3}|ono|on[aey]|ajac\p{L}*)`,
  refuse: String.raw`odm(?:awiam|awia|owil\p{L}{0,3}|owion[oaey]|awiajac\p{L}*)`,
  end: String.raw`um(?:arzam|arza|orzyl\p{L}{0,3}|orzon[oaey]|arzajac\p{L}*)`,
  repeal: String.raw`uchyl(?:am|a|il\p{L}{0,3}|on[oaey]|ajac\p{L}*)`,
  amend: String.raw`zmieni(?:am|a|l\p{L}{0,3}|on[oaey]|ajac\p{L}*)`,
  move: String.raw`przen(?:osze|osi|iosl\p{L}{0,3}|iesion[oaey]|oszac\p{L}*)`,
  find: String.raw`stwierdz(?:am|a|il\p{L}{0,3}|on[oaey]|ajac\p{L}*)`,
  leave: String.raw`pozostawi(?:am|a|l\p{L}{0,3}|on[oaey]|ajac\p{L}*)`,
  keep: String.raw`utrzym(?:uje|al\p{L}{0,3}|an[oaey]|ujac\p{L}*)`,
  object: String.raw`(?:wnosze|wnosi|wniosl\p{L}{0,3}|wniesion[oy]|zglasza\p{L}?|zglosil\p{L}{0,3}|zgloszono)`,
  impose: String.raw`na(?:kladam|klada|lozyl\p{L}{0,3}|lozon[oaey])`,
  suspend: String.raw`zawie(?:szam|sza|sil\p{L}{0,3}|szon[oaey])`,
  correct: String.raw`s?prost(?:uje|owal\p{L}{0,3}|owan[oaey])`,
  agree: String.raw`uzg(?:adniam|adnia|odnil\p{L}{0,3}|odnion[oaey])`,
  judge: String.raw`(?:zaopiniowa\p{L}*|opiniuj\p{L}*)`,
};
const decision = String.raw`(?:decyzj\p{L}*|pozwoleni\p{L}*|postanowieni\p{L}*)`;
const proceedings = String.raw`postepowani\p{L}*`;
/** Words of the same sentence between two that tell; an abbreviation's stop ends none. */
const gap = (limit: number) => String.raw`(?:(?!\.\s+\p{Lu}|;|\n\n)[\s\S]){0,${limit}}?`;
/** In either order: „odmówiono udzielenia”, „postępowanie umorzono”. */
const both = (a: string, between: number, b: string) =>
  String.raw`(?:${a})(?!\p{L})${gap(between)}(?<!\p{L})(?:${b})|(?<!\p{L})(?:${b})${gap(between)}(?<!\p{L})(?:${a})(?!\p{L})`;

/** Most telling first: what a longer phrase has taken, a shorter one does not read again. */
const phrases: readonly [Outcome, string][] = [
  ["sent_back", String.raw`(?:${verb.repeal})(?!\p{L})${gap(300)}przekaz\p{L}*${gap(120)}ponown\p{L}*\s+rozpatrz`],
  [
    "change_refused",
    String.raw`(?:${verb.refuse})\s+(?:sie\s+)?(?:\p{L}+\s+){0,2}?(?:uchyleni|zmian|przeniesieni|stwierdzeni|wznowieni|wygasnieci)\p{L}*`,
  ],
  ["upheld", both(verb.keep, 120, String.raw`w\s+mocy`)],
  ["appeal_discontinued", String.raw`(?:${verb.end})\s+(?:sie\s+)?${proceedings}\s+odwolawcz\p{L}*`],
  ["repealed_and_discontinued", String.raw`(?:${verb.repeal})(?!\p{L})${gap(200)}(?<!\p{L})(?:${verb.end})(?!\p{L})`],
  [
    "repealed_and_decided",
    String.raw`(?:${verb.repeal})(?!\p{L})${gap(200)}(?<!\p{L})orze(?:kam|ka|kl\p{L}*|czon\p{L}*)`,
  ],
  ["annulled", both(verb.find, 40, String.raw`niewaznosc\p{L}*`)],
  [
    "expired",
    String.raw`${both(verb.find, 40, String.raw`wygasnieci\p{L}*`)}|(?:decyzj\p{L}*|pozwoleni\p{L}*)${gap(60)}(?<!\p{L})wygasl[ao]`,
  ],
  ["transferred", both(verb.move, 40, decision)],
  [
    "no_objection",
    String.raw`nie\s+${verb.object}${gap(30)}sprzeciw\p{L}*|sprzeciw\p{L}*\s+nie\s+${verb.object}|(?:brak\p{L}*|bez)\s+(?:podstaw\p{L}*\s+do\s+)?(?:\p{L}+\s+)?sprzeciwu|milczac\p{L}*\s+zgod\p{L}*`,
  ],
  ["objection", String.raw`${both(verb.object, 30, String.raw`sprzeciw\p{L}*`)}`],
  [
    "refused",
    String.raw`(?:${verb.refuse})(?!\p{L})${gap(200)}(?:zatwierdzeni|udzieleni|wydani|ustaleni|pozwoleni|wyrazeni|zgod)\p{L}*|(?:udzieleni|wydani|pozwoleni)\p{L}*${gap(60)}(?<!\p{L})(?:${verb.refuse})(?!\p{L})|odmowa(?!\p{L})|decyzj\p{L}*\s+(?:o\s+odmowie|odmown\p{L}*)`,
  ],
  ["left_unexamined", both(verb.leave, 120, String.raw`bez\s+rozpoznania`)],
  ["suspended", both(verb.suspend, 40, proceedings)],
  ["corrected", both(verb.correct, 60, String.raw`(?:omylk|blad|bled)\p{L}*`)],
  ["imposed", both(verb.impose, 80, String.raw`obowiaz\p{L}*`)],
  ["amended", both(verb.amend, 60, decision)],
  ["repealed", both(verb.repeal, 60, decision)],
  ["discontinued", both(verb.end, 80, proceedings)],
  [
    "not_agreed",
    String.raw`(?:${verb.refuse})\s+(?:sie\s+)?uzgodnieni\p{L}*|nie\s+(?:${verb.agree})|(?:${verb.judge})${gap(40)}negatywnie|negatywnie\s+${verb.judge}|opini\p{L}*\s+negatywn\p{L}*`,
  ],
  [
    "agreed",
    String.raw`(?<!\p{L})(?:${verb.agree})(?!\p{L})|(?:${verb.judge})${gap(40)}pozytywnie|pozytywnie\s+${verb.judge}|opini\p{L}*\s+pozytywn\p{L}*`,
  ],
  [
    "granted",
    String.raw`${both(verb.grant, 60, String.raw`pozwoleni[ea]|pozwolen|zgod\p{L}`)}|${both(verb.approve, 80, String.raw`projekt\p{L}*`)}|(?:ustal(?:am|a|il\p{L}{0,3}|on[oaey]))${gap(120)}warunk\p{L}*\s+zabudowy|warunk\p{L}*\s+zabudowy\s+(?:zostaly\s+)?ustalon\p{L}*|decyzj\p{L}*\s+pozytywn\p{L}*`,
  ],
];
const compiled = phrases.map(
  ([outcome, pattern]) => [outcome, new RegExp(`(?<!\\p{L})(?:${pattern})`, "giu")] as const,
);

/** Every outcome that a text states, in order; each stretch of text tells one. */
export function findOutcomes(text: string): SaidOutcome[] {
  const folded = foldSameLength(text);
  const found: SaidOutcome[] = [];
  for (const [value, pattern] of compiled) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const negated = /(?<!\p{L})nie\s+(?:zostal\p{L}*\s+|jest\s+|byl\p{L}*\s+)?$/u.test(
        folded.slice(Math.max(0, start - 24), start),
      );
      const inside = /\snie\s+(?:zostal\p{L}*\s+|jest\s+|byl\p{L}*\s+)?\p{L}+$/u.test(match[0]);
      const own = value === "no_objection" || value === "not_agreed";
      found.push({ value, start, end, text: text.slice(start, end), negated: !own && (negated || inside) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
