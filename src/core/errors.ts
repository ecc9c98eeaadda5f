/**
 * Every failure that a person or a program can meet has a stable code, a Polish message that says what happened and
 * to what, and a hint that says what to do. The code decides the exit code and the HTTP status (DESIGN §4).
 */
export const errorKinds = {
  /** The caller asked wrongly: exit 2, HTTP 400. */
  invalid: { exit: 2, status: 400 },
  /** No key, or a wrong one: exit 2, HTTP 401. */
  unauthorized: { exit: 2, status: 401 },
  /** A key that may not do this: exit 2, HTTP 403. */
  forbidden: { exit: 2, status: 403 },
  /** Nothing has that id: exit 2, HTTP 404. */
  not_found: { exit: 2, status: 404 },
  /** The world moved on (wrong hash, second decision, changed source): exit 2, HTTP 409. */
  conflict: { exit: 2, status: 409 },
  /** Larger than is taken: exit 2, HTTP 413. */
  too_large: { exit: 2, status: 413 },
  /** A body of a kind that is not read here: exit 2, HTTP 415. */
  media_type: { exit: 2, status: 415 },
  /** Not possible on this platform (ingest on Workers): exit 2, HTTP 501. */
  unsupported: { exit: 2, status: 501 },
  /** Something that Teczka needs is down, full or broken. Never an empty result: exit 3, HTTP 503. */
  unavailable: { exit: 3, status: 503 },
} as const;

export type ErrorKind = keyof typeof errorKinds;

export class TeczkaError extends Error {
  override readonly name = "TeczkaError";
  readonly kind: ErrorKind;
  /** Stable, snake_case, for programs: `draft_hash_mismatch`, `store_full`, `file_encrypted`, … */
  readonly code: string;
  /** What to do about it, in Polish. */
  readonly hint: string;

  constructor(kind: ErrorKind, code: string, message: string, hint: string, options?: { cause?: unknown }) {
    super(message, options);
    this.kind = kind;
    this.code = code;
    this.hint = hint;
  }
}

export function isTeczkaError(error: unknown): error is TeczkaError {
  return error instanceof TeczkaError;
}
