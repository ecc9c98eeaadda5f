import type { Block, Cell, FactSpec, Look, TextStyle } from "./blocks.ts";
import type { Rng } from "../rng.ts";

/** A paragraph. Facts name their quotes, which have to stand in `text`. */
export function para(text: string, facts: FactSpec[] = [], style: TextStyle = {}): Block {
  return { type: "text", text, style, facts };
}

export function heading(text: string, level: 1 | 2 | 3 = 2): Block {
  const sizes = { 1: 13, 2: 11, 3: 10 };
  return {
    type: "text",
    text,
    style: { bold: true, size: sizes[level], align: level === 1 ? "center" : "left", gap: 5, keep: 2 },
    facts: [],
  };
}

export function centred(text: string, facts: FactSpec[] = [], bold = true): Block {
  return { type: "text", text, style: { bold, align: "center", gap: 6, keep: 2 }, facts };
}

/** A numbered or lettered point, its lines moved in. */
export function point(text: string, facts: FactSpec[] = [], left = 16): Block {
  return { type: "text", text, style: { left, gap: 2 }, facts };
}

export function table(head: string[], rows: (string | Cell)[][], widths: number[]): Block {
  return {
    type: "table",
    head,
    rows: rows.map((row) => row.map((cell) => (typeof cell === "string" ? { text: cell } : cell))),
    widths,
  };
}

/** A cell that a question asks for. */
export function factCell(text: string, key: string, kind: string, value: string): Cell {
  return { text, fact: { key, kind, value } };
}

/** The fact whose quote is this sentence. */
export function told(key: string, kind: string, value: string, quote: string): FactSpec {
  return { key, kind, value, quote };
}

/** The look of one paper: font, size and footer drawn, so that offices and designers differ. */
export function drawLook(rng: Rng, over: Partial<Look> = {}): Look {
  const footer = rng.pick<Look["footer"]>([
    (page, pages) => `Strona ${page} z ${pages}`,
    (page) => `– ${page} –`,
    (page) => `${page}`,
    (page, pages) => `str. ${page}/${pages}`,
  ]);
  return {
    font: rng.pick(["serif-condensed", "sans-condensed"] as const),
    size: rng.pick([9.5, 10]),
    leading: rng.pick([1.3, 1.35, 1.4]),
    footer,
    hyphenate: rng.chance(0.4),
    metadata: {},
    ...over,
  };
}
