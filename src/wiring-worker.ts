import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import pkg from "../package.json" with { type: "json" };
import { createPermitClerk } from "../agents/permit-clerk/agent.ts";
import type { D1Binding } from "./adapters/d1/binding.ts";
import { openD1 } from "./adapters/d1/open.ts";
import { holdsSample } from "./adapters/d1/sample.ts";
import { createAuditLog } from "./adapters/sql/audit-log.ts";
import { SqlCheckpointer } from "./adapters/sql/checkpointer.ts";
import type { SqlDatabase } from "./adapters/sql/database.ts";
import { createDocumentStore } from "./adapters/sql/document-store.ts";
import { createDraftStore } from "./adapters/sql/draft-store.ts";
import { createKeyStore } from "./adapters/sql/key-store.ts";
import { migrate } from "./adapters/sql/migrate.ts";
import { createPassageIndex } from "./adapters/sql/passage-index.ts";
import { createPermitRegister } from "./adapters/sql/register-store.ts";
import { createStreetNames } from "./adapters/sql/street-names.ts";
import { createDraftService } from "./core/drafts/draft-service.ts";
import { createKeyService } from "./core/keys/key-service.ts";
import type { DraftAgent } from "./core/ports/draft-agent.ts";
import type { Services } from "./services.ts";
import { randomSecrets, systemClock, systemTicker, timeSortedIds } from "./surroundings.ts";
import type { Archive } from "../tools/tool.ts";

export interface WorkerServices {
  services: Services;
  /** Before anything else of a request: brings the schema up to date, once an isolate. */
  prepare: () => Promise<void>;
}

const software = `${pkg.name} ${pkg.version}`;

/** The services on D1. No files are kept and none is taken in: ingest is Node's work, D1 is filled with what it made. */
export function createWorkerServices(binding: D1Binding, report: (error: unknown) => void): WorkerServices {
  const database = openD1(binding);
  const archive: Archive = {
    documents: createDocumentStore(database),
    // By words: the vectors of an archive are not copied to D1, they are more than a request there may hold.
    passages: createPassageIndex(database),
    register: createPermitRegister(database),
    streets: createStreetNames(database),
  };
  const audit = createAuditLog(database);
  const services: Services = {
    archive,
    audit,
    drafts: createDraftService({
      drafts: createDraftStore(database),
      audit,
      agent: agentOn(database, archive),
      sources: archive,
      clock: systemClock,
      ids: timeSortedIds,
      ticker: systemTicker,
      software,
      onLost: (_, error) => report(error),
    }),
    keys: createKeyService({
      keys: createKeyStore(database),
      audit,
      clock: systemClock,
      secrets: randomSecrets,
    }),
    sample: () => holdsSample(database),
    ready: () => archive.passages.check(),
    report,
    software,
  };
  let prepared = false;
  return {
    services,
    // Two first requests at once both do it: nothing here minds, and neither may wait for the other's I/O.
    prepare: async () => {
      if (prepared) return;
      await migrate(database);
      prepared = true;
    },
  };
}

function agentOn(database: SqlDatabase, archive: Archive): DraftAgent {
  // Graphs take a saver with versions of any type, but their type says numbers.
  const checkpointer = new SqlCheckpointer(database) as unknown as BaseCheckpointSaver;
  const clerk = createPermitClerk({ archive, checkpointer, software, clock: systemClock });
  return {
    run: async (draft, actor, signal) => {
      const findings = await clerk.run(draft, actor, signal);
      const sample = await holdsSample(database);
      return sample ? { ...findings, made: { ...findings.made, sample: true } } : findings;
    },
    resume: (draftId, decision) => clerk.resume(draftId, decision),
  };
}
