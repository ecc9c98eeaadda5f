import { parseParcels } from "../../core/identity/parcel-cell.ts";
import { describeParcel, parseParcel, printParcel } from "../../core/identity/parcel.ts";

/**
 * A parcel as an officer would type it, for a link whose field shows it: `87/14, AM-28`. Where that does not read back
 * as the same one, as core/identity prints it, which always does.
 * @param printed as printed by core/identity
 */
export function askedParcel(printed: string): string {
  const { unit: _, part: __, ...parcel } = parseParcel(printed);
  const typed = describeParcel(parcel).replace(/^dz\. nr /u, "");
  const read = parseParcels(typed);
  return read?.length === 1 && read[0] && printParcel(read[0]) === printParcel(parcel) ? typed : printParcel(parcel);
}
