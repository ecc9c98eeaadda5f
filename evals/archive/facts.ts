import type { DocumentTruth } from "../../data/generator/ground-truth.ts";
import type { FactField, StoredDocument } from "../../src/core/document.ts";
import { matchAddress, parseAddress } from "../../src/core/identity/address.ts";
import { sameAuthority } from "../../src/core/identity/authority.ts";
import { matchParcel, parseParcel } from "../../src/core/identity/parcel.ts";
import { printTable } from "./summary.ts";

/** What was read out of the papers against what they bear: `right` of what was `read`, `found` of what is `borne`. */
export interface FieldScore {
  field: string;
  right: number;
  read: number;
  found: number;
  borne: number;
  /** Path, what was read too much, what was missed. */
  faults: string[];
}

interface Field {
  name: string;
  borne: (truth: DocumentTruth) => string[];
  read: (stored: StoredDocument) => string[];
  same: (read: string, borne: string) => boolean;
}

const factsOf = (field: FactField) => (stored: StoredDocument) =>
  stored.facts.filter((fact) => fact.field === field).map(({ value }) => value);
const one = (value: string | undefined) => (value === undefined ? [] : [value]);
const equal = (read: string, borne: string) => read === borne;

const fields: readonly Field[] = [
  { name: "kind", borne: ({ kind }) => [kind], read: ({ kind }) => [kind], same: equal },
  {
    name: "signature",
    borne: ({ signature }) => one(signature),
    read: factsOf("signature"),
    same: (read, borne) => read === borne.replace(/\s/gu, "").toUpperCase(),
  },
  { name: "number", borne: ({ number }) => one(number), read: factsOf("decisionNumber"), same: equal },
  { name: "authority", borne: ({ authority }) => one(authority), read: factsOf("authority"), same: sameAuthority },
  { name: "date", borne: ({ date }) => one(date), read: factsOf("issueDate"), same: equal },
  {
    name: "parcel",
    borne: ({ parcels }) =>
      parcels.map(({ number, sheet, precinct }) =>
        [number, ...(sheet ? [`sheet=${sheet}`] : []), ...(precinct ? [`precinct=${precinct}`] : [])].join(";"),
      ),
    read: factsOf("parcel"),
    same: (read, borne) => matchParcel(parseParcel(read), parseParcel(borne)) !== "different",
  },
  { name: "address", borne: ({ address }) => one(address), read: factsOf("address"), same: sameAddress },
  { name: "outcome", borne: ({ outcome }) => one(outcome), read: factsOf("outcome"), same: equal },
];

function sameAddress(read: string, borne: string): boolean {
  const [a, b] = [parseAddress(read), parseAddress(borne)];
  return a !== undefined && b !== undefined && matchAddress(a, b) === "same";
}

/** Papers that no reader can read are left out: their metadata is not there to be read. */
export function scoreFacts(truths: readonly DocumentTruth[], stored: readonly StoredDocument[]): FieldScore[] {
  const byPath = new Map(stored.map((document) => [document.ref.path, document]));
  const readable = truths.filter((truth) => truth.pages > (truth.unreadablePages?.length ?? 0));
  return fields.map(({ name, borne, read, same }) => {
    const score: FieldScore = { field: name, right: 0, read: 0, found: 0, borne: 0, faults: [] };
    for (const truth of readable) {
      const document = byPath.get(truth.path);
      const wanted = borne(truth);
      const got = document ? read(document) : [];
      const missed = wanted.filter((value) => !got.some((other) => same(other, value)));
      const surplus = got.filter((value) => !wanted.some((other) => same(value, other)));
      score.borne += wanted.length;
      score.read += got.length;
      score.right += got.length - surplus.length;
      score.found += wanted.length - missed.length;
      if (missed.length + surplus.length > 0)
        score.faults.push(`${truth.path}: missed [${missed.join(" | ")}] wrong [${surplus.join(" | ")}]`);
    }
    return score;
  });
}

export function printFacts(scores: readonly FieldScore[]): string {
  const share = (hits: number, trials: number) => (trials === 0 ? "-" : (hits / trials).toFixed(3));
  return printTable([
    ["field", "precision", "recall", "read", "borne"],
    ...scores.map(({ field, right, read, found, borne }) => [
      field,
      share(right, read),
      share(found, borne),
      String(read),
      String(borne),
    ]),
  ]);
}
