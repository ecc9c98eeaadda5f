import { describe, expect, it } from "vitest";
import { understand } from "./understand.ts";

describe("companies in a question", () => {
  it.each<[string, string[]]>([
    ["Jakie pozwolenia dostała spółka Alfa Dom?", ["Alfa Dom"]],
    ["pozwolenia Alfa Dom sp. z o.o. z 2014", ["Alfa Dom sp. z o.o."]],
    ["jakie decyzje dostala alfa dom sp z oo", ["alfa dom sp z oo"]],
    ["decyzje dla firmy „Budex i Syn” przy ul. Kruczej", ["Budex i Syn"]],
    ["pozwolenia Mur-Bet S.A.", ["Mur-Bet S.A."]],
    ["kto jest inwestorem Krucza 64?", []],
    ["inwestor dz. 87/14", []],
    ["czy spółka była stroną", []],
  ])("%s", (question, companies) => expect(understand(question).companies).toEqual(companies));
});

describe("licences in a question", () => {
  it.each<[string, string[]]>([
    ["projektant z uprawnieniami nr 12/DOŚ/09", ["12/DOŚ/09"]],
    ["upr. MAZ/0123/POOK/05?", ["MAZ/0123/POOK/05"]],
    ["uprawnienia budowlane nr 12/94.", ["12/94"]],
    ["uprawnienia projektanta 312/2019", []],
    ["uprawnienia 614/14", []],
  ])("%s", (question, licences) => expect(understand(question).licences).toEqual(licences));
});
