import type { Role } from "../access.ts";

/** A key of a program, a one-time sign-in link or a session of a person. Only the SHA-256 of the secret is kept. */
export interface Key {
  /** Shown in lists and in the audit; not the secret. */
  id: string;
  kind: "token" | "link" | "session";
  role: Role;
  labels: string[];
  createdAt: string;
  expiresAt?: string;
  revokedAt?: string;
}

export interface KeyStore {
  add(key: Key, secretSha256: string): Promise<void>;
  /** Neither revoked nor expired at `now`. */
  find(secretSha256: string, now: string): Promise<Key | undefined>;
  /** True for exactly one caller: the link is used up by it. */
  consume(id: string, now: string): Promise<boolean>;
  list(kind: Key["kind"]): Promise<Key[]>;
  revoke(id: string, now: string): Promise<boolean>;
}
