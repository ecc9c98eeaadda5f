import { type ErrorKind, isTeczkaError, TeczkaError } from "../../core/errors.ts";

/** An error on its way between threads: classes do not survive it. */
export type ErrorMessage = { message: string } | { kind: ErrorKind; code: string; message: string; hint: string };

export function errorMessage(error: unknown): ErrorMessage {
  if (!isTeczkaError(error)) return { message: error instanceof Error ? `${error.stack}` : String(error) };
  const { kind, code, message, hint } = error;
  return { kind, code, message, hint };
}

export function errorOf(told: ErrorMessage): Error {
  if (!("kind" in told)) return new Error(told.message);
  return new TeczkaError(told.kind, told.code, told.message, told.hint);
}
