import { coverage } from "./focus.ts";
import { describe, expect, it } from "vitest";
import { splitIntoPassages } from "../../../src/core/passages/split.ts";
import { groundWeight } from "./grounds.ts";
import { cellFor, isUnset } from "./plan-cells.ts";
import { holdsOn, readPlan } from "./plan-document.ts";
import type { Recorder } from "./recorder.ts";
import { sentenceAt, split } from "./sentences.ts";
import { isStatement } from "./statements.ts";

/** A plan as a recorder would read it. */
function planOf(text: string) {
  const passages = splitIntoPassages([{ number: 1, text, textSha256: "" }]);
  const recorder = { read: async () => passages } as unknown as Recorder;
  return readPlan({ id: "p", path: "mpzp/plan.txt" }, recorder);
}

const resolution = (number: string, day: string, more: string) => `UCHWAŁA NR ${number}
RADY MIEJSKIEJ

w sprawie miejscowego planu zagospodarowania przestrzennego „Zatorze”

Obowiązuje od dnia ${day}.

${more}`;

describe("a plan read by area", () => {
  const rules = `§ 2. Na terenie oznaczonym symbolem 3MN ustala się:
1) wysokość budynków do 9 m;
2) nieprzekraczalna linia zabudowy 6 m od linii rozgraniczającej terenu 1KDD;
3) udział powierzchni biologicznie czynnej co najmniej 40%.

§ 3. Dla terenu oznaczonego symbolem 1U ustala się:
1) wysokość budynków do 12 m.`;

  it("keeps each rule with its own area, though an item names a road beside", async () => {
    const { sentences } = await planOf(resolution("X/1/2010", "1.05.2010", rules));
    const areasOf = (words: string) => sentences.find(({ text }) => text.includes(words))?.areas;
    expect(areasOf("9 m")).toEqual(["3MN"]);
    expect(areasOf("40%")).toEqual(["3MN"]);
    expect(areasOf("12 m")).toEqual(["1U"]);
  });

  it("ends an area where a list begins anew without a lead-in: columns read in the wrong order", async () => {
    const mixed = `§ 2. Na terenie oznaczonym symbolem 3MN ustala się:
1) wysokość budynków do 9 m;
2) dachy strome;

1) wysokość budynków do 15 m;`;
    const { sentences } = await planOf(resolution("X/1/2010", "1.05.2010", mixed));
    expect(sentences.find(({ text }) => text.includes("15 m"))?.areas).toEqual([]);
  });

  it("holds from its day until another takes it out of force", async () => {
    const old = await planOf(resolution("X/1/2010", "1.05.2010", rules));
    const repeal = "§ 9. Z dniem wejścia w życie traci moc uchwała nr X/1/2010.";
    const next = await planOf(resolution("XL/7/2015", "1.03.2015", repeal));
    const on = (day: string) =>
      [old, next].filter((plan) => holdsOn(plan, day, [old, next])).map(({ number }) => number);
    expect(on("2009-12-31")).toEqual([]);
    expect(on("2012-01-01")).toEqual(["X/1/2010"]);
    expect(on("2016-01-01")).toEqual(["XL/7/2015"]);
  });
});

describe("a table's row", () => {
  const words = { asked: [], answered: ["wysokosc*"], search: "" };

  it("answers by the cell under the head", () => {
    const heads = "Teren\tMaks. wysokość [m]\tKondygnacje";
    expect(cellFor(heads, "3MN\t8,50\tdo 2", words)).toEqual({ head: "Maks. wysokość [m]", value: "8,50" });
    expect(cellFor("Teren\tKondygnacje\tUdział", "3MN\tdo 2\t30%", words)).toBeUndefined();
  });

  it("may leave a thing open", () => {
    expect(isUnset("nie ustala się")).toBe(true);
    expect(isUnset("do 2")).toBe(false);
  });
});

describe("the grounds of a refusal", () => {
  it.each([
    ["odmowa wynika z tego, ze sciana stoi 2,4 m od granicy, co narusza § 12", true],
    ["o odmowie przesadzil brak prawa do dysponowania nieruchomoscia", true],
    ["zgodnie z art. 10 § 1 kodeksu organ ma obowiazek zapewnic stronom udzial", false],
    ["organ nie sprawdza rozwiazan projektu co do ich trafnosci", false],
    ["orzeczono jak w sentencji", false],
  ])("%s", (text, tells) => {
    expect(groundWeight(text) > 1).toBe(tells);
  });
});

describe("a statement", () => {
  it.each([
    ["Decyzja stała się ostateczna z dniem 3 kwietnia 2014 r.", true],
    ["Kubatura\t780 m³", true],
    ["5. PINB – do wiadomości", false],
    ["1. Grzmoix-Logist sp. z o.o.", false],
    ["Wojewódzki Konserwator Zabytków w Brzegowie", false],
    ["DECYZJA Nr 991/14 o pozwoleniu na użytkowanie", false],
    ["Nadawca: Prezydent Miasta Brzegowa", false],
  ])("%s", (text, states) => {
    expect(isStatement({ text, headingPath: [] })).toBe(states);
  });
});

describe("an operative part in short lines", () => {
  it("is one sentence up to its conditions", () => {
    const text = `zatwierdzam projekt i udzielam pozwolenia na budowę

dla: Dom Nova sp. z o.o.

obejmującego: budowę domu

z zachowaniem następujących warunków:`;
    const sentences = split("d", { page: 1, start: 0, text, headingPath: [] });
    const found = sentenceAt(sentences, 1, 0)?.text ?? "";
    expect(found).toContain("budowę domu");
    expect(found).not.toContain("warunków");
  });
});

describe("the share of a question's words that a text speaks of", () => {
  it("counts a perfective verb where the text has the imperfective one, and no other word behind the same letter", () => {
    expect(coverage(["straciły", "ważność"], "Zaświadczenia tracą ważność z dniem 31 grudnia.")).toBe(1);
    expect(coverage(["zgłoszenie"], "Głosowanie odbyło się w marcu.")).toBe(0);
    expect(coverage(["sprzeciw"], "Przeciwległa ściana jest ceglana.")).toBe(0);
  });
});
