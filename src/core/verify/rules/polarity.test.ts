import { describe, expect, it } from "vitest";
import { judgeOn } from "../test-support/papers.ts";

const of = (text: string, claim: string) => judgeOn(text, text, claim);

describe("rule 5: negation and modality stay what they are", () => {
  it.each([
    ["Inwestycja nie wymaga zgody sąsiada.", "Zgody sąsiada inwestycja nie wymaga."],
    ["Budynek zaprojektowano bez podpiwniczenia części gospodarczej.", "Budynek bez podpiwniczenia."],
    ["Na terenie dopuszcza się garaże wolno stojące.", "Garaże wolno stojące są na terenie dopuszczone."],
    ["Zakazuje się budowy ogrodzeń betonowych.", "Budowa ogrodzeń betonowych jest zakazana."],
    ["Brak ogrodzenia placu nie stanowi przeszkody w odbiorze.", "Brak ogrodzenia nie stanowi przeszkody w odbiorze."],
    ["2. obsadzić skarpę krzewami liściastymi.", "Skarpę obsadzić krzewami."],
    ["Skarpę obsadzono krzewami.", "Skarpę obsadzono krzewami."],
    ["Wysokość ogrodzenia nie może przekraczać 1,80 m.", "Wysokość ogrodzenia: najwyżej 1,80 m."],
    [
      "Inwestor jest obowiązany zawiadomić organ o rozpoczęciu robót.",
      "Inwestor musi zawiadomić organ o rozpoczęciu robót.",
    ],
  ])("%s → %s", (text, claim) => {
    expect(of(text, claim)).toEqual(["supported"]);
  });

  it.each([
    ["Inwestycja nie wymaga zgody sąsiada.", "Inwestycja wymaga zgody sąsiada.", "negation_dropped"],
    ["Inwestycja nie wymaga zgody sąsiada.", "Zgoda sąsiada na inwestycję.", "negation_dropped"],
    [
      "Decyzja nie rodzi praw do terenu i nie narusza prawa własności.",
      "Decyzja nie rodzi praw do terenu i narusza prawa własności.",
      "negation_dropped",
    ],
    [
      "Brak ogrodzenia placu nie stanowi przeszkody w odbiorze.",
      "Brak ogrodzenia placu stanowi przeszkodę w odbiorze.",
      "negation_dropped",
    ],
    [
      "Bez uzgodnienia z gazownią nie rozpoczyna się wykopów.",
      "Bez uzgodnienia z gazownią rozpoczyna się wykopy.",
      "negation_dropped",
    ],
    ["2. obsadzić skarpę krzewami liściastymi.", "Skarpę obsadzono krzewami liściastymi.", "modality_dropped"],
    ["Należy odtworzyć nawierzchnię chodnika.", "Nawierzchnię chodnika odtworzono.", "modality_dropped"],
    [
      "Za poręczeniem wspólnika przeniesiono decyzję na spółkę.",
      "Przeniesiono bez poręczenia wspólnika decyzję na spółkę.",
      "negation_added",
    ],
    ["Budynek posiada instalację gazową.", "Budynek nie posiada instalacji gazowej.", "negation_added"],
    ["Budynek zaprojektowano bez podpiwniczenia.", "Budynek zaprojektowano z podpiwniczeniem.", "negation_dropped"],
    [
      "Garaże można lokalizować przy granicy działki.",
      "Garaże należy lokalizować przy granicy działki.",
      "modality_other",
    ],
    [
      "Garaże można lokalizować przy granicy działki.",
      "Garaże lokalizuje się przy granicy działki.",
      "modality_dropped",
    ],
    [
      "Garaże należy lokalizować przy granicy działki.",
      "Garaże można lokalizować przy granicy działki.",
      "modality_other",
    ],
    [
      "Garaże lokalizuje się przy granicy działki.",
      "Garaże trzeba, należy lokalizować przy granicy działki.",
      "modality_added",
    ],
    ["Zakazuje się budowy ogrodzeń betonowych.", "Dopuszcza się budowę ogrodzeń betonowych.", "modality_other"],
    [
      "Inwestor nie musi zawiadamiać organu o robotach.",
      "Inwestor nie może zawiadamiać organu o robotach.",
      "modality_other",
    ],
  ])("%s ≠ %s", (text, claim, code) => {
    const [verdict, ...codes] = of(text, claim);
    expect(verdict).not.toBe("supported");
    expect(codes).toContain(code);
  });
});
