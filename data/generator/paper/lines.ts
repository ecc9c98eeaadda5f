import { type FontFace, type FontFamily, wordWidth } from "./fonts.ts";

/** One laid-out line; offsets point into the paragraph's text, so that a quote's page can be told. */
export interface Line {
  text: string;
  start: number;
  end: number;
}

export interface Measure {
  family: FontFamily;
  face: FontFace;
  size: number;
  width: number;
  indent: number;
  hyphenate: boolean;
}

/** Breaks a paragraph into lines. Compounds with a hyphen of their own never break there: nobody could mend them. */
export function breakLines(text: string, measure: Measure): Line[] {
  const space = wordWidth(" ", measure.family, measure.face, measure.size);
  const widthOf = (word: string) => wordWidth(word, measure.family, measure.face, measure.size);
  const lines: Line[] = [];
  let line: Line | undefined;
  let room = measure.width - measure.indent;
  const close = () => {
    if (line) lines.push(line);
    line = undefined;
    room = measure.width;
  };
  for (const word of words(text)) {
    if (word.text === "\n") {
      close();
      continue;
    }
    let rest = word;
    const needed = widthOf(rest.text) + (line ? space : 0);
    if (needed > room && line) {
      const cut = measure.hyphenate ? hyphenCut(rest.text, room - space, widthOf) : 0;
      if (cut > 0) {
        line = { ...line, text: `${line.text} ${rest.text.slice(0, cut)}-`, end: rest.start + cut };
        rest = { text: rest.text.slice(cut), start: rest.start + cut };
      }
      close();
    }
    const used = widthOf(rest.text) + (line ? space : 0);
    line = line
      ? { text: `${line.text} ${rest.text}`, start: line.start, end: rest.start + rest.text.length }
      : { text: rest.text, start: rest.start, end: rest.start + rest.text.length };
    room -= used;
  }
  close();
  return lines;
}

function words(text: string): { text: string; start: number }[] {
  return [...text.matchAll(/\n|[^ \n]+/g)].map((match) => ({ text: match[0], start: match.index }));
}

const vowels = "aeiouyąęó";
/** Rough Polish syllables: between a vowel with one consonant after it and the next consonant with its vowel. */
function hyphenCut(word: string, room: number, widthOf: (word: string) => number): number {
  if (!/^\p{Ll}{8,}[.,;:]?$/u.test(word)) return 0;
  for (let cut = word.length - 3; cut >= 3; cut -= 1) {
    const [before, after, next] = [word[cut - 1] ?? "", word[cut] ?? "", word[cut + 1] ?? ""];
    const single = vowels.includes(before) && !vowels.includes(after) && "aeouyąęó".includes(next) && next !== "";
    if (single && !/^(rz|cz|sz|dz|ch|dź|dż)/.test(word.slice(cut)) && widthOf(`${word.slice(0, cut)}-`) <= room)
      return cut;
  }
  return 0;
}
