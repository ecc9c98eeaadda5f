import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What stands on a page by the word of a program that is not ours: pdftotext for PDFs, the file's own characters for
 * HTML and registers.
 */
export function pageByAnotherProgram(folder: string, fileName: string, page: number): string {
  const path = join(folder, fileName);
  if (fileName.endsWith(".pdf")) {
    const pages = ["-f", String(page), "-l", String(page)];
    return execFileSync("pdftotext", [...pages, "-enc", "UTF-8", path, "-"], { encoding: "utf8" });
  }
  const text = new TextDecoder("windows-1250").decode(readFileSync(path));
  return text
    .replace(/<[^>]*>/gu, " ")
    .replace(/&nbsp;/gu, " ")
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, "&");
}

/** A whole document by that program. */
export function textByAnotherProgram(path: string): string {
  const text = path.endsWith(".pdf")
    ? execFileSync("pdftotext", ["-enc", "UTF-8", path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 })
    : new TextDecoder("windows-1250").decode(readFileSync(path)).replace(/<style[^]*?<\/style>/giu, " ");
  return text.replace(/<[^>]*>/gu, " ").replace(/&nbsp;/gu, " ");
}

/** The row of a register file: 1 is the first below the header. Rows hold no line breaks in the city's files. */
export function registerLine(folder: string, file: string, row: number): string {
  const lines = new TextDecoder("windows-1250").decode(readFileSync(join(folder, file))).split(/\r?\n/u);
  return lines[row] ?? "";
}

/** White space, hyphens and the raising of figures are typesetting; letters, digits and signs are what is said. */
export function foldPrint(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[-\u00AD‐‑–—]\s*\n\s*/gu, "")
    .replace(/[\s\u00AD]+/gu, "")
    .replace(/[-‐‑–—]/gu, "")
    .replace(/[„”“"‟»«]/gu, '"');
}

export function hasPdftotext(): boolean {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
