import type { DocumentFact, StoredDocument } from "../document.ts";
import { type Address, findAddresses, parseAddress } from "../identity/address.ts";
import { printDate } from "../identity/dates.ts";
import { describeParcel, type Parcel, parseParcel } from "../identity/parcel.ts";
import type { Outcome } from "../outcome.ts";
import type { PermitCase } from "../permit.ts";
import { type DateRole, findDatedThings } from "./date-roles.ts";
import { filingWords, kindWords, outcomeWords, registerWords } from "./vocabulary.ts";
import { readWords, type Word } from "./words.ts";

/** What a document's metadata, each with a quote of its own, or a register row's columns say that it is. */
export interface Identity {
  signatures: string[];
  decisions: string[];
  applications: string[];
  authorities: string[];
  dates: { value: string; role: DateRole }[];
  parcels: Parcel[];
  addresses: Address[];
  outcomes: Outcome[];
  /** Content words of the metadata's quotes, and what a paper of this kind or a row of this register may be called. */
  words: Word[];
}

export const nothing: Identity = {
  signatures: [],
  decisions: [],
  applications: [],
  authorities: [],
  dates: [],
  parcels: [],
  addresses: [],
  outcomes: [],
  words: [],
};

const identities = new WeakMap<StoredDocument, Identity>();

export function identityOf(document: StoredDocument): Identity {
  const known = identities.get(document);
  if (known) return known;
  const values = (field: DocumentFact["field"]) =>
    document.facts.filter((fact) => fact.field === field).map(({ value }) => value);
  const dated = (field: DocumentFact["field"], role: DateRole) =>
    document.facts
      .filter((fact) => fact.field === field)
      .map((fact) => ({ value: fact.value, role: roleIn(fact, role) }));
  const dates = [
    ...dated("issueDate", "issue"),
    ...dated("applicationDate", "application"),
    ...dated("finalityDate", "finality"),
  ];
  const outcomes = values("outcome") as Outcome[];
  const told = document.facts.filter(({ field }) => !field.startsWith("refersTo")).map(({ quote }) => quote);
  const identity: Identity = {
    signatures: values("signature"),
    decisions: values("decisionNumber"),
    applications: values("applicationNumber"),
    authorities: values("authority"),
    dates,
    parcels: values("parcel").map(parseParcel),
    addresses: document.facts
      .filter(({ field }) => field === "address")
      .flatMap(({ quote }) => findAddresses(quote).map(({ value }) => value)),
    outcomes,
    words: wordsOf([
      ...told,
      kindWords[document.kind],
      ...outcomes.map((outcome) => outcomeWords[outcome]),
      ...dates.map(toldDate),
      document.ref.title ?? "",
    ]),
  };
  identities.set(document, identity);
  return identity;
}

/** What the words of its own quote call a date stands above what the fact was filed under. */
function roleIn({ quote, value }: DocumentFact, role: DateRole): DateRole {
  return findDatedThings(quote).find((date) => date.value === value)?.role || role;
}

export function identityOfCase(permit: PermitCase): Identity {
  const { register, signature, number, applicationNumber, authority, date, applicationDate, outcome, address } = permit;
  const dates: Identity["dates"] = [
    ...(date ? [{ value: date, role: "issue" as const }] : []),
    ...(applicationDate ? [{ value: applicationDate, role: "application" as const }] : []),
  ];
  const cells = [address, address.split(",").at(-1) ?? ""];
  return {
    signatures: signature ? [signature] : [],
    decisions: number ? [number] : [],
    applications: applicationNumber ? [applicationNumber] : [],
    authorities: authority ? [authority] : [],
    dates,
    parcels: permit.parcels.map(parseParcel),
    addresses: cells.flatMap((cell) => parseAddress(cell) ?? []),
    outcomes: outcome ? [outcome] : [],
    words: wordsOf([
      register.name,
      registerWords[register.format],
      authority ?? "",
      permit.kind,
      permit.description,
      permit.investor ? `inwestor wnioskodawca ${permit.investor}` : "",
      address,
      outcome ? outcomeWords[outcome] : unreadOutcome,
      ...permit.parcels.map((parcel) => describeParcel(parseParcel(parcel))),
      permit.rawNumber ? mangledNumber : "",
      ...dates.map(toldDate),
    ]),
  };
}

/** What a row of this kind lacks, in the words by which a claim may say so. */
const unreadOutcome = "rozstrzygnięcie nieodczytane";
const mangledNumber = "zapis numeru, możliwy odczyt";

function toldDate({ value, role }: Identity["dates"][number]): string {
  return role === "application" ? `${printDate(value)} ${filingWords}` : printDate(value);
}

function wordsOf(texts: readonly string[]): Word[] {
  return texts.flatMap((text) => readWords(text));
}
