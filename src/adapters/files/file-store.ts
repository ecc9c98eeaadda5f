import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { TeczkaError } from "../../core/errors.ts";
import type { FileStore } from "../../core/ports/file-store.ts";

/**
 * Files by their SHA-256 under `folder`, as `ab/abcd…`. A file is written beside its place, brought to the disk, and
 * then renamed: whoever finds the name finds all of the bytes, whenever a process died.
 */
export function createFileStore(folder: string): FileStore {
  const placeOf = (sha256: string) => {
    if (!/^[\da-f]{64}$/.test(sha256)) throw new Error(`Not a SHA-256 in hex: ${sha256}`);
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    put: async (sha256, bytes) => {
      const place = placeOf(sha256);
      try {
        if ((await sizeOf(place)) === bytes.length) return;
        await mkdir(dirname(place), { recursive: true });
        await writeWhole(place, bytes);
      } catch (error) {
        throw fileStoreError(error, place);
      }
    },

    get: async (sha256) => {
      const place = placeOf(sha256);
      try {
        return await readFile(place);
      } catch (error) {
        if (codeOf(error) === "ENOENT") return undefined;
        throw fileStoreError(error, place);
      }
    },
  };
}

async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  const beside = `${place}.${randomUUID()}.part`;
  try {
    const file = await open(beside, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function sizeOf(place: string): Promise<number | undefined> {
  try {
    return (await stat(place)).size;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

function fileStoreError(error: unknown, place: string): TeczkaError {
  if (codeOf(error) === "ENOSPC" || codeOf(error) === "EDQUOT") {
    return new TeczkaError(
      "unavailable",
      "store_full",
      `Brak miejsca na dysku: nie zapisano kopii pliku (${place}).`,
      "Zwolnij miejsce na dysku i powtórz polecenie; niczego nie utracono.",
      { cause: error },
    );
  }
  return new TeczkaError(
    "unavailable",
    "file_store_unreachable",
    `Magazyn plików nie odpowiada (${place}).`,
    "Sprawdź dysk i uprawnienia do katalogu TECZKA_DATA.",
    { cause: error },
  );
}
