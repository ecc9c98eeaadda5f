import type { Ground } from "./ground.ts";

/** Empty for what is no row. A case without a number is told from others by all else that it says of itself. */
export function caseOf({ case: row }: Ground): string {
  if (!row) return "";
  const { register, authority, number, rawNumber, date, applicationNumber, signature, address, description } = row;
  const identity = [register.name, authority, number, date, applicationNumber, signature];
  return JSON.stringify(number ? identity : [...identity, rawNumber, address, description]);
}
