import type { RegisterFormat } from "../../core/permit.ts";
import type { HeldRegister, RegisterSummary } from "../../core/ports/permit-register.ts";
import type { SqlDatabase } from "./database.ts";
import { registerFingerprint } from "./register-fingerprint.ts";
import type { ImportPart, RegisterIndex } from "./register-index.ts";

/** A register as it is now: what a look-up tells of it, and the edition that a citation names. */
export interface RegisterEdition {
  summary: RegisterSummary;
  sha256: string;
  files: HeldRegister["files"];
}

export type CurrentFile = Awaited<ReturnType<typeof currentFiles>>[number];

export function currentFiles({ db }: SqlDatabase) {
  return db
    .selectFrom("register_files")
    .selectAll()
    .where("state", "=", "current")
    .orderBy("register")
    .orderBy("file")
    .execute();
}

export function partOf({ import_id, register, file, row_count, chunks }: CurrentFile): ImportPart {
  return { importId: import_id, register, file, rows: row_count, chunks };
}

export function editionsOf(files: readonly CurrentFile[], index: RegisterIndex): RegisterEdition[] {
  const cases = new Map<string, number>();
  for (const register of index.registers) cases.set(register, (cases.get(register) ?? 0) + 1);
  return [...Map.groupBy(files, (file) => file.register)].map(([name, own]) => {
    const authority = own.find((file) => file.authority)?.authority;
    const from = own.flatMap((file) => file.first_date ?? []).sort()[0];
    const to = own
      .flatMap((file) => file.last_date ?? [])
      .sort()
      .at(-1);
    return {
      sha256: registerFingerprint(own.map((file) => file.sha256)),
      files: own.map(({ file, row_count, sha256, imported_at }) => ({
        file,
        rows: row_count,
        sha256,
        ...(imported_at === null ? {} : { importedAt: imported_at }),
      })),
      summary: {
        name,
        format: own[0]?.format as RegisterFormat,
        ...(authority ? { authority } : {}),
        cases: cases.get(name) ?? 0,
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      },
    };
  });
}
