import { nameStems } from "../identity/inflection.ts";
import { foldDiacritics } from "../text/plain.ts";

/** Forms of Kodeks spółek handlowych and their abbreviations, in folded letters; they tell no company from another. */
const legalForms =
  /(?<![\p{L}\d])(?:(?:prosta\s+)?(?:sp\.?|spolk\p{L}*)\s*(?:z\s*o\.?\s*o\.?|z\s+ograniczona\s+odpowiedzialnoscia|akcyjn\p{L}*|jawn\p{L}*|partnersk\p{L}*|komandytow\p{L}*(?:-akcyjn\p{L}*)?|cywiln\p{L}*|[jkpc]\.?)|p\.?\s?s\.?\s?a\.?|s\.?\s?k\.?\s?a\.?|s\.?\s?[ac]\.?|w\s+(?:organizacji|likwidacji|upadlosci))(?![\p{L}\d])/gu;

/** The words that a company is known by, in any grammatical case: `ALFA DOM Sp. z o.o.` → `alfa`, `dom`. */
export function companyWords(name: string): string[] {
  return [...new Set(nameStems(foldDiacritics(name).replace(legalForms, " ")))];
}
