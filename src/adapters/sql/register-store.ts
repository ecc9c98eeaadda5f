import type { PermitCase, RegisterFormat, RegisterRowRef } from "../../core/permit.ts";
import type { PermitRegister } from "../../core/ports/permit-register.ts";
import { listed, type SqlDatabase } from "./database.ts";
import { checkRegisters } from "./integrity.ts";
import { readBody } from "./register-body.ts";
import { currentFiles, editionsOf, partOf } from "./register-editions.ts";
import { loadIndex, type RegisterIndex } from "./register-index.ts";
import { findCases } from "./register-lookup.ts";
import type { OpenRegisters } from "./register-read.ts";
import { replaceFile } from "./register-replace.ts";
import { perRevision } from "./revision.ts";
import { renamingsIn } from "./street-names.ts";

export function createPermitRegister(database: SqlDatabase): PermitRegister {
  const registers = registersNow(database);
  return {
    replaceFile: (file, entries) => replaceFile(database, file, entries),
    find: async (query, page) =>
      findCases(database, await registers(), query, { offset: 0, limit: 200, sort: "relevance", ...page }),
    registers: async () => (await registers()).editions.map(({ summary, files }) => ({ ...summary, files })),
    rows: async (register, wanted) => {
      const { editions } = await registers();
      const sha256 = editions.find(({ summary }) => summary.name === register)?.sha256 ?? "";
      const rows = await rowsOf(database, register, wanted);
      return rows.map((row) => {
        const ref = { file: row.file, row: row.row };
        const permit: PermitCase = {
          ...readBody(row.body, row.columns),
          register: { name: register, sha256, format: row.format as RegisterFormat },
          match: "exact",
          rows: [ref],
        };
        return { ref, sha256: row.sha256, case: permit };
      });
    },
  };
}

/** The index stays for as long as the imports are the same ones, whatever else changes in the archive. */
function registersNow(database: SqlDatabase): () => Promise<OpenRegisters> {
  let kept: { imports: string; index: RegisterIndex } | undefined;
  return perRevision(database, async () => {
    await checkRegisters(database);
    const files = await currentFiles(database);
    const imports = files.map(({ import_id }) => import_id).join();
    const index = kept?.imports === imports ? kept.index : await loadIndex(database, files.map(partOf));
    kept = { imports, index };
    return { editions: editionsOf(files, index), index, renamings: await renamingsIn(database) };
  });
}

async function rowsOf({ db }: SqlDatabase, register: string, wanted: readonly RegisterRowRef[]) {
  const rows = await db
    .selectFrom("register_files")
    .innerJoin("register_rows", "register_rows.import_id", "register_files.import_id")
    .select([
      "register_files.file",
      "register_files.format",
      "register_files.columns",
      "register_rows.row",
      "register_rows.body",
      "register_rows.sha256",
    ])
    .where("register_files.register", "=", register)
    .where("register_files.state", "=", "current")
    .where("register_files.file", "in", listed([...new Set(wanted.map(({ file }) => file))]))
    .where("register_rows.row", "in", listed([...new Set(wanted.map(({ row }) => row))]))
    .execute();
  // Files and rows were asked for apart, so rows of other pairs may have come along.
  return wanted.flatMap((ref) => rows.find(({ file, row }) => file === ref.file && row === ref.row) ?? []);
}
