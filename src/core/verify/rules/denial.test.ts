import { describe, expect, it } from "vitest";
import { judgeOn } from "../test-support/papers.ts";

const quote = "Zbiornik na wody opadowe położono za oficyną.";

describe("rule 5: a quotation is not denied by what stands around it", () => {
  it.each([
    "Pismo nie zawiera zdania „Zbiornik na wody opadowe położono za oficyną”.",
    "Wpis nie zawiera „Zbiornik na wody opadowe położono za oficyną”.",
    "Nie: „Zbiornik na wody opadowe położono za oficyną”.",
    "Zbiornik na wody opadowe położono za oficyną. Nie.",
    "Zbiornik na wody opadowe za oficyną: brak.",
    "Zbiornik na wody opadowe za oficyną – tak lub nie.",
  ])("%s", (claim) => {
    expect(judgeOn(quote, quote, claim)).not.toContain("supported");
  });

  it.each([
    ["Zbiornika nie obsypano żwirem płukanym.", "Zbiornika żwirem płukanym nie obsypano."],
    ["Zbiornika nie obsypano żwirem płukanym.", "W piśmie: „Zbiornika nie obsypano żwirem płukanym”."],
    ["Zbiornik leży nie bliżej niż 5 m od studni.", "Zbiornik leży nie bliżej niż 5 m od studni."],
    ["Zgłoszenie nie dotyczy działki nr 12/3.", "Zgłoszenie nie dotyczy działki nr 12/3."],
  ])("%s → %s", (text, claim) => {
    expect(judgeOn(text, text, claim)).toEqual(["supported"]);
  });
});
