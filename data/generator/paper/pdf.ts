import { readFileSync } from "node:fs";
import type { Paper } from "./blocks.ts";
import { type FontFace, fontBytes, PdfDocument } from "./fonts.ts";
import { type Layout, type Op, type PageLayout, paperSize } from "./cursor.ts";

const scanFolder = new URL("../scans/", import.meta.url);

/** Draws a laid-out paper. The same bytes every time: dates fixed by the paper, ids made of them. */
export function drawPdf(paper: Paper, layout: Layout): Promise<Uint8Array> {
  const created = new Date(`${paper.date ?? "2010-01-04"}T09:00:00Z`);
  const { title, author } = paper.look.metadata;
  const info = {
    CreationDate: created,
    ModDate: created,
    ...(title ? { Title: title } : {}),
    ...(author ? { Author: author } : {}),
  };
  const document = new PdfDocument({ autoFirstPage: false, font: "", margin: 0, info, lang: "pl" });
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  const faces: FontFace[] = ["regular", "bold"];
  for (const face of faces) document.registerFont(face, fontBytes(paper.look.font, face) as Buffer);
  for (const page of layout.pages) drawPage(document, page, paper.look.noToUnicode ?? false);
  document.end();
  return done;
}

function drawPage(document: PDFKit.PDFDocument, page: PageLayout, noToUnicode: boolean): void {
  document.addPage({ size: "A4", margin: 0 });
  document.save();
  if (page.rotate) {
    (document.page.dictionary.data as Record<string, unknown>).Rotate = 90;
    document.translate(0, paperSize.height).rotate(-90);
  }
  for (const op of page.ops) drawOp(document, op, noToUnicode);
  document.restore();
}

function drawOp(document: PDFKit.PDFDocument, op: Op, noToUnicode: boolean): void {
  switch (op.type) {
    case "text":
      document
        .font(op.bold ? "bold" : "regular")
        .fontSize(op.size)
        .fillColor(op.color);
      document.text(op.text, op.x, op.y, { lineBreak: false });
      // The font has its dictionary once something is written in it.
      if (noToUnicode) dropUnicodeMap(document);
      return;
    case "path": {
      const [first, ...rest] = op.points;
      if (!first) return;
      document.lineWidth(op.width).moveTo(...first);
      for (const point of rest) document.lineTo(...point);
      if (op.close) document.closePath();
      if (op.dash) document.dash(4, { space: 3 });
      if (op.fill) document.fillAndStroke(op.fill, op.color);
      else document.stroke(op.color);
      if (op.dash) document.undash();
      return;
    }
    case "image":
      document.image(readFileSync(new URL(op.file, scanFolder)), 0, 0, {
        width: paperSize.width,
        height: paperSize.height,
      });
  }
}

interface EmbeddedFont {
  /** Makes the dictionary when the font has not been used yet. */
  ref: () => { data: Record<string, unknown>; end: () => void };
}

/** The font is written at the end of the document: just before that, its map to Unicode is taken out. */
function dropUnicodeMap(document: PDFKit.PDFDocument): void {
  const dictionary = (document as unknown as { _font: EmbeddedFont })._font.ref();
  if (Object.hasOwn(dictionary, "end")) return;
  const write = dictionary.end.bind(dictionary);
  dictionary.end = () => {
    delete dictionary.data["ToUnicode"];
    write();
  };
}
