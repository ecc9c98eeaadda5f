/** Polish abbreviations after which a full stop does not end a sentence. Without the stop, lower case. */
const abbreviations = new Set(
  (
    "al am arch ark art bp bud cd cz dn dot dr dz ew gm godz hab im inż itd itp jw kat kl km kpt ks kw lit ław m maks mgr mies min mln mpzp nast nr np " +
    "obr ok os par par. pkt pl płn płd płk pn pok poz pow późn proc prof przyp pt r reg rej rozdz rozp śp st str sygn szt św t tab tel tj tyg tys tzn tzw ul ust " +
    "w wew wg woj ww wym z zał zb zm zn zob zw żyw e-mail inwest oznacz sp spółdz tow ubezp urz wł ob zam"
  ).split(/\s+/u),
);

export interface Range {
  start: number;
  end: number;
}

/**
 * Sentences of canonical text (one `\n` a line, blank line between blocks, `\t` between the cells of a table row).
 * A table row and a list item are sentences of their own.
 * @returns ranges without surrounding white space, in order
 */
export function sentencesOf(text: string): Range[] {
  const ranges: Range[] = [];
  for (const block of blocksOf(text)) {
    let start = block.start;
    const breaks = /[.!?…;:]["”»)\]]*\s+|\n(?=[-–•]\s|\(?\p{L}\)\s|\(?\d+[.)]\s|§)|\n(?=[^\n]*\t)|\t[^\n]*(\n)/gu;
    breaks.lastIndex = block.start;
    for (let match = breaks.exec(text); match && match.index < block.end; match = breaks.exec(text)) {
      const end = Math.min(match.index + match[0].length, block.end);
      if (!endsSentence(text, match.index, end, match[0])) continue;
      push(ranges, text, start, end);
      start = end;
    }
    push(ranges, text, start, block.end);
  }
  return ranges;
}

function blocksOf(text: string): Range[] {
  const blocks: Range[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n\s*\n/gu)) {
    blocks.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  blocks.push({ start, end: text.length });
  return blocks;
}

function endsSentence(text: string, at: number, end: number, mark: string): boolean {
  const first = mark.charAt(0);
  if (first === "\n" || first === "\t" || first === "!" || first === "?" || first === "…") return true;
  // A colon or semicolon ends a unit only where a list begins or goes on: at the end of a line.
  if (first === ":" || first === ";")
    return mark.includes("\n") && /^[-–•]|^\(?\p{L}\)|^\(?\d+[.)]/u.test(text.slice(end, end + 5));
  const next = text.charAt(end);
  if (/\p{Ll}/u.test(next)) return false;
  const word = /([\p{L}\d-]+)$/u.exec(text.slice(Math.max(0, at - 20), at))?.[1] ?? "";
  const closed = mark.length > 1 && /["”»)\]]/.test(mark);
  if (closed) return true;
  if (abbreviations.has(word.toLowerCase())) return false;
  if (/^\p{L}$/u.test(word)) return false;
  // „P1. 3MN”: the symbol of a zone before that of an area.
  if (/^\p{Lu}{1,2}\d{1,2}$/u.test(word) && /\d/.test(next)) return false;
  // "12. " and "§ 12. " at the head of a line number an item; inside a line they may end a sentence.
  if (/^\d{1,3}[a-z]?$/.test(word))
    return !/(?:^|\n)\s*(?:§\s*|Art\.\s*)?\(?\d{1,3}[a-z]?$/u.test(text.slice(Math.max(0, at - 12), at));
  return true;
}

function push(ranges: Range[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (end > start) ranges.push({ start, end });
}
