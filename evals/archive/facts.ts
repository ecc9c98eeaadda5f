import type { DocumentTruth } from "../../data/generator/ground-truth.ts";
import type { FactField, StoredDocument } from "../../src/core/document.ts";
import { matchAddress, parseAddress } from "../../src/core/identity/address.ts";
import { sameAuthority } from "../../src/core/identity/authority.ts";
import { matchParcel, parseParcel } from "../../src/core/identity/parcel.ts";
import { printTable } from "./summary.ts";

/**
 * What was read out of the papers: `right` of what was `read`, and `found` of what is true of them and stands in their
 * text (a delivery slip names no parcel, so none can be read from it).
 */
export interface FieldScore {
  field: string;
  right: number;
  read: number;
  found: number;
  stated: number;
  /** Path, what was read too much, what was missed. */
  faults: string[];
}

interface Field {
  name: string;
  borne: (truth: DocumentTruth) => string[];
  read: (stored: StoredDocument) => string[];
  same: (read: string, borne: string) => boolean;
  /** Does the text, white space folded, say it? Without this rule: always. */
  stated?: (borne: string, text: string) => boolean;
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
    stated: holdsPlainly,
  },
  {
    name: "number",
    borne: ({ number }) => one(number),
    read: factsOf("decisionNumber"),
    same: equal,
    stated: holdsPlainly,
  },
  {
    name: "authority",
    borne: ({ authority }) => one(authority),
    read: factsOf("authority"),
    same: sameAuthority,
    stated: holdsAuthority,
  },
  { name: "date", borne: ({ date }) => one(date), read: factsOf("issueDate"), same: equal, stated: holdsDate },
  {
    name: "parcel",
    borne: ({ parcels }) =>
      parcels.map(({ number, sheet, precinct }) =>
        [number, ...(sheet ? [`sheet=${sheet}`] : []), ...(precinct ? [`precinct=${precinct}`] : [])].join(";"),
      ),
    read: factsOf("parcel"),
    same: (read, borne) => matchParcel(parseParcel(read), parseParcel(borne)) !== "different",
    stated: (borne, text) => holdsWord(parseParcel(borne).number, text),
  },
  {
    name: "address",
    borne: ({ address }) => one(address),
    read: factsOf("address"),
    same: sameAddress,
    stated: holdsAddress,
  },
  { name: "outcome", borne: ({ outcome }) => one(outcome), read: factsOf("outcome"), same: equal },
];

function sameAddress(read: string, borne: string): boolean {
  const [a, b] = [parseAddress(read), parseAddress(borne)];
  return a !== undefined && b !== undefined && matchAddress(a, b) === "same";
}

function holdsPlainly(value: string, text: string): boolean {
  return text.replaceAll(" ", "").toLowerCase().includes(value.replace(/\s/gu, "").toLowerCase());
}

/** Its last word but one letter, as capitals and cases change it: „Rybiczowsk”. */
function holdsAuthority(authority: string, text: string): boolean {
  return text.toLowerCase().includes((authority.split(" ").at(-1) ?? "").slice(0, -1).toLowerCase());
}

function holdsWord(word: string, text: string): boolean {
  return new RegExp(String.raw`(?<![\p{L}\d/])${word}(?![\p{L}\d/])`, "iu").test(text);
}

function holdsDate(iso: string, text: string): boolean {
  const [year = "", month = "", day = ""] = iso.split("-");
  const long = new Intl.DateTimeFormat("pl", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const forms = [iso, `${day}.${month}.${year}`, `${Number(day)}.${month}.${year}`, long.format(new Date(iso))];
  return forms.some((form) => holdsWord(form, text));
}

/** The house number, and a word that begins like the street. */
function holdsAddress(address: string, text: string): boolean {
  const { street = "", number = "" } = parseAddress(address) ?? {};
  const longest = street.split(" ").reduce((a, b) => (b.length > a.length ? b : a), "");
  return text.toLowerCase().includes(longest.slice(0, 5).toLowerCase()) && holdsWord(number, text);
}

/** Papers that no reader can read are left out: their metadata is not there to be read. */
export function scoreFacts(
  truths: readonly DocumentTruth[],
  stored: readonly StoredDocument[],
  texts: ReadonlyMap<string, string>,
): FieldScore[] {
  const byPath = new Map(stored.map((document) => [document.ref.path, document]));
  const readable = truths.filter((truth) => truth.pages > (truth.unreadablePages?.length ?? 0));
  return fields.map(({ name, borne, read, same, stated }) => {
    const score: FieldScore = { field: name, right: 0, read: 0, found: 0, stated: 0, faults: [] };
    for (const truth of readable) {
      const document = byPath.get(truth.path);
      const wanted = borne(truth);
      const got = document ? read(document) : [];
      const text = texts.get(truth.path) ?? "";
      const said = wanted.filter((value) => stated?.(value, text) ?? true);
      const missed = said.filter((value) => !got.some((other) => same(other, value)));
      const surplus = got.filter((value) => !wanted.some((other) => same(value, other)));
      score.stated += said.length;
      score.read += got.length;
      score.right += got.length - surplus.length;
      score.found += said.length - missed.length;
      if (missed.length + surplus.length > 0)
        score.faults.push(`${truth.path}: missed [${missed.join(" | ")}] wrong [${surplus.join(" | ")}]`);
    }
    return score;
  });
}

export function printFacts(scores: readonly FieldScore[]): string {
  const share = (hits: number, trials: number) => (trials === 0 ? "-" : (hits / trials).toFixed(3));
  return printTable([
    ["field", "precision", "recall", "read", "stated"],
    ...scores.map(({ field, right, read, found, stated }) => [
      field,
      share(right, read),
      share(found, stated),
      String(read),
      String(stated),
    ]),
  ]);
}
