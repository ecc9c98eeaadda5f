import { clausesOf, groundsOfPart, partsOf, sameWord } from "../align.ts";
import type { Fault } from "../evidence.ts";
import { digitTokens } from "../ground.ts";
import { type Case, unsupported } from "../rule.ts";

/**
 * Rule 6 of DESIGN §5: the content words of the claim are covered by quotes, headings, and what metadata or a row's
 * columns prove; what is not covered is named.
 */
export function checkWords({ claim, grounds }: Case): Fault[] {
  const missing = partsOf(claim).flatMap((part) => {
    const held = groundsOfPart(part, claim, grounds).flatMap((ground) => [
      ...ground.words,
      ...ground.headings.words,
      ...ground.own.words,
      ...clausesOf(ground).flatMap(({ words }) => words),
    ]);
    return claim.words.filter(
      (word) =>
        part.start <= word.start &&
        word.end <= part.end &&
        !word.frame &&
        claim.isFree(word) &&
        !held.some((other) => sameWord(word, other)),
    );
  });
  if (missing.length === 0) return [];
  const words = [...new Set(missing.map(({ text }) => `„${text}”`))].slice(0, 4).join(", ");
  return [unsupported("words_not_covered", `Cytowane miejsce nie mówi: ${words}.`)];
}

/** A name with digits that no other rule has read (`B2`, `XII/34/2010`, `AM-28`) stands in the cited place as it is. */
export function checkTokens({ claim, grounds }: Case): Fault[] {
  const { signatures, decisions, applications, bareNumbers, dates, parcels, addresses, areas, law, quantities } = claim;
  const read = [
    signatures,
    decisions,
    applications,
    bareNumbers,
    dates,
    parcels,
    addresses,
    areas,
    law,
    quantities,
  ].flat();
  const missing = digitTokens(claim.text).filter(
    (token) =>
      claim.isFree(token) &&
      !read.some(({ start, end }) => token.start < end && start < token.end) &&
      !grounds.some(({ tokens }) => tokens.has(token.token)),
  );
  return missing
    .slice(0, 2)
    .map(({ start, end }) =>
      unsupported("token_missing", `W cytowanym miejscu nie ma „${claim.text.slice(start, end)}”.`),
    );
}
