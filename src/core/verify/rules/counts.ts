import type { Found } from "../../identity/found.ts";
import type { Fault } from "../evidence.ts";
import type { Quantity } from "../quantities.ts";
import type { Ground } from "../ground.ts";
import { type Case, contradicted, unsupported } from "../rule.ts";

/** A count is made anew from the inputs that stand: the claim's figure is this one. */
export function checkCounts({ claim, derived }: Case): Fault[] {
  const counted = derived.filter(({ op }) => op === "count");
  const counts = counted.map(({ count }) => count);
  const [first] = counts;
  if (first === undefined) return [];
  const all = wholeness.exec(claim.text);
  if (all) {
    const detail = `Policzono cytowane miejsca (${first}); nie dowodzi to niczego o całości („${all[0]}”).`;
    return [unsupported("count_of_all", detail)];
  }
  const year = claim.quantities.find((figure) => claim.isFree(figure) && figure.value.unit === "calendar");
  if (year && counted.some(({ inputs }) => !inputs.every((input) => isOfYear(input, year.value.value)))) {
    return [contradicted("count_other", `Nie wszystkie policzone miejsca są z ${year.value.value} r.`)];
  }
  const said = claim.quantities.filter((figure) => claim.isFree(figure) && isCount(figure));
  if (said.length === 0 || said.some(({ value }) => counts.includes(value.value))) return [];
  return [contradicted("count_other", `Policzono ${first}, a twierdzenie podaje „${said[0]?.text ?? ""}”.`)];
}

const wholeness =
  /(?<!\p{L})(?:łącznie|ogółem|razem|wszystki\p{L}*|tylko|jedyn\p{L}*|w\s+rejestr\p{L}*|w\s+archiwum)(?!\p{L})/iu;

function isOfYear({ source, own }: Ground, year: number): boolean {
  return [...source.dates, ...own.dates].some(({ value }) => value.startsWith(`${year}-`));
}

/** A figure with no unit of measure: it counts things. */
export function isCount({ value }: Found<Quantity>): boolean {
  return value.unit === "" && Number.isInteger(value.value);
}
