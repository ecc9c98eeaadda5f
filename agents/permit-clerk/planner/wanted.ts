import type { DocumentKind } from "../../../src/core/document.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { Intent } from "../../../src/core/question/intents.ts";
import { groundWeight } from "./grounds.ts";
import type { Wanted } from "./roles.ts";

/** Whoever asks why asks of these. */
const denying: readonly Outcome[] = [
  "refused",
  "discontinued",
  "objection",
  "left_unexamined",
  "not_agreed",
  "change_refused",
  "repealed",
  "annulled",
  "expired",
];

const decisions: readonly DocumentKind[] = [
  "permit_decision",
  "planning_decision",
  "appeal_decision",
  "notification_result",
];
const outcome: Wanted = {
  role: "outcome",
  fact: "outcome",
  kinds: [...decisions, "occupancy"],
  most: 6,
  search: "decyzja",
};
const finality: Wanted = { role: "finality", fact: "finalityDate", most: 3, search: "ostateczna z dniem" };
const day = String.raw`(?:\d{1,2}[ .-](?:\d{1,2}|\p{L}+)[ .-]\d{4}|\d{4}-\d{2}-\d{2})`;

/** A party's words are no authority's ground (DOMAIN.md). */
const partysWords =
  /podnos|podnios|podnies|zarzuc|zarzut|w pismie (?:pan|stron|sasiad)|wskazal[aoy]? (?:pan|stron|sasiad)|zastrzezenia (?:pan|stron)|twierdz|zdaniem|wnosi[ l]|wnosz|wnios\p{L}* o |wniesli|uwaza|w ocenie (?:stron|wnios|inwest|sasiad|skarz|odwol)|oswiadczy|argument|wyjasni[al]|sprzeciwia|obawia/u;

export const wantedBy: Readonly<Partial<Record<Intent, readonly Wanted[]>>> = {
  permit_lookup: [outcome, finality],
  decision_outcome: [{ ...outcome, kinds: [...decisions, "occupancy", "order", "opinion"] }, finality],
  issuer_and_date: [{ ...outcome, kinds: [...decisions, "occupancy", "order", "opinion", "finality", "call"] }],
  property_history: [outcome],
  decision_status: [outcome, finality],
  finality: [
    finality,
    {
      role: "finality",
      says: /(?:nie (?:jest|stala sie)|niniejsz\p{L}*|decyzj\p{L}*).{0,60}ostateczn|(?:klauzul|stwierdz).{0,40}ostateczn/u,
      not: /decyzja nie jest ostateczna|pouczeni|przysluguje|moze zosta|mozna rozpocz|przed uplyw|z chwila|z dniem doreczenia|po uzyskaniu|ostatecznej decyzji/u,
      grounds: false,
      most: 2,
      search: "decyzja stała się ostateczna",
    },
    { ...outcome, role: "appeal", kinds: ["appeal_decision"] },
  ],
  transfer: [
    { ...outcome, role: "transfer", outcomes: ["transferred"] },
    {
      role: "transfer",
      kinds: ["permit_decision"],
      says: /przenos\p{L}*\s|przenosi\s|(?:na rzecz|zgod\p{L}*).{0,80}(?:przenies|decyzj)/u,
      grounds: false,
      most: 6,
      search: "przenoszę decyzję na rzecz",
    },
  ],
  replacement_design: [{ ...outcome, most: 6 }],
  expiry: [
    { ...outcome, role: "expiry", outcomes: ["expired"] },
    {
      role: "expiry",
      says: /wygas|(?:nie\s)?rozpocz\p{L}*.{0,40}(?:budow|robot)|(?:budow|robot)\p{L}*.{0,60}(?:nie\s)?(?:rozpocz|przerw)|dziennik\p{L}* budowy.{0,60}(?:\d{4}|nie wydan|zarejestrowan|wydan|wpis)|przerw\p{L}* .{0,30}(?:budow|robot)/u,
      not: new RegExp(
        `${partysWords.source}|obowiaz|nalezy|wymaga|przed (?:rozpoczeciem|przystapieniem)|zamierzon|zawiadom|mozna|niezwlocznie|zamierzam|zgodnie z art|w mysl art|stosownie do|co do zasady`,
        "u",
      ),
      most: 6,
      search: "wygaśnięcie decyzji rozpoczęcie budowy dziennik budowy przerwa",
    },
    finality,
    outcome,
  ],
  objection: [
    { ...outcome, role: "objection", kinds: ["notification_result"] },
    {
      role: "term",
      says: /sprzeciw.*(?:termin|\d+ dni|dni od|uplyw|najpozniej|do dnia|w dniu)|(?:termin|uplyw|\d+ dni|najpozniej|do dnia).*sprzeciw|przer(?:ywa|wal)\p{L}* bieg/u,
      not: /przysluguje|odwolani|braki nalezy|pod rygorem|^\d{1,2}\s+\d/u,
      most: 4,
      search: "termin do wniesienia sprzeciwu 21 dni 30 dni zgłoszenie",
    },
    {
      role: "filing",
      kinds: ["notification", "notification_result"],
      says: new RegExp(String.raw`(?:wplyn|zlozon|dokonan|zgloszeni).*${day}`, "u"),
      most: 2,
      search: "zgłoszenie wpłynęło dnia",
    },
  ],
  agreement: [
    { ...outcome, role: "opinion", kinds: ["opinion", "order"] },
    {
      role: "opinion",
      kinds: ["letter", "other", "opinion"],
      says: /uzgadnia|uzgodnien\p{L}* .{0,80}(?:wazn|obowiazuj|trac|do dnia|do \d)|wazn\p{L}* (?:do|przez|jest)|traci (?:waznosc|moc)/u,
      not: partysWords,
      most: 3,
      search: "uzgodnienie ważne do dnia traci ważność",
    },
    {
      role: "opinion",
      says: /nie zajal\p{L}* .{0,30}stanowiska|(?:uwaza|uznaje) sie za (?:uzgodn|brak|zajecie)|milcz\p{L}* .{0,40}uzgodn/u,
      most: 3,
      search: "nie zajął stanowiska w terminie uważa się za uzgodnienie",
    },
    {
      role: "opinion",
      kinds: ["opinion", "order", "permit_decision", "planning_decision", "notification_result"],
      says: /uzgodni|uzgadnia|zaopiniowa|opiniuj|opini|stanowisk|bez uwag|zastrzezen/u,
      not: new RegExp(`${partysWords.source}|^(?:prosz|zwracam sie)|o uzgodnienie|o wydanie opinii|o opini`, "u"),
      most: 5,
      search: "uzgodnienie opinia konserwator zabytków przeciwpożarowa sanitarna",
    },
    {
      role: "opinion",
      kinds: ["opinion"],
      says: /^(?:\d{1,2}[.)]|[a-z]\)|[-–•])\s/u,
      not: /a\/a|^\d{1,2}[.)] [\p{L}-]+ [\p{L}-]+$|sp\. z o|s\.a\.|spolka|do wiadomosci/u,
      most: 6,
      search: "uwagi warunki opinii",
    },
  ],
  occupancy: [
    { ...outcome, role: "occupancy", kinds: ["occupancy"] },
    {
      role: "occupancy",
      kinds: ["occupancy", "letter", "case_log", "finality"],
      says: /pozwoleni\p{L}* na uzytkowanie|zakonczeni\p{L}* budowy|przystapi\p{L}* do uzytkowania/u,
      not: new RegExp(`${partysWords.source}|moze|nalezy|obowiaz|przed przystapieniem|wymagan|dopiero po`, "u"),
      most: 3,
      search: "pozwolenie na użytkowanie zakończenie budowy",
    },
  ],
  appeal: [
    { ...outcome, role: "appeal", kinds: ["appeal_decision"] },
    {
      role: "appeal",
      kinds: ["appeal", "appeal_decision", "finality", "letter", "case_log", "permit_decision"],
      says: /odwola(?:l|n)/u,
      not: /pouczeni|przysluguje|sluzy|za posrednictwem|w terminie 14 dni|w terminie czternastu|zrzec sie/u,
      most: 4,
      search: "odwołanie od decyzji",
    },
  ],
  refusal_ground: [
    { ...outcome, outcomes: denying },
    {
      role: "ground",
      kinds: [...decisions, "order", "opinion", "letter", "call"],
      outcomes: denying,
      rank: groundWeight,
      not: partysWords,
      grounds: true,
      most: 3,
      search: "niezgodność narusza nie spełnia odmowa uzasadnienie",
    },
    { ...outcome, role: "appeal", kinds: ["appeal_decision"] },
  ],
  delivery: [
    {
      role: "delivery",
      kinds: ["delivery", "parties", "case_log", "finality"],
      says: new RegExp(
        String.raw`(?:dorecz|odebra|odbior|odbi|awiz|zwrot).*${day}|${day}.*(?:dorecz|odebra|odbior|awiz|zwrot)`,
        "u",
      ),
      most: 8,
      search: "doręczono odebrał data doręczenia potwierdzenie odbioru",
    },
  ],
  call: [
    {
      role: "deficiency",
      kinds: ["call", "order"],
      says: /wzywa|uzupelni|usuni|brak|nalezy|przedloz|dolacz|zlozy|dostarcz|doprowadz|nieprawidlowosc|^(?:\d{1,2}[.)]|[a-z]\)|[-–•])/u,
      not: /pouczeni|bez rozpoznania|skutkowac|przysluguje|otrzymuj|odwolani|zazaleni/u,
      most: 10,
      search: "wezwanie uzupełnienie braków termin",
    },
    {
      role: "term",
      kinds: ["call", "order"],
      says: /termin\p{L}*.{0,60}(?:\d|siedmi|czternast|trzydzie|miesi)|(?:\d+|siedmiu|czternastu) dni|do dnia/u,
      not: /pouczenie|zazaleni\p{L}* (?:w terminie|sluzy|przysluguje)|przysluguje/u,
      most: 2,
      search: "w terminie dni od doręczenia",
    },
  ],
  category_and_volume: [
    { role: "category", fact: "category", most: 6, search: "kategoria obiektu" },
    { role: "volume", fact: "volume", most: 6, search: "kubatura" },
  ],
  plan_parameter: [
    {
      role: "plan",
      kinds: ["plan_extract"],
      says: /przeznacz|oznacz|polozon|lezy|teren\p{L}* |symbol/u,
      symbol: true,
      most: 2,
      search: "nieruchomość przeznaczona w planie oznaczona symbolem",
    },
  ],
  plan_in_force: [
    {
      role: "plan",
      says: /(?:uchwal|plan)\p{L}*.{0,160}[ivxlc]{1,8}\/\d{1,4}\/(?:\d{4}|\d{2})/u,
      not: /rejestr|trac\p{L}* moc/u,
      most: 3,
      search: "miejscowy plan zagospodarowania przestrzennego uchwała nr",
    },
  ],
  planning_decision: [
    { ...outcome, kinds: ["planning_decision"] },
    finality,
    {
      role: "validity",
      kinds: ["planning_decision", "finality", "letter", "case_log"],
      says: /wygas|wazn|traci moc|ostateczn/u,
      not: /przysluguje|pouczeni|stwierdza sie wygasniecie, jezeli/u,
      most: 3,
      search: "wygaśnięcie decyzji o warunkach zabudowy ostateczna",
    },
  ],
  applicant: [
    // Whoever took the permit over is its investor now.
    { ...outcome, role: "transfer", outcomes: ["transferred"] },
    { role: "applicant", fact: "applicant", most: 3, search: "inwestor wnioskodawca" },
    {
      role: "applicant",
      kinds: [
        "permit_decision",
        "planning_decision",
        "application",
        "notification",
        "notification_result",
        "occupancy",
        "appeal_decision",
      ],
      says: /po rozpatrzeniu wniosku|na wniosek|inwestor|wnioskodawc|(?:dla|na rzecz):?\s|zglaszajac/u,
      not: /obowiaz|nalezy|moze |przysluguje|zawiadomi|uzasadnieni/u,
      most: 3,
      search: "inwestor wnioskodawca po rozpatrzeniu wniosku",
    },
  ],
  designer: [
    {
      role: "designer",
      says: /(?:projektant|projektowal|zaprojektowal|autor\p{L}* projekt|opracowal|sporzadzil)\p{L}*/u,
      name: true,
      not: /obowiazk|nadzor autorski|powinien|akceptacji|wskazan\p{L}* przez/u,
      most: 4,
      search: "projektant uprawnienia opracował",
    },
  ],
  design_figure: [],
};
