import type { DocumentKind } from "../../../src/core/document.ts";
import type { ParcelTruth } from "../ground-truth.ts";
import type { Block, Look, Paper, PaperFormat } from "../paper/blocks.ts";
import { drawLook, para } from "../paper/compose.ts";
import { dateLong } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";

export interface Letter {
  path: string;
  title: string;
  date: string;
  blocks: Block[];
  trap: string;
  format?: PaperFormat;
  kind?: DocumentKind;
  parcels?: ParcelTruth[];
  signature?: string;
  authority?: string;
  look?: Partial<Look>;
}

export function letter(rng: Rng, { trap, look, ...rest }: Letter): Paper {
  return {
    format: "pdf",
    kind: "letter",
    parcels: [],
    ...rest,
    look: drawLook(rng.fork("look"), { size: 10.5, leading: 1.45, ...look }),
    traps: [trap],
  };
}

/** Place and day, sender, addressee. */
export function head(town: Town, date: string, sender: string, addressee: string): Block[] {
  return [
    para(`${town.name}, ${dateLong(date)}`, [], { align: "right" }),
    para(sender, [], { gap: 10 }),
    para(addressee, [], { bold: true, left: 250, gap: 14 }),
  ];
}

export function dayIn(rng: Rng, from: number, to: number): string {
  return `${rng.int(from, to)}-${String(rng.int(2, 11)).padStart(2, "0")}-${String(rng.int(2, 27)).padStart(2, "0")}`;
}
