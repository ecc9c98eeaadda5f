import type { Found } from "../../identity/found.ts";
import type { Fault } from "../evidence.ts";
import type { Quantity } from "../quantities.ts";
import { type Case, contradicted } from "../rule.ts";

/** A count is made anew from the inputs that stand: the claim's figure is this one. */
export function checkCounts({ claim, derived }: Case): Fault[] {
  const counts = derived.filter(({ op }) => op === "count").map(({ count }) => count);
  const [first] = counts;
  if (first === undefined) return [];
  const said = claim.quantities.filter((figure) => claim.isFree(figure) && isCount(figure));
  if (said.length === 0 || said.some(({ value }) => counts.includes(value.value))) return [];
  return [contradicted("count_other", `Policzono ${first}, a twierdzenie podaje „${said[0]?.text ?? ""}”.`)];
}

/** A figure with no unit of measure: it counts things. */
export function isCount({ value }: Found<Quantity>): boolean {
  return value.unit === "" && Number.isInteger(value.value);
}
