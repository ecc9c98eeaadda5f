import { sameName } from "../identity/inflection.ts";

/** Legal forms, long and short, as one sign each; the most telling first. */
const forms: readonly [RegExp, string][] = [
  [/spółk\p{L}*\s+z\s+ogr\p{L}*\.?\s+odp\p{L}*\.?|sp(?:\.|ka)?\s*z\s*o\.?\s*o\.?(?!\p{L})/giu, " llc "],
  [/spółk\p{L}*\s+akcyjn\p{L}*|(?<!\p{L})s\.\s?a\.?(?!\p{L})|(?<=\s)sa$/giu, " plc "],
  [/spółk\p{L}*\s+komandytow\p{L}*|(?<!\p{L})sp\.\s?k\.?(?!\p{L})/giu, " lp "],
  [/spółk\p{L}*\s+jawn\p{L}*|(?<!\p{L})sp\.\s?j\.?(?!\p{L})/giu, " gp "],
  [/spółk\p{L}*\s+cywiln\p{L}*|(?<!\p{L})s\.\s?c\.?(?!\p{L})/giu, " civil "],
];
const signs: ReadonlySet<string> = new Set(forms.map(([, sign]) => sign.trim()));

/** One company in two spellings: inflected, its legal form in full, in short or left out. Another legal form is another company. */
export function sameCompany(a: string, b: string): boolean {
  const [one, other] = [readCompany(a), readCompany(b)];
  const formsMeet =
    one.forms.length === 0 || other.forms.length === 0 || one.forms.some((form) => other.forms.includes(form));
  return formsMeet && sameName(one.name, other.name);
}

function readCompany(written: string): { name: string; forms: string[] } {
  const marked = forms.reduce((text, [pattern, sign]) => text.replace(pattern, sign), written);
  const words = marked.split(/\s+/u).filter(Boolean);
  return {
    name: words.filter((word) => !signs.has(word) && !/^(?:firma|spółk\p{L}*)$/iu.test(word)).join(" "),
    forms: words.filter((word) => signs.has(word)),
  };
}
