import type { DocumentRef } from "../document.ts";
import type { DocumentStore } from "../ports/document-store.ts";
import type { IndexableDocument } from "../ports/passage-index.ts";

/** Documents listed at a time: bounds memory. */
const atOnce = 200;

/** Current documents as they are indexed, for an index that is made anew: all, or those that are wanted. */
export async function* indexableDocuments(
  documents: Pick<DocumentStore, "list" | "passages">,
  wanted: (ref: DocumentRef) => boolean = () => true,
): AsyncGenerator<{ ref: DocumentRef; document: IndexableDocument }> {
  for (let offset = 0; ; offset += atOnce) {
    const stored = await documents.list({ access: "all" }, { limit: atOnce, offset });
    for (const { ref, kind, labels, facts } of stored) {
      if (!wanted(ref)) continue;
      const passages = await documents.passages(ref);
      const title = ref.title === undefined ? {} : { title: ref.title };
      yield { ref, document: { ...title, kind, labels, facts, passages } };
    }
    if (stored.length < atOnce) return;
  }
}
