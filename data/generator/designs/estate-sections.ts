import type { Block } from "../paper/blocks.ts";
import { factCell, heading, para, point, table, told } from "../paper/compose.ts";
import { figure } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Estate, Flat, Section } from "./estate.ts";
import { area, type Numbering } from "./site-texts.ts";

const hundredths = (value: number) => area(value / 100);

/** One stairwell: general words, then its flats with their rooms, then its doors and windows. */
export function sectionBlocks(rng: Rng, key: string, section: Section, asked: string, number: Numbering): Block[] {
  const { letter, flats } = section;
  const volume = `${figure(section.volume, 2)} m³`;
  const volumeText = `Kubatura brutto sekcji ${letter} wynosi ${volume}`;
  const liftText = `dźwig osobowy o udźwigu ${section.lift} kg`;
  const pressureText = `ciśnienie dyspozycyjne u podstawy pionu ${section.pressure} kPa`;
  return [
    number.section(`Sekcja ${letter}`),
    number.sub(`Dane ogólne sekcji ${letter}`),
    para(`${volumeText}. W sekcji zaprojektowano ${flats.length} lokali mieszkalnych na jednej klatce schodowej.`, [
      told(`${key}.section-${letter}.volume`, "design-section-volume", volume, volumeText),
    ]),
    para(
      `Komunikację pionową sekcji ${letter} zapewnia klatka schodowa oraz ${liftText}. Instalacja wodociągowa: ${pressureText}.`,
      [
        told(`${key}.section-${letter}.lift`, "design-lift", `${section.lift} kg`, liftText),
        told(`${key}.section-${letter}.pressure`, "design-pressure", `${section.pressure} kPa`, pressureText),
      ],
    ),
    para(
      rng.pick([
        "Klatka schodowa oświetlona światłem dziennym przez okna na półpiętrach. Spoczniki o szerokości 1,65 m, biegi 1,30 m. Balustrady stalowe, malowane proszkowo, z pochwytem drewnianym.",
        "Biegi i spoczniki prefabrykowane, oparte na podkładkach akustycznych. Posadzka z gresu, stopnice antypoślizgowe. Ściany malowane farbą zmywalną do pełnej wysokości.",
      ]),
    ),
    number.sub(`Zestawienie lokali w sekcji ${letter}`),
    table(
      ["Lokal", "Kondygnacja", "Pomieszczenia", "Powierzchnia użytkowa"],
      flats.map((flat) => {
        const text = hundredths(flat.hundredths);
        const size = flat.number === asked ? factCell(text, `${key}.flat-list`, "design-flat", text) : text;
        return [flat.number, String(flat.storey), String(flat.rooms.length), size];
      }),
      [20, 24, 16, 34],
    ),
    number.sub(`Karty lokali sekcji ${letter}`),
    ...flats.flatMap((flat) => flatCard(rng, key, flat)),
    number.sub(`Stolarka sekcji ${letter}`),
    joineryTable(rng, letter),
    number.sub(`Roboty wykończeniowe w sekcji ${letter}`),
    ...finishes(rng),
  ];
}

function flatCard(rng: Rng, key: string, flat: Flat): Block[] {
  const total = hundredths(flat.hundredths);
  return [
    heading(`Lokal ${flat.number}`, 3),
    table(
      ["Pomieszczenie", "Powierzchnia", "Wykończenie podłogi"],
      [
        ...flat.rooms.map(({ name, hundredths: size }) => [
          name,
          hundredths(size),
          name.includes("łazienka") || name === "wc" ? "gres" : rng.pick(["panele", "deska warstwowa", "gres"]),
        ]),
        [`razem lokal ${flat.number}`, factCell(total, `${key}.flat.${flat.number}`, "design-flat", total), ""],
      ],
      [40, 26, 34],
    ),
    point(
      rng.pick([
        "– wentylacja z kuchni i łazienki do kanałów zbiorczych, nawiew okienny;",
        "– balkon z płytą żelbetową na łącznikach termoizolacyjnych;",
        "– drzwi wejściowe o izolacyjności akustycznej Rw 37 dB;",
        "– wideodomofon, dwa gniazda światłowodowe w pokoju dziennym;",
      ]),
    ),
  ];
}

function joineryTable(rng: Rng, letter: string): Block {
  const kinds = [
    "okno dwuskrzydłowe",
    "okno jednoskrzydłowe",
    "drzwi balkonowe",
    "drzwi wejściowe",
    "drzwi wewnętrzne",
    "drzwi techniczne EI 30",
    "drzwi do piwnicy",
    "okno klatki schodowej",
    "klapa oddymiająca",
  ];
  return table(
    ["Symbol", "Opis", "Wymiar [cm]", "Sztuk", "Uwagi"],
    kinds.map((kind, index) => [
      `${letter}${index + 1}`,
      kind,
      `${rng.int(6, 20) * 10} × ${rng.int(12, 23) * 10}`,
      String(rng.int(2, 44)),
      rng.pick(["biały", "antracyt", "szkło bezpieczne", "próg obniżony", "samozamykacz"]),
    ]),
    [12, 34, 22, 12, 24],
  );
}

function finishes(rng: Rng): Block[] {
  const sentences = rng.shuffle([
    "Tynki wewnętrzne gipsowe maszynowe, w pomieszczeniach mokrych cementowo-wapienne, zacierane na ostro pod okładziny.",
    "Posadzki na szlichcie cementowej zbrojonej włóknem, dylatowane w progach i przy ścianach, na warstwie akustycznej z wełny lub styropianu elastycznego.",
    "Okładziny ścian w łazienkach do wysokości ościeżnicy, z hydroizolacją podpłytkową w strefie natrysku i taśmami narożnymi.",
    "Parapety wewnętrzne z konglomeratu, zewnętrzne z blachy powlekanej, z kapinosem wysuniętym poza lico tynku.",
    "Sufity w korytarzach podwieszane, demontowalne, z rewizjami przy zaworach i przepustnicach.",
    "Malowanie dwukrotne farbą lateksową; wnęki licznikowe wykończone płytami gipsowo-kartonowymi o zwiększonej twardości.",
    "Piwnice lokatorskie wydzielone ścianami ażurowymi z profili stalowych; posadzka betonowa utwardzona powierzchniowo.",
  ]);
  return sentences.slice(0, 5).map((sentence) => para(sentence));
}

/** The table at the front that a hurried reader would stop at. */
export function estateFigures(key: string, estate: Estate, number: Numbering): Block[] {
  const cell = (text: string, what: string) =>
    factCell(text, `${key}.${what}`, `design-${what.replace(/^section-.\./, "section-")}`, text);
  return [
    number.section("Zestawienie ogólne sekcji"),
    table(
      ["Sekcja", "Lokale", "Kubatura brutto", "Dźwig"],
      estate.sections.map(({ letter, flats, volume, lift }) => [
        letter,
        String(flats.length),
        cell(`${figure(volume, 2)} m³`, `section-${letter}.volume-table`),
        cell(`${lift} kg`, `section-${letter}.lift-table`),
      ]),
      [16, 20, 34, 20],
    ),
    para(`Łączna liczba lokali mieszkalnych: ${estate.flatsTotal}.`, [
      told(
        `${key}.flats`,
        "design-flats",
        String(estate.flatsTotal),
        `Łączna liczba lokali mieszkalnych: ${estate.flatsTotal}`,
      ),
    ]),
    table(
      ["Instalacja", "Wielkość obliczeniowa"],
      [
        ["moc przyłączeniowa energii elektrycznej", cell(`${estate.powerKw} kW`, "power")],
        ["zapotrzebowanie na ciepło", cell(`${estate.heatKw} kW`, "heat")],
        ["wentylacja garażu podziemnego", cell(`${estate.garageAir} m³/h`, "garage-air")],
        ["zbiornik retencyjny wód opadowych", cell(`${estate.tank} m³`, "tank")],
        ["stanowiska w garażu podziemnym", cell(`${estate.garagePlaces} stanowisk`, "garage-places")],
      ],
      [56, 30],
    ),
  ];
}
