import { printDate } from "../../../src/core/identity/dates.ts";
import { describeParcel, parseParcel } from "../../../src/core/identity/parcel.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { PermitCase } from "../../../src/core/permit.ts";
import type { Intent } from "../../../src/core/question/intents.ts";
import { inLine, withStop } from "../../../src/core/text/in-line.ts";
import type { ProposedCitation } from "../../../src/core/verify/proposed.ts";
import type { ProposedPart } from "../state.ts";

export const outcomeNames: Readonly<Partial<Record<Outcome, string>>> = {
  granted: "udzielono pozwolenia",
  refused: "odmówiono",
  discontinued: "umorzono postępowanie",
  left_unexamined: "pozostawiono bez rozpoznania",
  repealed: "uchylono decyzję",
  amended: "zmieniono decyzję",
  transferred: "przeniesiono decyzję",
  expired: "stwierdzono wygaśnięcie",
  annulled: "stwierdzono nieważność",
  no_objection: "nie wniesiono sprzeciwu",
};

/** What a register can tell of a question of this kind; undefined when it tells nothing. */
type Telling = (entry: PermitCase) => string[];
const whole: Telling = (entry) => [
  (entry.outcome && outcomeNames[entry.outcome]) ?? "",
  entry.description || entry.kind,
  entry.address,
  entry.parcels
    .map(parseParcel)
    .filter(({ number }) => !entry.address.includes(number))
    .map(describeParcel)
    .join("; "),
];
const tells: Readonly<Partial<Record<Intent, Telling>>> = {
  permit_lookup: whole,
  decision_outcome: whole,
  property_history: whole,
  issuer_and_date: (entry) => [entry.authority ? `organ: ${entry.authority}` : "", ...whole(entry)],
  objection: (entry) => (entry.register.format === "rwdz-notifications" ? whole(entry) : []),
  category_and_volume: ({ category, fields }) => [
    category ? `kategoria obiektu ${category.replace(/^kategoria\s+/iu, "")}` : "",
    fields.kubatura ? `kubatura ${fields.kubatura} m³` : "",
  ],
  applicant: ({ investor, applicationDate, applicationNumber }) => [
    investor ? `inwestor ${investor}` : "",
    applicationDate ? `wniosek z dnia ${printDate(applicationDate)}` : "",
    applicationNumber ? `wniosek nr ${applicationNumber}` : "",
  ],
};

/** A register's entry in its own words, as far as it answers. A mangled number is told as what stands in the cell. */
export function registerPart(entry: PermitCase, intent: Intent, main: boolean): ProposedPart | undefined {
  const told = (tells[intent]?.(entry) ?? []).filter((part) => part !== "");
  if (told.length === 0) return undefined;
  const number = entry.number ? `nr ${entry.number}` : entry.rawNumber ? `nr „${entry.rawNumber}”` : "";
  const kind = entry.register.format === "rwdz-notifications" ? "zgłoszenie" : "decyzja";
  const name = [kind, number, entry.date && `z dnia ${printDate(entry.date)}`].filter(Boolean).join(" ");
  const possible = entry.match === "possible" ? " (możliwe)" : "";
  const parts = [name, ...(entry.signature ? [`znak ${entry.signature}`] : []), ...told].join(", ");
  const text = withStop(inLine(`Rejestr „${entry.register.name}”${possible}: ${parts}`));
  return { claim: { text, citations: [registerCitation(entry)] }, main };
}

export function registerCitation(entry: PermitCase): ProposedCitation {
  return { register: entry.register.name, rows: entry.rows };
}
