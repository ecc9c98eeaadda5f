import { parseParcels } from "../src/core/identity/parcel-cell.ts";
import { type Parcel, parseParcel, printedParcel } from "../src/core/identity/parcel.ts";
import { findSignatures } from "../src/core/identity/signature.ts";
import type { PassageFilter } from "../src/core/ports/passage-index.ts";
import { permitQueryOf } from "./asked-permits.ts";

/** What narrows a search, as an officer types it. */
export interface NarrowedBy {
  parcel?: string | undefined;
  signature?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The same as a filter of the index. @throws UnreadableQuery naming the field that cannot be read */
export function passageFilterOf({ parcel, signature, from, to }: NarrowedBy): Omit<PassageFilter, "access"> {
  const read = permitQueryOf({
    ...(parcel ? { parcel } : {}),
    ...(signature ? { signature } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  });
  return {
    ...(parcel ? { parcels: parcelsOf(parcel) } : {}),
    ...(signature ? { cases: findSignatures(signature).map(({ value }) => value) } : {}),
    ...(read.from ? { from: read.from } : {}),
    ...(read.to ? { to: read.to } : {}),
  };
}

function parcelsOf(typed: string): readonly Parcel[] {
  return printedParcel.test(typed) ? [parseParcel(typed)] : (parseParcels(typed) ?? []);
}
