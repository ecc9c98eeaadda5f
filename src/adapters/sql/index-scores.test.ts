import fc from "fast-check";
import { expect, it } from "vitest";
import { type Access, maySee } from "../../core/access.ts";
import { termsOf, writtenWordsOf } from "../../core/analysis/analyse.ts";
import { describedBy, fieldsOf } from "../../core/analysis/passage-fields.ts";
import { analyseQuery } from "../../core/analysis/query-terms.ts";
import type { DocumentKind, PreparedDocument } from "../../core/document.ts";
import type { PassageFilter } from "../../core/ports/passage-index.ts";
import { preparedDocument } from "../../core/ports/test-support/prepared.ts";
import { lengthNorm, mostOfTerm, rarity } from "../../core/ranking/score.ts";
import { openSqlite } from "../sqlite/open.ts";
import { createDocumentStore } from "./document-store.ts";
import { createPostingLists } from "./index-postings.ts";
import { candidatesOf, createRooms, scorePassages } from "./index-scores.ts";
import { createSnapshots, type IndexSnapshot } from "./index-snapshot.ts";
import { createPassageIndex } from "./passage-index.ts";

interface Scored {
  place: string;
  score: number;
}

/** Goes through every passage that the filter lets through, with no index at all. */
function scoredByWalk(documents: readonly PreparedDocument[], text: string, filter: PassageFilter): Scored[] {
  const { terms } = analyseQuery(text);
  const passages = documents
    .filter(({ id, kind, labels }) => isLetThrough(filter, id, kind, labels))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((document) =>
      document.passages.map((passage) => {
        const counts = new Map<string, number>();
        const [length] = fieldsOf(passage, describedBy(document)).map((field) => {
          const found = writtenWordsOf(field.text).flatMap(termsOf);
          for (const term of found) counts.set(term, (counts.get(term) ?? 0) + field.weight);
          return found.length;
        });
        return { place: `${document.path} ${passage.ordinal}`, counts, length: length ?? 0 };
      }),
    );
  const average = passages.reduce((sum, { length }) => sum + length, 0) / Math.max(1, passages.length) || 1;
  const scored = passages.map(({ place, counts, length }) => {
    let score = 0;
    for (const [term, { weight }] of terms) {
      const count = counts.get(term) ?? 0;
      const found = passages.filter((other) => other.counts.has(term)).length;
      score += (weight * rarity(passages.length, found) * mostOfTerm * count) / (count + lengthNorm(length / average));
    }
    return { place, score };
  });
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

function isLetThrough(filter: PassageFilter, id: string, kind: DocumentKind, labels: readonly string[]): boolean {
  return (
    maySee(filter.access, labels) && (filter.documents?.includes(id) ?? true) && (filter.kinds?.includes(kind) ?? true)
  );
}

const words = ["dach", "dachu", "taras", "87/14", "87/1", "garaż", "mur", "wysokość", "wysoki"];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(" "));
const paper = fc
  .record({
    path: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
    labels: fc.subarray(["poufne", "kadry"]),
    kind: fc.constantFrom<DocumentKind>("letter", "order"),
    pages: fc.array(text, { minLength: 1, maxLength: 4 }),
  })
  // The label is no part of this identity: a paper changes its labels by another version.
  .map((parts) => preparedDocument({ ...parts, id: parts.path }));
const access = fc.constantFrom<Access>("all", { labels: [] }, { labels: ["poufne"] }, { labels: ["poufne", "kadry"] });
const filter = fc.record(
  {
    access,
    kinds: fc.subarray<DocumentKind>(["letter", "order"]),
    documents: fc.subarray(["a", "b", "c", "zz"]),
  },
  { requiredKeys: ["access"] },
);
const step = fc.oneof(
  { weight: 4, arbitrary: paper.map((document) => ({ document })) },
  { weight: 1, arbitrary: fc.constant({ tidied: true as const }) },
  { weight: 3, arbitrary: fc.record({ text, filter }) },
);

it("scores as a walk over all passages does, through any changes, for any asker and filter", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const database = await openSqlite(":memory:");
      const documents = createDocumentStore(database);
      const index = createPassageIndex(database);
      const [snapshots, lists, rooms] = [createSnapshots(database), createPostingLists(database), createRooms()];
      const current = new Map<string, PreparedDocument>();
      const answers: Scored[][] = [];
      const expected: Scored[][] = [];
      for (const one of steps) {
        if ("document" in one) {
          const before = await documents.get(one.document.id, "all");
          const ref = await documents.stage(one.document);
          await index.put(ref, one.document);
          await documents.publish(ref);
          if (before) await index.remove(before.ref);
          current.set(one.document.id, one.document);
        } else if ("tidied" in one) await index.optimize();
        else {
          const snapshot = await snapshots();
          const { terms } = analyseQuery(one.text);
          const postings = await lists(snapshot, [...terms.keys()]);
          const candidates = candidatesOf(snapshot, one.filter, undefined);
          const best = await rooms.during(snapshot, async (room) =>
            scorePassages(snapshot, candidates, terms, postings ?? new Map(), room)(100),
          );
          answers.push(best.map(({ at, score }) => ({ place: placeOf(snapshot, at), score })));
          expected.push(scoredByWalk([...current.values()], one.text, one.filter));
        }
      }
      await database.close();
      expect(answers.map(rounded)).toEqual(expected.map(rounded));
    }),
    { numRuns: 80 },
  );
});

function placeOf({ documents, owner }: IndexSnapshot, at: number): string {
  const document = documents[owner[at] ?? -1];
  return `${document?.ref.path} ${at - (document?.base ?? 0)}`;
}

/** Sums of the same numbers in another order differ in their last digits, and so may the order of equal scores. */
function rounded(scored: readonly Scored[]): [place: string, score: string][] {
  return scored
    .map(({ place, score }): [string, string] => [place, score.toPrecision(9)])
    .sort(([a, x], [b, y]) => Number(y) - Number(x) || (a < b ? -1 : 1));
}
