import type { Page, Passage, StoredDocument } from "../document.ts";
import type { Reason } from "../draft.ts";
import type { StreetRenaming } from "../identity/street-names.ts";
import type { PermitCase, RegisterRowRef } from "../permit.ts";

/**
 * What the archive holds of the places that a claim cites, in the order of its citations. Loaded by
 * tools/check-citations.ts, so that the rules stay pure.
 */
export interface Evidence {
  citations: readonly CitationEvidence[];
  /** Keys of `boilerplateKey` (rule 2). */
  boilerplate: ReadonlySet<string>;
  /** What the office has told of streets that bear another name now. */
  renamings?: readonly StreetRenaming[];
}

export type CitationEvidence = PassageEvidence | RegisterEvidence | LawEvidence | DerivedEvidence | MissingEvidence;

export interface PassageEvidence {
  kind: "passage";
  document: StoredDocument;
  page: Page;
  /** For a quote that runs over the turn. */
  nextPage?: Page | undefined;
  /** Of the document: they give the heading path. */
  passages: readonly Passage[];
  /** Loaded when the quote is not on its page, to say where it does stand. */
  otherPages?: readonly Page[];
}

export interface RegisterEvidence {
  kind: "register";
  rows: readonly { ref: RegisterRowRef; case: PermitCase }[];
}

/** The catalogue of law comes with issue D; until then a cited unit is not judged. */
interface LawEvidence {
  kind: "law";
}

export interface DerivedEvidence {
  kind: "derived";
  inputs: readonly CitationEvidence[];
  /** For `absent`, looked up anew: documents and cases that `over` speaks of, and those whose outcome no one has read. */
  found?: { documents: number; cases: number; unread: number } | undefined;
  /**
   * Made anew, in one sentence: for `status` where the decision that `over` names stood on its day; for a `count` over a
   * query of a register how many cases it has.
   */
  state?: string | undefined;
}

/** A place that is not there (`unsupported`), or that cannot be looked at now (`abstained`). */
export interface MissingEvidence {
  kind: "missing";
  fault: Fault;
}

/** What a rule objects to. */
export interface Fault extends Reason {
  verdict: "contradicted" | "unsupported" | "abstained";
}
