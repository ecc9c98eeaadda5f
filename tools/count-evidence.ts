import { type CountedCases, countStatement, parseCountOver } from "../src/core/look-up/count-statement.ts";
import type { PermitCase } from "../src/core/permit.ts";
import type { ProposedCitation } from "../src/core/verify/proposed.ts";
import { permitQueryOf } from "./asked-permits.ts";
import type { Archive } from "./tool.ts";
import { UnreadableQuery } from "./unreadable-query.ts";

/** Of so many cases each cited one is looked for among the counted; more are not cited beside a count. */
const mostCited = 200;

/**
 * Counts the cases of a register anew. What matches only possibly is not counted.
 * @returns undefined when `over` is no query of a register, finds nothing, or the cited rows are not of what is counted
 */
export async function lookUpCount(
  over: string,
  inputs: readonly ProposedCitation[],
  { register }: Archive,
): Promise<string | undefined> {
  const asked = parseCountOver(over);
  const query = asked && readable(asked);
  if (!asked || !query) return undefined;
  const { cases, total, possible, registers } = await register.find(query, { limit: mostCited, sort: "newest" });
  const count = total - possible;
  const isHeld = registers.some(({ name }) => name === asked.register);
  if (count === 0 || !isHeld || !inputs.every((input) => isAmong(input, asked, cases))) return undefined;
  return countStatement(asked, count);
}

function readable(asked: CountedCases) {
  try {
    return permitQueryOf(asked);
  } catch (error) {
    // Anyone may hand in a claim: what cannot be looked up proves nothing.
    if (error instanceof UnreadableQuery) return undefined;
    throw error;
  }
}

function isAmong(input: ProposedCitation, { register }: CountedCases, cases: readonly PermitCase[]): boolean {
  if (!("register" in input) || input.register !== register) return false;
  return cases.some(
    ({ match, rows }) =>
      match === "exact" &&
      input.rows.every((cited) => rows.some(({ file, row }) => file === cited.file && row === cited.row)),
  );
}
