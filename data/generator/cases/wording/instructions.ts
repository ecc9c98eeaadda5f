import type { Rng } from "../../rng.ts";
import type { Office } from "../../town.ts";
import { permitYears } from "../law.ts";

/** Pouczenie about the appeal: always there, and never what was decided. */
export function appealInstruction(rng: Rng, first: Office, second: Office): string {
  return rng.pick([
    `Od niniejszej decyzji służy stronie odwołanie do ${second.gen} za pośrednictwem ${first.gen} w terminie 14 dni od dnia jej doręczenia.`,
    `Stronom służy prawo wniesienia odwołania. Odwołanie kieruje się do ${second.gen}, a składa u ${first.gen}, który wydał decyzję, w ciągu czternastu dni od jej doręczenia.`,
    `Decyzja nie jest ostateczna. Strona niezadowolona z rozstrzygnięcia może w terminie 14 dni od doręczenia decyzji odwołać się do ${second.gen}; pismo należy złożyć w kancelarii ${first.gen}.`,
    `Na decyzję przysługuje odwołanie do organu drugiej instancji, którym jest ${second.nom}. Termin wynosi 14 dni i biegnie od dnia doręczenia, a pośredniczy ${first.nom}.`,
  ]);
}

export function waiverInstruction(rng: Rng): string {
  return rng.pick([
    "W trakcie biegu terminu do wniesienia odwołania strona może zrzec się tego prawa wobec organu, który wydał decyzję. Z dniem doręczenia organowi oświadczenia ostatniej ze stron decyzja staje się ostateczna i prawomocna.",
    "Strony mogą zrzec się prawa do odwołania. Oświadczenie takie składa się organowi pierwszej instancji i nie można go skutecznie cofnąć.",
  ]);
}

/** What an investor has to do before he builds, in the law of the day. */
export function builderInstructions(rng: Rng, day: string, supervision: Office): string[] {
  const term = permitYears(day);
  return [
    rng.pick([
      `Inwestor jest obowiązany zawiadomić o zamierzonym terminie rozpoczęcia robót ${supervision.gen} oraz projektanta sprawującego nadzór, co najmniej na siedem dni wcześniej, dołączając oświadczenie kierownika budowy.`,
      "Przed rozpoczęciem robót budowlanych inwestor zawiadamia o ich terminie właściwy organ nadzoru budowlanego i ustanawia kierownika budowy, który prowadzi dziennik budowy.",
    ]),
    rng.pick([
      `Pozwolenie na budowę wygasa z upływem ${term} od dnia, w którym stało się ostateczne, gdy do tego czasu nie zaczęto robót; tak samo gdy przerwa w budowie trwa dłużej niż ${term === "dwóch lat" ? "2 lata" : "3 lata"}.`,
      `Budowę należy rozpocząć przed upływem ${term} od dnia, w którym decyzja stała się ostateczna; po tym czasie, a także po przerwie równie długiej, decyzja wygasa z mocy prawa.`,
    ]),
    rng.pick([
      "Kto zamierza odstąpić od zatwierdzonego projektu w sposób istotny, musi najpierw uzyskać zmianę pozwolenia na budowę.",
      "Od zatwierdzonego projektu nie wolno odstąpić w sposób istotny, dopóki pozwolenie nie zostanie zmienione odrębną decyzją.",
    ]),
    rng.pick([
      "Obiekt można użytkować dopiero wtedy, gdy zawiadomiono nadzór budowlany o zakończeniu budowy, a ten nie zgłosił sprzeciwu w czasie, jaki daje mu ustawa, albo gdy wydano pozwolenie na użytkowanie.",
      "O zakończeniu budowy zawiadamia się organ nadzoru budowlanego; gdy przepis tego wymaga, inwestor uzyskuje decyzję o pozwoleniu na użytkowanie.",
    ]),
  ];
}
