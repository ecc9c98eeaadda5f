import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { registerLayout } from "../adapters/sql/register-pack.ts";
import { tryLock } from "../adapters/sqlite/lock.ts";
import { indexFingerprint } from "../adapters/sql/postings.ts";
import type { Actor } from "../core/access.ts";
import { TeczkaError } from "../core/errors.ts";
import { preparation } from "../ingest/prepare.ts";
import { databaseIn, type NodeStore, openStore, type StoreOptions } from "./store.ts";

/** The sample archive in a store of its own: filled from the project's own files, and thrown away with them. */
export interface SampleStore {
  /** `undefined` as long as it is not filled. */
  opened(): Promise<NodeStore | undefined>;
  /** Fills it unless it is filled; waits for another process that does. */
  fill(onProgress: (done: number, total: number, what: string) => void): Promise<void>;
  close(): Promise<void>;
}

const source = fileURLToPath(new URL("../../data/sample", import.meta.url));
const filler: Actor = { id: "system", role: "admin", access: "all" };

/** Another process that fills it is waited for this long, then something is wrong with it. */
const longestWait = 300_000;
const lookAgain = 200;

/** @param folder where the sample's stores are; each state of the sample's files, and of the software, has its own */
export function sampleStore(folder: string, options: Omit<StoreOptions, "folder" | "sample">): SampleStore {
  let store: Promise<NodeStore> | undefined;
  let stamp: Promise<string> | undefined;
  const place = async () => join(folder, await (stamp ??= stampOf(options.software)));
  const isFilled = async () => {
    const at = await place();
    return existsSync(join(at, "filled")) && existsSync(databaseIn(at));
  };
  const open = async () => {
    const at = await place();
    return (store ??= openStore({ ...options, folder: at, sample: true }));
  };

  return {
    opened: async () => (store || (await isFilled()) ? open() : undefined),

    fill: async (onProgress) => {
      if (!existsSync(source) || (await isFilled())) return;
      const release = await lockWhenFree(join(folder, "filling.lock"), onProgress);
      try {
        if (await isFilled()) return;
        const at = await place();
        await mkdir(at, { recursive: true });
        const filling = await openStore({ ...options, folder: at, sample: true });
        try {
          await fillFrom(filling, onProgress);
        } finally {
          await filling.close();
        }
        await writeFile(join(at, "filled"), "");
        await removeOthers(folder, at);
      } finally {
        release();
      }
    },

    close: async () => {
      await (await store)?.close();
    },
  };
}

async function fillFrom(store: NodeStore, onProgress: (done: number, total: number, what: string) => void) {
  const registers = join(source, "registers");
  const names = existsSync(registers) ? (await readdir(registers)).filter((name) => name.endsWith(".csv")).sort() : [];
  const files = names.map((name) => join(registers, name));
  await store.importRegisters({ files, format: "auto" }, filler);
  await store.ingest(
    {
      paths: [join(source, "archive")],
      labels: [],
      onProgress: (done, total, file) => onProgress(done, total, file.path),
    },
    filler,
  );
}

async function lockWhenFree(
  path: string,
  onProgress: (done: number, total: number, what: string) => void,
): Promise<() => void> {
  const until = Date.now() + longestWait;
  for (;;) {
    const release = tryLock(path);
    if (release) return release;
    if (Date.now() > until) throw stillFilling();
    onProgress(0, 1, "(wypełnia je inny proces, czekam)");
    await new Promise((resolve) => setTimeout(resolve, lookAgain));
  }
}

function stillFilling(): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "sample_filling",
    "Inny proces wciąż wypełnia archiwum przykładowe.",
    "Poczekaj, aż skończy, albo zatrzymaj go i spróbuj ponownie.",
  );
}

/** Names, sizes and times of the sample's files, with the software that reads them: cheap, and changed by any change. */
async function stampOf(software: string): Promise<string> {
  const hash = createHash("sha256").update([software, indexFingerprint, preparation, registerLayout, ""].join("\n"));
  if (existsSync(source)) {
    for (const path of (await readdir(source, { recursive: true })).sort()) {
      const info = await stat(join(source, path));
      if (info.isFile()) hash.update(`${path}\n${info.size}\n${info.mtimeMs}\n`);
    }
  }
  return hash.digest("hex").slice(0, 12);
}

/** Stores of former states of the sample; one that a process still holds open may stay. */
async function removeOthers(folder: string, kept: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && path !== kept) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
