import { printAddress } from "../../identity/address.ts";
import { printParcel } from "../../identity/parcel.ts";
import type { ClaimReading } from "../claim-reading.ts";
import type { Fault } from "../evidence.ts";
import { readText } from "../reading.ts";
import { type Case, unsupported } from "../rule.ts";
import { tellsStatus } from "../status-told.ts";

/**
 * An absence is told of no more than was looked for: what narrows `over` (sheet, precinct, number) narrows the claim.
 * A comparison is told with the values that it compares. A status is told whole: half of it („ostateczna”) may hide
 * the rest („uchylona”).
 */
export function checkDerivedScope({ claim, derived }: Case): Fault[] {
  return derived.flatMap(({ op, over, state }) => {
    if (state !== undefined && !tellsStatus(claim.text, state)) {
      const [code, what] =
        op === "count"
          ? (["count_not_whole", "Policzono ponownie"] as const)
          : (["status_not_whole", "Stan na ten dzień to w całości"] as const);
      return [unsupported(code, `${what}: „${state}”; twierdzenie mówi co innego albo coś pomija.`)];
    }
    if (op === "compare" && valuesIn(claim) < 2) {
      return [unsupported("comparison_without_values", "Porównanie nie podaje wartości, które porównuje.")];
    }
    if (op !== "absent") return [];
    if (!scoped.test(claim.text)) {
      const detail = `Sprawdzono tylko, czego nie znaleziono w archiwum i rejestrach („${over}”), a nie, że tego nie ma wcale.`;
      return [unsupported("absence_unscoped", detail)];
    }
    if (tellsAll(claim, over)) return [];
    const detail = `Sprawdzono, że nie ma: „${over}”; twierdzenie mówi o czymś szerszym.`;
    return [unsupported("absence_narrower", detail)];
  });
}

/** „Działka nie ma pozwolenia” is more than that none was found. */
const scoped =
  /(?<!\p{L})(?:znale[zź]\p{L}*|odnale[zź]\p{L}*|natrafi\p{L}*|archiw\p{L}*|rejestr\p{L}*|akta\p{L}*|zbior\p{L}*)/iu;

function valuesIn({ quantities, dates, decisions, parcels, signatures, addresses }: ClaimReading): number {
  return new Set([quantities, dates, decisions, parcels, signatures, addresses].flat().map(({ text }) => text)).size;
}

function tellsAll(claim: ClaimReading, over: string): boolean {
  const { signatures, decisions, parcels, addresses } = readText(over);
  return (
    signatures.every(({ value }) => claim.signatures.some((said) => said.value === value)) &&
    decisions.every(({ value }) => claim.decisions.some((said) => said.value === value)) &&
    parcels.every(({ value }) => claim.parcels.some((said) => printParcel(said.value) === printParcel(value))) &&
    addresses.every(({ value }) => claim.addresses.some((said) => printAddress(said.value) === printAddress(value)))
  );
}
