// oxlint-disable-next-line import/no-named-as-default -- the types of pdfkit name no other export
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { createPdfReader } from "./pdf-reader.ts";

type Draw = (document: PDFKit.PDFDocument) => void;

async function pdf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const document = new PDFDocument({ size: "A4", ...options });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => document.on("end", resolve));
  draw(document);
  document.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}
const read = (bytes: Uint8Array) => createPdfReader().read(bytes, "akta.pdf");
/** One white pixel. */
const image = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
  "base64",
);

describe("PDF files", () => {
  it("give pages in order with canonical text, its hash and the title", async () => {
    const bytes = await pdf((document) => document.text("Decyzja nr 5").addPage().text("Strona druga"), {
      info: { Title: "Decyzja z akt" },
    });
    const before = bytes.slice();
    const { title, pages } = await read(bytes);
    expect(title).toBe("Decyzja z akt");
    expect(pages.map(({ number, text }) => [number, text])).toEqual([
      [1, "Decyzja nr 5"],
      [2, "Strona druga"],
    ]);
    expect(pages[0]?.textSha256).toMatch(/^[\da-f]{64}$/u);
    // The bytes are the caller's: they are hashed and kept after the reading.
    expect(bytes).toEqual(before);
    expect((await read(bytes)).pages).toEqual(pages);
  });

  it("read turned text apart, and a rotated page upright", async () => {
    const { pages } = await read(
      await pdf((document) => {
        document.text("Tekst poziomy na stronie", 100, 100);
        document.rotate(-90, { origin: [300, 400] }).text("Pionowy opis rysunku", 300, 400);
        document.addPage({ layout: "landscape" }).text("Rzut parteru");
      }),
    );
    expect(pages[0]?.text).toBe("Tekst poziomy na stronie\n\nPionowy opis rysunku");
    expect(pages[1]?.text).toBe("Rzut parteru");
  });

  it("mark what has no text: an empty page, a scan, a scan with a stamp on it", async () => {
    const { pages } = await read(
      await pdf((document) =>
        document
          .addPage()
          .image(image, 0, 0, { width: 500 })
          .addPage()
          .image(image, 0, 0, { width: 500 })
          .text("k. 12", 10, 10),
      ),
    );
    expect(pages.map(({ unreadable }) => unreadable)).toEqual(["empty_page", "no_text_layer", "no_text_layer"]);
  });

  it("are refused by name when encrypted, cut off or no PDF at all", async () => {
    const locked = await pdf((document) => document.text("Tajne"), { userPassword: "klucz", ownerPassword: "klucz" });
    await expect(read(locked)).rejects.toMatchObject({
      code: "file_encrypted",
      message: expect.stringContaining("akta.pdf"),
    });
    const noise = new TextEncoder().encode("%PDF-1.7 i nic więcej");
    await expect(read(noise)).rejects.toMatchObject({
      code: "file_unreadable",
      message: expect.stringContaining("akta.pdf"),
    });
  });
});
