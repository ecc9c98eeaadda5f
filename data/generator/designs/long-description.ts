import type { Block, Paper } from "../paper/blocks.ts";
import { factCell, heading, para, table } from "../paper/compose.ts";
import { layOut } from "../paper/layout.ts";
import { figure } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Design } from "./design.ts";
import { designPaper, titlePage } from "./design-paper.ts";
import { detailCards } from "./detail-cards.ts";
import { drawEstate, type Estate } from "./estate.ts";
import { estateFigures, sectionBlocks } from "./estate-sections.ts";
import { basis, numbering, siteState } from "./site-texts.ts";
import { fire, safety, services } from "./service-texts.ts";
import { energy, keyFigures, structure } from "./structure-texts.ts";
import { tradeBlocks } from "./trades.ts";

const longPages = 120;

/** The long project description: one hundred and twenty pages, filled up with one-page cards of details. */
export function longDescription(rng: Rng, design: Design, date: string): { paper: Paper; estate: Estate } {
  const estate = drawEstate(rng.fork("estate"), design);
  const body = longBlocks(rng.fork("body"), design, estate, date);
  const sheet = {
    name: "projekt_budowlany_tom_I_opis_techniczny",
    title: `Opis techniczny – ${design.model.works.object}`,
    kind: "design",
    date,
    traps: ["long-document"],
    look: {
      size: 10,
      leading: 1.4,
      hyphenate: true,
      header: `Opis techniczny – tom I – ul. ${design.model.site.street}`,
    },
  } as const;
  const draft = designPaper(rng, design, body, { ...sheet, traps: [...sheet.traps] });
  const missing = longPages - layOut(draft).pages.length;
  if (missing < 1) throw new Error(`the long description is ${-missing} pages too long`);
  return { paper: { ...draft, blocks: [...body, ...detailCards(rng.fork("cards"), missing)] }, estate };
}

function longBlocks(rng: Rng, design: Design, estate: Estate, date: string): Block[] {
  const { key } = design;
  const number = numbering();
  return [
    ...titlePage(rng, design, "Projekt budowlany – tom I – opis techniczny", date),
    { type: "page", columns: 1 },
    ...basis(rng, design, number),
    ...siteState(rng, design, number),
    ...keyFigures(design, number),
    ...estateFigures(key, estate, number),
    ...structure(rng, design, number),
    ...services(rng, number),
    ...energy(rng, design, number),
    ...fire(rng, design, number),
    ...estate.sections.flatMap((section) => sectionBlocks(rng, key, section, estate.asked, number)),
    number.section("Obliczeniowe zapotrzebowanie na ciepło lokali"),
    heatTable(rng, key, estate),
    ...tradeBlocks(rng, number),
    ...safety(rng, number),
    number.section("Katalog detali"),
    para("Karty detali zamieszczono na kolejnych stronach."),
    heading("Wykaz skrótów", 3),
    para("PB – projekt budowlany, KD – karta detalu, WLZ – wewnętrzna linia zasilająca, SO – system oddymiania."),
  ];
}

function heatTable(rng: Rng, key: string, estate: Estate): Block {
  const rows = estate.sections.flatMap(({ flats }) =>
    flats.map((flat) => {
      const load = Math.round((flat.hundredths / 100) * rng.int(34, 52));
      const text = `${figure(flat.hundredths / 100, 2)} m²`;
      const size = flat.number === estate.asked ? factCell(text, `${key}.flat-heat`, "design-flat", text) : text;
      return [flat.number, size, "20°C", `${load} W`, rng.pick(["2", "3", "4"])];
    }),
  );
  return table(
    ["Lokal", "Powierzchnia ogrzewana", "Temperatura", "Strata ciepła", "Grzejniki"],
    rows,
    [16, 26, 18, 20, 16],
  );
}
