import type { Block } from "../paper/blocks.ts";
import { heading, para, table } from "../paper/compose.ts";
import type { Rng } from "../rng.ts";

const subjects =
  "cokół przy wejściu|attyka stropodachu|balkon na łączniku termoizolacyjnym|wpust dachowy|dylatacja między sekcjami|próg drzwi balkonowych|przejście rur przez płytę denną|zjazd do garażu|posadzka garażu|obudowa szachtu instalacyjnego|ściana piwnic lokatorskich|parapet okna narożnego|nadproże okna łukowego|mocowanie balustrady|gzyms wieńczący|studzienka okienna|schody terenowe|podcień usługowy|daszek nad wejściem|kanał dymowy|czerpnia terenowa|wyłaz dachowy|osłona śmietnika|murek oporowy|wycieraczka systemowa|okno klatki schodowej|klapa oddymiająca|taras nad garażem|kotwienie elewacji klinkierowej|strop nad przejazdem|podest windy|rura spustowa w elewacji".split(
    "|",
  );
/** Layers with the thicknesses they may have, in millimetres. */
const layers: [string, number, number][] = [
  ["tynk silikonowy", 2, 4],
  ["wełna mineralna", 120, 250],
  ["bloczek silikatowy", 120, 250],
  ["papa podkładowa", 3, 5],
  ["szlichta cementowa", 45, 70],
  ["folia kubełkowa", 8, 10],
  ["polistyren ekstrudowany", 80, 180],
  ["płyta żelbetowa", 150, 260],
  ["kruszywo łamane", 100, 300],
  ["geowłóknina", 1, 2],
  ["blacha powlekana", 1, 1],
  ["gres mrozoodporny", 9, 20],
];
const advice = [
  "Podłoże oczyszcza się z mleczka, pyłu i resztek środków antyadhezyjnych, a nierówności przekraczające dopuszczalne wyrównuje zaprawą.",
  "Styk z elementem sąsiednim uszczelnia się taśmą rozprężną lub masą trwale elastyczną o barwie dobranej do okładziny.",
  "Izolację wywija się na ściany na wysokość podaną na rysunku i chroni przed uszkodzeniem do czasu wykonania warstwy dociskowej.",
  "Elementy stalowe ocynkowane ogniowo; połączenia na budowie zabezpiecza się farbą o dużej zawartości cynku.",
  "Dylatacje przenosi się przez wszystkie warstwy; profil dylatacyjny montuje się przed ułożeniem okładziny.",
  "Roboty przerywa się przy temperaturze podłoża niższej od podanej w karcie technicznej wyrobu oraz w czasie opadów.",
  "Wykonawca przedstawia próbkę o boku jednego metra; po akceptacji stanowi ona wzorzec przy odbiorze.",
  "Odchyłki wymiarowe nie mogą utrudniać montażu elementów wykończeniowych; mierzy się je przed zakryciem.",
  "W strefie cokołowej stosuje się wyroby o zwiększonej odporności na uderzenie i zawilgocenie.",
  "Przejścia przewodów przez przegrody o wymaganej odporności ogniowej uszczelnia się certyfikowanym systemem i oznakowuje.",
];

/** One page a card: the catalogue of details with which a long description ends. */
export function detailCards(rng: Rng, count: number): Block[] {
  const titles = rng.shuffle(subjects);
  return Array.from({ length: count }, (_, index) => {
    const subject = titles[index % titles.length] ?? "";
    const variant = ["", ", wariant II", ", wariant III"][Math.floor(index / titles.length)] ?? "";
    const title = `Karta detalu nr ${index + 1}: ${subject}${variant}`;
    const names = rng.shuffle(layers).slice(0, rng.int(4, 6));
    return [
      { type: "page", columns: 1 } satisfies Block,
      heading(title),
      para(
        rng.pick([
          "Warstwy podano od strony zewnętrznej. Wymiary w milimetrach, jeżeli nie zaznaczono inaczej.",
          "Kolejność warstw od góry. Detal obowiązuje we wszystkich sekcjach, chyba że rysunek wskazuje inaczej.",
        ]),
      ),
      table(
        ["Warstwa", "Grubość", "Uwagi"],
        names.map(([name, low, high]) => [
          name,
          `${rng.int(low, high)} mm`,
          rng.pick(["na zakład", "klejone punktowo", "bez mostków", "z dylatacją obwodową", "wg systemu producenta"]),
        ]),
        [40, 20, 40],
      ),
      ...rng
        .shuffle(advice)
        .slice(0, rng.int(5, 8))
        .map((text) => para(text)),
      para(`Mocowanie co ${rng.int(3, 9) * 10} cm, łączniki ze stali nierdzewnej.`),
      para(
        rng.pick([
          "Przed zakryciem detal zgłasza się do odbioru; wykonuje się dokumentację fotograficzną.",
          "Detal wykonuje się po akceptacji próbki w skali 1:1 na budowie.",
        ]),
      ),
    ];
  }).flat();
}
