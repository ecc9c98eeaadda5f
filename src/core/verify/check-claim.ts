import type { Verdict } from "../draft.ts";
import { checkCitation } from "./check-citation.ts";
import type { Evidence } from "./evidence.ts";
import { withHeadsOverTurn } from "./ground.ts";
import type { CheckedClaim, ProposedClaim } from "./proposed.ts";
import { underOtherStreetNames } from "./other-street-names.ts";
import { claimRules } from "./claim-rules.ts";

/** Worst first (DESIGN §4). */
const severity: readonly Verdict[] = ["contradicted", "unsupported", "abstained", "supported"];

/**
 * The verdict on a claim by the rules of DESIGN §5. Pure: the same claim and evidence give the same verdict.
 * @param evidence one for each citation of the claim, in order
 */
export function checkClaim(proposed: ProposedClaim, evidence: Evidence): CheckedClaim {
  const results = proposed.citations.map((citation, position) => {
    const own = evidence.citations[position];
    if (!own) throw new Error("A citation without evidence");
    return checkCitation(citation, own, evidence.boilerplate);
  });
  const faults = results.flatMap((result) => result.faults);
  if (results.length === 0) {
    faults.push({ verdict: "unsupported", code: "no_citation", detail: "Twierdzenie nie ma żadnego cytatu." });
  }
  const standing = withHeadsOverTurn(results.flatMap((result) => result.grounds));
  const grounds = underOtherStreetNames(standing, evidence.renamings ?? []);
  if (grounds.length > 0) {
    const derived = results.flatMap((result) => result.derived);
    const said = claimRules(proposed.text, grounds, derived);
    // What a missing quote would have proved is not known; what the others contradict is.
    faults.push(...(faults.length === 0 ? said : said.filter(({ verdict }) => verdict === "contradicted")));
  }
  return {
    text: proposed.text,
    verdict: severity.find((verdict) => faults.some((fault) => fault.verdict === verdict)) ?? "supported",
    reasons: faults.map(({ code, detail }) => ({ code, detail })),
    citations: results.map(({ checked }) => checked),
  };
}
