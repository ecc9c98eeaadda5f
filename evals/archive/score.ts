import type { Citation, Draft } from "../../src/core/draft.ts";

/**
 * Scores a draft against a question of the generated archive's ground truth. The scorer knows nothing of how the
 * draft came about: it reads outcome, claims and citations only.
 */
export interface ExpectedAnswer {
  outcome: "answered" | "not_found" | "needs_clarification";
  /** Where the answer stands; one of them suffices unless `all`. */
  sources: readonly ({ document: string; page: number } | { register: string; row: number })[];
  all?: boolean | undefined;
  /** Each group: at least one of its wordings stands in some supported claim. */
  values: readonly (readonly string[])[];
  /** What only a wrong answer holds: the neighbour's number, another plan's height. */
  forbidden: readonly string[];
}

export interface Score {
  /** Right outcome, every value, the right document and page, and nothing forbidden. */
  correct: boolean;
  outcomeRight: boolean;
  valuesRight: boolean;
  sourceRight: boolean;
  /** Forbidden values that stand in a supported claim: the one thing that must not happen. */
  wrong: string[];
}

export function scoreDraft(
  draft: Pick<Draft, "outcome" | "claims" | "clarification">,
  expected: ExpectedAnswer,
): Score {
  const said = draft.claims.map((claim) => fold(claim.text)).join("\n");
  const outcome = draft.outcome === "partly_answered" ? "answered" : draft.outcome;
  const outcomeRight = outcome === expected.outcome;
  const wrong = expected.forbidden.filter((value) => holds(said, value));
  if (expected.outcome !== "answered") {
    return { correct: outcomeRight && wrong.length === 0, outcomeRight, valuesRight: true, sourceRight: true, wrong };
  }
  const cited = draft.claims.flatMap((claim) => claim.citations.flatMap(placesOf));
  const hits = expected.sources.filter((source) => cited.includes(placeKey(source)));
  const sourceRight = expected.all ? hits.length === expected.sources.length : hits.length > 0;
  const valuesRight = expected.values.every((group) => group.some((value) => holds(said, value)));
  return {
    correct: outcomeRight && sourceRight && valuesRight && wrong.length === 0,
    outcomeRight,
    valuesRight,
    sourceRight,
    wrong,
  };
}

/** Whole words and figures only: 12 m does not stand in 112 m, nor 87/1 in 87/14. */
function holds(said: string, value: string): boolean {
  const wanted = fold(value);
  for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + 1)) {
    const before = said[at - 1] ?? " ";
    const after = said[at + wanted.length] ?? " ";
    const joined = /^[,./]$/.test(after) && /\d/.test(said[at + wanted.length + 1] ?? "");
    const startsInside = /[\p{L}\d]/u.test(before) || (/[,./]/.test(before) && /\d/.test(said[at - 2] ?? ""));
    if (!startsInside && !/[\p{L}\d]/u.test(after) && !joined) return true;
  }
  return false;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, " ").replace(/[‐-―]/gu, "-").trim();
}

function placesOf(citation: Citation): string[] {
  switch (citation.kind) {
    case "passage": {
      const pages = citation.endPage === undefined ? [citation.page] : [citation.page, citation.endPage];
      return pages.map((page) => placeKey({ document: citation.document.path, page }));
    }
    case "register":
      return citation.rows.map((row) => placeKey({ register: row.file, row: row.row }));
    case "derived":
      return citation.inputs.flatMap(placesOf);
    case "law":
      return [];
  }
}

function placeKey(source: ExpectedAnswer["sources"][number]): string {
  return "document" in source ? `${source.document}#${source.page}` : `${source.register}:${source.row}`;
}
