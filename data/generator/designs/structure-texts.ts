import type { Block } from "../paper/blocks.ts";
import { factCell, para, point, table, told } from "../paper/compose.ts";
import { figure } from "../polish.ts";
import type { Rng } from "../rng.ts";
import { area, type Numbering } from "./site-texts.ts";
import type { Design } from "./design.ts";

/** The figures that officers ask for, in one table. */
export function keyFigures(design: Design, number: Numbering): Block[] {
  const { key, works, usable } = design;
  const volume = `${figure(works.volume, 2)} m³`;
  const row = (name: string, text: string, what: string) => [
    name,
    factCell(text, `${key}.${what}`, `design-${what}`, text),
  ];
  return [
    number.section("Charakterystyczne parametry obiektu"),
    table(
      ["Parametr", "Wartość"],
      [
        row("kategoria obiektu budowlanego", works.category, "category"),
        row("kubatura brutto", volume, "volume"),
        row("powierzchnia użytkowa", area(usable), "usable"),
        ["powierzchnia zabudowy", area(works.footprint)],
        row("wysokość budynku", `${figure(works.height)} m`, "height"),
        row("liczba kondygnacji nadziemnych", String(works.storeys), "storeys"),
        row("kąt nachylenia połaci dachowych", `${design.roofAngle}°`, "roof"),
      ],
      [50, 40],
    ),
  ];
}

export function rooms(design: Design, number: Numbering): Block[] {
  return [
    number.section("Zestawienie powierzchni pomieszczeń"),
    ...design.storeys.flatMap(({ name, rooms: list }, level) => {
      const sum = list.reduce((total, room) => total + room.area, 0);
      const total = area(sum);
      return [
        para(`${name} – zestawienie pomieszczeń`, [], { bold: true, keep: 3 }),
        table(
          ["Nr", "Pomieszczenie", "Powierzchnia", "Posadzka"],
          [
            ...list.map((room) => [
              room.number,
              room.name,
              factCell(area(room.area), `${design.key}.room.${room.number}`, "design-room", area(room.area)),
              room.floor,
            ]),
            ["", "razem", factCell(total, `${design.key}.storey.${level}`, "design-storey", total), ""],
          ],
          [12, 42, 24, 26],
        ),
      ];
    }),
  ];
}

export function structure(rng: Rng, design: Design, number: Numbering): Block[] {
  const [wall, insulation] = [rng.pick([24, 25, 30]), rng.pick([15, 18, 20])];
  const depth = figure(design.depth, 2);
  const depthText = `posadowione na głębokości ${depth} m poniżej poziomu terenu`;
  return [
    number.section("Rozwiązania konstrukcyjno-materiałowe"),
    number.sub("Fundamenty"),
    para(
      `Ławy żelbetowe z betonu C20/25, zbrojone stalą A-IIIN, ${depthText}, na podbetonie grubości 10 cm. Ściany fundamentowe z bloczków betonowych, ocieplone polistyrenem ekstrudowanym.`,
      [told(`${design.key}.foundation`, "design-foundation", `${depth} m`, depthText)],
    ),
    number.sub("Ściany"),
    para(
      `Ściany zewnętrzne dwuwarstwowe: ${rng.pick(["pustak ceramiczny", "bloczek z betonu komórkowego", "bloczek silikatowy"])} grubości ${wall} cm, ocieplenie ${rng.pick(["styropianem grafitowym", "wełną mineralną"])} grubości ${insulation} cm, tynk ${rng.pick(["silikonowy", "silikatowy", "mineralny malowany"])}. Ściany działowe murowane grubości 12 cm, w pomieszczeniach mokrych z izolacją podpłytkową.`,
    ),
    number.sub("Stropy i schody"),
    para(
      rng.pick([
        "Stropy gęstożebrowe z nadbetonem grubości 4 cm; wieńce żelbetowe w poziomie każdego stropu. Schody żelbetowe płytowe, oparte na belkach spocznikowych.",
        "Stropy żelbetowe monolityczne grubości 18 cm, zbrojone krzyżowo. Biegi schodowe monolityczne, okładzina z gresu antypoślizgowego.",
      ]),
    ),
    number.sub("Dach"),
    roofText(rng, design),
    number.sub("Stolarka"),
    ...joinery(rng),
  ];
}

function roofText(rng: Rng, { key, roofAngle }: Design): Block {
  const quote = roofAngle > 12 ? `kąt nachylenia połaci ${roofAngle}°` : `o nachyleniu ${roofAngle}°`;
  const text =
    roofAngle > 12
      ? `Dach dwuspadowy o konstrukcji drewnianej płatwiowo-kleszczowej, ${quote}, krycie ${rng.pick(["dachówką ceramiczną", "dachówką cementową", "blachą na rąbek"])}. Drewno klasy C24, zabezpieczone przed ogniem i grzybami.`
      : `Stropodach pełny ${quote}, ocieplony wełną mineralną, kryty ${rng.pick(["papą termozgrzewalną", "membraną PVC"])}. Odwodnienie wpustami podgrzewanymi.`;
  return para(text, [told(`${key}.roof-text`, "design-roof", `${roofAngle}°`, quote)]);
}

function joinery(rng: Rng): Block[] {
  const sizes: [string, string, string][] = [
    ["O1", "okno dwuskrzydłowe rozwierno-uchylne", "150 × 140"],
    ["O2", "okno jednoskrzydłowe rozwierno-uchylne", "90 × 140"],
    ["O3", "drzwi balkonowe", "180 × 225"],
    ["O4", "okno łazienkowe, szyba matowa", "60 × 90"],
    ["O5", "okno połaciowe", "78 × 118"],
    ["D1", "drzwi wejściowe antywłamaniowe", "100 × 210"],
    ["D2", "drzwi wewnętrzne płytowe", "80 × 200"],
    ["D3", "drzwi łazienkowe z otworami wentylacyjnymi", "80 × 200"],
    ["D4", "drzwi przeciwpożarowe EI 30", "90 × 200"],
  ];
  return [
    table(
      ["Symbol", "Opis", "Wymiar w świetle [cm]", "Sztuk"],
      sizes.slice(0, rng.int(6, 9)).map((size) => [...size, String(rng.int(1, 14))]),
      [12, 46, 24, 12],
    ),
    para("Okna o współczynniku przenikania ciepła nie gorszym niż wymagany przepisami; nawiewniki higrosterowane."),
  ];
}

export function energy(rng: Rng, design: Design, number: Numbering): Block[] {
  const ep = `${figure(design.energy)} kWh/(m²·rok)`;
  const u = (low: number, high: number) => `${figure(rng.int(low, high) / 100, 2)}`;
  return [
    number.section("Charakterystyka energetyczna"),
    table(
      ["Przegroda", "U [W/(m²·K)]"],
      [
        ["ściana zewnętrzna", u(15, 22)],
        ["dach", u(11, 17)],
        ["podłoga na gruncie", u(19, 29)],
        ["okna", u(80, 105)],
        ["drzwi zewnętrzne", u(110, 129)],
      ],
      [50, 30],
    ),
    para(`Wskaźnik rocznego zapotrzebowania na nieodnawialną energię pierwotną EP wynosi ${ep}.`, [
      told(`${design.key}.energy`, "design-energy", ep, ep),
    ]),
    point(
      rng.pick([
        "Źródłem ciepła jest pompa ciepła powietrze–woda z grzałką szczytową.",
        "Ciepło zapewnia gazowy kocioł kondensacyjny z zamkniętą komorą spalania.",
        "Budynek zasilany jest z węzła cieplnego przyłączonego do sieci miejskiej.",
      ]),
      [],
      0,
    ),
  ];
}
