import type { DocumentFact, Passage, PreparedDocument } from "../document.ts";
import { describeParcel, parseParcel } from "../identity/parcel.ts";
import { kindWords } from "../in-words.ts";

/** A term in a heading counts as this many in the text. */
const headingWeight = 2;

/** A piece of a passage's text with what a term in it counts; the length of a passage is that of the first alone. */
export interface PassageField {
  text: string;
  weight: number;
}

/** A document as its passages are found by it. */
export interface DescribedDocument {
  title?: string | undefined;
  /** `identityOf` it. */
  identity: string;
}

export function describedBy(document: Pick<PreparedDocument, "title" | "kind" | "facts">): DescribedDocument {
  return { title: document.title, identity: identityOf(document) };
}

/** What a passage is found by: its text first, then what stands above it, then what its document is. The same for every index. */
export function fieldsOf(passage: Passage, document: DescribedDocument): PassageField[] {
  return [
    { text: passage.text, weight: 1 },
    { text: `${passage.headingPath.join(" ")} ${document.title ?? ""}`, weight: headingWeight },
    { text: document.identity, weight: 1 },
  ];
}

/** Facts by which a question names a paper; the case, ground and works of a decision stand on its first page alone. */
export const identifyingFields = [
  "signature",
  "decisionNumber",
  "applicationNumber",
  "parcel",
  "address",
  "planName",
] as const satisfies readonly DocumentFact["field"][];

/** What a document is, in the words of a question: its kind, and the numbers, parcels and addresses that are its own. */
export function identityOf({
  kind,
  facts,
}: Pick<PreparedDocument, "kind"> & { facts: readonly Pick<DocumentFact, "field" | "value">[] }): string {
  const own = identifyingFields.flatMap((field) => facts.filter((fact) => fact.field === field));
  const told = own.map(({ field, value }) => (field === "parcel" ? describeParcel(parseParcel(value)) : value));
  return [kindWords[kind], ...new Set(told)].join(", ");
}
