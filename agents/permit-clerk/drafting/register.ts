import { outcomeSentences } from "../../../src/core/in-words.ts";
import { printDate } from "../../../src/core/identity/dates.ts";
import { numbersDecidedAbout } from "../../../src/core/outcomes/decided-about.ts";
import { describeParcel, parseParcel } from "../../../src/core/identity/parcel.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { PermitCase } from "../../../src/core/permit.ts";
import type { Intent } from "../../../src/core/question/intents.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import { inLine, withStop } from "../../../src/core/text/in-line.ts";
import type { ProposedCitation } from "../../../src/core/verify/proposed.ts";
import type { ProposedPart } from "../state.ts";

/** What was decided, or that nobody has read it: a row whose outcome is not read is never a permit (DESIGN §5, rule 8). */
function outcomeTold({ outcome }: PermitCase): string {
  if (outcome === null) return "rozstrzygnięcie nieodczytane";
  // A refusal of change is told by the description alone: it says of what.
  return outcome === "change_refused" ? "" : outcomeSentences[outcome];
}

/** What a register can tell of a question of this kind; undefined when it tells nothing. */
type Telling = (entry: PermitCase) => string[];
const whole: Telling = (entry) => [
  outcomeTold(entry),
  entry.description || entry.kind,
  entry.address,
  entry.parcels
    .map(parseParcel)
    .filter(({ number }) => !entry.address.includes(number))
    .map(describeParcel)
    .join("; "),
];
/** Of what became of a decision: only rows that decide about another one, and so as is asked. */
const later =
  (...asked: Outcome[]): Telling =>
  (entry) => {
    const isAsked =
      entry.outcome !== null &&
      (asked.length === 0 || asked.includes(entry.outcome)) &&
      // A refusal to repeal is no answer to a question about a transfer.
      (entry.outcome !== "change_refused" || !asked.includes("transferred") || /przen/iu.test(entry.description));
    return isAsked && entry.outcome !== "granted" && numbersDecidedAbout(entry.description).length > 0
      ? whole(entry)
      : [];
  };
const tells: Readonly<Partial<Record<Intent, Telling>>> = {
  permit_lookup: whole,
  decision_outcome: whole,
  property_history: whole,
  issuer_and_date: (entry) => [entry.authority ? `organ: ${entry.authority}` : "", ...whole(entry)],
  finality: later(),
  expiry: later("expired", "repealed", "annulled", "change_refused"),
  transfer: later("transferred", "change_refused"),
  appeal: later("repealed", "annulled", "upheld", "sent_back", "breach_found", "change_refused"),
  replacement_design: later("amended"),
  general: later(),
  objection: (entry) => (entry.register.format === "rwdz-notifications" ? whole(entry) : []),
  category_and_volume: ({ category, fields }) => [
    category ? `kategoria obiektu ${category.replace(/^kategoria\s+/iu, "")}` : "",
    fields.kubatura ? `kubatura ${fields.kubatura} m³` : "",
  ],
  designer: ({ licences = [] }) => (licences.length > 0 ? [`uprawnienia projektanta ${licences.join(", ")}`] : []),
  applicant: ({ investor, applicationDate, applicationNumber }) => [
    investor ? `inwestor ${investor}` : "",
    applicationDate ? `wniosek z dnia ${printDate(applicationDate)}` : "",
    applicationNumber ? `wniosek nr ${applicationNumber}` : "",
  ],
};

/** What of the answer as a whole the telling of an entry depends on. */
interface RegisterAsked {
  intent: Intent;
  question: string;
  /** Entries of several authorities stand in the answer: each tells its own. */
  severalAuthorities: boolean;
  /** Told besides, before all else: why the entry is in a list. */
  beside?: readonly string[];
}

const who = /(?<!\p{L})(?:kto|kogo|komu|kim|inwestor\p{L}*|wnioskodawc\p{L}*|czyj\p{L}*)(?!\p{L})/u;

export function asksWho(question: string): boolean {
  return who.test(foldDiacritics(question));
}

/** A register's entry in its own words, as far as it answers. A mangled number is told as what stands in the cell. */
export function registerPart(
  entry: PermitCase,
  { intent, question, severalAuthorities, beside = [] }: RegisterAsked,
  main: boolean,
): ProposedPart | undefined {
  // Persons are left out of registers: a row without an investor does not tell who it is.
  if (intent === "applicant" && !entry.investor && asksWho(question)) return undefined;
  const answered = (tells[intent]?.(entry) ?? []).filter((part) => part !== "");
  if (answered.length === 0) return undefined;
  const by = entry.authority ? `organ: ${entry.authority}` : "";
  const told = severalAuthorities && by && !answered.includes(by) ? [by, ...answered] : answered;
  const kind = entry.register.format === "rwdz-notifications" ? "zgłoszenie" : "decyzja";
  const name = [kind, numberTold(entry), entry.date && `z dnia ${printDate(entry.date)}`].filter(Boolean).join(" ");
  const possible = entry.match === "possible" ? " (możliwe)" : "";
  const parts = [name, ...(entry.signature ? [`znak ${entry.signature}`] : []), ...beside, ...told].join(", ");
  const text = withStop(inLine(`Rejestr „${entry.register.name}”${possible}: ${parts}`));
  return { claim: { text, citations: [registerCitation(entry)] }, main };
}

/** A mangled number is told as what stands in the cell, with the readings that it allows called that. */
function numberTold({ number, rawNumber, possibleNumbers = [] }: PermitCase): string {
  if (number) return `nr ${number}`;
  if (!rawNumber) return "";
  const readings = possibleNumbers.length > 0 ? ` (możliwy odczyt: ${possibleNumbers.join(", ")})` : "";
  return `nr „${rawNumber}”${readings}`;
}

const force =
  /(?<!\p{L})(?:obowiazuj\p{L}*|wazn[aey]|wiaze|wiazac\p{L}*|w mocy|aktualn\p{L}*|nadal|prawomocn\p{L}*|ostateczn\p{L}*)(?!\p{L})/u;

/** Whether a decision still binds: no row proves that, so rows alone answer no more than a part. */
export function asksForce(question: string): boolean {
  return force.test(foldDiacritics(question));
}

function registerCitation(entry: PermitCase): ProposedCitation {
  return { register: entry.register.name, rows: entry.rows };
}
