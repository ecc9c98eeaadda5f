import type { Found } from "../identity/found.ts";
import { foldDiacritics } from "../text/plain.ts";
import { licenceKey } from "../look-up/licence.ts";
import { tokensOf } from "./cues.ts";
import { isCommon } from "./focus.ts";
import { questionStopWords } from "./stop-words.ts";

/** What a register is asked by beside ground and numbers: companies, and designers by their licence. */

const licence =
  /(?<!\p{L})(?:uprawnie\p{L}*|upr\.)(?:\s+(?:budowlan\p{L}*|projektow\p{L}*))?\s*(nr\.?|numer\p{L}*)?\s*:?\s*((?:\p{Lu}{1,3}\p{L}?\s+)?[\p{L}\d][\p{L}\d/.–-]*\d[\p{L}\d/.–-]*)/giu;

/** „uprawnienia nr 12/DOŚ/09”, „z uprawnieniami MAZ/0123/POOK/05”. A mere `614/14` behind the word may be a decision. */
export function findLicences(text: string): Found<string>[] {
  return [...text.matchAll(licence)].flatMap((match) => {
    const [whole, called, number = ""] = match;
    const value = number.replace(/[.–-]+$/u, "");
    if (licenceKey(value) === "" || (!called && !/\p{L}/u.test(value))) return [];
    const start = match.index + whole.length - number.length;
    return [{ value, start, end: start + value.length, text: value }];
  });
}

const form = String.raw`(?:sp(?:\.|ółka|olka)?\s*z\s*o\.?\s*o\.?|spółk\p{L}*\s+z\s+ograniczoną\s+odpowiedzialnością|S\.\s?A\.?|sp\.\s?[jk]\.?|spółk\p{L}*\s+(?:akcyjn|jawn|komandytow)\p{L}*|S\.\s?K\.\s?A\.?)(?:\s+sp\.\s?k\.?)?(?!\p{L})`;
const withForm = new RegExp(String.raw`((?:[\p{L}\d&][\p{L}\d&.+-]*\s+){1,6})(${form})`, "giu");
const name = String.raw`„[^”]{2,60}”|"[^"]{2,60}"|(?:\p{Lu}[\p{L}\d&.+-]*|\d+[\p{L}-]*|i|&)(?:\s+(?:\p{Lu}[\p{L}\d&.+-]*|i(?=\s+\p{Lu})|&))*`;
const called = new RegExp(
  String.raw`(?<!\p{L})(?:[Ss]półk\p{L}*|[Ff]irm\p{L}*|[Dd]eweloper\p{L}*|[Pp]rzedsiębiorstw\p{L}*|[Ii]nwestor\p{L}*)\s+(${name})`,
  "gu",
);

/** „spółka Alfa Dom”, „Alfa Dom sp. z o.o.”, „alfa dom sp z oo”: names of companies, as typed. */
export function findCompanies(text: string): Found<string>[] {
  const found = [...text.matchAll(withForm)].flatMap((match) => {
    const [whole, before = "", legal = ""] = match;
    const words = before.trim().split(/\s+/u);
    const own = words.slice(words.findLastIndex(isOfQuestion) + 1).join(" ");
    if (own === "") return [];
    const start = match.index + whole.indexOf(own, before.trimEnd().length - own.length);
    const end = match.index + whole.length;
    return [{ value: `${own} ${legal}`.replace(/\s+/gu, " "), start, end, text: text.slice(start, end) }];
  });
  const others = [...text.matchAll(called)].flatMap((match) => {
    const written = match[1] ?? "";
    const start = match.index + match[0].length - written.length;
    const value = written.replace(/^[„"]|[”"]$/gu, "");
    const end = start + written.length;
    return found.some((known) => start < known.end && known.start < end) || isCommon(value)
      ? []
      : [{ value, start, end, text: written }];
  });
  return [...found, ...others].sort((a, b) => a.start - b.start);
}

/** Words that ask, and none of a name: in a question in small letters nothing else parts the two. */
function isOfQuestion(word: string): boolean {
  const [token = ""] = tokensOf(word);
  if (/^(?:i|oraz|&)$/u.test(word)) return false;
  return (
    questionStopWords.has(token) ||
    isCommon(word) ||
    /^(?:spolk|firm|inwestor|dewelop|przedsiebiorst|dosta|otrzyma|uzyska|mia[lć])/u.test(foldDiacritics(word))
  );
}
