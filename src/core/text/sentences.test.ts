import { describe, expect, it } from "vitest";
import { sentencesOf } from "./sentences.ts";

const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe("sentences of official Polish", () => {
  it("does not stop at abbreviations, numbers and initials", () => {
    const text =
      "Na podstawie art. 28 ust. 1 ustawy z dnia 7 lipca 1994 r. Prawo budowlane (t.j. Dz.U. z 2010 r. Nr 243, poz. 1623 z późn. zm.) orzeka się jak niżej. Decyzję wydał J. Kowal.";
    expect(split(text)).toHaveLength(2);
  });

  it("keeps the number of a unit with its text", () => {
    expect(split("§ 5. Dla terenu ustala się dach.\nArt. 12a. Kto buduje?\nJak w § 5. Dalej.")).toEqual([
      "§ 5. Dla terenu ustala się dach.",
      "Art. 12a. Kto buduje?",
      "Jak w § 5.",
      "Dalej.",
    ]);
  });

  it("does not stop inside symbols of areas", () => {
    expect(split("P1. 3MN P2. 4MN")).toHaveLength(1);
  });

  it("keeps a sentence over line breaks, and ends it at a blank line", () => {
    expect(split("Zatwierdzam projekt\nbudowlany\n\nUZASADNIENIE")).toEqual([
      "Zatwierdzam projekt\nbudowlany",
      "UZASADNIENIE",
    ]);
  });

  it("takes list items and table rows one by one", () => {
    expect(split("Ustala się:\n1) wysokość do 9 m;\n2) dach płaski.")).toEqual([
      "Ustala się:",
      "1) wysokość do 9 m;",
      "2) dach płaski.",
    ]);
    expect(split("Teren\tWysokość\n1MN\t9 m\n2MN\t12 m")).toEqual(["Teren\tWysokość", "1MN\t9 m", "2MN\t12 m"]);
  });

  it("covers the text: nothing but white space lies between", () => {
    const text = "A. Pierwsze zdanie! Drugie? „Trzecie.” Czwarte…\n\n§ 5. Piąte";
    const left = sentencesOf(text).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
    expect(left.trim()).toBe("");
  });
});
