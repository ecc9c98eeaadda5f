import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { configure, type Entry, type FileEntry, Reader, ZipReader } from "@zip.js/zip.js";
import { isTeczkaError, TeczkaError } from "../../core/errors.ts";
import type { RegisterSource } from "./register-source.ts";

/** No real register packs better than this (they pack to a tenth or a twentieth): what does was made to fill the disk. */
const mostTimesLarger = 200;
/** Under this size no ratio harms. */
const harmless = 1 << 20;

// Inflated by the platform, on the thread that asks.
configure({ useWebWorkers: false, useCompressionStream: true });

export async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const mark = buffer.toString("latin1", 0, bytesRead);
    return mark === "PK\u0003\u0004" || mark === "PK\u0005\u0006" || path.toLowerCase().endsWith(".zip");
  } finally {
    await file.close();
  }
}

/**
 * The CSV files of a zip archive, each streamed when it is read: none is unpacked to the disk or into memory. Other
 * files in it are left alone.
 * @throws TeczkaError `register_zip_damaged`, `_encrypted`, `_nested`, `_bomb` or `_without_csv`: refused whole
 */
export async function zipSources(path: string): Promise<RegisterSource[]> {
  const name = basename(path);
  const registers = (await reading(path, entriesOf)).filter(isRegister);
  if (registers.length === 0)
    throw refusal("without_csv", `Archiwum „${name}” nie zawiera pliku CSV.`, "Wskaż archiwum z eksportem rejestru.");
  return registers.map((entry) => {
    refuseUnsafe(entry, name);
    return { fileName: entry.filename, size: entry.uncompressedSize, bytes: () => inflated(path, entry.filename) };
  });
}

/** Systems add folders of their own to archives. */
function isRegister(entry: Entry): entry is FileEntry {
  return !entry.directory && /\.csv$/iu.test(entry.filename) && !entry.filename.startsWith("__MACOSX/");
}

function refuseUnsafe({ filename, encrypted }: FileEntry, name: string): void {
  if (/[/\\]|\p{Cc}/u.test(filename))
    throw refusal(
      "nested",
      `W archiwum „${name}” plik „${filename.replace(/\p{Cc}/gu, "?")}” leży w katalogu albo ma niedozwoloną nazwę.`,
      "Spakuj pliki CSV bez katalogów albo rozpakuj archiwum i wskaż pliki CSV.",
    );
  if (encrypted)
    throw refusal(
      "encrypted",
      `Plik „${filename}” w archiwum „${name}” jest zaszyfrowany.`,
      "Rozpakuj archiwum, podając hasło, i wskaż plik CSV.",
    );
}

async function* inflated(path: string, filename: string): AsyncGenerator<Uint8Array> {
  const name = basename(path);
  const file = await open(path);
  const stop = new AbortController();
  try {
    const entry = (await entriesOf(new ZipReader(new HandleReader(file)))).find((one) => one.filename === filename);
    if (!entry || !isRegister(entry)) throw new Error(`${filename} is gone from the archive`);
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const options = { checkSignature: true, checkOverlappingEntry: true, signal: stop.signal };
    const done = entry.getData(writable, options);
    // Told where the stream ends, or by `done`; a consumer that stops early has heard enough.
    done.catch(() => {});
    let read = 0;
    for await (const piece of readable) {
      read += piece.length;
      if (read > harmless && read > entry.compressedSize * mostTimesLarger) throw bomb(name, filename);
      yield piece;
    }
    await done;
  } catch (error) {
    throw isTeczkaError(error) ? error : damaged(name, error);
  } finally {
    stop.abort();
    await file.close();
  }
}

async function reading<T>(path: string, work: (reader: ZipReader<unknown>) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    return await work(new ZipReader(new HandleReader(file)));
  } catch (error) {
    throw damaged(basename(path), error);
  } finally {
    await file.close();
  }
}

function entriesOf(reader: ZipReader<unknown>): Promise<Entry[]> {
  // Nothing is written under these names: which of them are refused is said here, by name.
  return reader.getEntries({ filenameValidation: "tolerant" });
}

/** Reads stretches of an open file. */
class HandleReader extends Reader<FileHandle> {
  readonly #file: FileHandle;

  constructor(file: FileHandle) {
    super(file);
    this.#file = file;
  }

  override async init(): Promise<void> {
    await super.init?.();
    this.size = (await this.#file.stat()).size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await this.#file.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  }
}

function bomb(name: string, filename: string): TeczkaError {
  return refusal(
    "bomb",
    `Plik „${filename}” w archiwum „${name}” po rozpakowaniu jest ponad ${mostTimesLarger} razy większy: to nie jest rejestr.`,
    "Pobierz eksport rejestru ponownie z jego strony.",
  );
}

function damaged(name: string, cause: unknown): TeczkaError {
  return refusal(
    "damaged",
    `Archiwum „${name}” jest uszkodzone albo nie jest archiwum ZIP.`,
    "Pobierz je ponownie; dotychczasowe dane rejestru pozostały bez zmian.",
    cause,
  );
}

function refusal(code: string, message: string, hint: string, cause?: unknown): TeczkaError {
  return new TeczkaError("invalid", `register_zip_${code}`, message, hint, cause === undefined ? {} : { cause });
}
