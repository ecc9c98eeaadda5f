import { sha256Hex } from "../../core/canonical-json.ts";

/** The edition of a register: SHA-256 over the sorted SHA-256 of its files. */
export function registerFingerprint(files: readonly string[]): string {
  return sha256Hex([...files].sort().join("\n"));
}
