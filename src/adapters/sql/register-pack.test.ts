import { describe, expect, it } from "vitest";
import { entryOf } from "../../core/ports/test-support/register-entries.ts";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { readBody } from "./register-body.ts";
import { type PackedRows, packRows } from "./register-pack.ts";

const apart = ["obręb", "działka"];

async function packed(entries: readonly RegisterEntry[]): Promise<PackedRows[]> {
  const all: PackedRows[] = [];
  async function* pieces() {
    yield entries;
  }
  for await (const some of packRows(pieces())) all.push(some);
  return all;
}

function bodiesOf({ rows, told }: PackedRows): RegisterEntry["case"][] {
  const text = new TextDecoder();
  return (JSON.parse(text.decode(rows.items)) as [number, string, string, number, number][]).map(
    ([, , , start, length]) => readBody(text.decode(rows.bytes.subarray(start - 1, start - 1 + length)), told.columns),
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
    const [first, second] = await packed(rows.map((one) => ({ ...one, alike })));
    const bodies = [first, second].flatMap((some) => (some ? bodiesOf({ ...some, told: (second ?? some).told }) : []));
    expect(bodies).toEqual(rows.map((one) => one.case));
  });
});
