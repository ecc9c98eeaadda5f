import type { DocumentRef } from "../../core/document.ts";
import type { Claim, PassageCitation } from "../../core/draft.ts";
import { sha256Hex } from "../../core/canonical-json.ts";
import type { DraftAgent, DraftFindings } from "../../core/ports/draft-agent.ts";

/** An agent that finds what the test tells it to, once `gate` is open. */
export function scriptedAgent(findings: () => DraftFindings, gate: Promise<void> = Promise.resolve()): DraftAgent {
  return {
    run: async (_, __, signal) => {
      const stopped = new Promise<never>((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(new Error("stopped")));
      });
      await Promise.race([gate, stopped]);
      return findings();
    },
    resume: async () => undefined,
  };
}

export function findingsOf(claims: Claim[], more: Partial<DraftFindings> = {}): DraftFindings {
  return {
    outcome: claims.length > 0 ? "answered" : "not_found",
    claims,
    withheld: [],
    conflicts: [],
    search: {
      queries: ["614/2014"],
      tools: ["look_up_permits", "search_passages"],
      documentsSearched: 1,
      nearest: [],
      unreadable: [],
    },
    labels: [],
    made: { archive: "a", index: "i", software: "teczka test" },
    ...more,
  };
}

export function claimOf(id: string, text: string, citations: Claim["citations"]): Claim {
  return { id, text, verdict: "supported", reasons: [], citations };
}

/** The citation of a quote that stands in the text of page 1. */
export function cite(document: DocumentRef, pageText: string, quote: string): PassageCitation {
  const start = pageText.indexOf(quote);
  const end = start + quote.length;
  return {
    kind: "passage",
    document,
    page: 1,
    quote,
    start,
    end,
    pageTextSha256: sha256Hex(pageText),
    headingPath: [],
  };
}
