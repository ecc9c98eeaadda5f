import type { Draft } from "../draft.ts";
import type { DocumentStore } from "../ports/document-store.ts";
import type { PermitRegister } from "../ports/permit-register.ts";
import { type CitedContent, citationsOf, citedContent, citedRowKey, draftHash } from "../verify/cited-content.ts";

/** What a draft rests on, as far as its hash and freshness go. */
export interface Sources {
  documents: Pick<DocumentStore, "page">;
  register: Pick<PermitRegister, "rows">;
}

type Hashed = Parameters<typeof draftHash>[0];

/** The hash that an approval will name, over the rows as they are now. */
export async function hashWithSources(draft: Hashed, sources: Sources): Promise<string> {
  return draftHash(draft, await rowHashes(citedContent(citationsOf(draft)), sources));
}

/** Whether a cited page has another text today, or a cited row other content; a source that is gone has changed. */
export async function haveSourcesChanged(draft: Hashed & Pick<Draft, "hash">, sources: Sources): Promise<boolean> {
  const content = citedContent(citationsOf(draft));
  for (const { document, page, textSha256 } of content.pages) {
    const now = await sources.documents.page(document, page, "all");
    if (now?.textSha256 !== textSha256) return true;
  }
  return draftHash(draft, await rowHashes(content, sources)) !== draft.hash;
}

async function rowHashes({ rows }: CitedContent, { register }: Sources): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of new Set(rows.map((cited) => cited.register))) {
    const cited = rows.filter((row) => row.register === name).map(({ row }) => row);
    for (const { ref, sha256 } of await register.rows(name, cited)) hashes.set(citedRowKey(name, ref), sha256);
  }
  return hashes;
}
