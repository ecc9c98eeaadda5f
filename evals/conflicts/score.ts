import type { z } from "zod";
import type { ConflictTruth } from "../../data/generator/ground-truth.ts";
import type { Citation } from "../../src/core/draft.ts";
import { findConflicts } from "../../tools/find-conflicts.ts";
import type { Archive } from "../../tools/tool.ts";

type FoundConflict = z.infer<typeof findConflicts.output>["conflicts"][number];

interface ConflictScore {
  field: string;
  planted: number;
  /** Of the planted: found, with both places. */
  found: number;
  /** Reported and not planted. */
  extra: number;
}

export interface ConflictScores {
  fields: ConflictScore[];
  missed: ConflictTruth[];
  extra: FoundConflict[];
  /** Reported, but with a side that could not be proved. */
  withheld: number;
}

/** All conflicts that the whole archive is reported to hold. */
async function conflictsOfArchive(archive: Archive) {
  const found: z.infer<typeof findConflicts.output>["conflicts"] = [];
  let withheld = 0;
  for (let from: number | undefined = 0; from !== undefined; ) {
    const part: z.infer<typeof findConflicts.output> = await findConflicts.run(findConflicts.input.parse({ from }), {
      archive,
      access: "all",
    });
    found.push(...part.conflicts);
    withheld += part.withheld.length;
    from = part.next;
  }
  return { found, withheld };
}

/** Found against planted: a planted one is found when a reported one has its field and cites both of its places. */
export async function scoreConflicts(planted: readonly ConflictTruth[], archive: Archive): Promise<ConflictScores> {
  const { found, withheld } = await conflictsOfArchive(archive);
  const extra = [...found];
  const missed = planted.filter((truth) => {
    const at = extra.findIndex((one) => isOf(one, truth));
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  const fields = [...new Set([...planted, ...found].map(({ field }) => field))].toSorted().map((field) => {
    const of = planted.filter((one) => one.field === field).length;
    const lost = missed.filter((one) => one.field === field).length;
    return { field, planted: of, found: of - lost, extra: extra.filter((one) => one.field === field).length };
  });
  return { fields, missed, extra, withheld };
}

function isOf({ field, values }: FoundConflict, truth: ConflictTruth): boolean {
  if (field !== truth.field) return false;
  return placesOf(truth).every((place) => values.some(({ citation }) => cites(citation, place)));
}

type Place = { file: string; row: number } | { path: string; page: number };

function placesOf({ register, other, document }: ConflictTruth): Place[] {
  return [document, ...(register ? [register] : []), ...(other ? [other] : [])];
}

function cites(citation: Citation, place: Place): boolean {
  if (citation.kind === "register")
    return "file" in place && citation.rows.some(({ file, row }) => file === place.file && row === place.row);
  if (citation.kind !== "passage" || !("path" in place)) return false;
  return citation.document.path === place.path && citation.page === place.page;
}

/** A line a field, and the sums. */
export function printConflicts({ fields, missed, extra, withheld }: ConflictScores): string {
  const sum = (of: "planted" | "found" | "extra") => fields.reduce((all, field) => all + field[of], 0);
  const rows = [...fields, { field: "total", planted: sum("planted"), found: sum("found"), extra: sum("extra") }];
  return [
    "conflicts   planted  found  not planted",
    ...rows.map(
      ({ field, planted, found, extra: more }) =>
        `${field.padEnd(11)} ${String(planted).padStart(7)} ${String(found).padStart(6)} ${String(more).padStart(12)}`,
    ),
    ...missed.map((truth) => `missed: ${JSON.stringify(truth)}`),
    ...extra.map(
      ({ case: of, field, values }) =>
        `not planted: ${of.key} ${field} ${values.map(({ value }) => value).join(" / ")}`,
    ),
    ...(withheld > 0 ? [`withheld: ${withheld}`] : []),
  ].join("\n");
}
