import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findAddresses } from "../../src/core/identity/address.ts";
import { findApplicationNumbers, findDecisionNumbers } from "../../src/core/identity/decision-number.ts";
import { findParcels } from "../../src/core/identity/parcel.ts";
import { findSignatures } from "../../src/core/identity/signature.ts";
import { printTable } from "../archive/summary.ts";
import { identityShares, printedShares } from "../bench/identity-shares.ts";
import { hasPdftotext, textByAnotherProgram } from "./another-program.ts";

const data = process.env.TECZKA_REAL_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const required = (process.env.TECZKA_REQUIRE ?? "").split(",");
const absent =
  existsSync(join(data, "register")) || required.includes("real-data") ? [] : [`no real data at ${basename(data)}`];
const missing = [...absent, ...(hasPdftotext() || required.includes("pdftotext") ? [] : ["no pdftotext"])];
const told = (reasons: readonly string[]) => reasons.map((what) => ` (${what})`).join("");

describe.skipIf(absent.length > 0)(`columns of the real city register${told(absent)}`, () => {
  it("come out right, class by class", () => {
    const shares = identityShares(join(data, "register"));
    process.stdout.write(`${printTable([["class", "cells", "right", "share"], ...printedShares(shares)])}\n`);
    const cells = shares.reduce((sum, share) => sum + share.cells, 0);
    expect(cells).toBe(5 * 15_161);
    const judged = shares.filter(({ right }) => right !== undefined);
    const low = judged.filter(({ right = 0, cells }) => right < cells * 0.995);
    expect(low.map(({ what, missed }) => [what, ...missed.slice(0, 5)])).toEqual([]);
    // A number that a spreadsheet mangled is never one: a quarter of the decisions' cells, a tenth of the applications'.
    const mangled = shares.filter(({ what }) => what.endsWith("mangled into a month"));
    expect(mangled.map((share) => share.cells)).toEqual([3753, 1627]);
  });
});

describe.skipIf(missing.length > 0)(`real acts and plans${told(missing)}`, () => {
  const count = <T>(folder: string, find: (text: string) => T[]) =>
    readdirSync(join(data, folder)).flatMap((name) => find(textOf(join(data, folder, name)))).length;

  it("an act holds no parcel, decision, application or signature", () => {
    expect(count("acts", findParcels)).toBe(0);
    expect(count("acts", findDecisionNumbers)).toBe(0);
    expect(count("acts", findApplicationNumbers)).toBe(0);
    expect(count("acts", findSignatures)).toBe(0);
    // The publisher's own three, in one act.
    expect(count("acts", (text) => findAddresses(text).filter(({ value }) => value.number))).toBe(3);
  });

  it("a plan holds the parcels that it names", () => {
    expect(count("plans", findParcels)).toBe(57);
    expect(count("plans", findSignatures)).toBe(0);
  });
});

const texts = new Map<string, string>();

function textOf(path: string): string {
  const text = texts.get(path) ?? textByAnotherProgram(path);
  texts.set(path, text);
  return text;
}
