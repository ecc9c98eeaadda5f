import {
  getDocument,
  OPS,
  PasswordException,
  type PDFDocumentProxy,
  type PDFPageProxy,
  Util,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import { sha256Hex } from "../../core/canonical-json.ts";
import type { Page, ReadDocument } from "../../core/document.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { DocumentReader } from "../../core/ports/document-reader.ts";
import { layoutText } from "./layout.ts";
import type { Run } from "./runs.ts";
import { textHealth } from "./text-health.ts";

/** More pages than any paper of a case: a page tree that loops or lies ends here. */
const maxPages = 20_000;

/** Reads the text layer of PDFs. Pages without usable text are marked; reading scans is another reader's work. */
export function createPdfReader(): DocumentReader {
  const version = "pdfjs-6.5.438/layout-2";
  return {
    format: "pdf",
    version,
    read: async (bytes, fileName) => {
      const task = open(bytes);
      try {
        const pdf = await task.promise;
        const title = await titleOf(pdf);
        const pages = await readPages(pdf, fileName);
        return { format: "pdf", reader: version, ...(title ? { title } : {}), pages } satisfies ReadDocument;
      } catch (error) {
        throw readError(error, fileName);
      } finally {
        await task.destroy();
      }
    },
  };
}

function open(bytes: Uint8Array) {
  return getDocument({
    // pdf.js takes the buffer away from its owner.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
  });
}

async function readPages(pdf: PDFDocumentProxy, fileName: string): Promise<Page[]> {
  if (pdf.numPages < 1 || pdf.numPages > maxPages) {
    throw new TeczkaError(
      "invalid",
      "file_unreadable",
      `Plik „${fileName}” podaje liczbę stron ${pdf.numPages}; Teczka czyta od 1 do ${maxPages}.`,
      "Sprawdź plik w innym programie; zbyt długi dokument podziel na mniejsze.",
    );
  }
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number));
  return pages;
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  try {
    const page = await pdf.getPage(number);
    const text = await textOf(page);
    // Only a page with little text may be a scan: looking for images is the dear part.
    const hasImages = text.length < 400 && (await showsImages(page));
    const unreadable = textHealth(text, hasImages);
    page.cleanup();
    return { number, text, textSha256: sha256Hex(text), ...(unreadable ? { unreadable } : {}) };
  } catch {
    // A page that cannot be read is marked and reported with its number; the others are read.
    return { number, text: "", textSha256: sha256Hex(""), unreadable: "page_error" };
  }
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const content = await page.getTextContent();
  const viewport = page.getViewport({ scale: 1 });
  const byTurn = new Map<number, Run[]>();
  for (const item of content.items) {
    if (!("str" in item) || item.str === "") continue;
    const [a = 1, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(viewport.transform, item.transform) as number[];
    const height = Math.hypot(c, d) || item.height;
    const turn = Math.abs(b) <= Math.abs(a) ? 0 : Math.sign(b);
    const run = { text: item.str.normalize("NFC"), ...upright(turn, x, y), width: item.width, height };
    const turned = byTurn.get(turn);
    if (turned) turned.push(run);
    else byTurn.set(turn, [run]);
  }
  const texts = [...byTurn.values()].sort((one, other) => other.length - one.length).map(layoutText);
  return texts.filter((text) => text !== "").join("\n\n");
}

/** Text that runs down (1) or up (-1) the page is turned and read apart from the rest, so that its lines are lines. */
function upright(turn: number, x: number, y: number): { x: number; y: number } {
  if (turn === 0) return { x, y };
  return turn > 0 ? { x: y, y: -x } : { x: -y, y: x };
}

async function showsImages(page: PDFPageProxy): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.some(
    (op) => op === OPS.paintImageXObject || op === OPS.paintInlineImageXObject || op === OPS.paintImageMaskXObject,
  );
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string | undefined> {
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: { Title?: unknown } };
  return typeof info.Title === "string" && info.Title.trim() !== "" ? info.Title.trim() : undefined;
}

function readError(error: unknown, fileName: string): TeczkaError {
  if (error instanceof TeczkaError) return error;
  if (error instanceof PasswordException) {
    return new TeczkaError(
      "invalid",
      "file_encrypted",
      `Plik „${fileName}” jest zaszyfrowany i bez hasła nie da się go odczytać.`,
      "Zapisz go bez hasła i wczytaj ponownie.",
      { cause: error },
    );
  }
  const said = error instanceof Error ? error.message : String(error);
  return new TeczkaError(
    "invalid",
    "file_unreadable",
    `Pliku „${fileName}” nie da się odczytać jako PDF (${said}).`,
    "Plik jest uszkodzony albo ucięty: zdobądź go ponownie lub otwórz i zapisz w innym programie.",
    { cause: error },
  );
}
