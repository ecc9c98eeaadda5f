import type { Block } from "../paper/blocks.ts";
import { heading, para, table } from "../paper/compose.ts";
import type { Rng } from "../rng.ts";

const subjects =
  "cokół przy wejściu|attyka stropodachu|balkon na łączniku termoizolacyjnym|wpust dachowy|dylatacja między sekcjami|próg drzwi balkonowych|przejście rur przez płytę denną|zjazd do garażu|posadzka garażu|obudowa szachtu instalacyjnego|ściana piwnic lokatorskich|parapet okna narożnego|nadproże okna łukowego|mocowanie balustrady|gzyms wieńczący|studzienka okienna|schody terenowe|podcień usługowy|daszek nad wejściem|kanał dymowy|czerpnia terenowa|wyłaz dachowy|osłona śmietnika|murek oporowy|wycieraczka systemowa|okno klatki schodowej|klapa oddymiająca|taras nad garażem|kotwienie elewacji klinkierowej|strop nad przejazdem|podest windy|rura spustowa w elewacji".split(
    "|",
  );
const layers = [
  "tynk silikonowy",
  "wełna mineralna",
  "bloczek silikatowy",
  "papa podkładowa",
  "szlichta cementowa",
  "folia kubełkowa",
  "polistyren ekstrudowany",
  "płyta żelbetowa",
  "kruszywo łamane",
  "geowłóknina",
  "blacha powlekana",
  "gres mrozoodporny",
];

/** One page a card: the catalogue of details with which a long description ends. */
export function detailCards(rng: Rng, count: number): Block[] {
  const titles = rng.shuffle(subjects);
  return Array.from({ length: count }, (_, index) => {
    const subject = titles[index % titles.length] ?? "";
    const variant = ["", ", wariant II", ", wariant III"][Math.floor(index / titles.length)] ?? "";
    const title = `Karta detalu nr ${index + 1}: ${subject}${variant}`;
    const names = rng.shuffle(layers).slice(0, rng.int(4, 6));
    const first = `${rng.int(2, 24)} cm`;
    return [
      { type: "page", columns: 1 } satisfies Block,
      heading(title),
      para(
        rng.pick([
          "Warstwy podano od strony zewnętrznej. Wymiary w centymetrach, jeżeli nie zaznaczono inaczej.",
          "Kolejność warstw od góry. Detal obowiązuje we wszystkich sekcjach, chyba że rysunek wskazuje inaczej.",
        ]),
      ),
      table(
        ["Warstwa", "Grubość", "Uwagi"],
        names.map((name, at) => [
          name,
          at === 0 ? first : `${rng.int(1, 30)} cm`,
          rng.pick(["na zakład", "klejone punktowo", "bez mostków", "z dylatacją obwodową", "wg systemu producenta"]),
        ]),
        [40, 20, 40],
      ),
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
