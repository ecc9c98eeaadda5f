import type { RegisterFormat } from "../../core/permit.ts";
import type { ErrorMessage } from "./error-message.ts";

/** A register file as the thread has opened it. */
export interface OpenedRegister {
  /** By which it is asked for. */
  index: number;
  fileName: string;
  sha256: string;
  format: RegisterFormat;
}

export interface RegisterCounts {
  rows: number;
  blank: number;
  repaired: number;
  refused: { row: number; reason: string }[];
}

/** How much of the file's bytes has been read: 0 to 1. */
export interface RegisterProgress {
  rows: number;
  share: number;
}

/** `more`: one package has been taken, another may come. */
export type RegisterRequest =
  | { ask: "open"; path: string }
  | { ask: "read"; index: number; context: { register: string; authority?: string | undefined } }
  | { ask: "more" };

export type RegisterAnswer<Package> =
  | { opened: OpenedRegister[] }
  | { package: Package; progress: RegisterProgress }
  | { counts: RegisterCounts }
  | { error: ErrorMessage };

/** Packages on their way: enough that neither side waits, few enough that memory is bounded. */
export const mostOnTheWay = 3;
