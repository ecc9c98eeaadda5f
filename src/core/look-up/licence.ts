import { foldDiacritics } from "../text/plain.ts";

const prefix =
  /^(?:(?:nr|numer\p{L}*)\s*)?(?:upr(?:awnie\p{L}*|\.)?(?:\s*bud(?:owlan\p{L}*|\.))?\s*)?(?:(?:nr|numer\p{L}*)(?![\p{L}])\s*)?[.:]?\s*/u;

/**
 * What numbers of building licences are compared by: `MAZ/0123/POOK/05`, `Wa-12/94`. Offices write spaces, dashes and
 * letter case as they like; strokes part the numbers and stay. Empty for what has no digit.
 */
export function licenceKey(text: string): string {
  const plain = foldDiacritics(text.trim()).replace(prefix, "");
  return /\d/u.test(plain) ? plain.replace(/[^\p{L}\d/]+/gu, "") : "";
}
