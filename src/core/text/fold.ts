/**
 * Rule 1 of DESIGN §5: a quote is compared with its page after folding only what typesetting changes: white space,
 * line-end hyphens, ligatures, quotation marks, dashes. Letters, digits and signs are never folded away, case neither.
 */
export interface Folded {
  text: string;
  /** For each UTF-16 unit of `text`, the offset in the original that it came from. */
  map: Uint32Array;
}

const ligatures: Record<string, string> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "st",
  ﬆ: "st",
  "…": "...",
};
const quotationMarks = /[„”“‟«»"″〝〞]/;
const apostrophes = /[‘’‚‛′']/;
const dashes = /[‐‑‒–—―−﹣－]/;
const softHyphen = "\u00AD";

export function foldForMatch(original: string): Folded {
  let text = "";
  const map: number[] = [];
  const put = (characters: string, from: number) => {
    text += characters;
    for (let unit = 0; unit < characters.length; unit += 1) map.push(from);
  };
  let at = 0;
  while (at < original.length) {
    const character = original.charAt(at);
    const broken = lineEndHyphen(original, at);
    if (broken > 0) {
      at += broken;
    } else if (/\s/.test(character)) {
      if (!text.endsWith(" ")) put(" ", at);
      at += 1;
    } else {
      if (character !== softHyphen) put(foldCharacter(character), at);
      at += 1;
    }
  }
  return { text, map: Uint32Array.from(map) };
}

function foldCharacter(character: string): string {
  if (character < "\u0080") return character;
  if (quotationMarks.test(character)) return '"';
  if (apostrophes.test(character)) return "'";
  if (dashes.test(character)) return "-";
  return ligatures[character] ?? character;
}

/** Length of a hyphen that only breaks a word at the end of a line, with the break; 0 when there is none. */
function lineEndHyphen(text: string, at: number): number {
  const character = text.charAt(at);
  if (character !== "-" && character !== softHyphen && character !== "‐") return 0;
  if (!/\p{Ll}/u.test(text.charAt(at - 1))) return 0;
  const rest = /^[ \t]*\r?\n\s*(?=\p{Ll})/u.exec(text.slice(at + 1, at + 40));
  return rest ? 1 + rest[0].length : 0;
}

/**
 * Where `quote` stands in `page`, both folded.
 * @returns ranges in the page's original offsets, UTF-16, half open
 */
export function findFolded(page: Folded, quote: Folded): { start: number; end: number }[] {
  const wanted = quote.text.trim();
  if (wanted.length === 0) return [];
  const found: { start: number; end: number }[] = [];
  for (let at = page.text.indexOf(wanted); at >= 0; at = page.text.indexOf(wanted, at + 1)) {
    found.push({ start: page.map[at] ?? 0, end: (page.map[at + wanted.length - 1] ?? 0) + 1 });
  }
  return found;
}
