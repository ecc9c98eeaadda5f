/**
 * Characters that look like others or do not show at all: a Cyrillic „а”, a zero-width space, a full-width digit.
 * Unicode TR 39 calls them confusables; here everything outside what Polish papers are written with is one.
 */
export interface LookAlike {
  /** As U+0430, for a reason that an officer can read aloud. */
  codePoint: string;
  /** The word it stands in, with the character. */
  word: string;
  why: "invisible" | "letter" | "digit";
}

const suspicious =
  /[^\p{ASCII}\p{Zs}\p{P}\p{Sc}\p{Sm}\p{So}ąćęłńóśźżĄĆĘŁŃÓŚŹŻ\u00C0-\u024F²³¹⁰⁴-⁹₀-₉½¼¾⅓⅔ªºµΩ№´¨˚′″ﬀ-ﬆ]/gu;
/** Latin letters that pass for other Latin letters or for strokes. */
const latinTwins = /[ıɑɡʟǀǁƖȷ]/gu;
/** Punctuation and signs that pass for the slash, the point or the comma of a number. */
const numberTwins = /(?<=\d)[⁄∕⧸／‚٫٬，．。·∙](?=\d)/gu;

/** The first look-alike or invisible character of a text (NFC first: decomposed Polish letters are none). */
export function findLookAlike(original: string): LookAlike | undefined {
  const text = original.normalize("NFC");
  for (const pattern of [suspicious, latinTwins, numberTwins]) {
    for (const match of text.matchAll(pattern)) {
      const character = match[0];
      // A lone Greek letter is a technical sign: λ, α, Ø.
      if (/\p{Script=Greek}/u.test(character) && !besideLetter(text, match.index, character.length)) continue;
      return { codePoint: codePointOf(character), word: wordAround(text, match.index), why: whyOf(character) };
    }
  }
  return undefined;
}

function whyOf(character: string): LookAlike["why"] {
  if (/\p{Nd}|\p{No}/u.test(character)) return "digit";
  return /\p{L}|\p{P}|\p{S}/u.test(character) ? "letter" : "invisible";
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function besideLetter(text: string, at: number, length: number): boolean {
  return /[\p{L}\d]/u.test(text.charAt(at - 1)) || /[\p{L}\d]/u.test(text.charAt(at + length));
}

function wordAround(text: string, at: number): string {
  const before = /[^\s]*$/u.exec(text.slice(0, at))?.[0] ?? "";
  const after = /^[^\s]*/u.exec(text.slice(at))?.[0] ?? "";
  return before + after;
}

/** The Polish sentence for the officer. */
export function describeLookAlike({ codePoint, word, why }: LookAlike): string {
  if (why === "invisible") return `W „${word}” stoi niewidoczny znak ${codePoint}.`;
  if (why === "digit") return `W „${word}” stoi znak ${codePoint}, który tylko udaje cyfrę.`;
  return `W „${word}” stoi znak ${codePoint}, który tylko udaje zwykłą literę lub znak.`;
}
