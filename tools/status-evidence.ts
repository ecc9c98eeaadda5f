import type { Access } from "../src/core/access.ts";
import { isHeldAs } from "../src/core/history/missing.ts";
import { parseStatusOver, statusStatement } from "../src/core/history/statement.ts";
import { propertyHistory } from "./property-history.ts";
import type { Archive } from "./tool.ts";

/**
 * Makes a status anew, by the papers and rows that the asker may see.
 * @returns undefined when `over` cannot be read, or names no decision held here or more than one
 */
export async function lookUpStatus(over: string, archive: Archive, access: Access): Promise<string | undefined> {
  const asked = parseStatusOver(over);
  if (!asked) return undefined;
  const { decision, on } = asked;
  const { decisions } = await propertyHistory.run({ number: decision.number, on }, { archive, access });
  const [meant, ...others] = decisions.filter((held) => isHeldAs(decision, held));
  return meant && others.length === 0 ? statusStatement(meant, meant.status) : undefined;
}
