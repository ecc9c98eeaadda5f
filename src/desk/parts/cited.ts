import { archiveReaders } from "../../api/auth.ts";
import type { Actor } from "../../core/access.ts";
import type { Draft, PassageCitation } from "../../core/draft.ts";
import { citationsOf, citedContent } from "../../core/verify/cited-content.ts";
import type { Services } from "../../services.ts";

/**
 * Gives the text of a cited page in the version that was cited, when this reader may see it. `undefined` for who may
 * not read the archive at all: he is shown the quotes that a clerk approved, and not what stands around them.
 */
export type CitedPages = ((citation: PassageCitation, page: number) => string | undefined) | undefined;

/** Loads every page that the draft cites, each once. */
export async function loadCitedPages(
  archive: Services["archive"],
  { role, access }: Actor,
  { claims, withheld = [], conflicts }: Pick<Draft, "claims" | "conflicts"> & Partial<Pick<Draft, "withheld">>,
): Promise<CitedPages> {
  if (!archiveReaders.includes(role)) return undefined;
  const texts = new Map<string, string>();
  for (const { document, version, page } of citedContent(citationsOf({ claims, withheld, conflicts })).pages) {
    const found = await archive.documents.page(document, page, access, version);
    if (found) texts.set(`${document} ${version} ${page}`, found.text);
  }
  return ({ document }, page) => texts.get(`${document.id} ${document.version} ${page}`);
}
