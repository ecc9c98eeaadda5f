import type { Passage, PreparedDocument } from "../document.ts";

/** A term in a heading counts as this many in the text. */
const headingWeight = 2;

/** A piece of a passage's text with what a term in it counts; the length of a passage is that of the first alone. */
export interface PassageField {
  text: string;
  weight: number;
}

/** What a passage is found by: its text first, then what stands above it. The same for every index. */
export function fieldsOf(passage: Passage, document: Pick<PreparedDocument, "title">): PassageField[] {
  return [
    { text: passage.text, weight: 1 },
    { text: `${passage.headingPath.join(" ")} ${document.title ?? ""}`, weight: headingWeight },
  ];
}
