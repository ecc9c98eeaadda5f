import type { Outcome } from "../outcome.ts";
import { foldDiacritics } from "../text/plain.ts";

/** Words that ask for one outcome: `jaką decyzją uchylono …`. Folded; see the table of DOMAIN.md. */
const words: readonly [RegExp, readonly Outcome[]][] = [
  [/uchyl\p{L}*/u, ["repealed", "repealed_and_decided", "repealed_and_discontinued", "sent_back", "change_refused"]],
  [/odmow(?:ion|iono|iona|a|y|e|ie|il)\p{L}*/u, ["refused", "change_refused", "not_agreed"]],
  [/umorz\p{L}*|umarza\p{L}*/u, ["discontinued", "appeal_discontinued", "repealed_and_discontinued"]],
  [/wygas\p{L}*/u, ["expired"]],
  [/niewazn\p{L}*/u, ["annulled", "change_refused"]],
  [/wstrzym\p{L}*/u, ["stayed"]],
  [/naruszeni\p{L}* prawa/u, ["breach_found"]],
  [/sprostowa\p{L}*|prostuj\p{L}*/u, ["corrected"]],
  [/zawiesz\p{L}*/u, ["suspended"]],
  [/wznow\p{L}*/u, ["change_refused", "repealed_and_decided", "repealed"]],
];

/** Undefined when the question asks for whatever was decided. */
export function askedOutcomes(question: string): readonly Outcome[] | undefined {
  const text = foldDiacritics(question);
  return words.find(([pattern]) => new RegExp(`(?<!\\p{L})(?:${pattern.source})`, "u").test(text))?.[1];
}
