import type { LawReference } from "../../identity/law.ts";
import type { Fault } from "../evidence.ts";
import type { Ground } from "../ground.ts";
import { type Case, contradicted, unsupported } from "../rule.ts";
import { saidIn } from "../said-in.ts";

/** Rule 3 of DESIGN §5 for units of law: the unit stands in the quote or is where the quote stands. */
export function checkLawUnits({ claim, grounds }: Case): Fault[] {
  return claim.law.filter(claim.isFree).flatMap(({ value }) => {
    const held = grounds.flatMap((ground) => saidIn(ground, (reading) => reading.law));
    if (held.some((other) => holds(value, other.value)) || grounds.some((ground) => isPlace(value, ground))) return [];
    if (held.length === 0) return [unsupported("law_missing", `W cytowanym miejscu nie ma przepisu ${print(value)}.`)];
    const others = [...new Set(held.map((other) => print(other.value)))].slice(0, 3).join(", ");
    return [contradicted("law_other", `W cytowanym miejscu nie ma przepisu ${print(value)}; jest: ${others}.`)];
  });
}

/** The claim may name the unit less closely than the quote does, never more closely. */
function holds(said: LawReference, held: LawReference): boolean {
  if (said.act && held.act && said.act !== held.act) return false;
  return held.unit === said.unit || held.unit.startsWith(`${said.unit} `);
}

/** A quote under the heading „Art. 28.” that begins „1. …” is art. 28 ust. 1. */
function isPlace({ unit }: LawReference, { headings, source }: Ground): boolean {
  return headings.law.some(({ value }) => {
    if (unit === value.unit) return true;
    if (!unit.startsWith(`${value.unit} `)) return false;
    const labels = unit.slice(value.unit.length).match(/[\da-z]+(?=\s|$)/giu) ?? [];
    const last = labels.at(-1) ?? "";
    return new RegExp(String.raw`(?:^|\n)\s*${last}[.)]`, "u").test(source.text);
  });
}

function print({ unit, act }: LawReference): string {
  return act ? `${unit} ${act}` : unit;
}
