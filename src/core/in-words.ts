import type { Role } from "./access.ts";
import type { DocumentFact, DocumentKind, Page } from "./document.ts";
import type { DraftOutcome, DraftStatus, Origin, Verdict } from "./draft.ts";
import { printDate } from "./identity/dates.ts";
import { describeParcel, parseParcel } from "./identity/parcel.ts";
import type { Outcome } from "./outcome.ts";
import type { RegisterFormat } from "./permit.ts";

/** The codes of the domain in the officer's words. */

export const statusWords: Record<DraftStatus, string> = {
  running: "w przygotowaniu",
  awaiting_approval: "czeka na decyzję",
  approved: "zatwierdzony",
  rejected: "odrzucony",
  superseded: "zastąpiony nowszym",
  cancelled: "anulowany",
  failed: "przerwany błędem",
  revoked: "wycofany",
};

export const draftOutcomeWords: Record<DraftOutcome, string> = {
  answered: "Znaleziono odpowiedź",
  partly_answered: "Znaleziono odpowiedź na część pytania",
  not_found: "Nie znaleziono odpowiedzi w archiwum",
  needs_clarification: "Pytanie wymaga doprecyzowania",
};

export const verdictWords: Record<Verdict, string> = {
  supported: "potwierdzone",
  contradicted: "sprzeczne ze źródłem",
  unsupported: "bez oparcia w źródle",
  abstained: "nie dało się sprawdzić",
};

export const originWords: Record<Origin, string> = {
  desk: "ze strony Teczki",
  api: "przez program (API)",
  cli: "z wiersza poleceń",
  eval: "przy pomiarze jakości",
};

export const roleWords: Record<Role, string> = {
  asker: "pytający",
  clerk: "urzędnik",
  evaluator: "oceniający",
  admin: "administrator",
};

export const kindWords: Record<DocumentKind, string> = {
  permit_decision: "decyzja o pozwoleniu na budowę",
  planning_decision: "decyzja o warunkach zabudowy",
  appeal_decision: "decyzja organu odwoławczego",
  order: "postanowienie",
  local_plan: "plan miejscowy",
  plan_extract: "wypis i wyrys z planu",
  notification: "zgłoszenie",
  notification_result: "rozstrzygnięcie zgłoszenia",
  application: "wniosek",
  call: "wezwanie",
  opinion: "opinia lub uzgodnienie",
  occupancy: "pozwolenie na użytkowanie",
  finality: "stwierdzenie ostateczności",
  delivery: "potwierdzenie odbioru",
  parties: "wykaz stron",
  design: "projekt",
  site_plan: "plan zagospodarowania",
  case_log: "metryka lub spis spraw",
  appeal: "odwołanie",
  letter: "pismo",
  act: "akt prawny",
  other: "inny dokument",
};

export const factWords: Record<DocumentFact["field"], string> = {
  signature: "znak sprawy",
  decisionNumber: "numer decyzji",
  applicationNumber: "numer wniosku",
  authority: "organ",
  issueDate: "data wydania",
  applicationDate: "data wniosku",
  finalityDate: "data ostateczności",
  parcel: "działka",
  address: "adres",
  applicant: "wnioskodawca",
  outcome: "rozstrzygnięcie",
  category: "kategoria obiektu",
  volume: "kubatura",
  refersToDecision: "powołana decyzja",
  refersToSignature: "powołana sprawa",
  decidesOn: "decyzja, której dotyczy rozstrzygnięcie",
  finalityOfOther: "data ostateczności innej decyzji",
  transferredTo: "nowy adresat decyzji",
  formerParcel: "działka sprzed podziału lub połączenia",
  laterParcel: "działka po podziale lub połączeniu",
  planName: "nazwa planu",
};

export const outcomeWords: Record<Outcome, string> = {
  granted: "pozwolenie udzielone",
  refused: "odmowa",
  discontinued: "umorzenie postępowania",
  left_unexamined: "pozostawienie bez rozpoznania",
  repealed: "uchylenie decyzji",
  amended: "zmiana decyzji",
  transferred: "przeniesienie decyzji",
  expired: "stwierdzenie wygaśnięcia",
  annulled: "stwierdzenie nieważności",
  change_refused: "odmowa zmiany (decyzja pozostaje)",
  upheld: "utrzymanie w mocy",
  repealed_and_decided: "uchylenie i orzeczenie co do istoty",
  repealed_and_discontinued: "uchylenie i umorzenie",
  sent_back: "uchylenie i przekazanie do ponownego rozpatrzenia",
  appeal_discontinued: "umorzenie postępowania odwoławczego",
  imposed: "nałożenie obowiązku",
  suspended: "zawieszenie postępowania",
  corrected: "sprostowanie",
  stayed: "wstrzymanie wykonania decyzji",
  breach_found: "stwierdzenie wydania z naruszeniem prawa (decyzja pozostaje)",
  objection: "sprzeciw",
  no_objection: "brak sprzeciwu",
  agreed: "uzgodnienie",
  not_agreed: "odmowa uzgodnienia",
};

/** An outcome as a report tells it, in words that the verifier reads. */
export const outcomeSentences: Record<Outcome, string> = {
  granted: "udzielono pozwolenia",
  refused: "odmówiono",
  discontinued: "umorzono postępowanie",
  left_unexamined: "pozostawiono bez rozpoznania",
  repealed: "uchylono decyzję",
  amended: "zmieniono decyzję",
  transferred: "przeniesiono decyzję",
  expired: "stwierdzono wygaśnięcie",
  annulled: "stwierdzono nieważność",
  upheld: "utrzymano w mocy",
  repealed_and_decided: "uchylono decyzję i orzeczono",
  repealed_and_discontinued: "uchylono decyzję i umorzono postępowanie",
  sent_back: "uchylono decyzję i przekazano do ponownego rozpatrzenia",
  appeal_discontinued: "umorzono postępowanie odwoławcze",
  imposed: "nałożono obowiązek",
  suspended: "zawieszono postępowanie",
  corrected: "sprostowano omyłkę",
  stayed: "wstrzymano wykonanie decyzji",
  breach_found: "stwierdzono wydanie decyzji z naruszeniem prawa",
  objection: "wniesiono sprzeciw",
  no_objection: "nie wniesiono sprzeciwu",
  agreed: "uzgodniono",
  not_agreed: "odmówiono uzgodnienia",
  change_refused: "odmówiono zmiany decyzji",
};

const noForce =
  "Wpis nie dowodzi, że decyzja dziś wiąże: późniejszego uchylenia, wygaśnięcia, przeniesienia ani stwierdzenia nieważności w nim nie ma.";

/** A register's own logic (DESIGN §5, rule 8): what it holds, what its silence means, what a row does not prove. */
export const registerLogicWords: Record<RegisterFormat, { holds: string; silence: string; row: string }> = {
  "rwdz-permits": {
    holds: "RWDZ publikuje tylko udzielone pozwolenia, niektórych rodzajów i od 2016 r.",
    silence: "Brak wpisu nie oznacza odmowy ani tego, że decyzji nie ma.",
    row: noForce,
  },
  "rwdz-notifications": {
    holds: "RWDZ publikuje tylko zgłoszenia, do których nie wniesiono sprzeciwu, niektórych rodzajów i od 2016 r.",
    silence: "Brak wpisu nie oznacza sprzeciwu ani tego, że zgłoszenia nie było.",
    row: "Wpis dotyczy zgłoszenia, a nie pozwolenia na budowę, i nie dowodzi, że uprawnienie nadal trwa.",
  },
  wroclaw: {
    holds:
      "Rejestr miejski obok pozwoleń zawiera odmowy, umorzenia i inne rozstrzygnięcia, rozróżniane tylko po opisie; ma luki, puste pola i zniekształcone numery.",
    silence: "Brak wpisu nie oznacza odmowy ani tego, że decyzji nie ma.",
    row: noForce,
  },
};

export const nothingToCompare = "Nie ma dokumentów, z którymi można by cokolwiek porównać.";

export const noRegisters = "Nie wczytano żadnego rejestru, więc rejestrów nie sprawdzono.";

/** `Rejestr „RWDZ” (Starosta Brzegowski): 1204 sprawy z lat 2016–2024.` */
export function registerInWords({
  name,
  authority,
  cases,
  from,
  to,
}: {
  name: string;
  authority?: string | undefined;
  cases: number;
  from?: string | undefined;
  to?: string | undefined;
}): string {
  const [first, last] = [from?.slice(0, 4), to?.slice(0, 4)];
  const years = first && last ? (first === last ? ` z roku ${first}` : ` z lat ${first}–${last}`) : "";
  return `Rejestr „${name}”${authority ? ` (${authority})` : ""}: ${counted(cases, "sprawa", "sprawy", "spraw")}${years}.`;
}

/** Why a page has no text that could be searched. */
export const unreadableWords: Record<NonNullable<Page["unreadable"]>, string> = {
  no_text_layer: "skan bez warstwy tekstowej",
  broken_text_layer: "uszkodzona warstwa tekstowa",
  empty_page: "pusta strona",
  page_error: "strony nie dało się odczytać",
};

const toolWords: Record<string, string> = {
  search_passages: "wyszukiwanie w treści dokumentów",
  look_up_permits: "rejestry pozwoleń i zgłoszeń",
  read_page: "odczyt całej strony",
  read_document: "odczyt całego dokumentu",
  list_case_documents: "spis dokumentów sprawy",
  property_history: "dzieje nieruchomości i stan decyzji na dzień",
  check_citations: "sprawdzenie cytatów",
  find_conflicts: "porównanie źródeł sprawy",
};

export function toolInWords(name: string): string {
  return toolWords[name] ?? name;
}

export function unreadableInWords(reason: string): string {
  return unreadableWords[reason as NonNullable<Page["unreadable"]>] ?? reason;
}

/** Fields that a register tells otherwise than a paper, as conflicts name them. */
const conflictWords: Record<string, string> = {
  number: "numer decyzji",
  date: "data decyzji",
  investor: "inwestor",
  category: "kategoria obiektu",
  kind: "rodzaj inwestycji",
  description: "opis",
};

/** The name of a fact, or of a field that two sources tell differently. */
export function fieldInWords(field: string): string {
  return (factWords as Record<string, string>)[field] ?? conflictWords[field] ?? field;
}

/** A normalised value as an officer writes it. */
export function valueInWords(field: string, value: string): string {
  if (field === "outcome") return (outcomeWords as Record<string, string>)[value] ?? value;
  if (field === "parcel") return describeParcel(parseParcel(value));
  if (field === "volume") return `${value} m³`;
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? printDate(value) : value;
}

const time = new Intl.DateTimeFormat("pl-PL", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Warsaw" });

/** ISO 8601 in UTC as an office clock in Poland shows it: `24 listopada 2026 11:00`. */
export function printTime(iso: string): string {
  return time.format(new Date(iso));
}

const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw" });

/** The calendar day of a moment in Poland, ISO. */
export function dayInPoland(moment: Date): string {
  return day.format(moment);
}

/** `1 dokument`, `3 dokumenty`, `12 dokumentów`. */
export function counted(count: number, one: string, few: string, many: string): string {
  const tens = count % 100;
  const ones = count % 10;
  const word = count === 1 ? one : ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many;
  return `${count} ${word}`;
}
