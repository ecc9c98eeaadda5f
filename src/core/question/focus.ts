import { foldDiacritics } from "../text/plain.ts";
import { askedOutcomes } from "./asked-outcomes.ts";
import { anyFits, tokensOf } from "./cues.ts";
import { cuesOf } from "./intents.ts";
import { topicWords } from "./topics.ts";
import type { Understanding } from "./understanding.ts";

/** Words of every case: they say nothing of what is asked of this one. Beginnings, folded. */
const common =
  "decyzj*, dec, pozwole*, pozwoln*, pnb, budow*, wybudow*, budynk*, budynek, obiekt*, inwestycj*, zamierzen*, dzialk*, dzialek, parcel*, spraw*, " +
  "akt, akta, aktach, teczk*, archiwum, dokument*, pism*, papier*, organ*, urzad*, urzed*, starost*, prezydent*, miast*, gmin*, wydan*, wydal*, wydaw*, " +
  "udziel*, zatwierdz*, postepowan*, wnios*, projekt*, teren*, obszar*, nieruchomosc*, adres*, ulic*, obreb*, arkusz*, numer*, znak*, sygnatur*, " +
  "dat*, dnia, dzien, dniu, rok*, roku, lat, status*, stan, aktualn*, obowiazuj*, wazn*, informacj*, szczegol*, tresc*, wynik*, jakikolwiek, jakiekolwiek, " +
  "kiedykolwiek, cokolwiek, ktokolwiek, nastepnie, pozniej, wczesniej, ostatni*, pierwsz*, odnosnie, zwiazk*, rejestr*, wpis*, wedlug, zgodnie, dokladn*, " +
  "wynos*, zosta*, bedzie, byly, istniej*, posiad*, znajd*, dotycz*, polozon*, przeznacz*, realizacj*, wykonan*, prowadz*, zawier*, okresl*, ustal*, wskaz*, podan*, podaj*, podal*, konkretn*, " +
  "max*, maks*, min, minimaln*, minimum, dopuszcz*, wolno, mozna, trzeba, nalezy, zapewn*, obowiazyw*, przewidz*, przewiduj*, przebieg*, czesc, udzial*, procent*, " +
  "miejscow*, najwieks*, najmniejsz*, najwyz*, najniz*, pow, powierzchni*, wielkosc*, wartosc*, ilosc*, liczb*, stawk*, pod, jakas, jakis, zmian*, zmieni*, powinn*, duz*, wysok*, " +
  "potwierdz*, zaprzecz*, nadal, moc, mocy, dzis, dzisiaj, obecn*, teraz, przypad*, wprowadz*, obejm*, zakres*, przedmiot*, nazw*, zapad*, zapas*, zakoncz*, skoncz*, dano, dni, dniem, kolejn*, faktyczn*, robot*, robót, sa, jestem, prac, prace";
const commonWords = common.split(", ");

/**
 * What is left of a question's content words when those are gone that name the kind of answer, the topic and what every
 * case has: `jaki kolor elewacji w dec. 614/2014` leaves `kolor` and `elewacji`. An answer has to speak of it.
 */
export function focusOf(asked: Pick<Understanding, "keywords" | "intents" | "topics">): string[] {
  const [intent = "general"] = asked.intents;
  const cues = [
    ...cuesOf(intent),
    ...asked.topics.flatMap((topic) => [...topicWords(topic).asked, ...tokensOf(topicWords(topic).search)]),
  ];
  const stems = cues.flatMap((cue) => cue.split(/[ +]/u)).filter((stem) => stem.length > 2);
  return asked.keywords.filter(
    (word) =>
      !isCommon(word) &&
      !anyFits(stems, tokensOf(word)) &&
      // What was decided is asked of the outcome, whatever word tells it there.
      !(isDeciding(intent) && askedOutcomes(word)),
  );
}

function isDeciding(intent: string): boolean {
  return intent === "decision_outcome" || intent === "permit_lookup";
}

/** A word of every case. No typing errors here: `posadowienia` is no `posiada`. */
export function isCommon(word: string): boolean {
  const plain = foldDiacritics(word);
  return commonWords.some((stem) => (stem.endsWith("*") ? plain.startsWith(stem.slice(0, -1)) : plain === stem));
}
