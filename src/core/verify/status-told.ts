import type { Derived } from "./derived.ts";

/** Does the text tell the whole status, word for word? */
export function tellsStatus(text: string, state: string): boolean {
  return inOneLine(text).includes(inOneLine(state));
}

/**
 * Is the claim the status and nothing beside it? Code has made this very sentence anew out of all that the archive holds,
 * so there is nothing left to read in the places cited with it.
 */
export function isStatus(text: string, derived: readonly Derived[]): boolean {
  return derived.some(({ state }) => state !== undefined && inOneLine(text) === inOneLine(state));
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim().replace(/\.$/u, "");
}
