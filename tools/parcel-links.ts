import { paperSource, rowSource } from "../src/core/history/decisions.ts";
import type { ParcelLink } from "../src/core/history/model.ts";
import { parseChange } from "../src/core/facts/parcel-changes.ts";
import { describeParcel, matchParcel, type Parcel, parseParcel, printParcel } from "../src/core/identity/parcel.ts";
import type { ToolContext } from "./tool.ts";

export interface FormerParcel {
  parcel: Parcel;
  printed: string;
}

/** A parcel divided and divided again: as far back as this. */
const mostSteps = 6;

/**
 * What the archive says of where a parcel came from and what became of it: papers that tell of a division, a merger or
 * an old number, and the old numbers of RWDZ rows. Never by the numbers alone: 87/14 does not prove 87.
 */
export async function formerParcels(
  asked: string,
  context: ToolContext,
): Promise<{ links: ParcelLink[]; formers: FormerParcel[] }> {
  const links = new Map<string, ParcelLink>();
  const formers = new Map<string, FormerParcel>();
  let next: Parcel[] = [parseParcel(asked)];
  for (let step = 0; step < mostSteps && next.length > 0; step += 1) {
    const found: Parcel[] = [];
    for (const parcel of next) {
      for (const link of await linksOf(parcel, "formerParcel", context)) {
        add(links, link);
        const former = parseParcel(link.former);
        if (formers.has(link.former) || former.number === parseParcel(asked).number) continue;
        formers.set(link.former, { parcel: former, printed: link.former });
        found.push(former);
      }
    }
    next = found;
  }
  for (const link of await linksOf(parseParcel(asked), "laterParcel", context)) add(links, link);
  return { links: [...links.values()], formers: [...formers.values()] };
}

function add(links: Map<string, ParcelLink>, link: ParcelLink): void {
  const key = `${link.former}>${link.later}`;
  const known = links.get(key);
  if (!known) links.set(key, link);
  else
    links.set(key, {
      ...known,
      ...(link.date ? { date: link.date } : {}),
      sources: [...known.sources, ...link.sources],
    });
}

async function linksOf(
  parcel: Parcel,
  field: "formerParcel" | "laterParcel",
  context: ToolContext,
): Promise<ParcelLink[]> {
  const { archive, access } = context;
  const mark = field === "formerParcel" ? "<" : ">";
  const facts = [";", mark].map((after) => ({ field, value: `${parcel.number}${after}`, startsWith: true }));
  const papers = await archive.documents.list({ access, facts });
  const told = papers
    .filter(({ duplicateOf }) => duplicateOf === undefined)
    .flatMap(({ ref, facts: all }) =>
      all.flatMap((fact): ParcelLink[] => {
        if (fact.field !== field) return [];
        const { former, later, date } = parseChange(fact.value);
        const own = field === "formerParcel" ? later : former;
        if (matchParcel(parcel, own) === "different") return [];
        const source = paperSource({ document: ref }, fact);
        return [
          { former: printParcel(former), later: printParcel(later), ...(date ? { date } : {}), sources: [source] },
        ];
      }),
    );
  return field === "formerParcel" ? [...told, ...(await oldNumbers(parcel, context))] : told;
}

/** RWDZ: `stara_numeracja_…_z_wniosku` beside the parcel of a row that stands for itself. */
async function oldNumbers(parcel: Parcel, { archive }: ToolContext): Promise<ParcelLink[]> {
  const { cases } = await archive.register.find({ parcel: describeParcel(parcel) });
  return cases.flatMap((entry): ParcelLink[] => {
    const old = entry.fields.stara_numeracja_dzialka_z_wniosku?.trim() ?? "";
    const [later] = entry.parcels;
    if (!/^\d{1,5}(?:\/\d{1,4})?$/u.test(old) || !later || entry.parcels.length !== 1 || entry.match !== "exact")
      return [];
    if (parseParcel(later).number === old) return [];
    const precinct = entry.fields.stara_numeracja_obreb_z_wnioskiu?.trim();
    const former = printParcel({ number: old, ...(precinct ? { precinct } : {}) });
    return [{ former, later, sources: [rowSource(entry)] }];
  });
}
