import type { Passage } from "../document.ts";

/** A passage as it is embedded, the same for every index: under its headings, since „§ 5 › 3MN” tells what it is about. */
export function embeddedTextOf({ headingPath, text }: Passage): string {
  return headingPath.length === 0 ? text : `${headingPath.join(" › ")}\n${text}`;
}
