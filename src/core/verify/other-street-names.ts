import { otherNamesOf, type StreetRenaming } from "../identity/street-names.ts";
import type { Ground } from "./ground.ts";
import { readWords } from "./words.ts";

/**
 * A cited place under every name that its street has borne: „ul. Nowa 5” is supported by a row of „Stara 5” when the
 * office has told that they are one street, and only then.
 */
export function underOtherStreetNames(grounds: readonly Ground[], renamings: readonly StreetRenaming[]): Ground[] {
  if (renamings.length === 0) return [...grounds];
  return grounds.map((ground) => {
    const held = [...ground.own.addresses, ...ground.source.addresses.map(({ value }) => value)];
    const others = held.flatMap((address) => otherNamesOf(address, renamings).map((other) => other.address));
    if (others.length === 0) return ground;
    const { addresses, words } = ground.own;
    const own = {
      ...ground.own,
      addresses: [...addresses, ...others],
      words: [...words, ...others.flatMap(({ street }) => readWords(street))],
    };
    return { ...ground, own };
  });
}
