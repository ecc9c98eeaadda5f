import { sha256Hex } from "../../canonical-json.ts";
import type { RegisterEntry, RegisterFile } from "../permit-register.ts";

/** A file of the register „RWDZ”. */
export const file = (fileName: string, parts: Partial<RegisterFile> = {}): RegisterFile => ({
  register: "RWDZ",
  authority: "Starosta Olszański",
  format: "rwdz-permits",
  fileName,
  sha256: sha256Hex(fileName),
  ...parts,
});

/** A row with the same content unless told otherwise. */
export function entryOf(row: number, caseKey: string, parts: Partial<RegisterEntry["case"]> = {}): RegisterEntry {
  const permit: RegisterEntry["case"] = {
    number: "101/2010",
    date: "2010-03-12",
    kind: "budowa nowego obiektu",
    outcome: "granted",
    address: "Olszany, ul. Lipowa 4",
    parcels: ["87/14;precinct=Górka"],
    description: "Budynek mieszkalny jednorodzinny",
    fields: { numer_decyzji_urzedu: "101/2010" },
    ...parts,
  };
  return { row, caseKey, case: permit, sha256: sha256Hex(JSON.stringify([row, permit])) };
}

export async function* streamOf(entries: readonly RegisterEntry[]): AsyncGenerator<RegisterEntry> {
  yield* entries;
}
