import type { DocumentKind } from "../../../src/core/document.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { ParcelTruth } from "../ground-truth.ts";
import type { Drawing } from "./drawing.ts";

/** A fact that a sentence states. `quote` stands in the text of the block; where it lands is known after the layout. */
export interface FactSpec {
  /** Unique in the archive; questions name facts by it. */
  key: string;
  kind: string;
  value: string;
  quote: string;
}

export interface TextStyle {
  bold?: boolean;
  size?: number;
  align?: "left" | "center" | "right";
  /** First line, in points. */
  indent?: number;
  /** All lines, in points. */
  left?: number;
  /** Below the paragraph, in points. */
  gap?: number;
  /** Lines of what follows that must stand on the same page. */
  keep?: number;
  color?: string;
}

export interface Cell {
  text: string;
  fact?: Omit<FactSpec, "quote">;
}

export type Block =
  | { type: "text"; text: string; style: TextStyle; facts: FactSpec[] }
  | { type: "table"; head: string[]; rows: Cell[][]; widths: number[] }
  | { type: "stamp"; text: string; facts: FactSpec[]; color: string }
  | { type: "page"; columns: 1 | 2; rotate?: boolean }
  | { type: "gap"; height: number }
  | { type: "drawing"; drawing: Drawing }
  | { type: "scan"; file: string; text: string };

/** How a paper looks and what its file says about itself; traps of typography are set here. */
export interface Look {
  font: "serif" | "sans" | "serif-condensed" | "sans-condensed";
  size: number;
  leading: number;
  footer: (page: number, pages: number) => string;
  header?: string;
  hyphenate: boolean;
  /** The text layer gets no map to Unicode: it looks well and reads as noise. */
  noToUnicode?: boolean;
  /** PDF metadata; wrong or missing in some. */
  metadata: { title?: string; author?: string };
}

export type PaperFormat = "pdf" | "html-word" | "html" | "txt";

export interface Paper {
  /** Inside `archive/`, with `/`. */
  path: string;
  format: PaperFormat;
  kind: DocumentKind;
  title: string;
  blocks: Block[];
  look: Look;
  signature?: string;
  number?: string;
  authority?: string;
  /** Issue date, ISO. */
  date?: string;
  parcels: ParcelTruth[];
  address?: string;
  outcome?: Outcome;
  traps: string[];
  duplicateOf?: string;
}
