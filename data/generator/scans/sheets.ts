import type { Block } from "../paper/blocks.ts";
import { centred, para, table } from "../paper/compose.ts";

/**
 * Papers from before the archive had a text layer. They were scanned once (make.ts) and lie here as JPEGs, so they name
 * no town: every seed's archive can hold them.
 */
export interface ScannedSheet {
  /** JPEG in this folder. */
  file: string;
  title: string;
  /** Inside `archive/`. */
  path: string;
  date: string;
  blocks: Block[];
}

export const scannedSheets: ScannedSheet[] = [
  {
    file: "decyzja-1998.jpg",
    title: "Decyzja z 1998 roku – rozbudowa zespołu garaży",
    path: "skany/1998_decyzja_zespol_garazy.pdf",
    date: "1998-05-14",
    blocks: [
      para("Kierownik Urzędu Rejonowego", [], { bold: true }),
      para("Znak: GP.II.7351/41/98"),
      para("dnia 14 maja 1998 r.", [], { align: "right" }),
      centred("DECYZJA NR 31/98"),
      para(
        "Na podstawie art. 28, art. 33 ust. 1 i art. 34 ust. 4 ustawy z dnia 7 lipca 1994 r. – Prawo budowlane (Dz. U. Nr 89, poz. 414 z późn. zm.) oraz art. 104 Kodeksu postępowania administracyjnego, po rozpatrzeniu wniosku z dnia 2 kwietnia 1998 r.",
      ),
      para(
        "zatwierdzam projekt budowlany i wydaję pozwolenie na rozbudowę zespołu garaży o cztery stanowiska, na terenie spółdzielni garażowej „Wspólny Dach”.",
        [],
        { left: 20 },
      ),
      centred("Uzasadnienie"),
      para(
        "Wnioskodawca przedłożył wymagane dokumenty. Projekt spełnia warunki ustalone w decyzji o warunkach zabudowy i zagospodarowania terenu. Strony zawiadomione o wszczęciu postępowania nie wniosły uwag.",
      ),
      centred("Pouczenie"),
      para(
        "Od decyzji przysługuje odwołanie do wojewody za pośrednictwem tutejszego organu, w terminie 14 dni od dnia jej doręczenia.",
      ),
      para("z up. Kierownika\n(podpis nieczytelny)", [], { left: 290 }),
    ],
  },
  {
    file: "protokol-1991.jpg",
    title: "Protokół odbioru z 1991 roku",
    path: "skany/1991_protokol_odbioru_kotlowni.pdf",
    date: "1991-10-22",
    blocks: [
      centred("PROTOKÓŁ\nodbioru końcowego kotłowni zespołu szkół"),
      para("spisany dnia 22 października 1991 r. przez komisję w składzie trzech osób."),
      para("Komisja stwierdza, że roboty wykonano zgodnie z dokumentacją, z następującymi usterkami do usunięcia:"),
      table(
        ["Lp.", "Usterka", "Termin"],
        [
          ["1", "brak otuliny na rurociągu powrotnym", "15.11.1991"],
          ["2", "nieszczelny zawór przy rozdzielaczu", "30.10.1991"],
          ["3", "niedomalowana poręcz schodów", "30.11.1991"],
        ],
        [10, 60, 25],
      ),
      para(
        "Kotłownię przyjmuje się do użytkowania pod warunkiem usunięcia usterek. Okres rękojmi wynosi dwanaście miesięcy.",
      ),
      para("Podpisy członków komisji (nieczytelne)", [], { left: 260 }),
    ],
  },
  {
    file: "pismo-1987.jpg",
    title: "Pismo spółdzielni z 1987 roku",
    path: "skany/1987_pismo_spoldzielni.pdf",
    date: "1987-03-09",
    blocks: [
      para("Zakładowa Spółdzielnia Mieszkaniowa „Jutrzenka”", [], { bold: true }),
      para("dnia 9 marca 1987 r.", [], { align: "right" }),
      para("dotyczy: ogrodzenia terenu przy bloku nr 4"),
      para(
        "Zarząd spółdzielni zwraca się o wyrażenie zgody na ogrodzenie terenu przyległego do bloku nr 4 siatką na słupkach stalowych. Ogrodzenie ma chronić nowo założony trawnik i miejsce zabaw dla dzieci.",
      ),
      para("Prace wykonane zostaną w czynie społecznym w kwietniu bieżącego roku. Materiał spółdzielnia posiada."),
      para("Prezes Zarządu\n(podpis nieczytelny)", [], { left: 290 }),
    ],
  },
];
