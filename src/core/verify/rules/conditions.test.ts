import { describe, expect, it } from "vitest";
import { judgeOn } from "../test-support/papers.ts";

const of = (text: string, claim: string, quote = text) => judgeOn(text, quote, claim);
const works =
  "Roboty można rozpocząć po zawiadomieniu organu, chyba że inwestor uzyska odrębną zgodę konserwatora zabytków.";

describe("rule 6: conditions and exceptions are not left out", () => {
  it("holds when they are told", () => {
    expect(
      of(
        works,
        "Można rozpocząć roboty po zawiadomieniu organu, chyba że inwestor uzyska zgodę konserwatora zabytków.",
      ),
    ).toEqual(["supported"]);
  });

  it.each([
    [works, "Roboty można rozpocząć po zawiadomieniu organu."],
    ["Jeżeli teren jest podmokły, budynek wymaga drenażu opaskowego.", "Budynek wymaga drenażu opaskowego."],
    ["Dachy kryje się dachówką, z wyjątkiem budynków gospodarczych.", "Dachy kryje się dachówką."],
    ["Usługi są dozwolone pod warunkiem zapewnienia miejsc postojowych.", "Usługi są dozwolone."],
  ])("%s", (text, claim) => {
    expect(of(text, claim)).toEqual(["unsupported", "condition_left_out"]);
  });

  it("looks behind the end of a quote that cuts them off", () => {
    const quote = "Roboty można rozpocząć po zawiadomieniu organu";
    expect(of(works, "Roboty można rozpocząć po zawiadomieniu organu.", quote)).toEqual([
      "unsupported",
      "condition_left_out",
    ]);
  });

  it("looks before the beginning of a quote for a limit or a denial", () => {
    const limited = "Ustala się maksymalną wysokość zabudowy 12 m nad poziomem terenu.";
    expect(
      of(limited, "wysokość zabudowy 12 m nad poziomem terenu", "wysokość zabudowy 12 m nad poziomem terenu"),
    ).toEqual(["unsupported", "quote_cut"]);
    const denied = "Organ ustalił, że nie istnieje obowiązek uzgodnienia projektu z konserwatorem.";
    const quote = "istnieje obowiązek uzgodnienia projektu z konserwatorem";
    expect(of(denied, "istnieje obowiązek uzgodnienia projektu z konserwatorem", quote)[0]).toBe("contradicted");
  });

  it("asks for each of several conditions", () => {
    const text =
      "Organ może nałożyć karę w razie naruszenia przepisów, jeżeli sprawca naruszenia przepisów nie usunie skutków.";
    expect(of(text, "Organ może nałożyć karę w razie naruszenia przepisów.")).toEqual([
      "unsupported",
      "condition_left_out",
    ]);
  });

  it("reads a list's item with the lead that turns it", () => {
    const list = "Na terenie zakazuje się:\n1) lokalizacji wolno stojących reklam;\n2) budowy ogrodzeń betonowych.";
    const quote = "budowy ogrodzeń betonowych";
    expect(of(list, "Zakazuje się budowy ogrodzeń betonowych.", quote)).toEqual(["supported"]);
    expect(of(list, "Dopuszcza się budowę ogrodzeń betonowych.", quote)[0]).toBe("contradicted");
    expect(of(list, "Na terenie budowa ogrodzeń betonowych.", quote)[0]).not.toBe("supported");
  });

  it("leaves conditions of other sentences alone", () => {
    const text = "Budynek ma dwie kondygnacje nadziemne. Jeżeli inwestor zmieni projekt, wystąpi o zmianę decyzji.";
    expect(of(text, "Budynek ma 2 kondygnacje nadziemne.")).toEqual(["supported"]);
  });
});
