import type { DocumentFact, StoredDocument } from "../src/core/document.ts";
import { paperSource, rowSource } from "../src/core/history/decisions.ts";
import type { ParcelLink } from "../src/core/history/model.ts";
import { parseChange } from "../src/core/facts/parcel-changes.ts";
import { describeParcel, matchParcel, type Parcel, parseParcel, printParcel } from "../src/core/identity/parcel.ts";
import type { ToolContext } from "./tool.ts";

export interface FormerParcel {
  parcel: Parcel;
  printed: string;
  /** The day it became another: what is dated later is of a parcel that bears its number anew. */
  until?: string;
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
  let next: Pick<FormerParcel, "parcel" | "until">[] = [{ parcel: parseParcel(asked) }];
  for (let step = 0; step < mostSteps && next.length > 0; step += 1) {
    const found: FormerParcel[] = [];
    for (const { parcel, until } of next) {
      for (const link of await linksOf(parcel, "formerParcel", context)) {
        // Numbers come again: ground that ended in 2016 did not come out of a division of 2017.
        if (until && link.date && link.date >= until) continue;
        add(links, link);
        const former = parseParcel(link.former);
        if (formers.has(link.former) || former.number === parseParcel(asked).number) continue;
        const ended = link.date ?? until;
        const one = { parcel: former, printed: link.former, ...(ended ? { until: ended } : {}) };
        formers.set(link.former, one);
        found.push(one);
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
  const told: ParcelLink[] = [];
  for (const paper of await archive.documents.list({ access, facts })) {
    if (paper.duplicateOf !== undefined) continue;
    for (const fact of paper.facts) {
      if (fact.field !== field) continue;
      const change = parseChange(fact.value);
      const own = field === "formerParcel" ? change.later : change.former;
      if (matchParcel(parcel, own) === "different") continue;
      const date = change.date ?? (await dayDecided(paper, fact, context));
      told.push({
        former: printParcel(change.former),
        later: printParcel(change.later),
        ...(date ? { date } : {}),
        sources: [paperSource({ document: paper.ref }, fact)],
      });
    }
  }
  return field === "formerParcel" ? [...told, ...(await oldNumbers(parcel, context))] : told;
}

const deciding = /(?<!\p{L})zatwierdz(?:am|a\s+się|ono)(?!\p{L})[^.;]*$/iu;

/** „Zatwierdzam podział …” decides: the ground changed by the decision of that day. Other papers only speak of a change. */
async function dayDecided(
  { ref, facts }: StoredDocument,
  { page, start }: DocumentFact,
  { archive, access }: ToolContext,
): Promise<string | undefined> {
  const text = (await archive.documents.page(ref.id, page, access, ref.version))?.text ?? "";
  if (!deciding.test(text.slice(0, start))) return undefined;
  return facts.find(({ field }) => field === "issueDate")?.value;
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
