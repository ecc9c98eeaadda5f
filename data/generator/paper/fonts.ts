import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

export type FontFace = "regular" | "bold";
export type FontFamily = "serif" | "sans" | "serif-condensed" | "sans-condensed";

const require = createRequire(import.meta.url);

/**
 * pdfkit's browser build deflates in JavaScript. Node's zlib may compress to other bytes on another processor or
 * version, and the committed sample has to come out byte for byte everywhere.
 */
const build = pathToFileURL(join(dirname(require.resolve("pdfkit")), "pdfkit.browser.mjs")).href;
/** The constructor: pdfkit's types declare it as an interface that can be called with `new`. */
export const PdfDocument = ((await import(build)) as { default: PDFKit.PDFDocument }).default;

const files: Record<FontFamily, Record<FontFace, string>> = {
  serif: { regular: "DejaVuSerif", bold: "DejaVuSerif-Bold" },
  sans: { regular: "DejaVuSans", bold: "DejaVuSans-Bold" },
  "serif-condensed": { regular: "DejaVuSerifCondensed", bold: "DejaVuSerifCondensed-Bold" },
  "sans-condensed": { regular: "DejaVuSansCondensed", bold: "DejaVuSansCondensed-Bold" },
};
const fontFolder = join(dirname(require.resolve("dejavu-fonts-ttf/package.json")), "ttf");
const loaded = new Map<string, Uint8Array>();

export function fontBytes(family: FontFamily, face: FontFace): Uint8Array {
  const file = files[family][face];
  const bytes = loaded.get(file) ?? readFileSync(join(fontFolder, `${file}.ttf`));
  loaded.set(file, bytes);
  return bytes;
}

const ruler: PDFKit.PDFDocument = new PdfDocument({ autoFirstPage: true, font: "" });
const registered = new Set<string>();
const widths = new Map<string, number>();

/** Width of a word in points, at a size in points. One document measures for all: loading a font is the slow part. */
export function wordWidth(word: string, family: FontFamily, face: FontFace, size: number): number {
  const key = `${family}/${face}/${word}`;
  const known = widths.get(key);
  if (known !== undefined) return (known * size) / 1000;
  const name = `${family}/${face}`;
  if (!registered.has(name)) ruler.registerFont(name, fontBytes(family, face) as Buffer);
  registered.add(name);
  const width = ruler.font(name).fontSize(1000).widthOfString(word);
  widths.set(key, width);
  return (width * size) / 1000;
}
