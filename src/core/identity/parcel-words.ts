/** How papers and registers name parcels, sheets and precincts. White space is bounded, so that no text takes long. */

const gap = String.raw`\s{0,4}`;
/** `87/14`, `21`. */
export const parcelNumber = String.raw`\d{1,5}(?:\/\d{1,4})?`;
const part = String.raw`(?:cz(?:\.|ęś\p{L}{1,3}|esc\p{L}{0,2})?|fragment\p{L}{0,4})`;
/** „działka”, „dz.”, „dz/nr”, „dz22/3”; no „dział”, „działanie” or „Działkowa”. */
const land = String.raw`(?:dz(?:[./]|\s|(?=\d{1,5}\/))|dzia[łl](?:k(?:[aieęąou]|om|ami|ach)|ek|ce)(?!\p{L})|parcel(?:[aieęąo]|om|ami|ach)?(?!\p{L}))`;
const called = String.raw`(?:(?:ewid\p{L}*|ew|geod\p{L}*|bud\p{L}*|grunt\p{L}*|drogow\p{L}*|oznaczon\p{L}*|o)\.?\s{1,4}){0,4}(?:nume?r\p{L}{0,6}|n?m?r(?:y|ów|ach|ami)?)?\.?${gap}(?:ewid\p{L}*\.?|ew\.|geod\p{L}*\.?)?:?${gap}`;
/** „powierzchnia działki 2235,00 m²”, „na działce nr 87/14, 4 m od granicy”: a figure with its unit is no parcel. */
const measure = String.raw`(?:,\d{1,4})?\s{0,2}(?:%|‰|zł(?!\p{L})|[ckm]?m(?:[²2³3b]|\s?kw\.?)?(?![\p{L}\d])|ha(?!\p{L})|ar(?:ów|y)?(?![\p{L}_-]|\s\d)|kondygn|szt|lat(?!\p{L})|dni(?!\p{L}))|,\d{2}(?!\d)\s|\s\d{3}(?:,\d|\s\p{L})`;
const separator = String.raw`${gap}(?:,|;|i|oraz|a${gap}także|lub|–|-|do)${gap}`;
const list = String.raw`(?:od\s)?(?:${part}\s{0,2})?${parcelNumber}(?!\d|${measure})(?:${separator}(?:${part}\s{0,2})?(?:dz\.?${gap})?(?:nr\s{0,2})?${parcelNumber}(?!\d|[.]\d|${measure})){0,80}`;

/** [1] that it is a part; [2] the list. */
export const cuedList = new RegExp(
  String.raw`(${part}${gap})?(?<![\p{L}\d])${land}${gap}${called}(${list})(?![\d/\p{L}]|\.\d)`,
  "giu",
);
/** „działka przy ulicy Zielonej (nr ewid. 1458/46, 1461/46)”: counts behind a word for a parcel, since licences have such numbers too. */
export const recordList = new RegExp(
  String.raw`(?<!\p{L})(?:nry?|numer\p{L}{0,6})\.?\s{1,3}ew(?:id\p{L}{0,10})?\.?:?${gap}(\d{1,5}\/\d{1,4}(?:${separator}\d{1,5}\/\d{1,4}(?!\d)){0,80})(?![\d/]|\.\d)`,
  "giu",
);
/** Identyfikator działki ewidencyjnej: unit, precinct, sheet where there is one, number; more numbers may follow. */
export const terytId = new RegExp(
  String.raw`(?<![\d.])(\d{6}_\d)\.(\d{4})(?:\.A[RM]_0*(\d{1,3}))?\.(${parcelNumber}(?:,\s?\d{1,5}\/\d{1,4}(?![\d/])){0,80})(?![\d/])`,
  "gu",
);
/** `AM-28 87/14`, `AR_01.87/14`. */
export const sheetThenNumber = new RegExp(
  String.raw`(?<![\p{L}\d])(?:AR|AM)[_-]0*(\d{1,3})[.,]?\s{0,2}(\d{1,5}\/\d{1,4}(?:${gap}[,;]${gap}\d{1,5}\/\d{1,4}(?![\d/])){0,80})(?![\d/])`,
  "giu",
);
/** `87/14 AM-28`; „12 ar 5” is an area. */
export const numberThenSheet = new RegExp(
  String.raw`(?<![\p{L}\d./])(\d{1,5}\/\d{1,4}(?=[,\s(]{1,3}[Aa][RMrm])|\d{1,5}(?=[,\s(]{1,3}(?:A[RM]|a[rm][_-])))[,\s(]{1,3}[Aa][RrMm][\s_-]?0*(\d{1,3})(?![\d/])`,
  "gu",
);

/** „… (AM-3) oraz 23 i 24 (AM-5)”: a list goes on behind the place of the one before, and has its own. */
export const continuedList = new RegExp(
  String.raw`${separator}(?:nr\s{0,2})?(${list})(?=[\s,;(]{1,3}(?:A[MR][\s_.-]{0,2}\d|ark|obr|k\.\s?m))`,
  "yiu",
);

const sheet = String.raw`(?<!\p{L})[Aa][MmRr][\s_.-]{0,2}0*(\d{1,3})(?![\d/])|(?<!\p{L})(?:ark(?:usz\p{L}{0,3}|\.)?\s{1,2}(?:map\p{L}{0,2}\s{1,2})?(?:nr\s{1,2})?|kar(?:ta|ty|cie)\smapy\s(?:nr\s)?|k\.\s?m\.\s?)0*(\d{1,3})(?![\d/])`;
/** `0022`, `3-12-04`, `P-12`. */
const precinctCode = String.raw`\d{1,2}(?:-\d{1,2}){1,2}(?!\d)|\p{Lu}\p{Ll}?-\d{1,3}(?!\d)|\d{1,4}(?![\d/])`;
const precinctName = String.raw`(?!A[MR](?!\p{L}))(?:Pl\.\s?)?\p{Lu}(?:[\p{L}-]{0,40}\p{L})?(?![\p{L}\d]|-\d)(?: (?:(?:nad|pod|ku) )?(?!A[MR](?!\p{L}))\p{Lu}[\p{L}-]+){0,2}`;
/** Typed in haste; „w obrębie działki” says within. */
const precinctTyped = String.raw`(?!(?:dzia|budyn|nieruch|teren|plan|pasa|ulic|drog|ewid|geod|jedn|grun|miasta|gminy|osiedl|kt[óo]r|tej|tego|nie\b|nr\b))\p{Ll}[\p{L}-]{2,}(?: (?!A[MR](?!\p{L}))\p{Lu}[\p{L}-]+){0,2}`;
const qualified = String.raw`(?:ewid\p{L}*|geod\p{L}*|kat\p{L}*)?\.?\s{0,2}(?:nr\.?\s{0,2})?(?:${precinctCode})?`;

/** [1][2] a sheet; [3] all that names a precinct: code, name or both. */
export const placeWords = new RegExp(
  String.raw`${sheet}|(?<!\p{L})[Oo][Bb][Rr](?:[ęeĘE][Bb]\p{L}{0,3}\.?(?!\p{L})|[.,]|(?=\s))\s{0,2}((?:${qualified})(?:\s{0,2}[-–(„"]?\s?${precinctName})|(?:(?:ewid\p{L}*|geod\p{L}*|kat\p{L}*)?\.?\s{0,2}(?:nr\.?\s{0,2})?)(?:${precinctCode})|(?<=[Rr][.,]\s{0,2}|[Rr]\s{1,2}|[Rr][ęe][bB]\s{1,2})${precinctTyped})`,
  "gu",
);

/** `ewid. nr 22 Poświętne` → `22 Poświętne`. */
export function precinctOf(words: string): string | undefined {
  const plain = words.replace(/^(?:(?:ewid|geod|kat)\p{L}*\.?\s*)?(?:nr\.?\s*)?/u, "");
  const [, code = "", name = ""] = new RegExp(String.raw`^(${precinctCode})?[\s–(„"-]*(.*)$`, "su").exec(plain) ?? [];
  return [code, name.replace(/\s+/gu, " ").trim()].filter(Boolean).join(" ") || undefined;
}
