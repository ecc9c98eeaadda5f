import pkg from "../package.json" with { type: "json" };
import { createKeyStore } from "./adapters/sql/key-store.ts";
import type { OperatorServices } from "./cli/operator-services.ts";
import type { Config } from "./config.ts";
import { createKeyService } from "./core/keys/key-service.ts";
import { randomSecrets, systemClock } from "./surroundings.ts";
import { openStore } from "./wiring-node-store.ts";

/** Opens the stores of the configured folder and puts the services together that API, desk and commands stand on. */
export async function openServices(config: Config): Promise<OperatorServices> {
  const software = `${pkg.name} ${pkg.version}`;
  const onLost = (id: string, error: unknown) => process.stderr.write(`${id}: ${String(error)}\n`);
  const own = await openStore({ folder: config.data, software, onLost });
  return {
    archive: own.archive,
    drafts: own.drafts,
    keys: createKeyService({
      keys: createKeyStore(own.database),
      audit: own.audit,
      clock: systemClock,
      secrets: randomSecrets,
    }),
    audit: own.audit,
    files: own.files,
    sample: async () => false,
    ready: () => own.archive.passages.check(),
    software,
    ingest: own.ingest,
    importRegisters: own.importRegisters,
    fillSample: async () => undefined,
    close: own.close,
  };
}
