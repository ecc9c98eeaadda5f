import type { Fault } from "../evidence.ts";
import { describeLookAlike, findLookAlike } from "../look-alikes.ts";
import { type Case, unsupported } from "../rule.ts";

/** A claim holds no character that only looks like another, unless the cited place writes that very word. */
export function checkLookAlikes({ claim, grounds }: Case): Fault[] {
  const found = findLookAlike(claim.text);
  if (!found) return [];
  const word = found.word.replace(/^[\p{Pi}\p{Ps}"]+|[\p{Pf}\p{Pe}".,;:]+$/gu, "");
  if (grounds.some(({ source }) => source.text.includes(word))) return [];
  return [unsupported("look_alike", describeLookAlike(found))];
}
