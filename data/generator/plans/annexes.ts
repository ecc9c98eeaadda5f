import type { Block } from "../paper/blocks.ts";
import { centred, para, table } from "../paper/compose.ts";
import { dateLong } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import type { Plan } from "./plan.ts";

/** Annexes 2 and 3: remarks to the draft of the plan (persons left out, as published), and the town's own works. */
export function annexes(town: Town, rng: Rng, plan: Plan): Block[] {
  const of = `do uchwały nr ${plan.resolution} Rady Miejskiej w ${town.locative} z dnia ${dateLong(plan.passedOn)}`;
  return [
    { type: "page", columns: 1 },
    centred(`Załącznik nr 2\n${of}`, [], false),
    centred("Rozstrzygnięcie o sposobie rozpatrzenia uwag wniesionych do projektu planu"),
    para(
      rng.pick([
        "W okresie wyłożenia projektu planu do publicznego wglądu oraz w terminie składania uwag wpłynęły uwagi zestawione w tabeli. Dane osób wnoszących uwagi nie podlegają ogłoszeniu.",
        "Do wyłożonego projektu planu wniesiono uwagi, które rozpatrzono w sposób podany w tabeli. Nie podaje się danych wnoszących uwagi.",
      ]),
    ),
    table(["Lp.", "Treść uwagi", "Rozstrzygnięcie", "Uzasadnienie"], remarks(rng), [6, 40, 18, 44]),
    centred(`Załącznik nr 3\n${of}`, [], false),
    centred("Rozstrzygnięcie o sposobie realizacji inwestycji z zakresu infrastruktury technicznej"),
    ...works(rng).map((text) => para(text)),
  ];
}

function remarks(rng: Rng): string[][] {
  const wishes: [string, string, string][] = [
    [
      "wniosek o dopuszczenie zabudowy szeregowej",
      "nieuwzględniona",
      "zabudowa szeregowa nie występuje w sąsiedztwie i zmieniłaby charakter osiedla",
    ],
    ["sprzeciw wobec poszerzenia drogi kosztem ogrodów", "uwzględniona", "skorygowano przebieg linii rozgraniczającej"],
    [
      "wniosek o przeznaczenie zieleni pod zabudowę mieszkaniową",
      "nieuwzględniona",
      "teren pełni funkcję korytarza przewietrzania i retencji",
    ],
    [
      "prośba o podwyższenie zabudowy usługowej o jedną kondygnację",
      "nieuwzględniona",
      "wyższa zabudowa przesłaniałaby widok na wieżę kościoła",
    ],
    ["wniosek o dopuszczenie warsztatu samochodowego", "nieuwzględniona", "uciążliwość dla zabudowy mieszkaniowej"],
    [
      "wniosek o zmniejszenie szerokości drogi wewnętrznej",
      "uwzględniona w części",
      "pozostawiono szerokość wymaganą dla dróg pożarowych",
    ],
    ["postulat zachowania alei kasztanowej", "uwzględniona", "aleję oznaczono na rysunku planu"],
    ["wniosek o likwidację strefy „OW”", "nieuwzględniona", "strefę uzgodnił konserwator zabytków"],
    ["wniosek o dopuszczenie reklam przy drodze lokalnej", "nieuwzględniona", "ochrona ładu przestrzennego"],
  ];
  return rng
    .shuffle(wishes)
    .slice(0, rng.int(6, 9))
    .map((wish, index) => [String(index + 1), ...wish]);
}

function works(rng: Rng): string[] {
  return [
    rng.pick([
      "1. Do zadań własnych gminy należy budowa dróg publicznych klasy dojazdowej i lokalnej wraz z odwodnieniem, oświetleniem i chodnikami, oraz rozbudowa sieci wodociągowej i kanalizacji sanitarnej.",
      "1. Gmina wybuduje drogi publiczne wyznaczone w planie, z uzbrojeniem w sieć wodociągową, kanalizację sanitarną i deszczową oraz oświetlenie.",
    ]),
    rng.pick([
      "2. Zadania będą realizowane etapami, stosownie do możliwości budżetu, z udziałem środków zewnętrznych.",
      "2. Kolejność zadań określą wieloletnie prognozy finansowe; przewiduje się udział środków zewnętrznych i umów z inwestorami.",
    ]),
    "3. Zadania z zakresu zaopatrzenia w ciepło, gaz i energię elektryczną realizują przedsiębiorstwa energetyczne.",
  ];
}
