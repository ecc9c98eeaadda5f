/** The lines in which a fact stands, and so many more that the quote means something. */
export function linesAround(text: string, start: number, end: number): string {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const range = wideEnough(text, from, end, 16);
  return text.slice(range.from, range.to).trim();
}

/** Whole lines, and enough letters for the quote to mean something (rule 2 of DESIGN §5). */
export function wideEnough(text: string, from: number, end: number, letters: number): { from: number; to: number } {
  let to = lineEnd(text, end);
  while (to < text.length && (text.slice(from, to).match(/\p{L}/gu)?.length ?? 0) < letters) to = lineEnd(text, to + 1);
  return { from, to };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
