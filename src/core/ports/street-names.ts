import type { StreetRenaming } from "../identity/street-names.ts";
import type { AuditEntry } from "./draft-store.ts";

/** What streets were called before: told by the office in a file, never guessed. */
export interface StreetNames {
  /** In the order of the file. */
  renamings(): Promise<StreetRenaming[]>;
  /** Puts these in the place of all, with the audit entry, at once or not at all. */
  replace(renamings: readonly StreetRenaming[], audit: AuditEntry): Promise<void>;
}
