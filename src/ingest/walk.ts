import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { TeczkaError } from "../core/errors.ts";

export interface FoundFile {
  /** On disk. */
  location: string;
  fileName: string;
  /** Inside the archive: relative to the folder that was named, with `/`; a single file's own name. */
  path: string;
}

/**
 * Files of the paths named, in a stable order. Hidden files are left out, a folder that links to one of its own
 * parents is walked once.
 * @throws TeczkaError `path_unknown` or `path_unreadable`, naming the path
 */
export async function* walk(paths: readonly string[]): AsyncGenerator<FoundFile> {
  for (const path of paths) {
    const info = await stat(path).catch((error: unknown) => {
      throw pathError(path, error);
    });
    if (info.isDirectory()) yield* walkFolder(path, path, new Set());
    else yield { location: path, fileName: basename(path), path: basename(path) };
  }
}

async function* walkFolder(root: string, folder: string, seen: Set<string>): AsyncGenerator<FoundFile> {
  const real = await realpath(folder);
  if (seen.has(real)) return;
  seen.add(real);
  const entries = await readdir(folder).catch((error: unknown) => {
    throw pathError(folder, error);
  });
  for (const name of entries.sort()) {
    if (name.startsWith(".")) continue;
    const location = join(folder, name);
    const info = await stat(location).catch(() => undefined);
    if (info?.isDirectory()) yield* walkFolder(root, location, seen);
    else if (info?.isFile()) yield { location, fileName: name, path: relative(root, location).split(sep).join("/") };
  }
}

function pathError(path: string, error: unknown): TeczkaError {
  const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return missing
    ? new TeczkaError("invalid", "path_unknown", `Nie ma pliku ani katalogu „${path}”.`, "Sprawdź ścieżkę.", {
        cause: error,
      })
    : new TeczkaError("invalid", "path_unreadable", `Nie można odczytać „${path}”.`, "Sprawdź uprawnienia.", {
        cause: error,
      });
}
