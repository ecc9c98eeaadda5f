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
    const found: FoundConflicts = { conflicts: [], withheld: [], documents: { done: 0, all: 0 } };
    const files = new CaseFiles(context);
    const renamings = (await context.archive.streets?.renamings()) ?? [];
    const add = async (some: readonly CaseFile[]) => {
      for (const file of some)
        await addConflicts(
          found,
          file,
          conflictsIn(file, { later: await files.later(file), renamings }),
          field,
          context,
        );
    };
    if (Object.values(named).some((value) => value !== undefined)) {
      const cases = await files.of(subjectOf(named));
      await add(cases);
      const papers = cases.reduce((sum, file) => sum + file.papers.length, 0);
      return { ...found, documents: { done: papers, all: papers } };
    }
    const { documents } = context.archive;
    const all = await documents.countOf({ access: context.access });
    let done = Math.min(from, all);
    while (done < all && done - from < most && found.conflicts.length + found.withheld.length < limit) {
      const slice = await documents.list(
        { access: context.access },
        { limit: Math.min(documentsAtOnce, from + most - done), offset: done },
      );
      if (slice.length === 0) break;
      await add(await files.beginningWith(slice));
      done += slice.length;
    }
    return { ...found, documents: { done, all }, ...(done < all ? { next: done } : {}) };
  },
};

async function addConflicts(
  found: FoundConflicts,
  file: CaseFile,
  conflicts: readonly CaseConflict[],
  field: z.infer<typeof input>["field"],
  context: ToolContext,
): Promise<void> {
  const signature = file.papers.find((paper) => paper.signature)?.signature;
  const of = { key: file.key, ...(signature ? { signature } : {}) };
  const page = async (document: string, number: number) =>
    (await readPage.run({ document, page: number }, context)).text;
  for (const conflict of conflicts) {
    if (field && conflict.field !== field) continue;
    const sides = await toldSides(conflict, page);
    const { claims } = await checkCitations.run({ claims: sides.map(proposedOf) }, context);
    const values = sides.flatMap(({ value }, at) => {
      const citation = claims[at]?.verdict === "supported" ? claims[at].citations[0]?.citation : undefined;
      return citation ? [{ value, citation }] : [];
    });
    if (values.length === sides.length) found.conflicts.push({ case: of, field: conflict.field, values });
    else
      found.withheld.push({
        case: of,
        field: conflict.field,
        values: sides.flatMap(({ value }, at) => (claims[at] ? [{ value, claim: claims[at] }] : [])),
      });
  }
}

function proposedOf({ claim, citation }: ToldSide) {
  return { text: claim, citations: [citation] };
}
