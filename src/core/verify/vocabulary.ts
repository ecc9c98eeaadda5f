import type { DocumentKind } from "../document.ts";
import type { Outcome } from "../outcome.ts";
import type { RegisterFormat } from "../permit.ts";
import { sameLemma } from "./inflected.ts";

/** Folded beginnings of words that mean the same in officers' papers. Opposites and neighbours in meaning are not in one group. */
const groups: readonly RegExp[] = [
  /^(?:udziel|wyda[lnjcw]|wydani)[a-z]*$/u,
  /^odm[ao]w[a-z]*$/u,
  /^um[ao]rz[a-z]*$/u,
  /^przen(?:ies|os|ios)[a-z]*$/u,
  /^(?:naklada|naloz)[a-z]*$/u,
  /^(?:wnosz|wnosi|wniosl|wniesi)[a-z]*$/u,
  /^s?prost(?:uj|ow)[a-z]*$/u,
  /^(?:uzgadnia|uzgodni)[a-z]*$/u,
  /^decyz[a-z]*$|^dec$/u,
  /^dzial(?:k|ek)[a-z]*$|^dz$|^parcel[a-z]*$/u,
  /^obreb[a-z]*$|^obr$/u,
  /^ulic[a-z]*$|^ul$/u,
  /^alej[a-z]*$|^al$/u,
  /^plac(?:u|em|y|ow)?$|^pl$/u,
  /^osiedl[a-z]*$|^os$/u,
  /^wysokos[a-z]*$|^wys$/u,
  /^powierzchni[a-z]*$|^pow$/u,
  /^rozb(?:ior|ier)[a-z]*$|^rozebr[a-z]*$/u,
  /^zglos[a-z]*$|^zglasz[a-z]*$/u,
  /^liczb[a-z]*$|^ilosc[a-z]*$/u,
  /^postojow[a-z]*$|^parkingow[a-z]*$/u,
  /^nachyleni[a-z]*$|^spad(?:ek|k)[a-z]*$/u,
  /^inwestycj[a-z]*$|^zamierzen[a-z]*$|^przedsiewzi[a-z]*$/u,
  /^(?:usytuow|zlokalizow|polozon|lokaliz)[a-z]*$/u,
  /^(?:otrzym|uzysk)[a-z]*$/u,
  /^inwestor[a-z]*$|^wnioskodawc[a-z]*$/u,
  /^kategori[a-z]*$|^kat$/u,
  /^ewidencyjn[a-z]*$|^ewid$|^ew$|^geodezyjn[a-z]*$/u,
  /^ark(?:usz[a-z]*)?$|^am$|^ar$/u,
  /^mpzp$|^miejscow(?:y|ego|ym|emu)$/u,
  /^pnb$|^pozwole[a-z]*$/u,
  /^przestrzenn[a-z]*$|^przestrz$/u,
  /^przewid[a-z]*$/u,
  /^(?:tylko|wylacznie|jedynie)$/u,
  /^termin[a-z]*$|^ciagu$/u,
  /^wply(?:n|w)[a-z]*$/u,
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
  return sameLemma(a, b) || sharesMeaning(a, b);
}

/** Both words in one group; an abbreviation in capitals is compared by nothing else. */
export function sharesMeaning(a: string, b: string): boolean {
  const own = groupsOf(a);
  return own.length > 0 && groupsOf(b).some((group) => own.includes(group));
}

/** What a document of this kind may be called, though its cited sentence does not say so. */
export const kindWords: Readonly<Record<DocumentKind, string>> = {
  permit_decision: "decyzja pozwolenie na budowę, organ postępowanie",
  planning_decision: "decyzja o warunkach zabudowy ustalono warunki WZ lokalizacja organ postępowanie",
  appeal_decision: "decyzja organ odwoławczy odwołanie postępowanie odwoławcze druga instancja",
  order: "postanowienie organ postępowanie",
  local_plan: "miejscowy plan zagospodarowania przestrzennego MPZP uchwała teren obszar ustalenia przewiduje",
  plan_extract: "wypis wyrys miejscowy plan zagospodarowania przestrzennego MPZP teren obszar przewiduje",
  notification: "zgłoszenie",
  notification_result: "zgłoszenie zaświadczenie decyzja organ",
  application: "wniosek wnioskodawca",
  call: "wezwanie organ",
  opinion: "opinia uzgodnienie organ",
  occupancy: "pozwolenie na użytkowanie zawiadomienie zakończenie organ",
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
  "rwdz-permits":
    "RWDZ GUNB wniosków decyzji zgłoszeń wpis wymienia podaje odnotowano zapadła decyzja pozwolenie na budowę, organ adres ulica działka obręb",
  "rwdz-notifications":
    "RWDZ GUNB wniosków decyzji zgłoszeń wpis wymienia podaje odnotowano zgłoszenie organ adres ulica działka obręb",
  wroclaw: "wpis wymienia podaje odnotowano zapadła decyzja organ adres ulica działka obręb pozwoleń na budowę",
};

/** How an outcome is told, in words that the outcome rule has proved by then. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  granted: "udzielono pozwolenia zatwierdzono projekt budowlany decyzja pozytywna uzyskał",
  refused: "odmówiono udzielenia pozwolenia decyzja odmowna nie udzielono nie uzyskano",
  discontinued: "umorzono postępowanie nie udzielono nie uzyskano nie wydano pozwolenia",
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
  stayed: "wstrzymano wykonanie decyzji",
  breach_found: "stwierdzono wydanie decyzji z naruszeniem prawa",
  objection: "wniesiono sprzeciw",
  no_objection: "nie wniesiono sprzeciwu",
  agreed: "uzgodniono zaopiniowano pozytywnie",
  not_agreed: "odmówiono uzgodnienia zaopiniowano negatywnie",
};

/** How the filing of an application is told, where the date of the application is known. */
export const filingWords = "wniosek złożono wpłynął wniesiono wystąpiono";
