import { describe, expect, it } from "vitest";
import { encodeWindows1250 } from "../../../data/generator/paper/windows-1250.ts";
import { cityCase, cityHeader, notificationsHeader, permit, permitsHeader, read, row } from "./test-support/exports.ts";

describe("RWDZ permits", () => {
  it("become cases with number, date, address and parcel, whatever the export writes for nothing", async () => {
    const { shape, entries, counts } = await read(
      `\uFEFF${permitsHeader}\n${permit({ kategoria: "[object Object]", ulica_dalej: '""""""' })}\n`,
    );
    expect(shape).toMatchObject({ format: "rwdz-permits", delimiter: ";", encoding: "utf-8" });
    expect(shape.columns).toContain("cecha 2");
    expect(counts).toEqual({ rows: 1, blank: 0, repaired: 0, refused: [] });
    expect(entries[0]?.case).toMatchObject({
      authority: "Starosta Lipowski",
      number: "312/2019",
      date: "2019-05-06",
      signature: "AB.6740.1.77.2019.KL",
      address: "Lipowo, Krucza 64",
      parcels: ["87/14;sheet=28;precinct=0022;unit=990101_1"],
      outcome: "granted",
    });
    expect(entries[0]?.case.category).toBeUndefined();
  });

  it("read the older files with #, and newlines inside quotes", async () => {
    const header = permitsHeader.replaceAll(";", "#");
    const line = permit({ nazwa_zamierzenia_bud: '"budowa domu\nz garażem"' }).replaceAll(";", "#");
    const { shape, entries, counts } = await read(`${header}\r\n${line}\r\n${line}\r\n`);
    expect(shape.delimiter).toBe("#");
    expect(counts.rows).toBe(2);
    expect(entries[1]?.case.description).toBe("budowa domu z garażem");
    expect(new Set(entries.map(({ caseKey }) => caseKey)).size).toBe(1);
  });

  it("are read as if each stood alone, wherever the rows of a case stand and whatever they differ in", async () => {
    const rows = [
      permit({ nazwa_zamierzenia_bud: '"budowa ""domu""; etap\nII"' }),
      permit({ numer_gunb: "7/1/2019", numer_dzialki: "87/15" }),
      permit({ numer_gunb: "7/1/2019", numer_dzialki: '"87/16; 87/17"', numer_arkusza_dzialki: "" }),
      permit({ numer_gunb: "8/1/2019", numer_urzad: "AB.6740.1.78.2019.KL", numer_dzialki: "" }),
      permit({ numer_gunb: "7/1/2019", numer_dzialki: "sty-14" }),
      permit({ numer_gunb: "7/1/2019", numer_dzialki: "88", stara_numeracja_dzialka_z_wniosku: "87/9" }),
      permit({ numer_gunb: "7/1/2019", numer_dzialki: "88", ulica: "Lipowa" }),
      permit({ numer_gunb: "7/1/2019", numer_dzialki: " 89 ", obreb_numer: "[object Object]" }),
    ];
    const { entries } = await read([permitsHeader, ...rows].join("\n"));
    const own = (entry: (typeof entries)[number]) => ({ ...entry, alike: undefined });
    const alone: typeof entries = [];
    for (const [at, one] of rows.entries())
      for (const entry of (await read([permitsHeader, one].join("\n"))).entries) alone.push({ ...entry, row: at + 1 });
    expect(entries.map(own)).toEqual(alone.map(own));
    expect(entries.map(({ case: { fields } }) => Object.keys(fields))).toEqual(
      alone.map(({ case: { fields } }) => Object.keys(fields)),
    );
    expect(new Set(entries.map(({ alike }) => alike)).size).toBe(6);
  });

  it("keep no name of a person: companies only, designers not at all", async () => {
    const { entries } = await read(
      [
        permitsHeader,
        permit({ nazwa_inwestor: "Alfa Dom sp. z o.o.", projektant_nazwisko: "Testowalski" }),
        permit({ nazwa_inwestor: "Jan Testowalski" }),
      ].join("\n"),
    );
    expect(entries.map((entry) => entry.case.investor)).toEqual(["Alfa Dom sp. z o.o.", undefined]);
    expect(JSON.stringify(entries)).not.toContain("Testowalski");
  });

  it("tell cases of one number apart by authority and date", async () => {
    const { entries } = await read(
      [
        permitsHeader,
        permit({}),
        permit({ numer_dzialki: "87/15" }),
        permit({ data_wydania_decyzji: "2019-05-07" }),
        permit({ nazwa_organu: "Starosta Dębowski" }),
      ].join("\n"),
    );
    const [one, sameCase, otherDay, otherAuthority] = entries.map(({ caseKey }) => caseKey);
    expect(sameCase).toBe(one);
    expect(new Set([one, otherDay, otherAuthority]).size).toBe(3);
  });
});

describe("RWDZ notifications", () => {
  it("have neither number nor date of a decision, and are without objection", async () => {
    const line = row(notificationsHeader, {
      numer_ewidencyjny_urzad: "AB.6743.5.2020.MN",
      data_wplywu_wniosku_do_urzedu: "2020-02-03 00:00:00",
      stan: "Brak sprzeciwu",
      numer_dzialki: "12, 13/2",
      nazwa_zam_budowlanego: "wiata",
    });
    const { shape, entries } = await read(`\uFEFF${notificationsHeader}\n${line}\n`);
    expect(shape.format).toBe("rwdz-notifications");
    expect(entries[0]?.case).toMatchObject({
      number: null,
      date: null,
      applicationDate: "2020-02-03",
      parcels: ["12", "13/2"],
      outcome: "no_objection",
    });
  });
});

describe("the state of a notification", () => {
  it.each([
    ["Brak sprzeciwu", "no_objection"],
    ["Wniesiono sprzeciw", "objection"],
    ["W toku", null],
    ["", null],
  ])("%j is %s", async (stan, outcome) => {
    const line = row(notificationsHeader, {
      numer_ewidencyjny_urzad: "AB.6743.5.2020.MN",
      nazwa_zam_budowlanego: "wiata",
      stan,
    });
    const { entries } = await read(`${notificationsHeader}\n${line}\n`);
    expect(entries[0]?.case.outcome).toBe(outcome);
  });
});

describe("parcels of RWDZ", () => {
  const parcelsOf = async (cells: Record<string, string>) => {
    const { entries } = await read(
      [permitsHeader, permit({ numer_arkusza_dzialki: "", obreb_numer: "", jednosta_numer_ew: "", ...cells })].join(
        "\n",
      ),
    );
    const { parcels, unreadParcels } = entries[0]?.case ?? {};
    return { parcels, unreadParcels };
  };

  it.each([
    ["87/14", ["87/14"]],
    ["12, 13/2;14", ["12", "13/2", "14"]],
    ["87/14 i 87/15", ["87/14", "87/15"]],
    ["87/14\n87/15", ["87/14", "87/15"]],
    ["87/14-87/16", ["87/14", "87/15", "87/16"]],
    ["87 /14", ["87/14"]],
    ["dz. nr 44/5 AM-3", ["44/5;sheet=3"]],
    ["990101_1.0022.AR_28.77/3", ["77/3;sheet=28;precinct=0022;unit=990101_1"]],
  ])("in %j are read to the end of the cell", async (cell, parcels) => {
    expect(await parcelsOf({ numer_dzialki: `"${cell}"` })).toEqual({ parcels, unreadParcels: undefined });
  });

  it.each(["123456/1", "12345/12345", "87-14", "sty-14", "14.sty", "8,7E+01", "2014-01-05", "droga nr 12", "10/1/2"])(
    "are not made out of %j, which is kept as it stands",
    async (cell) => {
      expect(await parcelsOf({ numer_dzialki: cell })).toEqual({ parcels: [], unreadParcels: [cell] });
    },
  );
});

describe("the city's files", () => {
  const quoted = cityHeader
    .split(";")
    .map((column) => `"${column}"`)
    .join(";");

  it.each([
    ["plain", cityHeader],
    ["quoted", quoted],
  ])("are read in windows-1250, with a %s header", async (_style, header) => {
    const { shape, entries, counts } = await read(
      encodeWindows1250(`${header}\r\n${cityCase({ Adres: "Źródlana,AM-6,dz.20/17", "Nr decyzji": "614/10" })}\r\n`),
    );
    expect(shape).toMatchObject({ format: "wroclaw", encoding: "windows-1250" });
    expect(counts.rows).toBe(1);
    expect(entries[0]?.case).toMatchObject({
      number: "614/2010",
      address: "Źródlana,AM-6,dz.20/17",
      parcels: ["20/17;sheet=6"],
    });
  });

  it("keep a number that a spreadsheet mangled as that, with readings that the year allows, and take none", async () => {
    const { entries } = await read(
      encodeWindows1250(
        [cityHeader, cityCase({ "Nr decyzji": "10-mar" }), cityCase({ "Nr decyzji": "" })].join("\r\n"),
      ),
    );
    expect(entries[0]?.case).toMatchObject({ number: null, rawNumber: "10-mar", possibleNumbers: ["3/2010"] });
    expect(entries[1]?.case.number).toBeNull();
    expect(entries[1]?.case.rawNumber).toBeUndefined();
  });

  it("know an application again that two spreadsheets mangled in two ways, and no other by it", async () => {
    const keys = async (...applications: string[]) => {
      const rows = applications.map((cell, at) =>
        cityCase({
          "Nr decyzji": "614/10",
          "Nr wniosku": cell,
          lon: `16,${at}`,
          Adres: at === 0 ? "Krucza 64" : "Krucza  64 ",
        }),
      );
      const { entries } = await read(encodeWindows1250([cityHeader, ...rows].join("\r\n")));
      return new Set(entries.map(({ caseKey }) => caseKey)).size;
    };
    expect(await keys("16-wrz", "wrz-16")).toBe(1);
    expect(await keys("16-wrz", "17-wrz")).toBe(2);
    expect(await keys("16/10", "17/10")).toBe(2);
  });

  it("read what was decided from the description", async () => {
    const { entries } = await read(
      encodeWindows1250(
        [cityHeader, cityCase({ opis: "umorzenie postępowania" }), cityCase({ opis: "odmowa" })].join("\r\n"),
      ),
    );
    expect(entries.map((entry) => entry.case.outcome)).toEqual(["discontinued", "refused"]);
  });

  it("count rows that hold nothing but their number as blank", async () => {
    const blank = row(cityHeader, { "": "7" });
    const { entries, counts } = await read(encodeWindows1250([cityHeader, blank, cityCase({}), blank].join("\r\n")));
    expect(counts).toMatchObject({ rows: 3, blank: 2 });
    expect(entries.map((entry) => entry.row)).toEqual([2]);
  });

  it("saved in UTF-8 are read as that, since their header proves it", async () => {
    const { shape, entries } = await read([cityHeader, cityCase({ Adres: "Źródlana 5" })].join("\n"));
    expect(shape.encoding).toBe("utf-8");
    expect(entries[0]?.case.address).toBe("Źródlana 5");
  });
});
