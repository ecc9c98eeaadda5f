import fc from "fast-check";
import { expect, it } from "vitest";
import { boilerplateKeys, findBoilerplate, markOf } from "./boilerplate.ts";

async function found(documents: readonly (readonly string[])[]): Promise<string[]> {
  const marked = documents.map((lines, at) => ({
    key: String(at),
    marks: Float64Array.from(boilerplateKeys([lines.join("\n")]), markOf),
  }));
  const common = await findBoilerplate(async function* () {
    yield* marked;
  }, documents.length);
  const lines = [...common].map(([mark, first]) => {
    const keys = [...boilerplateKeys([documents[Number(first)]?.join("\n") ?? ""])];
    return keys.find((key) => markOf(key) === mark) ?? "";
  });
  return lines.sort();
}

it("finds exactly the lines that stand in half of the documents, however many others there are", async () => {
  const line = fc.constantFrom("pouczenie", "starosta", "z up.", "opłata", "strona 1", "");
  const document = fc.record({ common: fc.array(line, { maxLength: 4 }), own: fc.integer({ max: 9 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(document, { minLength: 20, maxLength: 45 }), async (drawn) => {
      const documents = drawn.map(({ common, own }, at) => [...common, `pismo ${at}`, `nr ${own}`]);
      const counts = new Map<string, number>();
      for (const lines of documents)
        for (const key of new Set(lines)) if (key !== "") counts.set(key, (counts.get(key) ?? 0) + 1);
      const half = [...counts].filter(([, count]) => count * 2 >= documents.length).map(([key]) => key);
      expect(await found(documents)).toEqual(half.sort());
    }),
    { numRuns: 200 },
  );
});

it("finds none below twenty documents", async () => {
  expect(await found(Array.from({ length: 19 }, () => ["pouczenie"]))).toEqual([]);
  expect(await found(Array.from({ length: 20 }, () => ["  Pouczenie "]))).toEqual(["pouczenie"]);
});

it("tells like lines apart", () => {
  const lines = Array.from({ length: 50_000 }, (_, at) => `strona ${at} z ${at % 7}`);
  expect(new Set(lines.map(markOf)).size).toBe(lines.length);
});
