import type { DocumentKind } from "../document.ts";
import type { Outcome } from "../outcome.ts";
import type { RegisterFormat } from "../permit.ts";
import { sameLemma } from "./inflected.ts";

/** Folded beginnings of words that mean the same in officers' papers. Opposites and neighbours in meaning are not in one group. */
const groups: readonly RegExp[] = [
  /^(?:udziel|wyda[lnjcw]|wydani)\p{L}*$/u,
  /^odm[ao]w\p{L}*$/u,
  /^um[ao]rz\p{L}*$/u,
  /^przen(?:ies|os|ios)\p{L}*$/u,
  /^(?:naklada|naloz)\p{L}*$/u,
  /^(?:wnosz|wnosi|wniosl|wniesi)\p{L}*$/u,
  /^s?prost(?:uj|ow)\p{L}*$/u,
  /^(?:uzgadnia|uzgodni)\p{L}*$/u,
  /^decyz\p{L}*$|^dec$/u,
  /^dzial(?:k|ek)\p{L}*$|^dz$|^parcel\p{L}*$/u,
  /^obreb\p{L}*$|^obr$/u,
  /^ulic\p{L}*$|^ul$/u,
  /^alej\p{L}*$|^al$/u,
  /^plac(?:u|em|y|ow)?$|^pl$/u,
  /^osiedl\p{L}*$|^os$/u,
  /^wysokos\p{L}*$|^wys$/u,
  /^powierzchni\p{L}*$|^pow$/u,
  /^budow(?:a|y|ie|e|o)$|^wybudow\p{L}*$|^budowlan\p{L}*$/u,
  /^rozb(?:ior|ier)\p{L}*$|^rozebr\p{L}*$/u,
  /^zglos\p{L}*$|^zglasz\p{L}*$/u,
  /^liczb\p{L}*$|^ilosc\p{L}*$/u,
  /^postojow\p{L}*$|^parkingow\p{L}*$/u,
  /^nachyleni\p{L}*$|^spad(?:ek|k)\p{L}*$/u,
  /^inwestycj\p{L}*$|^zamierzen\p{L}*$|^przedsiewzi\p{L}*$/u,
  /^(?:usytuow|zlokalizow|polozon|lokaliz)\p{L}*$/u,
  /^(?:otrzym|uzysk)\p{L}*$/u,
  /^inwestor\p{L}*$|^wnioskodawc\p{L}*$/u,
  /^kategori\p{L}*$|^kat$/u,
  /^ewidencyjn\p{L}*$|^ewid$|^ew$|^geodezyjn\p{L}*$/u,
  /^ark(?:usz\p{L}*)?$|^am$|^ar$/u,
  /^mpzp$|^miejscow(?:y|ego|ym|emu)$/u,
  /^pnb$|^pozwole\p{L}*$/u,
  /^przestrzenn\p{L}*$|^przestrz$/u,
  /^sp$|^spol(?:ka|ki|ke|ce|ek)$/u,
];

const groupsOfWord = new Map<string, readonly number[]>();

/** Groups a folded word belongs to. Remembered: the words of officers' papers are few. */
function groupsOf(word: string): readonly number[] {
  const known = groupsOfWord.get(word);
  if (known) return known;
  const found = groups.flatMap((pattern, index) => (pattern.test(word) ? [index] : []));
  if (groupsOfWord.size > 50_000) groupsOfWord.clear();
  groupsOfWord.set(word, found);
  return found;
}

/** One lemma, or one meaning in this domain; both words folded. */
export function meansTheSame(a: string, b: string): boolean {
  if (sameLemma(a, b)) return true;
  const own = groupsOf(a);
  return own.length > 0 && groupsOf(b).some((group) => own.includes(group));
}

/** What a document of this kind may be called, though its cited sentence does not say so. */
export const kindWords: Readonly<Record<DocumentKind, string>> = {
  permit_decision: "decyzja pozwolenie na budowę organ postępowanie",
  planning_decision: "decyzja o warunkach zabudowy WZ lokalizacja organ postępowanie",
  appeal_decision: "decyzja organ odwoławczy odwołanie postępowanie odwoławcze druga instancja",
  order: "postanowienie organ postępowanie",
  local_plan: "miejscowy plan zagospodarowania przestrzennego MPZP uchwała teren obszar ustalenia przewiduje",
  plan_extract: "wypis wyrys miejscowy plan zagospodarowania przestrzennego MPZP teren obszar przewiduje",
  notification: "zgłoszenie",
  notification_result: "zgłoszenie zaświadczenie decyzja organ",
  application: "wniosek wnioskodawca",
  call: "wezwanie organ",
  opinion: "opinia uzgodnienie organ",
  occupancy: "pozwolenie na użytkowanie zawiadomienie zakończenie budowy organ",
  finality: "klauzula ostateczności poświadczenie",
  delivery: "zwrotne potwierdzenie odbioru",
  parties: "wykaz stron",
  design: "projekt budowlany opis techniczny",
  site_plan: "projekt zagospodarowania rysunek",
  case_log: "metryka sprawy spis",
  appeal: "odwołanie",
  letter: "",
  act: "ustawa rozporządzenie przepis",
  other: "",
};

export const registerWords: Readonly<Record<RegisterFormat, string>> = {
  "rwdz-permits": "RWDZ GUNB wniosków decyzji zgłoszeń decyzja pozwolenie na budowę organ inwestor adres działka obręb",
  "rwdz-notifications": "RWDZ GUNB wniosków decyzji zgłoszeń zgłoszenie organ inwestor adres działka obręb",
  wroclaw: "decyzja organ inwestor adres działka obręb pozwoleń na budowę",
};

/** How an outcome is told, in words that the outcome rule has proved by then. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  granted: "udzielono pozwolenia zatwierdzono projekt decyzja pozytywna uzyskał ustalono warunki zabudowy",
  refused: "odmówiono udzielenia pozwolenia decyzja odmowna",
  discontinued: "umorzono postępowanie",
  left_unexamined: "pozostawiono bez rozpoznania wniosek",
  repealed: "uchylono decyzję",
  amended: "zmieniono decyzję",
  transferred: "przeniesiono decyzję",
  expired: "stwierdzono wygaśnięcie decyzji wygasła",
  annulled: "stwierdzono nieważność decyzji",
  change_refused: "odmówiono",
  upheld: "utrzymano w mocy",
  repealed_and_decided: "uchylono decyzję orzeczono",
  repealed_and_discontinued: "uchylono decyzję umorzono postępowanie",
  sent_back: "uchylono decyzję przekazano ponownego rozpatrzenia",
  appeal_discontinued: "umorzono postępowanie odwoławcze",
  imposed: "nałożono obowiązek",
  suspended: "zawieszono postępowanie",
  corrected: "sprostowano omyłkę",
  objection: "wniesiono sprzeciw",
  no_objection: "nie wniesiono sprzeciwu",
  agreed: "uzgodniono zaopiniowano pozytywnie",
  not_agreed: "odmówiono uzgodnienia zaopiniowano negatywnie",
};
