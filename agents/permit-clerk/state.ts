import { Annotation } from "@langchain/langgraph";
import type { Citation } from "../../src/core/draft.ts";
import type { DocumentRef } from "../../src/core/document.ts";
import type { PermitCase } from "../../src/core/permit.ts";
import type { DraftFindings } from "../../src/core/ports/draft-agent.ts";
import type { RegisterLookup } from "../../src/core/ports/permit-register.ts";
import type { Understanding } from "../../src/core/question/understanding.ts";
import type { CheckedClaim, ProposedCitation, ProposedClaim } from "../../src/core/verify/proposed.ts";
import type { CaseDocument } from "../../tools/list-case-documents.ts";
import type { FoundPassage } from "../../tools/search-passages.ts";

/** What the tools brought. Plain JSON: it is what a killed process finds again in the checkpoint. */
export interface Gathered {
  /** Register cases of the identity asked for. */
  cases: PermitCase[];
  registers: RegisterLookup["registers"];
  /** Documents of the cases and properties asked for; empty when the question names none, or none is there. */
  documents: CaseDocument[];
  /** Passages, best first; of `documents` only, where the question names an identity that was found. */
  passages: FoundPassage[];
  /** Passages from all of the archive: for what is not bound to a case, and as the nearest in a proof of absence. */
  elsewhere: FoundPassage[];
  queries: string[];
  tools: string[];
  documentsSearched: number;
}

/** A claim to be checked, and the wording to fall back on when it does not hold. */
export interface ProposedPart {
  claim: ProposedClaim;
  /** The answer itself, not what rounds it off: when it is withheld the draft is partly answered. */
  main: boolean;
  /** The bare quotes: a sentence of the page as its own claim. */
  narrower?: ProposedClaim[];
}

export interface ProposedConflict {
  field: string;
  values: { value: string; citation: ProposedCitation }[];
}

export interface Nearest {
  document: DocumentRef;
  page: number;
  text: string;
  why: string;
}

export interface Proposal {
  parts: ProposedPart[];
  conflicts: ProposedConflict[];
  clarification?: { question: string; choices: string[] };
  /** Part of the question stays without an answer. */
  incomplete: boolean;
  nearest: Nearest[];
}

export interface Checked {
  part: ProposedPart;
  claim: CheckedClaim;
}

export interface CheckedConflict {
  field: string;
  values: { value: string; citation: Citation }[];
}

export type ClerkDecision = "approved" | "rejected" | "cancelled";

export const PermitClerkState = Annotation.Root({
  question: Annotation<string>,
  understanding: Annotation<Understanding>,
  gathered: Annotation<Gathered>,
  proposal: Annotation<Proposal>,
  /** How often the draft was mended after a check. */
  repairs: Annotation<number>({ reducer: (_, next) => next, default: () => 0 }),
  checked: Annotation<Checked[]>,
  findings: Annotation<DraftFindings>,
  decision: Annotation<ClerkDecision>,
});
export type PermitClerk = typeof PermitClerkState.State;
