import { describe, expect, it } from "vitest";
import { readOutcome } from "./read-outcome.ts";

describe("the outcome of an operative part", () => {
  it.each([
    ["zatwierdzam projekt budowlany i udzielam pozwolenia na budowę dla Dom sp. z o.o.", "granted"],
    [
      "zatwierdzam projekt zagospodarowania działki oraz projekt\narchitektoniczno-budowlany i udzielam\npozwolenia",
      "granted",
    ],
    ["ustalam na rzecz inwestora warunki zabudowy dla inwestycji", "granted"],
    ["odmawiam zatwierdzenia projektu budowlanego i udzielenia pozwolenia na budowę", "refused"],
    ["odmawia się ustalenia warunków zabudowy", "refused"],
    ["umarzam postępowanie jako bezprzedmiotowe", "discontinued"],
    ["umarza się w całości postępowanie administracyjne", "discontinued"],
    ["pozostawiam podanie bez rozpoznania", "left_unexamined"],
    ["uchylam decyzję własną nr 614/2010 z dnia 30 marca 2010 r.", "repealed"],
    ["odmawiam uchylenia decyzji ostatecznej nr 6409/13", "change_refused"],
    ["uchylam decyzję nr 1/2014 w części dotyczącej garażu, a w pozostałej części odmawiam uchylenia", "repealed"],
    ["uchylam decyzję nr 1/2014 w punkcie 3, w pozostałej części utrzymuję w mocy", "repealed"],
    ["uchylam decyzję nr 1/2014 i odmawiam uchylenia decyzji nr 2/2014", "repealed"],
    ["uchylam decyzję w całości i orzekam o budynku w części dotyczącej garażu", "repealed_and_decided"],
    [
      "uchylam zaskarżoną decyzję w całości i przekazuję sprawę do ponownego rozpatrzenia przez organ pierwszej instancji",
      "sent_back",
    ],
    ["utrzymuję zaskarżoną decyzję w mocy", "upheld"],
    ["uchylam zaskarżoną decyzję w całości i umarzam postępowanie pierwszej instancji", "repealed_and_discontinued"],
    ["umarzam postępowanie odwoławcze", "appeal_discontinued"],
    ["przenoszę decyzję nr 3405/14 na rzecz Alfa S.A.", "transferred"],
    ["przenoszę na rzecz spółki Alfa-Term sp. z o.o. sp. k. decyzję Starosty Lipowskiego nr 1105/2013", "transferred"],
    ["ustalam na rzecz spółki Alfa-Dom S.A. warunki zabudowy dla budowy", "granted"],
    ["stwierdzam wygaśnięcie decyzji", "expired"],
    ["stwierdzam nieważność decyzji", "annulled"],
    ["stwierdzam, że decyzja nr 12/2015 została wydana z naruszeniem prawa", "breach_found"],
    ["stwierdzam wydanie decyzji nr 12/2015 z naruszeniem prawa", "breach_found"],
    ["wstrzymuję z urzędu wykonanie decyzji nr 12/2015", "stayed"],
    ["zmieniam decyzję nr 12/2015 i zatwierdzam projekt budowlany zamienny", "amended"],
    ["nakładam obowiązek usunięcia nieprawidłowości", "imposed"],
    ["wnoszę sprzeciw do zgłoszenia", "objection"],
    ["nie wniesiono sprzeciwu w terminie 21 dni", "no_objection"],
    ["zaświadcza się o braku podstaw do wniesienia sprzeciwu", "no_objection"],
    ["uzgadniam projekt pod względem ochrony zabytków", "agreed"],
    ["odmawiam uzgodnienia projektu", "not_agreed"],
  ])("%s", (text, outcome) => {
    expect(readOutcome(text)?.outcome).toBe(outcome);
  });

  it("tells none where none is told", () => {
    expect(readOutcome("W odpowiedzi na pismo informuję, że akta są dostępne w pokoju 12.")).toBeUndefined();
  });
});
