import { describe, expect, it } from "vitest";
import { foldDiacritics } from "../text/plain.ts";
import { sameLemma } from "./inflected.ts";

const same = (pair: string) => {
  const [a = "", b = ""] = pair.split(" ").map(foldDiacritics);
  return sameLemma(a, b) && sameLemma(b, a);
};

describe("sameLemma", () => {
  it.each([
    "budynek budynku",
    "budynek budynków",
    "budynkiem budynkach",
    "mieszkalny mieszkalnego",
    "jednorodzinnego jednorodzinny",
    "zabudowa zabudowy",
    "wysokość wysokości",
    "udzielam udzielono",
    "udzielam udzielił",
    "udziela udzielenia",
    "zatwierdzam zatwierdzono",
    "zatwierdził zatwierdza",
    "uchylam uchylono",
    "garaż garażu",
    "garaże garaży",
    "dach dachu",
    "ogrodzenie ogrodzenia",
    "droga drogi",
    "drogą drodze",
    "działka działki",
    "wniosek wniosku",
    "Wrocław Wrocławia",
    "Krucza Kruczej",
    "Kowalski Kowalskiego",
    "miesiąc miesięcy",
    "dom domu",
    "plan planu",
    "inwestor inwestora",
    "powierzchnia powierzchni",
    "usługa usługowy",
    "przebudowa przebudowy",
    "rozbudowy rozbudowę",
    "starosta starosty",
    "starosta staroście",
    "projekt projektu",
    "stropodach stropodachu",
    "złożono złożony",
    "wpłynął wpłynęła",
    "konstrukcja konstrukcji",
    "warunki warunków",
    "ściana ścianie",
    "biologicznie biologicznej",
  ])("%s", (pair) => {
    expect(same(pair)).toBe(true);
  });

  it.each([
    "budowa przebudowa",
    "budowa rozbudowa",
    "zgodny niezgodny",
    "budynek budowa",
    "Nowak Nowakowski",
    "Krucza Krucha",
    "Marek Maria",
    "Jan Janusz",
    "wewnętrzny zewnętrzny",
    "północny południowy",
    "parter piętro",
    "dwuspadowy czterospadowy",
    "płaski stromy",
    "mieszkalny usługowy",
    "garaż gara",
    "ulga ulica",
    "Lipowa Lipska",
    "Polna Polska",
    "wodociąg wodomierz",
    "nadbudowa dobudowa",
    "maksymalny minimalny",
    "kanał kanton",
    "wniosek wnętrze",
    "brama brak",
  ])("not %s", (pair) => {
    expect(same(pair)).toBe(false);
  });
});
