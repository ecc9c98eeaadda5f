import type { DocumentKind, DocumentRef } from "../document.ts";
import { foldDiacritics } from "../text/plain.ts";
import { overlap, type Wording } from "./copies.ts";

/** Papers that come out anew when they are changed. */
const published: ReadonlySet<DocumentKind> = new Set(["act", "local_plan"]);
/** Two texts of one unit share at least so many runs of words, whatever was changed. */
const sameUnit = 0.4;

interface Edition {
  /** Title or file name without its figures. */
  name: string;
  /** The latest year that it names. */
  year: number;
}

interface Placed {
  document: DocumentRef;
  kind: DocumentKind;
  wording: Wording;
}

/**
 * The same order, but that a unit of an older edition of an act or plan stands behind the same unit of a newer one.
 * Editions are known by title (or file name) and year; the unit by its words.
 */
export function newestFirst<T extends Placed>(ranked: readonly T[]): T[] {
  const order = [...ranked];
  const editions = new Map(ranked.map((one) => [one, editionOf(one)]));
  for (let at = 0; at < order.length; at += 1) {
    const older = order[at] as T;
    const edition = editions.get(older);
    if (!edition) continue;
    const newer = order.findIndex(
      (one, later) =>
        later > at && isNewer(editions.get(one), edition) && overlap(one.wording, older.wording) >= sameUnit,
    );
    if (newer > at) order.splice(at, 0, ...order.splice(newer, 1));
  }
  return order;
}

function isNewer(one: Edition | undefined, other: Edition): boolean {
  return one !== undefined && one.name === other.name && one.year > other.year;
}

function editionOf({ document, kind }: Placed): Edition | undefined {
  if (!published.has(kind)) return undefined;
  const title = document.title ?? document.fileName;
  const years = [...`${title} ${document.fileName}`.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)].map(([year]) =>
    Number(year),
  );
  const name = (foldDiacritics(title).match(/\p{L}+/gu) ?? []).join(" ");
  return years.length === 0 || name === "" ? undefined : { name, year: Math.max(...years) };
}
