import { canonicalJson, sha256Hex } from "../canonical-json.ts";
import type { Citation, Draft } from "../draft.ts";
import type { RegisterRowRef } from "../permit.ts";

/** What a draft rests on: when one of these is another text today, the draft can no longer be approved (DESIGN §4). */
export interface CitedContent {
  /** Each page once, in order of citation. `version` is the document's version that was cited. */
  pages: { document: string; version: number; page: number; textSha256: string }[];
  /** Each row once, in order of citation. */
  rows: { register: string; row: RegisterRowRef }[];
}

/** Pages and rows under these citations, those under derived ones included. */
export function citedContent(citations: readonly Citation[]): CitedContent {
  const pages = new Map<string, CitedContent["pages"][number]>();
  const rows = new Map<string, CitedContent["rows"][number]>();
  const visit = (citation: Citation): void => {
    if (citation.kind === "derived") citation.inputs.forEach(visit);
    if (citation.kind === "register") {
      for (const row of citation.rows) {
        const cited = { register: citation.register.name, row };
        rows.set(citedRowKey(cited.register, row), cited);
      }
    }
    if (citation.kind !== "passage") return;
    const { id, version } = citation.document;
    const { page, pageTextSha256, endPage, endPageTextSha256 } = citation;
    pages.set(`${id}@${version}#${page}`, { document: id, version, page, textSha256: pageTextSha256 });
    if (endPage === undefined || endPageTextSha256 === undefined) return;
    pages.set(`${id}@${version}#${endPage}`, { document: id, version, page: endPage, textSha256: endPageTextSha256 });
  };
  citations.forEach(visit);
  return { pages: [...pages.values()], rows: [...rows.values()] };
}

/** The key of a row in the `rowHashes` of `draftHash`. */
export function citedRowKey(register: string, row: RegisterRowRef): string {
  return JSON.stringify([register, row.file, row.row]);
}

type HashedDraft = Pick<Draft, "question" | "outcome" | "claims" | "withheld" | "conflicts">;

/** Every citation of a draft: of its claims, of what was withheld, and of its conflicts. */
export function citationsOf(draft: Pick<HashedDraft, "claims" | "withheld" | "conflicts">): Citation[] {
  return [
    ...draft.claims.flatMap((claim) => claim.citations),
    ...draft.withheld.flatMap((claim) => claim.citations),
    ...draft.conflicts.flatMap((conflict) => conflict.values.map((value) => value.citation)),
  ];
}

/**
 * The hash that an approval names: SHA-256 of the canonical JSON (RFC 8785) of question, outcome, claims, withheld and
 * conflicts, with the hashes of the cited pages and rows. Page hashes stand in the citations; those of the rows come
 * from `PermitRegister.rows`, by `citedRowKey`. A row without a hash counts as gone, which is another hash too.
 */
export function draftHash(draft: HashedDraft, rowHashes: ReadonlyMap<string, string>): string {
  const { question, outcome, claims, withheld, conflicts } = draft;
  const content = citedContent(citationsOf(draft));
  const rows = content.rows.map((cited) => ({
    ...cited,
    sha256: rowHashes.get(citedRowKey(cited.register, cited.row)) ?? null,
  }));
  return sha256Hex(
    canonicalJson({ question, outcome, claims, withheld, conflicts, cited: { pages: content.pages, rows } }),
  );
}
