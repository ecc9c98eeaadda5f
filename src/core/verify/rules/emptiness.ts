import { type ClaimReading } from "../claim-reading.ts";
import type { Fault } from "../evidence.ts";
import { digitTokens } from "../ground.ts";
import { type Case, unsupported } from "../rule.ts";

/** A claim that says nothing which a source could bear out is not borne out: „Owszem”, a tick, function words alone. */
export function checkEmptiness({ claim }: Case): Fault[] {
  if (saysSomething(claim)) return [];
  return [unsupported("claim_empty", "Twierdzenie nie mówi niczego, co dałoby się sprawdzić w źródle.")];
}

function saysSomething(claim: ClaimReading): boolean {
  const { words, quantities, outcomes, dates, law, addresses, authorities, text } = claim;
  return (
    words.some(({ frame }) => !frame) ||
    [quantities, outcomes, dates, law, addresses, authorities].some(({ length }) => length > 0) ||
    digitTokens(text).length > 0
  );
}
