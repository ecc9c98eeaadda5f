import type { Access } from "../src/core/access.ts";
import { type DocumentFact, type DocumentKind, outcomeOf, type StoredDocument } from "../src/core/document.ts";
import { type Address, findAddresses, matchAddress, printAddress } from "../src/core/identity/address.ts";
import { findDecisionNumbers } from "../src/core/identity/decision-number.ts";
import { findParcels, matchParcel, parseParcel, printParcel } from "../src/core/identity/parcel.ts";
import { findSignatures, sameSignature, signatureCase } from "../src/core/identity/signature.ts";
import { renamingBetween, type StreetRenaming } from "../src/core/identity/street-names.ts";
import type { Outcome } from "../src/core/outcome.ts";
import type { PermitQuery } from "../src/core/permit.ts";
import type { DocumentFilter } from "../src/core/ports/document-store.ts";
import type { DerivedEvidence } from "../src/core/verify/evidence.ts";
import type { Archive } from "./tool.ts";

type FactQuery = NonNullable<DocumentFilter["facts"]>[number];

/** One thing that an absence is told of: how registers are asked for it, and which facts of a document bear it. */
interface Sought {
  query: PermitQuery;
  facts: FactQuery[];
  bears: (fact: DocumentFact) => boolean;
}

/** What „przeniesienie decyzji” speaks of, by the beginning of the noun. */
const outcomeNouns: readonly [RegExp, readonly Outcome[]][] = [
  [/przeniesieni/iu, ["transferred"]],
  [/uchyleni/iu, ["repealed", "repealed_and_decided", "repealed_and_discontinued", "sent_back"]],
  [/wygaśnięci/iu, ["expired"]],
  [/nieważnoś/iu, ["annulled"]],
  [/odmow/iu, ["refused", "change_refused", "not_agreed"]],
  [/umorzeni/iu, ["discontinued", "appeal_discontinued"]],
  [/zmian/iu, ["amended"]],
  [/sprzeciw/iu, ["objection"]],
  [/zawieszeni/iu, ["suspended"]],
  [/sprostowani/iu, ["corrected"]],
];
const deciding: readonly DocumentKind[] = ["permit_decision", "planning_decision", "appeal_decision", "order"];

/**
 * Looks an absence up anew: how many documents and cases bear one of the identities that `over` names and, where
 * `over` names an outcome („przeniesienie decyzji nr 614/2014”), have that outcome.
 * @returns undefined when `over` names nothing that can be looked up
 */
export async function lookUpAbsent(over: string, archive: Archive, access: Access): Promise<DerivedEvidence["found"]> {
  const sought = soughtIn(over, (await archive.streets?.renamings()) ?? []);
  if (sought.length === 0) return undefined;
  const wanted = outcomeNouns.filter(([noun]) => noun.test(over)).flatMap(([, outcomes]) => outcomes);
  const documents = new Map<string, StoredDocument>();
  const cases = new Map<string, Outcome | null>();
  for (const { query, facts, bears } of sought) {
    for (const document of await archive.documents.list({ access, facts }))
      if (document.facts.some(bears)) documents.set(document.ref.id, document);
    for (const permit of (await archive.register.find(query)).cases)
      cases.set(JSON.stringify([permit.register.name, permit.rows]), permit.outcome);
  }
  const told = (outcome: Outcome | null | undefined) =>
    wanted.length === 0 || (outcome !== undefined && outcome !== null && wanted.includes(outcome));
  const held = [...documents.values()];
  const unread = held.filter((document) => deciding.includes(document.kind) && outcomeOf(document) === undefined);
  return {
    documents: held.filter((document) => told(outcomeOf(document))).length,
    cases: [...cases.values()].filter(told).length,
    unread: wanted.length === 0 ? 0 : unread.length + [...cases.values()].filter((outcome) => outcome === null).length,
  };
}

function soughtIn(over: string, renamings: readonly StreetRenaming[]): Sought[] {
  return [
    ...findSignatures(over).map(({ value }) => bySignature(value)),
    ...findDecisionNumbers(over).map(({ value }) => byNumber(value)),
    ...findParcels(over).map(({ value }): Sought => {
      const starts = { field: "parcel", value: `${value.number};`, startsWith: true } as const;
      return {
        query: { parcel: printParcel(value) },
        facts: [{ field: "parcel", value: value.number }, starts],
        bears: (fact) => fact.field === "parcel" && matchParcel(value, parseParcel(fact.value)) !== "different",
      };
    }),
    ...findAddresses(over).map(
      ({ value }): Sought => ({
        query: { address: printAddress(value) },
        facts: [{ field: "address", value: "", startsWith: true }],
        bears: (fact) =>
          fact.field === "address" &&
          findAddresses(`ul. ${fact.value}`).some((held) => meets(value, held.value, renamings)),
      }),
    ),
  ];
}

/** By any name of its street that the office has told. */
function meets(asked: Address, held: Address, renamings: readonly StreetRenaming[]): boolean {
  return matchAddress(asked, held) !== "different" || renamingBetween(asked, held, renamings) !== undefined;
}

/** Papers before 2011 write the year with two digits; the case has four. */
function bySignature(signature: string): Sought {
  const forms = [...new Set([signature, signatureCase(signature)])];
  const fields = ["signature", "refersToSignature"] as const;
  return {
    query: { signature },
    facts: forms.flatMap((value) => fields.map((field) => ({ field, value, startsWith: true }))),
    bears: (fact) => fields.some((field) => fact.field === field) && sameSignature(fact.value, signature),
  };
}

function byNumber(number: string): Sought {
  const fields = ["decisionNumber", "refersToDecision"] as const;
  return {
    query: { number },
    facts: fields.map((field) => ({ field, value: number })),
    bears: (fact) => fields.some((field) => fact.field === field) && fact.value === number,
  };
}
