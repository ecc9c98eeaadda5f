import type { ToolContext } from "../../../tools/tool.ts";
import type { Draft, PassageCitation } from "../../core/draft.ts";
import { citationsOf, citedContent } from "../../core/verify/cited-content.ts";

/** The text of a cited page in the version that was cited; `undefined` when this reader may not see it. */
export type CitedPages = (citation: PassageCitation, page: number) => string | undefined;

/** Loads every page that the draft cites, each once. */
export async function loadCitedPages(
  { archive, access }: ToolContext,
  { claims, withheld = [], conflicts }: Pick<Draft, "claims" | "conflicts"> & Partial<Pick<Draft, "withheld">>,
): Promise<CitedPages> {
  const texts = new Map<string, string>();
  for (const { document, version, page } of citedContent(citationsOf({ claims, withheld, conflicts })).pages) {
    const found = await archive.documents.page(document, page, access, version);
    if (found) texts.set(`${document} ${version} ${page}`, found.text);
  }
  return ({ document }, page) => texts.get(`${document.id} ${document.version} ${page}`);
}
