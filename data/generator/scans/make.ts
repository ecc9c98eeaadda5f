/**
 * Draws the scanned sheets and writes them as JPEGs beside this file. Run once by hand: rendering differs from machine
 * to machine, so the JPEGs are committed and the generator only embeds them.
 */
import { writeFileSync } from "node:fs";
import { createCanvas } from "@napi-rs/canvas";
import { getDocument, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Paper } from "../paper/blocks.ts";
import { drawLook } from "../paper/compose.ts";
import { layOut } from "../paper/layout.ts";
import { drawPdf } from "../paper/pdf.ts";
import { makeRng, type Rng } from "../rng.ts";
import { scannedSheets, type ScannedSheet } from "./sheets.ts";

/** pdf.js draws on any canvas of the kind; its types know the browser's only. */
type RenderParameters = Parameters<PDFPageProxy["render"]>[0];

const dotsPerInch = 118;
const quality = 38;

for (const sheet of scannedSheets) {
  const bytes = await scan(sheet, makeRng(`scan ${sheet.file}`));
  writeFileSync(new URL(sheet.file, import.meta.url), bytes);
  console.log(`${sheet.file}: ${bytes.length} bytes`);
}

async function scan(sheet: ScannedSheet, rng: Rng): Promise<Uint8Array> {
  const task = getDocument({ data: new Uint8Array(await paperOf(sheet, rng)), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const viewport = page.getViewport({ scale: dotsPerInch / 72 });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  const context = canvas.getContext("2d");
  await page.render({ canvas: canvas, viewport } as unknown as RenderParameters).promise;
  const crooked = createCanvas(canvas.width, canvas.height);
  const turned = crooked.getContext("2d");
  turned.fillStyle = "#e9e6dd";
  turned.fillRect(0, 0, canvas.width, canvas.height);
  turned.translate(canvas.width / 2, canvas.height / 2);
  turned.rotate((rng.next() - 0.5) * 0.03);
  turned.globalCompositeOperation = "multiply";
  turned.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  const image = turned.getImageData(0, 0, canvas.width, canvas.height);
  age(image.data, rng);
  context.putImageData(image, 0, 0);
  await task.destroy();
  return canvas.toBuffer("image/jpeg", quality);
}

/** Grey, grainy and speckled, as a worn glass plate leaves it. */
function age(pixels: Uint8ClampedArray, rng: Rng): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const light = ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3;
    const speck = rng.next() < 0.0006 ? -120 : 0;
    const grey = Math.max(0, Math.min(255, light * 0.86 + 28 + (rng.next() - 0.5) * 9 + speck));
    pixels[at] = pixels[at + 1] = pixels[at + 2] = grey;
  }
}

function paperOf(sheet: ScannedSheet, rng: Rng): Promise<Uint8Array> {
  const paper: Paper = {
    path: sheet.path,
    format: "pdf",
    kind: "other",
    title: sheet.title,
    blocks: sheet.blocks,
    look: drawLook(rng, { font: "serif", size: 11, footer: () => "" }),
    parcels: [],
    traps: [],
  };
  return drawPdf(paper, layOut(paper));
}
