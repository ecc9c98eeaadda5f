import type { Access } from "../src/core/access.ts";
import { type DocumentFact, outcomeOf, type StoredDocument } from "../src/core/document.ts";
import { printAddress } from "../src/core/identity/address.ts";
import { parseParcel, printParcel } from "../src/core/identity/parcel.ts";
import { matchParcel } from "../src/core/identity/parcel.ts";
import { signatureCase } from "../src/core/identity/signature.ts";
import type { PermitCase, PermitQuery } from "../src/core/permit.ts";
import type { DocumentFilter } from "../src/core/ports/document-store.ts";
import { readText } from "../src/core/verify/reading.ts";
import type { Archive } from "./tool.ts";

type FactQuery = NonNullable<DocumentFilter["facts"]>[number];

/**
 * Looks an absence up anew: how many documents and cases bear the identity that `over` names, and, where `over` names
 * an outcome („przeniesienie decyzji nr 614/2014”), have that outcome.
 * @returns undefined when `over` names nothing that can be looked up
 */
export async function lookUpAbsent(
  over: string,
  archive: Archive,
  access: Access,
): Promise<{ documents: number; cases: number } | undefined> {
  const { signatures, decisions, parcels, addresses, outcomes } = readText(over);
  const facts: FactQuery[] = [];
  const query: PermitQuery = {};
  const signature = signatures[0]?.value;
  if (signature) {
    query.signature = signature;
    for (const field of ["signature", "refersToSignature"] as const)
      facts.push({ field, value: signatureCase(signature), startsWith: true });
  }
  const number = decisions[0]?.value;
  if (number) {
    query.number = number;
    for (const field of ["decisionNumber", "refersToDecision"] as const) facts.push({ field, value: number });
  }
  const parcel = parcels[0]?.value;
  if (parcel) {
    query.parcel = printParcel(parcel);
    facts.push({ field: "parcel", value: parcel.number });
    facts.push({ field: "parcel", value: `${parcel.number};`, startsWith: true });
  }
  const address = addresses[0]?.value;
  if (address) query.address = printAddress(address);
  if (Object.keys(query).length === 0) return undefined;
  const listed = facts.length > 0 ? await archive.documents.list({ access, facts }) : [];
  const { cases } = await archive.register.find(query);
  const wanted = outcomes.map(({ value }) => value);
  const bears = (fact: DocumentFact) =>
    fact.field !== "parcel" || !parcel || matchParcel(parcel, parseParcel(fact.value)) !== "different";
  const meant = (held: StoredDocument["facts"]) =>
    held.some((fact) => facts.some((asked) => meets(asked, fact)) && bears(fact));
  const told = (outcome: PermitCase["outcome"] | undefined) =>
    wanted.length === 0 || (outcome !== undefined && outcome !== null && wanted.includes(outcome));
  return {
    documents: listed.filter((document) => meant(document.facts) && told(outcomeOf(document))).length,
    cases: cases.filter((permit) => told(permit.outcome)).length,
  };
}

function meets({ field, value, startsWith }: FactQuery, fact: DocumentFact): boolean {
  return fact.field === field && (startsWith ? fact.value.startsWith(value) : fact.value === value);
}
