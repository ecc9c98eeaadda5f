import type { Block, Look, Paper, PaperFormat } from "../paper/blocks.ts";
import { centred, drawLook, para, point, told } from "../paper/compose.ts";
import { dateLong, figure } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import type { Plans } from "./draw-plans.ts";
import { annexes } from "./annexes.ts";
import { type Area, areaOf, type Plan } from "./plan.ts";
import { areaInText, closing, counter, type Counter, generalChapter, opening, resolutionHead } from "./resolution.ts";
import { areasInTables } from "./resolution-table.ts";

/** `mpzp/XXIV_187_2006.pdf` */
export function planPath(plan: Plan, format: PaperFormat = "pdf"): string {
  const ending = format === "html-word" ? "htm" : "pdf";
  return `mpzp/${plan.resolution.replaceAll("/", "_")}.${ending}`;
}

export function planPapers(town: Town, rng: Rng, plans: Plans): Paper[] {
  const { text, tables, old, columns, amendment } = plans;
  const subject = (plan: Plan) =>
    `w sprawie miejscowego planu zagospodarowania przestrzennego „${plan.name}” w obrębie ${plan.precinct}`;
  return [
    paper(town, text, "pdf", planBlocks(town, rng.fork("text"), text, subject(text), textAreas), drawLook(rng)),
    paper(
      town,
      tables,
      "pdf",
      planBlocks(town, rng.fork("tables"), tables, subject(tables), tableAreas, old),
      drawLook(rng),
    ),
    paper(town, old, "html-word", inCodePage(planBlocks(town, rng.fork("old"), old, subject(old), textAreas)), {
      ...drawLook(rng),
      // Word kept the title of the file that the clerk began from.
      metadata: { title: "Uchwała Nr w sprawie zmiany regulaminu targowiska" },
    }),
    paper(
      town,
      columns,
      "pdf",
      inColumns(planBlocks(town, rng.fork("columns"), columns, subject(columns), textAreas)),
      {
        ...drawLook(rng),
        size: 8.5,
        hyphenate: true,
      },
    ),
    paper(town, amendment, "pdf", amendmentBlocks(town, rng.fork("amendment"), text, amendment), drawLook(rng)),
  ];
}

function paper(town: Town, plan: Plan, format: PaperFormat, blocks: Block[], look: Look): Paper {
  return {
    path: planPath(plan, format),
    format,
    kind: "local_plan",
    title: `Uchwała nr ${plan.resolution} – plan „${plan.name}”`,
    blocks,
    look,
    number: plan.resolution,
    authority: `Rada Miejska w ${town.locative}`,
    date: plan.passedOn,
    parcels: [],
    traps: [],
  };
}

type Areas = (rng: Rng, plan: Plan, count: Counter) => Block[];

const textAreas: Areas = (rng, plan, count) => plan.areas.flatMap((area) => areaInText(rng, plan, area, count));
const tableAreas: Areas = (rng, plan, count) => [...purposes(rng, plan.areas, count), ...areasInTables(plan, count)];

function purposes(rng: Rng, areas: Area[], count: Counter): Block[] {
  const more = rng.pick([
    "przeznaczenie dopuszczalne: zieleń, infrastruktura techniczna, dojścia i dojazdy",
    "uzupełniająco: zieleń urządzona, dojazdy, urządzenia techniczne",
  ]);
  return [
    para(`${count.next()} Ustala się przeznaczenie terenów:`, [], { keep: 2 }),
    ...areas.map(({ symbol, use }, index) => point(`${index + 1}) ${symbol}: ${use}, ${more};`)),
  ];
}

function planBlocks(town: Town, rng: Rng, plan: Plan, subject: string, areas: Areas, repealed?: Plan): Block[] {
  const count = counter();
  const repeals = repealed && { plan: repealed, text: repealText(town, rng, repealed) };
  return [
    ...resolutionHead(town, rng, plan, subject),
    ...opening(rng, plan, count),
    ...generalChapter(rng, plan, count),
    centred("Rozdział 3\nUstalenia szczegółowe dla terenów"),
    ...areas(rng, plan, count),
    ...closing(town, plan, count, repeals),
    ...annexes(town, rng, plan),
  ];
}

function repealText(town: Town, rng: Rng, plan: Plan): string {
  const which = `uchwała nr ${plan.resolution} Rady Miejskiej w ${town.locative} z dnia ${dateLong(plan.passedOn)} w sprawie miejscowego planu zagospodarowania przestrzennego „${plan.name}”`;
  return rng.pick([`Z dniem wejścia w życie niniejszej uchwały traci moc ${which}.`, `Traci moc ${which}, w całości.`]);
}

/** The title page stays whole; from the first chapter on the journal sets two columns. */
function inColumns(blocks: Block[]): Block[] {
  const body = blocks.findIndex((block) => block.type === "text" && block.text.startsWith("Rozdział"));
  return [...blocks.slice(0, body), { type: "page", columns: 2 }, ...blocks.slice(body)];
}

function amendmentBlocks(town: Town, rng: Rng, plan: Plan, amendment: Plan): Block[] {
  const [after] = amendment.areas;
  const before = areaOf(plan, after?.symbol ?? "");
  const was = `${figure(before.rules.height ?? 0)} m`;
  const becomes = `${figure(after?.rules.height ?? 0)} m`;
  const symbol = before.symbol;
  const change = rng.pick([
    `w ustaleniach dla terenu oznaczonego symbolem ${symbol} dotychczasową maksymalną wysokość zabudowy „${was}” zastępuje się wysokością „${becomes}”`,
    `dla terenu ${symbol} wysokość budynków ustaloną na ${was} zmienia się na ${becomes}`,
  ]);
  const count = counter();
  const subject = `w sprawie zmiany miejscowego planu zagospodarowania przestrzennego „${plan.name}” w obrębie ${plan.precinct}`;
  return [
    ...resolutionHead(town, rng, amendment, subject),
    para(
      `${count.next()} W uchwale nr ${plan.resolution} Rady Miejskiej w ${town.locative} z dnia ${dateLong(plan.passedOn)} w sprawie miejscowego planu zagospodarowania przestrzennego „${plan.name}” (${plan.journal}) ${change}.`,
      [told(`${amendment.key}.${symbol}.height`, "plan-height", `${after?.rules.height} m`, change)],
    ),
    para(
      `${count.next()} Pozostałe ustalenia planu, w tym liczba kondygnacji, oraz rysunek planu pozostają bez zmian.`,
    ),
    para(`${count.next()} Wykonanie uchwały powierza się ${town.offices.planning.dat}.`),
    para(
      `${count.next()} Uchwała wchodzi w życie po upływie 30 dni od dnia ogłoszenia w Dzienniku Urzędowym Województwa.`,
    ),
    para("Przewodniczący Rady Miejskiej\n(podpis na oryginale)"),
    para("Uzasadnienie", [], { bold: true }),
    para(
      rng.pick([
        "Zmianę podjęto na wniosek właścicieli nieruchomości usługowych, którzy wykazali, że dotychczasowa wysokość nie pozwala na współczesne rozwiązania instalacyjne. Zmiana ma charakter punktowy i nie wymaga nowego rysunku planu.",
        "Zmiana porządkuje zapis, którego stosowanie budziło wątpliwości przy wydawaniu decyzji. Do projektu zmiany nie wniesiono uwag.",
      ]),
    ),
  ];
}

/** Windows-1250 has no raised figures: the offices of that time wrote m2. */
function inCodePage(blocks: Block[]): Block[] {
  const plain = (text: string) => text.replaceAll("m²", "m2").replaceAll("m³", "m3");
  return blocks.map((block) => {
    if (block.type !== "text") return block;
    const facts = block.facts.map((fact) => ({ ...fact, quote: plain(fact.quote) }));
    return { ...block, text: plain(block.text), facts };
  });
}
