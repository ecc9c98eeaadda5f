import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { TeczkaError } from "../../core/errors.ts";

/** Bytes of one register file, that can be read more than once, each time from the beginning. */
export interface RegisterSource {
  fileName: string;
  size: number;
  bytes(): AsyncIterable<Uint8Array>;
}

/** Enough for any header. */
const headBytes = 16_384;

/** The first bytes and the SHA-256 of them all: whatever is wrong with the way to them comes out before a row is read. */
export async function inspect(source: RegisterSource): Promise<{ head: Uint8Array; sha256: string }> {
  const hash = createHash("sha256");
  const heads: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.bytes()) {
    hash.update(piece);
    if (length < headBytes) heads.push(piece.slice(0, headBytes));
    length += piece.length;
  }
  return { head: Buffer.concat(heads).subarray(0, headBytes), sha256: hash.digest("hex") };
}

/** @throws TeczkaError `path_unknown` */
export async function fileSource(path: string): Promise<RegisterSource> {
  try {
    const { size } = await stat(path);
    return { fileName: basename(path), size, bytes: () => readable(path) };
  } catch (error) {
    throw pathUnknown(path, error);
  }
}

async function* readable(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw pathUnknown(path, error);
  }
}

function pathUnknown(path: string, cause: unknown): TeczkaError {
  return new TeczkaError(
    "invalid",
    "path_unknown",
    `Nie można odczytać pliku „${path}”.`,
    "Sprawdź ścieżkę i uprawnienia.",
    { cause },
  );
}
