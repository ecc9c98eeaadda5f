import { isTeczkaError } from "../core/errors.ts";
import type { RegisterFormat } from "../core/permit.ts";
import type { RegisterChanges, RegisterFile, RegisterImportCounts } from "../core/ports/permit-register.ts";

/** A register as its reader has opened it. `Rows` is what the reader gives and the store takes, whatever it is. */
interface OpenRegister<Rows> {
  /** Of the CSV itself, also where it stands in a zip archive. */
  fileName: string;
  sha256: string;
  format: RegisterFormat;
  rows(context: { register: string; authority?: string | undefined }): Rows;
  /** Complete once the rows have been read to the end. */
  counts(): { rows: number; blank: number; repaired: number; refused: { row: number; reason: string }[] };
  progress(): RowProgress;
}

export interface RowProgress {
  rows: number;
  /** Of the file that has been read: 0 to 1. */
  share: number;
}

interface RegisterPart<Rows> {
  file: RegisterFile;
  rows: Rows;
  /** Called as rows are taken. */
  onRows?: () => void;
}

interface RegisterIntake<Rows> {
  /**
   * Files of one register in one step, seen by all readers at once.
   * @param whole they are the whole register: other files of it are retired by the same step
   * @returns by file; changes are those of all files together, and stand with the first
   */
  replaceFiles(files: readonly RegisterPart<Rows>[], whole: boolean): Promise<RegisterImportCounts[]>;
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
  /** What appeared, changed and vanished, when the register held a file of this name (or any, when replaced whole). */
  changes?: RegisterChanges;
  /** What the officer may have meant otherwise. */
  hint?: string;
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

export interface ImportOptions<Rows> {
  files: readonly string[];
  format: "auto" | "rwdz" | "wroclaw";
  register?: string | undefined;
  authority?: string | undefined;
  /** The files are all that their registers hold from now on. */
  whole?: boolean | undefined;
  store: RegisterIntake<Rows>;
  /** The registers of a file: one of a CSV, several of a zip archive. */
  open: (path: string) => Promise<OpenRegister<Rows>[]>;
  onProgress?: (done: number, total: number, file: ImportedFile) => void;
  /** Called now and then with how far a file has come. */
  onRows?: (fileName: string, progress: RowProgress) => void;
}

const defaultNames: Record<RegisterFormat, string> = {
  "rwdz-permits": "RWDZ pozwolenia",
  "rwdz-notifications": "RWDZ zgłoszenia",
  wroclaw: "rejestr miejski",
};

/** Registers in: a file with an unknown header is refused whole, a bad row alone; either never stops the rest. */
export async function importRegisters<Rows>(options: ImportOptions<Rows>): Promise<ImportReport> {
  const files: ImportedFile[] = [];
  const total = options.files.length;
  if (options.whole) {
    files.push(...(await importWhole(options)));
    for (const file of files) options.onProgress?.(total, total, file);
    return reportOf(files);
  }
  for (const [at, path] of options.files.entries()) {
    for (const opened of await openPath(path, options, files)) {
      const [file] = "source" in opened ? await importTogether([opened], options) : [opened];
      if (!file) continue;
      files.push(file);
      options.onProgress?.(at + 1, total, file);
    }
  }
  return reportOf(files);
}

function reportOf(files: ImportedFile[]): ImportReport {
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

interface Opened<Rows> {
  source: OpenRegister<Rows>;
  register: string;
}

/** All or nothing: a register that is replaced by half of its files would read as complete. */
async function importWhole<Rows>(options: ImportOptions<Rows>): Promise<ImportedFile[]> {
  const all: (Opened<Rows> | ImportedFile)[] = [];
  for (const path of options.files) {
    const before = all.map((one) => ("source" in one ? fileOf(one) : one));
    all.push(...(await openPath(path, options, before)));
  }
  const good = all.filter((one): one is Opened<Rows> => "source" in one);
  if (good.length < all.length) return all.map((one) => ("source" in one ? leftOut(one) : one));
  const files: ImportedFile[] = [];
  for (const group of Map.groupBy(good, ({ register }) => register).values())
    files.push(...(await importTogether(group, options)));
  return files;
}

function leftOut<Rows>(opened: Opened<Rows>): ImportedFile {
  return {
    ...fileOf(opened),
    reason: "Nie wczytano, bo odrzucono inny z plików, które miały razem zastąpić rejestr; rejestr pozostał bez zmian.",
  };
}

/** What a path holds; what is refused of it comes with its reason. */
async function openPath<Rows>(
  path: string,
  options: ImportOptions<Rows>,
  before: readonly ImportedFile[],
): Promise<(Opened<Rows> | ImportedFile)[]> {
  try {
    const known = new Set(before.map(({ register, fileName }) => `${register}\n${fileName}`));
    return (await options.open(path)).map((source) => {
      const register = options.register ?? defaultNames[source.format];
      const opened = { source, register };
      const refuse = (reason: string) => ({ ...fileOf(opened), reason });
      if (options.format !== "auto" && !source.format.startsWith(options.format))
        return refuse(`Plik „${source.fileName}” jest w formacie ${source.format}, a nie ${options.format}.`);
      // Of two files with one name only the last would stay.
      if (known.has(`${register}\n${source.fileName}`))
        return refuse(`Plik „${path}” nazywa się tak samo jak wczytany przed chwilą. Zmień nazwę jednego z nich.`);
      known.add(`${register}\n${source.fileName}`);
      return opened;
    });
  } catch (error) {
    return [{ fileName: nameOf(path), ...nothing, reason: refusalOf(error) }];
  }
}

/** Files of one register in one step. */
async function importTogether<Rows>(
  opened: readonly Opened<Rows>[],
  options: ImportOptions<Rows>,
): Promise<ImportedFile[]> {
  const { authority, whole = false, onRows } = options;
  try {
    const files = opened.map(({ source, register }) => {
      const { format, fileName, sha256 } = source;
      const file = { register, ...(authority ? { authority } : {}), format, fileName, sha256 };
      return { file, rows: source.rows({ register, authority }), onRows: () => onRows?.(fileName, source.progress()) };
    });
    const counts = await options.store.replaceFiles(files, whole);
    return opened.map((one, at) => importedOf(one, counts[at] as RegisterImportCounts));
  } catch (error) {
    const reason = refusalOf(error);
    return opened.map((one) => ({ ...fileOf(one), reason }));
  }
}

function importedOf<Rows>({ source, register }: Opened<Rows>, counts: RegisterImportCounts): ImportedFile {
  const { kept, merged, changes } = counts;
  const { fileName, format } = source;
  const hint = newerDump(format, counts);
  return {
    fileName,
    format,
    register,
    kept,
    merged,
    ...source.counts(),
    ...(changes ? { changes } : {}),
    ...(hint ? { hint } : {}),
  };
}

/** Dumps of RWDZ come out every night under another name: beside the older one, each case would be told twice. */
function newerDump(format: RegisterFormat, { kept, merged, shared = 0 }: RegisterImportCounts): string | undefined {
  const cases = kept - (merged - shared);
  if (!format.startsWith("rwdz") || shared * 2 <= cases) return undefined;
  return (
    `${shared} z ${cases} spraw tego pliku jest też w innych plikach tego rejestru: wygląda na nowszy zrzut. ` +
    "Jeśli ma je zastąpić, wczytaj go z opcją --replace."
  );
}

const nothing = { rows: 0, kept: 0, merged: 0, repaired: 0, blank: 0, refused: [] };

function fileOf<Rows>({ source, register }: Opened<Rows>): ImportedFile {
  return { fileName: source.fileName, format: source.format, register, ...nothing };
}

function nameOf(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path;
}

/** What is wrong with a file; anything else is wrong with us or with the store, and ends the import. */
function refusalOf(error: unknown): string {
  if (!isTeczkaError(error) || error.kind === "unavailable") throw error;
  return `${error.message} ${error.hint}`;
}
