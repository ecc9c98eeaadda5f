import { Recent } from "../../core/recent.ts";
import { formatReadings } from "./cases.ts";
import type { RegisterFileShape } from "./formats.ts";
import type { Beginnings } from "./split-rows.ts";

/** Cases kept for the rows that are to come: those of one case stand near each other as a rule. */
const mostKnown = 256;

interface KnownRow {
  text: string;
}

/**
 * The rows of a file that were read last, by the cell that names their case; undefined for a format in which no column
 * does, or a file in which it stands behind the parcels.
 */
export function knownCases<K extends KnownRow>({
  columns,
  delimiter,
  format,
}: RegisterFileShape): (Beginnings<K> & { add(one: K): void }) | undefined {
  const { parcelColumns, caseColumn } = formatReadings[format];
  const place = columns.indexOf(caseColumn ?? "");
  const cells = columns.findIndex((column) => parcelColumns.includes(column));
  if (place < 0 || cells <= place) return undefined;
  // As it stands in the text: another spelling of the name is another beginning.
  const nameAt = (text: string, start: number): string => {
    let from = start;
    for (let skipped = 0; skipped < place; skipped += 1) from = text.indexOf(delimiter, from) + 1;
    return text.slice(from, text.indexOf(delimiter, from));
  };
  const known = new Recent<string, K>(mostKnown);
  return {
    cells,
    find: (text, start) => {
      const near = known.get(nameAt(text, start));
      return near && text.startsWith(near.text, start) ? near : undefined;
    },
    add: (one) => {
      if (one.text !== "") known.set(nameAt(one.text, 0), one);
    },
  };
}
