import { z } from "zod";
import type { CaseFile } from "../src/core/cases/join.ts";
import { type CaseConflict, conflictFields } from "../src/core/conflicts/conflict.ts";
import { findConflicts as conflictsIn } from "../src/core/conflicts/find-conflicts.ts";
import { type ToldSide, toldSides } from "../src/core/conflicts/told.ts";
import { conflictSchema } from "../src/core/draft.ts";
import { checkedClaimSchema } from "../src/core/verify/proposed.ts";
import { subjectOf } from "./asked-history.ts";
import { CaseFiles } from "./case-files.ts";
import { checkCitations } from "./check-citations.ts";
import { readPage } from "./read-page.ts";
import type { Tool, ToolContext } from "./tool.ts";

/** Documents read at once: of so many the facts are in memory. */
const documentsAtOnce = 200;

const input = z
  .object({
    signature: z.string().optional(),
    parcel: z.string().optional().describe("87/14, AM-28, obręb Poświętne"),
    number: z.string().optional().describe("Numer decyzji: 614/2014"),
    address: z.string().optional().describe("Krucza 64-66"),
    field: z.enum(conflictFields).optional().describe("Tylko rozbieżności w tej danej"),
    from: z.int().nonnegative().default(0).describe("Od którego dokumentu archiwum, jak podało `next`"),
    documents: z.int().min(1).max(10_000).default(2000).describe("Po tylu dokumentach przerwij"),
    limit: z.int().min(1).max(500).default(50).describe("Po tylu rozbieżnościach wystarczy"),
  })
  .describe("Bez sprawy: całe archiwum, po kolei");
const caseSchema = z.object({
  /** Signature without initials, or what stands for it. */
  key: z.string(),
  signature: z.string().optional(),
});
const caseConflictSchema = conflictSchema.extend({ case: caseSchema, field: z.enum(conflictFields) });
/** One whose sides could not both be proved: shown with the reason, never dropped. */
const withheldSchema = z.object({
  case: caseSchema,
  field: z.enum(conflictFields),
  values: z.array(z.object({ value: z.string(), claim: checkedClaimSchema })),
});
const output = z.object({
  conflicts: z.array(caseConflictSchema),
  withheld: z.array(withheldSchema),
  /** Documents that the asker may see (of a case that is named: its own), and how many were gone through up to here. */
  documents: z.object({ done: z.int(), all: z.int() }),
  /** Where to go on; absent when all is done. */
  next: z.int().optional(),
});
export type FoundConflicts = z.infer<typeof output>;

export const findConflicts: Tool<typeof input, typeof output> = {
  name: "find_conflicts",
  description:
    "Porównuje dokumenty jednej sprawy między sobą i z rejestrami: numer i data decyzji, działka, adres, inwestor, " +
    "kategoria, kubatura, rozstrzygnięcie. Podaje obie strony z cytatami; nie rozstrzyga, która ma rację.",
  input,
  output,
  run: async ({ field, from, documents: most, limit, ...named }, context) => {
    const files = new CaseFiles(context);
    const renamings = (await context.archive.streets?.renamings()) ?? [];
    const found: Found[] = [];
    const add = async (some: readonly CaseFile[]) => {
      for (const file of some) {
        const conflicts = conflictsIn(file, { later: await files.later(file), renamings });
        for (const conflict of conflicts) if (!field || conflict.field === field) found.push({ file, conflict });
      }
    };
    if (Object.values(named).some((value) => value !== undefined)) {
      const cases = await files.of(subjectOf(named));
      await add(cases);
      const papers = cases.reduce((sum, file) => sum + file.papers.length, 0);
      return { ...(await told(found, context)), documents: { done: papers, all: papers } };
    }
    const { documents } = context.archive;
    const all = await documents.countOf({ access: context.access });
    let done = Math.min(from, all);
    while (done < all && done - from < most && found.length < limit) {
      const slice = await documents.list(
        { access: context.access },
        { limit: Math.min(documentsAtOnce, from + most - done), offset: done },
      );
      if (slice.length === 0) break;
      await add(await files.beginningWith(slice));
      done += slice.length;
    }
    return { ...(await told(found, context)), documents: { done, all }, ...(done < all ? { next: done } : {}) };
  },
};

interface Found {
  file: CaseFile;
  conflict: CaseConflict;
}

/** All sides are checked in one go: one page proves sides of many. */
async function told(
  found: readonly Found[],
  context: ToolContext,
): Promise<Pick<FoundConflicts, "conflicts" | "withheld">> {
  const page = async (document: string, number: number) =>
    (await readPage.run({ document, page: number }, context)).text;
  const sidesOf = new Map<Found, ToldSide[]>();
  for (const one of found) sidesOf.set(one, await toldSides(one.conflict, page));
  const { claims } = await checkCitations.run({ claims: [...sidesOf.values()].flat().map(proposedOf) }, context);
  const result: Pick<FoundConflicts, "conflicts" | "withheld"> = { conflicts: [], withheld: [] };
  let at = 0;
  for (const [{ file, conflict }, sides] of sidesOf) {
    const checked = claims.slice(at, at + sides.length);
    at += sides.length;
    const signature = file.papers.find((paper) => paper.signature)?.signature;
    const { field } = conflict;
    const of = { case: { key: file.key, ...(signature ? { signature } : {}) }, field };
    const values = sides.flatMap(({ value }, side) => {
      const citation = checked[side]?.verdict === "supported" ? checked[side].citations[0]?.citation : undefined;
      return citation ? [{ value, citation }] : [];
    });
    if (values.length === sides.length) result.conflicts.push({ ...of, values });
    else
      result.withheld.push({
        ...of,
        values: sides.flatMap(({ value }, side) => (checked[side] ? [{ value, claim: checked[side] }] : [])),
      });
  }
  return result;
}

function proposedOf({ claim, citation }: ToldSide) {
  return { text: claim, citations: [citation] };
}
