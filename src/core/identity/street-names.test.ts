import { describe, expect, it } from "vitest";
import { otherNamesOf, readStreetRenamings, renamingBetween, renamingInWords } from "./street-names.ts";

const file = (...lines: string[]) => ["dawna;obecna;od;miejscowość", ...lines].join("\n");
const read = (...lines: string[]) => readStreetRenamings(file(...lines), "ulice.csv");
const names = (street: string, lines: string[], town?: string) =>
  otherNamesOf({ street, number: "5" }, read(...lines), town).map(({ address }) => address.street);

describe("a file of former street names", () => {
  it("is read line by line; date and town may be missing", () => {
    expect(read("Stara;Nowa;01.03.1991;Olszany", "# przypis", "", "pl. Ludowy;pl. Zamkowy;;", "Krótka;Długa")).toEqual([
      { former: "Stara", present: "Nowa", from: "1991-03-01", town: "Olszany" },
      { former: "pl. Ludowy", present: "pl. Zamkowy" },
      { former: "Krótka", present: "Długa" },
    ]);
    expect(readStreetRenamings("\uFEFFdawna;obecna\r\nStara;Nowa\r\n", "ulice.csv")).toHaveLength(1);
  });

  it.each([
    [file("Stara;Nowa", "Stara"), "wiersz 3: brakuje"],
    [file("Stara;Nowa;31.02.1991"), "wiersz 2: „31.02.1991” nie jest datą"],
    [file("Nowa;ul. Nowej"), "wiersz 2: „Nowa” i „ul. Nowej” to ta sama nazwa"],
    [file("a;b;c;d;e"), "wiersz 2: pól jest 5"],
    ["stara;nowa\n", "wiersz 1: nagłówek"],
    ["", "wiersz 1: nagłówek"],
  ])("names the line that is wrong in %j", (text, said) => {
    expect(() => readStreetRenamings(text, "ulice.csv")).toThrow(said);
    expect(() => readStreetRenamings(text, "ulice.csv")).toThrow("ulice.csv");
  });
});

describe("names of a street", () => {
  it("are found from either, through several renamings, in any grammatical case, and the house stays", () => {
    const lines = ["Stara;Ludowa", "Ludowa;Zamkowa;01.03.1991"];
    expect(names("ul. Starej", lines)).toEqual(["Ludowa", "Zamkowa"]);
    expect(names("Zamkowa", lines)).toEqual(["Ludowa", "Stara"]);
    expect(otherNamesOf({ street: "Stara", number: "5" }, read(...lines))[0]?.address.number).toBe("5");
  });

  it("are of no other street, square or town", () => {
    expect(names("Starowiejska", ["Stara;Nowa"])).toEqual([]);
    expect(names("pl. Kościuszki", ["Kościuszki;Zamkowa"])).toEqual([]);
    expect(names("Stara", ["Stara;Nowa;;Olszany"], "Lipowo")).toEqual([]);
    expect(names("Stara", ["Stara;Nowa;;Olszany"], "Olszanach")).toEqual(["Nowa"]);
  });

  it("say by which renaming two addresses are one, and nothing where no renaming is needed", () => {
    const renamings = read("Stara;Nowa;01.03.1991");
    const asked = { street: "Nowej", number: "5" };
    const renaming = renamingBetween(asked, { street: "Stara", number: "5" }, renamings);
    expect(renaming && renamingInWords(renaming)).toBe("ul. Stara nosi od 1 marca 1991 r. nazwę Nowa");
    expect(renamingBetween(asked, { street: "Stara", number: "7" }, renamings)).toBeUndefined();
    expect(renamingBetween(asked, { street: "Nowa", number: "5" }, renamings)).toBeUndefined();
    expect(renamingBetween(asked, { street: "Stara", number: "5" }, [])).toBeUndefined();
  });
});
