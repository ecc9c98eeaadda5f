import { createDocumentStore } from "../../../src/adapters/sql/document-store.ts";
import { createPassageIndex } from "../../../src/adapters/sql/passage-index.ts";
import { createPermitRegister } from "../../../src/adapters/sql/register-store.ts";
import type { SqlDatabase } from "../../../src/adapters/sql/database.ts";
import { createTextReader } from "../../../src/adapters/text/text-reader.ts";
import { sha256Hex } from "../../../src/core/canonical-json.ts";
import { readRegisterOutcome } from "../../../src/core/outcomes/read-register-outcome.ts";
import type { PermitCase, RegisterFormat } from "../../../src/core/permit.ts";
import { prepare } from "../../../src/ingest/prepare.ts";
import type { Archive } from "../../../tools/tool.ts";

export interface TestPaper {
  /** Inside the archive. */
  path: string;
  text: string;
  labels?: string[];
}

export function archiveOf(database: SqlDatabase): Archive {
  return {
    documents: createDocumentStore(database),
    passages: createPassageIndex(database),
    register: createPermitRegister(database),
  };
}

/** Text papers through the real reader, facts, passages and index. */
export async function takeIn({ documents, passages }: Archive, papers: readonly TestPaper[]): Promise<void> {
  for (const { path, text, labels = [] } of papers) {
    const bytes = new TextEncoder().encode(text);
    const fileName = path.slice(path.lastIndexOf("/") + 1);
    const prepared = await prepare({ fileName, path, sha256: sha256Hex(text), labels }, bytes, [createTextReader()]);
    const ref = await documents.stage(prepared);
    await passages.put(ref, prepared);
    await documents.publish(ref);
  }
}

type Entry = Pick<PermitCase, "number" | "date"> & Partial<PermitCase>;

/** Entries of a register, one row each; without a format those of a municipal one. */
export async function register(
  { register: store }: Archive,
  entries: readonly Entry[],
  format: RegisterFormat = "wroclaw",
): Promise<void> {
  const name = format === "wroclaw" ? "rejestr miejski" : format;
  const file = { register: name, format, fileName: `${name}.csv`, sha256: "0".repeat(64) };
  async function* rows() {
    for (const [at, entry] of entries.entries()) {
      const description = entry.description ?? "budowa budynku";
      const permit = {
        kind: "",
        outcome: readRegisterOutcome(format, description),
        address: "",
        parcels: [],
        fields: { opis: description },
        ...entry,
        description,
      };
      yield { row: at + 1, caseKey: `case ${at}`, sha256: sha256Hex(JSON.stringify(entry)), case: permit };
    }
  }
  await store.replaceFile(file, rows());
}
