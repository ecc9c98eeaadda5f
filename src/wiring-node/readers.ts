import { createHtmlReader } from "../adapters/html/html-reader.ts";
import { createPdfReader } from "../adapters/pdfjs/pdf-reader.ts";
import { createTextReader } from "../adapters/text/text-reader.ts";
import type { Readers } from "../ingest/prepare.ts";

/** Apart from the rest of the wiring, since a question needs none of them and pdf.js is slow to load. */
export const readers: Readers = [createPdfReader(), createHtmlReader(), createTextReader()];
