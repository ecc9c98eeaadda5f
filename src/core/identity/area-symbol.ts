import type { Found } from "./found.ts";

/** Letters of land-use symbols in local plans (rozporządzenie w sprawie projektu MPZP, Dz.U. 2003 Nr 164 poz. 1587, and use since). */
const uses =
  "MNU|MWU|MWN|MN|MW|MU|MZ|MR|UMN|UC|UP|UO|UZ|UK|UKR|UT|UM|UA|UH|US|UU|PU|PG|RM|RU|RP|RZ|ZP|ZL|ZD|ZC|ZN|ZI|ZZ|ZR|WS|KDD|KDL|KDZ|KDG|KDW|KDP|KDX|KPJ|KPR|KP|KS|KD|KX|KK|KSP|TE|TK|TW|IT|IE|IG|IK|MM|U|P|R|E|W|K|G|T";
const pattern = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(?:(\d{1,3})[. ]?(?:(?:${uses})(?:[/,-](?:${uses}))*)|(?:MN|MW|MU|UP|US|ZP|KDD|KDL|KDZ|KDW|RM|UC)(?:[/,-](?:${uses}))*[.-]?(\d{1,3}))(?![\p{L}\d])`,
  "giu",
);

/** Symbols of areas in a local plan: `3MN`, `12.MN/U`, `2 MW`, `MN3`, normalised to `3MN`, `12MN/U`, `2MW`, `MN3`. */
export function findAreaSymbols(text: string): Found<string>[] {
  // Most sentences hold no figure, and the pattern is dear: it tries every symbol at every place.
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(pattern)]
    .map((match) => ({
      value: match[0].replace(/[\s.]/gu, "").toUpperCase(),
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
    }))
    .filter(({ text: written, value }) => isSymbol(written, value));
}

/** "12 m", "5 p", "2 u" and "3 r." are measures and words: one letter counts only when it stands close and is a capital. */
function isSymbol(written: string, value: string): boolean {
  const letters = value.replace(/[^A-Z]/gu, "");
  if (letters.length > 1) return !/\s/.test(written) || written === written.toUpperCase();
  return /^\d{1,3}\.?[A-Z]$/u.test(written) && /[UPREWKGT]/.test(letters);
}
