import { permitQueryOf } from "../../../tools/asked-permits.ts";
import { UnreadableQuery } from "../../../tools/unreadable-query.ts";
import { isTeczkaError } from "../../core/errors.ts";
import type { PermitQuery } from "../../core/permit.ts";
import type { Fault } from "./field.ts";

interface OrFaults<Value> {
  value?: Value;
  /** By the name of the field. */
  faults?: Record<string, Fault>;
}

/**
 * What cannot be read is told beside its field; everything else that fails is a page of its own.
 * @param whole name for what is wrong with the form and no single field
 */
export async function orFaults<Value>(look: () => Promise<Value>, whole?: string): Promise<OrFaults<Value>> {
  try {
    return { value: await look() };
  } catch (error) {
    if (!isTeczkaError(error) || error.kind !== "invalid") throw error;
    const field = error instanceof UnreadableQuery ? error.field : whole;
    if (field === undefined) throw error;
    return { faults: { [field]: { message: error.message, hint: error.hint } } };
  }
}

/** Of each field that cannot be read, so that none is found out only after another has been mended. */
export function permitFaults(given: PermitQuery): Record<string, Fault> {
  const faults: Record<string, Fault> = {};
  for (const [name, value] of Object.entries(given)) {
    try {
      permitQueryOf({ [name]: value });
    } catch (error) {
      if (!(error instanceof UnreadableQuery)) throw error;
      faults[name] = { message: error.message, hint: error.hint };
    }
  }
  return faults;
}
