import { TeczkaError } from "../../core/errors.ts";
import type { IndexLedger } from "../../core/ports/index-ledger.ts";
import {
  checkIdentity,
  checkServer,
  type CollectionIdentity,
  createCollection,
  createPayloadIndexes,
  describeCollection,
  foreign,
  type FoundCollection,
  pointAlias,
  type QdrantSettings,
} from "./collections.ts";
import type { Connection } from "./connection.ts";

/** The collection that the alias points to, looked at anew each time: another process may rebuild it. */
export interface CollectionInUse {
  /** `undefined`: there never was one. @throws TeczkaError when there was one, or it is another's */
  find(): Promise<FoundCollection | undefined>;
  /** The same, fit for this analyser and model. */
  fit(): Promise<FoundCollection | undefined>;
  /** The same, made when there never was one. */
  made(): Promise<FoundCollection>;
  identity(): Promise<CollectionIdentity>;
}

export function collectionInUse(
  connection: Connection,
  ledger: IndexLedger,
  settings: QdrantSettings,
  built: { fingerprint: string; dimension?: () => Promise<number> },
): CollectionInUse {
  const alias = settings.collection;
  let greeted = false;
  let making: Promise<FoundCollection> | undefined;

  const identity = async () => ({
    archive: await ledger.archive(),
    fingerprint: built.fingerprint,
    ...(built.dimension ? { dimension: await built.dimension() } : {}),
  });

  const find = async () => {
    if (!greeted) await checkServer(connection);
    greeted = true;
    // Asked before: what another call makes and fills meanwhile is not missing.
    const filled = (await ledger.collections()).length > 0;
    const found = await describeCollection(connection, alias);
    if (found && found.archive !== (await ledger.archive())) throw foreign(found.name);
    if (!found && filled) throw missing(alias);
    return found;
  };
  const fit = async () => {
    const found = await find();
    if (found) checkIdentity(found, await identity());
    return found;
  };
  const make = async () => {
    const name = `${alias}-1`;
    const left = await describeCollection(connection, name);
    // Made and not yet named, when the process that made it was killed in between.
    if (left) checkIdentity(left, await identity());
    else await createCollection(connection, name, await identity(), settings);
    await createPayloadIndexes(connection, name);
    await pointAlias(connection, alias, name);
    return { ...(await identity()), name, points: 0, settled: true };
  };

  return {
    find,
    fit,
    identity,
    made: async () => {
      const found = await fit();
      if (found) return found;
      making ??= make().finally(() => (making = undefined));
      return making;
    },
  };
}

function missing(alias: string): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "index_missing",
    `W Qdrant nie ma kolekcji „${alias}”, w której były fragmenty dokumentów tego archiwum.`,
    "Przebuduj indeks: npx teczka index rebuild; dokumenty są w magazynie i nic nie zginęło.",
  );
}
