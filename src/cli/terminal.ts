import { stripVTControlCharacters, styleText } from "node:util";

export type Stream = NodeJS.WriteStream;

export interface Terminal {
  out: Stream;
  err: Stream;
}

type Style = "bold" | "dim" | "green" | "yellow" | "red" | "cyan";

/** Colours where the stream is a terminal and nobody asked for none (NO_COLOR); the bare text elsewhere. */
export function paint(style: Style, text: string, stream: Stream): string {
  return styleText(style, text, { stream });
}

/** Lines longer than this are hard to read, however wide the window. */
const widest = 100;
const unknownWidth = 80;

export function widthOf(stream: Stream): number {
  return Math.max(30, Math.min(stream.columns ?? unknownWidth, widest));
}

/** Breaks between words; a word longer than the line stands alone. Every line begins with `indent`. */
export function wrap(text: string, width: number, indent = "", firstIndent = indent): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = lines.length === 0 ? firstIndent : indent;
    let used = line.length;
    let empty = true;
    for (const word of paragraph.split(/[ \t]+/u).filter(Boolean)) {
      const length = stripVTControlCharacters(word).length;
      if (!empty && used + 1 + length > width) {
        lines.push(line);
        line = indent;
        used = indent.length;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      used += empty ? length : length + 1;
      empty = false;
    }
    lines.push(line);
  }
  return lines.join("\n");
}
