import { describe, expect, it } from "vitest";
import type { PermitQuery } from "../permit.ts";
import { describeMixes } from "./permit-mixes.contract.ts";
import type { PermitRegister, RegisterEntry } from "./permit-register.ts";
import { entryOf, file, streamOf } from "./test-support/register-entries.ts";

type Row = RegisterEntry["case"];

/** What a look-up finds, in which order and on which page. */
export function describePermitLookups(open: () => Promise<PermitRegister>): void {
  describe("look-ups", () => {
    describeMixes(open);

    const held = async (...cases: Partial<Row>[]) => {
      const register = await open();
      const rows = cases.map((parts, at) => entryOf(at + 1, `k${at}`, { number: `${at + 1}/2010`, ...parts }));
      await register.replaceFile(file("a.csv"), streamOf(rows));
      return async (query: PermitQuery) =>
        (await register.find(query)).cases.map(({ number, match }) => `${match === "exact" ? "" : "? "}${number}`);
    };

    it("finds a company by words of its name, in any order, case and legal form", async () => {
      const found = await held(
        { investor: "ALFA DOM Sp. z o.o." },
        { investor: "Alfa Dom Sienno S.A." },
        { investor: "Domena Alfa sp. j." },
        {},
      );
      expect(await found({ investor: "Alfa Dom" })).toEqual(["1/2010", "2/2010"]);
      expect(await found({ investor: "dom alfa spółka z ograniczoną odpowiedzialnością" })).toEqual([
        "1/2010",
        "2/2010",
      ]);
      expect(await found({ investor: "sienno" })).toEqual(["2/2010"]);
      expect(await found({ investor: "Al" })).toEqual([]);
    });

    it("finds a designer's licence however it is spaced, and only as a whole", async () => {
      const found = await held({ licences: ["ZM/0123/POOK/05", "Zm-12/94"] }, { licences: ["ZM/0123/POOK/055"] });
      expect(await found({ licence: "zm / 0123 / pook / 05" })).toEqual(["1/2010"]);
      expect(await found({ licence: "ZM 12/94" })).toEqual(["1/2010"]);
      expect(await found({ licence: "ZM/0123" })).toEqual([]);
    });

    it("tells categories, outcomes, days and registers apart, both ends of a range within it", async () => {
      const found = await held(
        { category: "I", date: "2010-01-01" },
        { category: "kat. XI", date: "2010-06-30", outcome: "refused" },
        { category: "XIII", date: "2010-12-31", outcome: null },
        { date: null },
      );
      expect(await found({ category: "I" })).toEqual(["1/2010"]);
      expect(await found({ category: "XI" })).toEqual(["2/2010"]);
      expect(await found({ from: "2010-06-30", to: "2010-12-31" })).toEqual(["2/2010", "3/2010"]);
      expect(await found({ to: "2010-01-01" })).toEqual(["1/2010"]);
      expect(await found({ outcome: "granted" })).toEqual(["1/2010", "4/2010"]);
      expect(await found({ register: "RWDZ" })).toHaveLength(4);
      expect(await found({ register: "RW" })).toEqual([]);
    });

    it("keeps a parcel whose sheet or precinct the register does not tell as possible", async () => {
      const found = await held(
        { parcels: ["87/14;sheet=28;precinct=Górka"] },
        { parcels: ["87/14"] },
        { parcels: ["87/14;sheet=2;precinct=Górka"] },
        { parcels: ["88;precinct=Górka"] },
      );
      expect(await found({ parcel: "dz. nr 87/14, AM-28" })).toEqual(["1/2010", "? 2/2010"]);
      expect(await found({ parcel: "87/14;sheet=28;precinct=Górka" })).toEqual(["1/2010", "? 2/2010"]);
      expect(await found({ parcel: "87/14" })).toEqual(["1/2010", "2/2010", "3/2010"]);
      expect(await found({ parcel: "dz. nr 87/14, 88" })).toHaveLength(4);
    });

    it("offers a number of another shape as possible, by the cell as it stands and by the number inside it", async () => {
      const register = await open();
      const cells = ["17-lut", "312/2O17", "312/2017/AB"];
      const rows = cells.map((rawNumber, at) =>
        entryOf(at + 1, `k${at}`, {
          number: null,
          rawNumber,
          ...(rawNumber.endsWith("AB") ? { possibleNumbers: ["312/2017"] } : {}),
        }),
      );
      await register.replaceFile(file("a.csv"), streamOf(rows));
      const found = async (number: string) =>
        (await register.find({ number })).cases.map(({ rawNumber, match }) => `${match} ${rawNumber}`);
      for (const cell of cells) expect(await found(cell)).toEqual([`possible ${cell}`]);
      expect(await found("312/2017")).toEqual(["possible 312/2017/AB"]);
    });

    it("says where the rows of one case tell different things, and finds it by each of them", async () => {
      const register = await open();
      const older = entryOf(1, "k", { address: "Krucza 64", category: "I" });
      const newer = entryOf(1, "k", { address: "Nowa 64", outcome: "expired", category: " I" });
      await register.replaceFile(file("a.csv"), streamOf([older]));
      await register.replaceFile(file("b.csv"), streamOf([newer]));
      const [row, other] = [
        { file: "a.csv", row: 1 },
        { file: "b.csv", row: 1 },
      ];
      for (const address of ["Krucza 64", "Nowa 64"]) {
        const { cases } = await register.find({ address });
        expect(cases).toMatchObject([{ address: "Krucza 64", outcome: null, rows: [row, other] }]);
        expect(cases[0]?.differing).toEqual([
          {
            field: "outcome",
            values: [
              { value: "granted", rows: [row] },
              { value: "expired", rows: [other] },
            ],
          },
          {
            field: "address",
            values: [
              { value: "Krucza 64", rows: [row] },
              { value: "Nowa 64", rows: [other] },
            ],
          },
        ]);
      }
    });

    it("offers a case as possible by a parcel of a cell that is not understood, and never by a spoilt one", async () => {
      const found = await held(
        { parcels: [], unreadParcels: ["12/3,12/4, droga"] },
        { parcels: [], unreadParcels: ["12-sty"] },
        { parcels: ["12/3"] },
      );
      expect(await found({ parcel: "12/3" })).toEqual(["3/2010", "? 1/2010"]);
      expect(await found({ parcel: "12/4" })).toEqual(["? 1/2010"]);
      expect(await found({ parcel: "12" })).toEqual([]);
    });

    it("takes the name of a precinct and the number of one for no more than possibly the same", async () => {
      const found = await held(
        { parcels: ["5;precinct=0022"] },
        { parcels: ["5;precinct=Górka"] },
        { parcels: ["5;precinct=22 Górka"] },
        { parcels: ["5;precinct=0023"] },
      );
      expect(await found({ parcel: "dz. nr 5, obręb Górka" })).toEqual(["2/2010", "3/2010", "? 1/2010", "? 4/2010"]);
      expect(await found({ parcel: "dz. nr 5, obręb 22" })).toEqual(["1/2010", "3/2010", "? 2/2010"]);
    });

    it("tells which registers there are, with the files that each came from", async () => {
      const register = await open();
      expect(await register.registers()).toEqual([]);
      for (const name of ["b.csv", "a.csv"])
        await register.replaceFile(file(name), streamOf([entryOf(1, name), entryOf(2, "both")]));
      await register.replaceFile(file("c.csv", { register: "inny", format: "wroclaw" }), streamOf([entryOf(1, "k")]));
      const held = await register.registers();
      expect(held).toMatchObject([
        { name: "RWDZ", authority: "Starosta Olszański", cases: 3, from: "2010-03-12", to: "2010-03-12" },
        { name: "inny", format: "wroclaw", cases: 1, files: [{ file: "c.csv", rows: 1 }] },
      ]);
      expect(held[0]?.files).toEqual(
        ["a.csv", "b.csv"].map((name) => ({
          file: name,
          rows: 2,
          sha256: file(name).sha256,
          importedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/u),
        })),
      );
    });
  });
}
