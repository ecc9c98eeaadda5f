import { Annotation } from "@langchain/langgraph";
import type { DocumentRef } from "../../src/core/document.ts";
import type { Conflict, Draft } from "../../src/core/draft.ts";
import type { PermitCase, PermitQuery } from "../../src/core/permit.ts";
import type { DraftFindings } from "../../src/core/ports/draft-agent.ts";
import type { RegisterLookup } from "../../src/core/ports/permit-register.ts";
import type { Understanding } from "../../src/core/question/understanding.ts";
import type { CheckedClaim, ProposedCitation, ProposedClaim } from "../../src/core/verify/proposed.ts";
import type { CaseDocument } from "../../tools/list-case-documents.ts";
import type { Role } from "./planner/roles.ts";

/** A sentence or table row of a page, word for word. */
export interface Sentence {
  /** Id of a document of `Gathered.documents`. */
  document: string;
  page: number;
  /** Where it begins on the page: tells the order, and which fact stands in it. */
  start: number;
  end: number;
  text: string;
  headingPath: string[];
}

/** A sentence chosen for what it tells. */
export interface Evidence extends Sentence {
  role: Role;
  weight: number;
  /** What has to be quoted with it, word for word: the heads above a table row, the sentence that opens an area's part. */
  beside?: { page: number; text: string }[];
  /** The lead-in of the list that the item stands in, as it is said with it. */
  lead?: string;
  /** The one cell of the row that is meant, with its head. */
  cell?: { head: string; value: string };
  /** Of a local plan: the area it is about, and the plan's number or name. */
  area?: string;
  plan?: string;
  /** What an officer may choose it by: number and title. An amendment belongs to the plan that it amends. */
  planName?: string;
  planGroup?: string;
}

/** One case: its papers and its register entries, which need not agree. */
export interface Matter {
  /** The case's signature, or else what stands for it. */
  key: string;
  /** Ids, in date order. */
  documents: string[];
  /** Papers of other cases that speak of this one's decision: transfer, repeal, appeal. */
  later: string[];
  cases: PermitCase[];
  match: "same" | "possible";
}

/** What the question names, and which cases that is. */
export interface Scope {
  /** In words: `decyzja nr 614/2014`, `dz. nr 87/14, AM-28`. Empty when the question names nothing to look up. */
  named: string[];
  /** Of the named: what neither papers nor registers hold, or not together. */
  missing: string[];
  matters: Matter[];
}

export type PaperDocument = Omit<CaseDocument, "match">;

/** What the tools brought. Plain JSON: it is what a killed process finds again in the checkpoint. */
export interface Gathered {
  scope: Scope;
  registers: RegisterLookup["registers"];
  /** Every document that the scope or the evidence names. */
  documents: PaperDocument[];
  evidence: Evidence[];
  /** Register against decision, in the cases of the scope. */
  conflicts: ProposedConflict[];
  /** What stands near the thing asked for and does not answer. */
  nearest: Nearest[];
  statuses: StatusTold[];
  /** Instead of cases of a scope: what registers alone hold of a company, a licence, a street, a year. */
  list?: RegisterList;
  open: OpenQuestion[];
  queries: string[];
  tools: string[];
}

/** Where a decision stood on the day asked for: a sentence that code makes anew when it is checked. */
export interface StatusTold {
  text: string;
  over: string;
  inputs: ProposedCitation[];
}

/** Cases that meet a query, the newest of them one by one, and how many each register holds. */
export interface RegisterList {
  query: PermitQuery;
  /** The number is asked for. */
  isCount: boolean;
  /** A sentence for each register: code makes it anew when it is checked. */
  counts: StatusTold[];
  cases: PermitCase[];
  total: number;
}

/** What would have to be known to say more, or is missing; `documents`: those that it speaks of. */
export interface OpenQuestion {
  text: string;
  documents: string[];
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
  /** Each value with the claim that proves it. */
  values: { value: string; claim: string; citation: ProposedCitation }[];
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
  clarification?: Draft["clarification"];
  /** Part of the question stays without an answer. */
  incomplete: boolean;
  nearest: Nearest[];
}

export interface Checked {
  part: ProposedPart;
  claim: CheckedClaim;
  /** One side of a conflict that does not hold: withheld, never mended. */
  ofConflict?: true;
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
  conflicts: Annotation<Conflict[]>,
  findings: Annotation<DraftFindings>,
  decision: Annotation<ClerkDecision>,
});
export type PermitClerk = typeof PermitClerkState.State;
