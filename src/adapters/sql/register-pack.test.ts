import { describe, expect, it } from "vitest";
import { entryOf } from "../../core/ports/test-support/register-entries.ts";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { readBody } from "./register-body.ts";
import { createChunks, type PackedChunk } from "./register-chunks.ts";
import { type PackedRows, packRows } from "./register-pack.ts";

const apart = ["obręb", "działka"];

/** What is written of the entries. */
async function packed(entries: readonly RegisterEntry[]) {
  const rows: PackedRows["rows"][] = [];
  const chunks = createChunks();
  const full: PackedChunk[] = [];
  let told: PackedRows["told"] | undefined;
  async function* pieces() {
    yield entries;
  }
  for await (const some of packRows(pieces())) {
    rows.push(some.rows);
    full.push(...chunks.add(some.index));
    ({ told } = some);
  }
  const end = chunks.end();
  return { rows, chunks: [...full, ...end.chunks], told: { ...told, ...end.told } };
}

function bodiesOf(rows: PackedRows["rows"], columns: string): RegisterEntry["case"][] {
  const text = new TextDecoder();
  return (JSON.parse(text.decode(rows.items)) as [number, string, string, number, number][]).map(
    ([, , , start, length]) => readBody(text.decode(rows.bytes.subarray(start - 1, start - 1 + length)), columns),
  );
}

describe("packed rows of a register", () => {
  const authority = "Starosta Lipowski";
  const row = (number: number, parcels: string[], fields: Record<string, string>, parts = {}): RegisterEntry =>
    entryOf(number, "k1", { authority, address: "Lipowo, Krucza 64", parcels, fields, ...parts });
  const rows = [
    row(1, ["87/14"], { organ: authority, nr: "312/2019" }),
    row(2, ["87/15"], { organ: authority, nr: "312/2019", działka: "87/15" }),
    row(3, ["87/16"], { organ: authority, nr: "312/2019", obręb: "0022", działka: "87/16" }),
    row(4, [], { organ: authority, nr: "312/2019", działka: "sty-14" }, { unreadParcels: ["sty-14"] }),
    row(40_000, ["88"], { organ: authority, nr: "312/2019", działka: "88" }),
  ];

  it("are the same whether or not they are known to be alike", async () => {
    const alike = { apart };
    expect(await packed(rows.map((one) => ({ ...one, alike })))).toEqual(await packed(rows));
  });

  it("hold each row's own parcels and fields", async () => {
    const alike = { apart };
    const written = await packed(rows.map((one) => ({ ...one, alike })));
    const bodies = written.rows.flatMap((some) => bodiesOf(some, written.told.columns ?? ""));
    expect(bodies).toEqual(rows.map((one) => one.case));
    expect(written.told).toMatchObject({ kept: 5, cases: 1, chunks: 2 });
  });

  it("are known as alike on either side for as long, however many cases stand between", async () => {
    const many = Array.from({ length: 2000 }, (_, at) => {
      const like = { apart: [`${at % 700}`] };
      return { ...row(at + 1, [`${at + 1}`], { nr: `${at % 700}` }, {}), caseKey: `k${at % 700}`, alike: like };
    });
    const kinds = new Map<string, { apart: string[] }>();
    const shared = many.map((one) => {
      const alike = kinds.get(one.caseKey) ?? one.alike;
      kinds.set(one.caseKey, alike);
      return { ...one, alike };
    });
    expect((await packed(shared)).told).toMatchObject({ kept: 2000, cases: 700 });
    expect(await packed(shared)).toEqual(await packed(many));
  });
});
