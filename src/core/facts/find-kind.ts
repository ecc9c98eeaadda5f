import type { DocumentKind } from "../document.ts";
import { foldDiacritics } from "../text/plain.ts";

/** Titles of papers as they begin a line (and a decision's fills it, since prose speaks of decisions too), folded; the first that stands highest on the page wins. */
const titles: readonly [RegExp, DocumentKind][] = [
  [/^zwrotne potwierdzenie odbioru|^potwierdzenie (?:odbioru|doreczenia)|^dowod doreczenia/mu, "delivery"],
  [/^(?:wykaz|lista) stron/mu, "parties"],
  [/^(?:metryka|spis) (?:sprawy|spraw|akt)/mu, "case_log"],
  [
    /^(?:poswiadczenie|stwierdzenie|klauzula|adnotacja o) ostateczn|^(?:zaswiadczenie|informacja)[^\n]{0,40}\s+o\s+ostateczn|^stwierdza(?:m|\s+sie),?\s+ze\s+decyzja/mu,
    "finality",
  ],
  [/^odwolanie/mu, "appeal"],
  [/^wezwanie|^wzywam/mu, "call"],
  [/^wypis/mu, "plan_extract"],
  [/^uchwala/mu, "local_plan"],
  [/^(?:ustawa|rozporzadzenie|zarzadzenie|konstytucja|kodeks)\b/mu, "act"],
  [/^zgloszenie/mu, "notification"],
  [/^sprzeciw|^zaswiadczenie[^\n]*\n?[^\n]*(?:sprzeciw)/mu, "notification_result"],
  [/^zaswiadczenie/mu, "finality"],
  [/^opinia|^uzgodnienie|^uzgodnienia/mu, "opinion"],
  [/^wniosek/mu, "application"],
  [/^(?:projekt|plan) zagospodarowania (?:dzialki|terenu)/mu, "site_plan"],
  [/^opis techniczny|^projekt (?:budowlany|architektoniczno|zamienny|techniczny)/mu, "design"],
  [/^zawiadomienie o zakonczeniu|^pozwolenie na uzytkowanie/mu, "occupancy"],
  [/^postanowienie[^\n]{0,60}$/mu, "order"],
  [/^decyzja[^\n]{0,60}$/mu, "permit_decision"],
  [/^protokol/mu, "other"],
  [/^(?:notatka|adnotacja|pismo|zawiadomienie|odpowiedz|informacja|zapytanie|ogloszenie)/mu, "letter"],
];

/** What a decision is about, told by its operative words. */
const decisions: readonly [RegExp, DocumentKind][] = [
  // A division of ground (UGN art. 96) permits no building.
  [/zatwierdz\p{L}*\s+(?:\p{L}+\s+){0,3}?podzial\p{L}*/u, "other"],
  [/(?:zaskarzon|utrzymuj|postepowanie odwolawcze|po rozpatrzeniu odwolania)/u, "appeal_decision"],
  [/wnosz\p{L}*\s+sprzeciw/u, "notification_result"],
  [
    /(?:ustal\p{L}*|odmawia\p{L}*|umarza\p{L}*|zmienia\p{L}*|przenos\p{L}*|wygasni\p{L}*)[^§]{0,260}?(?:warunk\p{L}*\s+zabudowy|lokalizacj\p{L}*\s+inwestycji)/u,
    "planning_decision",
  ],
  [/pozwoleni\p{L}*\s+na\s+uzytkowanie/u, "occupancy"],
];

/** An attestation without a heading: a sentence, not a title („DECYZJA”), tells of a decision that it became final. */
const finalityStated =
  /^[ \t]*Decyzja\s+(?:\p{L}+\s+){0,4}?(?:nr|znak|z\s+dnia)(?![\p{L}])(?:(?!\n\s*\n|(?<!\p{L})decyzj)[^;]){5,200}?\s(?:stała|staje)\s+się\s+(?:\p{L}+\s+i\s+)?ostateczna/mu;

/** A letter has no title; its manners tell it. */
const letterWords =
  /^(?:dotyczy|dot\.|szanown\p{L}+ pan)|z powazaniem|z wyrazami szacunku|w zalaczeniu (?:przekazuj|przesylam)|w nawiazaniu do|uprzejmie (?:prosz|informuj)/mu;

/**
 * @param head the beginning of the first readable page
 * @param operative the operative part, when the paper has one
 */
export function findKind(head: string, operative: string, fileName: string): DocumentKind {
  const folded = foldDiacritics(head);
  const matches = titles.flatMap(([pattern, kind]) => {
    const match = pattern.exec(folded);
    return match ? [{ kind, at: match.index }] : [];
  });
  matches.sort((a, b) => a.at - b.at);
  const stated = finalityStated.exec(head);
  const titled = stated && !matches.some(({ at }) => at < stated.index) ? "finality" : matches[0]?.kind;
  const kind = titled ?? (letterWords.test(folded) ? "letter" : byFileName(fileName));
  const text = foldDiacritics(operative);
  if (kind === "permit_decision") return decisions.find(([pattern]) => pattern.test(text))?.[1] ?? kind;
  if (kind === "order" && /uzgadnia|uzgodnieni/u.test(text)) return "opinion";
  // An office may agree in a letter: „uzgadniam zjazd”.
  if (
    kind === "letter" &&
    /(?<!\p{L})(?:uzgadnia(?:m|my|\s+sie)?|opiniuje|niniejsze\s+uzgodnienie)(?!\p{L})/u.test(text)
  )
    return "opinion";
  return kind;
}

function byFileName(fileName: string): DocumentKind {
  const name = foldDiacritics(fileName);
  const hints: [RegExp, DocumentKind][] = [
    [/decyzj/u, "permit_decision"],
    [/postanow/u, "order"],
    [/opis|projekt/u, "design"],
    [/pzt|rysun|zagospodar/u, "site_plan"],
    [/ustaw|kodeks|rozporz/u, "act"],
    [/mpzp|plan/u, "local_plan"],
    [/wniosek/u, "application"],
    [/pism/u, "letter"],
  ];
  return hints.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
}
