import { parseParcel } from "../src/core/identity/parcel.ts";
import type { PermitCase } from "../src/core/permit.ts";
import { parcelIn } from "./asked-history.ts";
import { formerParcels } from "./parcel-links.ts";
import type { ToolContext } from "./tool.ts";

/** Cases of one related parcel; who wants more of them looks that parcel up. */
const mostOfParcel = 50;

/**
 * Cases of the parcels that the asked one came from, and of those that came from it, as far as papers and rows of the
 * archive say so: each labelled with its parcel, none that is on the asked parcel itself.
 * @param asked as typed, or as printed by core/identity
 */
export async function relatedPermits(asked: string, context: ToolContext): Promise<PermitCase[]> {
  const { archive } = context;
  const parcel = parcelIn(asked);
  const { links, formers } = await formerParcels(parcel, context);
  const found = new Map<string, PermitCase>();
  const add = (cases: readonly PermitCase[], relation: "former" | "later", printed?: string) => {
    for (const permit of cases) {
      const key = JSON.stringify([permit.register.name, permit.rows[0]]);
      if (!found.has(key))
        found.set(key, { ...permit, related: { parcel: printed ?? permit.parcels[0] ?? "", relation } });
    }
  };
  const page = { limit: mostOfParcel };
  for (const { printed } of formers)
    add((await archive.register.find({ parcel: printed }, page)).cases, "former", printed);
  const number = parseParcel(parcel).number;
  const laters = new Set(links.filter(({ former }) => parseParcel(former).number === number).map(({ later }) => later));
  for (const later of laters) add((await archive.register.find({ parcel: later }, page)).cases, "later", later);
  add((await archive.register.find({ oldParcel: parcel }, page)).cases, "later");
  return [...found.values()].filter(({ parcels }) => !parcels.some((held) => parseParcel(held).number === number));
}
