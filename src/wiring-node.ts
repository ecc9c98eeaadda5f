import { join } from "node:path";
import pkg from "../package.json" with { type: "json" };
import { createKeyStore } from "./adapters/sql/key-store.ts";
import { tryLock } from "./adapters/sqlite/lock.ts";
import type { OperatorServices } from "./cli/operator-services.ts";
import type { Config } from "./config.ts";
import { TeczkaError } from "./core/errors.ts";
import type { AuditLog } from "./core/ports/draft-store.ts";
import { createKeyService } from "./core/keys/key-service.ts";
import { randomSecrets, systemClock } from "./surroundings.ts";
import { sampleStore } from "./wiring-node/sample.ts";
import { type NodeStore, openStore } from "./wiring-node/store.ts";
import { unfinishedIngests } from "./wiring-node/unfinished.ts";

/**
 * Opens the stores of the configured folder and puts the services together that API, desk and commands stand on.
 * What an asker sees is one's own archive from the moment it holds anything, and the sample until then; each call
 * looks anew, so a running service changes over when another process ingests.
 */
export async function openServices(config: Config): Promise<OperatorServices> {
  const software = `${pkg.name} ${pkg.version}`;
  const report = (error: unknown) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  const options = { software, onLost: (_: string, error: unknown) => report(error) };
  // The sample goes by words alone, beside its documents: its first start takes seconds, with or without a model.
  const index = neighboursOf(config);
  const own = await openStore({ ...options, ...index, folder: config.data, sample: false });
  const sample = sampleStore(join(config.data, "sample"), options);

  let ownHolds = false;
  const usesOwn = async () => (ownHolds ||= !(config.sample && (await own.isEmpty())));
  const current = async () => ((await usesOwn()) ? own : ((await sample.opened()) ?? own));
  const unfinished = unfinishedIngests(join(config.data, "ingest.unfinished"));
  const { locked, inTurn } = createTurns(join(config.data, "ingest.lock"));
  return {
    archive: {
      documents: following(own.archive.documents, async () => (await current()).archive.documents),
      passages: following(own.archive.passages, async () => (await current()).archive.passages),
      register: following(own.archive.register, async () => (await current()).archive.register),
      streets: following(own.streets, async () => (await current()).streets),
    },
    drafts: following(own.drafts, async () => (await current()).drafts),
    audit: {
      append: async (entry) => (await current()).audit.append(entry),
      list: async (filter) => listAudit(own, await current(), filter),
    },
    files: following(own.files, async () => (await current()).files),
    // Keys are one's own from the first day: whoever may come in stays the same when the archive changes.
    keys: createKeyService({
      keys: createKeyStore(own.database),
      audit: own.audit,
      clock: systemClock,
      secrets: randomSecrets,
    }),
    sample: async () => (await current()) !== own,
    ready: async () => (await current()).archive.passages.check(),
    report,
    software,
    intake: (file, by) => inTurn(() => locked(() => own.intake(file, by))),
    ingest: (request, by) => locked(() => unfinished.during(request.paths, () => own.ingest(request, by))),
    unfinishedIngests: async () => ((await usesOwn()) ? unfinished.list() : []),
    replaceStreetNames: (renamings, by) =>
      own.streets.replace(renamings, {
        at: systemClock.now().toISOString(),
        actor: by.id,
        action: "street_names_replaced",
        subject: "street_names",
        detail: { renamings: renamings.length },
      }),
    ...(own.qdrant ? { qdrant: own.qdrant } : {}),
    ...(own.embeddings ? { embeddings: own.embeddings } : {}),
    rebuildIndex: (onProgress) => locked(() => own.rebuildIndex(onProgress)),
    importRegisters: (request, by) => locked(() => own.importRegisters(request, by)),
    fillSample: async (onProgress) => {
      if (!(await usesOwn())) await sample.fill(onProgress);
    },
    close: async () => {
      await Promise.all([own.close(), sample.close()]);
    },
  };
}

/** Sign-ins and keys are one's own; what was done to the sample stands with the sample. */
async function listAudit(own: NodeStore, now: NodeStore, filter: Parameters<AuditLog["list"]>[0]) {
  const entries = await own.audit.list(filter);
  if (now === own) return entries;
  entries.push(...(await now.audit.list(filter)));
  return entries.sort((a, b) => b.at.localeCompare(a.at)).slice(0, filter.limit ?? entries.length);
}

/** Whoever writes to the archive does so alone: in this process by waiting, between processes by a lock. */
function createTurns(lockPath: string) {
  let last: Promise<unknown> = Promise.resolve();
  return {
    /** @throws TeczkaError `ingest_running` while another process writes */
    locked: async <T>(work: () => Promise<T>): Promise<T> => {
      const release = tryLock(lockPath);
      if (!release) throw ingestRunning();
      try {
        return await work();
      } finally {
        release();
      }
    },
    inTurn: <T>(work: () => Promise<T>): Promise<T> => {
      const turn = last.then(work, work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** An object whose methods are called on whatever `target` is at the time; the ports are asynchronous throughout. */
function following<T extends object>(like: T, target: () => Promise<T>): T {
  return new Proxy(like, {
    get: (_, name) => {
      const member = like[name as keyof T];
      if (typeof member !== "function") return member;
      return async (...values: unknown[]) => {
        const now = await target();
        return (now[name as keyof T] as (...given: unknown[]) => unknown).apply(now, values);
      };
    },
  });
}

function ingestRunning(): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "ingest_running",
    "Inny proces właśnie wczytuje dokumenty albo rejestr do tego archiwum.",
    "Poczekaj, aż skończy, i powtórz polecenie; nic nie zostało zmienione.",
  );
}

function neighboursOf({ embeddings, qdrant, rerank }: Config): Pick<Config, "embeddings" | "qdrant" | "rerank"> {
  return { ...(embeddings ? { embeddings } : {}), ...(qdrant ? { qdrant } : {}), ...(rerank ? { rerank } : {}) };
}
