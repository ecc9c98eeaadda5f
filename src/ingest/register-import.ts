import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { isTeczkaError, TeczkaError } from "../core/errors.ts";
import type { RegisterFormat } from "../core/permit.ts";
import type { PermitRegister, RegisterChanges, RegisterEntry } from "../core/ports/permit-register.ts";

/** A register file as its parser shows it; the adapter's own type fits. */
interface RegisterSource {
  shape: { format: RegisterFormat };
  entries(context: { register: string; authority?: string | undefined }): AsyncIterable<RegisterEntry>;
  counts: { rows: number; blank: number; repaired: number; refused: { row: number; reason: string }[] };
}

export interface ImportedFile {
  fileName: string;
  format?: RegisterFormat;
  register?: string;
  rows: number;
  kept: number;
  merged: number;
  repaired: number;
  blank: number;
  refused: { row: number; reason: string }[];
  /** What appeared, changed and vanished, when the register held a file of this name before. */
  changes?: RegisterChanges;
  /** Why the whole file was refused. */
  reason?: string;
}

export interface ImportReport {
  files: ImportedFile[];
  totals: {
    files: number;
    rows: number;
    kept: number;
    merged: number;
    repaired: number;
    blank: number;
    refused: number;
  };
}

export interface ImportOptions {
  files: readonly string[];
  format: "auto" | "rwdz" | "wroclaw";
  register?: string | undefined;
  authority?: string | undefined;
  store: PermitRegister;
  read: (path: string, fileName: string) => Promise<RegisterSource>;
  onProgress?: (done: number, total: number, file: ImportedFile) => void;
}

const defaultNames: Record<RegisterFormat, string> = {
  "rwdz-permits": "RWDZ pozwolenia",
  "rwdz-notifications": "RWDZ zgłoszenia",
  wroclaw: "rejestr miejski",
};

/** Registers in: a file with an unknown header is refused whole, a bad row alone; either never stops the rest. */
export async function importRegisters(options: ImportOptions): Promise<ImportReport> {
  const files: ImportedFile[] = [];
  for (const path of options.files) {
    const file = await importFile(path, options, files);
    files.push(file);
    options.onProgress?.(files.length, options.files.length, file);
  }
  const sum = (of: (file: ImportedFile) => number) => files.reduce((total, file) => total + of(file), 0);
  return {
    files,
    totals: {
      files: files.length,
      rows: sum((file) => file.rows),
      kept: sum((file) => file.kept),
      merged: sum((file) => file.merged),
      repaired: sum((file) => file.repaired),
      blank: sum((file) => file.blank),
      refused: sum((file) => file.refused.length),
    },
  };
}

async function importFile(
  path: string,
  options: ImportOptions,
  before: readonly ImportedFile[],
): Promise<ImportedFile> {
  const fileName = basename(path);
  const nothing = { fileName, rows: 0, kept: 0, merged: 0, repaired: 0, blank: 0, refused: [] };
  try {
    const sha256 = await hashOf(path);
    const source = await options.read(path, fileName);
    const { format } = source.shape;
    if (options.format !== "auto" && !format.startsWith(options.format)) {
      const reason = `Plik „${fileName}” jest w formacie ${format}, a nie ${options.format}.`;
      return { ...nothing, format, reason };
    }
    const register = options.register ?? defaultNames[format];
    // Of two files with one name only the last would stay.
    if (before.some((one) => one.fileName === fileName && one.register === register)) {
      const reason = `Plik „${path}” nazywa się tak samo jak wczytany przed chwilą. Zmień nazwę jednego z nich.`;
      return { ...nothing, format, reason };
    }
    const { authority } = options;
    const file = { register, ...(authority ? { authority } : {}), format, fileName, sha256 };
    const { kept, merged, changes } = await options.store.replaceFile(file, source.entries({ register, authority }));
    return { fileName, format, register, kept, merged, ...source.counts, ...(changes ? { changes } : {}) };
  } catch (error) {
    if (isTeczkaError(error) && error.kind !== "unavailable")
      return { ...nothing, reason: `${error.message} ${error.hint}` };
    throw error;
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  } catch (error) {
    throw new TeczkaError(
      "invalid",
      "path_unknown",
      `Nie można odczytać pliku „${path}”.`,
      "Sprawdź ścieżkę i uprawnienia.",
      { cause: error },
    );
  }
  return hash.digest("hex");
}
