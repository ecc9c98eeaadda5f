import { readdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { TeczkaError } from "../../core/errors.ts";

/**
 * Refuses to make a new database beside the files of an archive whose own is gone: it would be empty, and answer
 * "nothing found" (or the sample archive's fiction) where papers are known to have been.
 * @param files the folder of stored files; it is made by the first ingest, when the database is long there
 * @throws TeczkaError `store_missing_files_left` when `database` is missing or empty and `files` holds anything
 */
export async function refuseWithoutDatabase(database: string, files: string): Promise<void> {
  if ((await sizeOf(database)) > 0 || !(await holdsAnything(files))) return;
  throw new TeczkaError(
    "unavailable",
    "store_missing_files_left",
    `W katalogu ${dirname(database)} brakuje bazy danych archiwum albo jest ona pusta (${database}), a są kopie wczytanych plików (${files}). Bez bazy nie wiadomo, co jest w archiwum.`,
    `Przywróć plik bazy z kopii zapasowej. Aby zacząć od nowa, przenieś katalog ${files} w inne miejsce i wczytaj dokumenty oraz rejestry ponownie.`,
  );
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw unreadable(path, error);
  }
}

async function holdsAnything(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if (isMissing(error)) return false;
    throw unreadable(folder, error);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function unreadable(path: string, cause: unknown): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "store_unreachable",
    `Nie można otworzyć magazynu danych: ${path}`,
    "Sprawdź dysk i uprawnienia do katalogu TECZKA_DATA.",
    { cause },
  );
}
