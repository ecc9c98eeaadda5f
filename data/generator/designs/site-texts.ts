import { atAddress } from "../cases/words.ts";
import type { Block } from "../paper/blocks.ts";
import { factCell, heading, para, point, table, told } from "../paper/compose.ts";
import { dateLong, figure } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Design } from "./design.ts";

/** Numbers sections and names them as designers do. */
export interface Numbering {
  section(title: string): Block;
  sub(title: string): Block;
}

export function numbering(): Numbering {
  let [main, minor] = [0, 0];
  return {
    section(title) {
      main += 1;
      minor = 0;
      return heading(`${main}. ${title}`, 2);
    },
    sub(title) {
      minor += 1;
      return heading(`${main}.${minor}. ${title}`, 3);
    },
  };
}

export const area = (value: number) => `${figure(value, 2)} m²`;

function parcelList({ model }: Design): string {
  const { parcels } = model.site;
  const [first] = parcels;
  const sheet = first?.sheet === undefined ? "" : `, AM-${first.sheet}`;
  return `dz. nr ${parcels.map(({ number }) => number).join(", ")}${sheet}, obręb ${first?.precinct ?? ""}`;
}

export function basis(rng: Rng, design: Design, number: Numbering): Block[] {
  const { model } = design;
  return [
    number.section("Podstawa opracowania"),
    point("– umowa z inwestorem,"),
    point("– mapa do celów projektowych w skali 1:500,"),
    point(
      rng.pick(["– wizja lokalna i inwentaryzacja fotograficzna,", "– inwentaryzacja zieleni i oględziny terenu,"]),
    ),
    point("– opinia geotechniczna z rozpoznaniem warunków gruntowo-wodnych,"),
    point("– warunki przyłączenia do sieci wodociągowej, kanalizacyjnej i elektroenergetycznej,"),
    point("– ustawa z dnia 7 lipca 1994 r. – Prawo budowlane oraz przepisy wykonawcze."),
    number.section("Przedmiot i zakres opracowania"),
    para(
      `${rng.pick(["Przedmiotem opracowania jest", "Projekt obejmuje"])} ${model.works.name}, ${parcelList(design)}, ${atAddress(model.site)}. ${rng.pick(
        [
          "Zakres opracowania obejmuje część opisową i rysunkową niezbędną do uzyskania decyzji.",
          "Opracowanie zawiera opis techniczny, zestawienia powierzchni oraz rysunki.",
        ],
      )}`,
    ),
  ];
}

export function siteState(rng: Rng, design: Design, number: Numbering): Block[] {
  return [
    number.section("Istniejący stan zagospodarowania"),
    para(
      rng.pick([
        "Teren jest niezabudowany, porośnięty trawą i pojedynczymi drzewami owocowymi. Ukształtowanie płaskie, z łagodnym spadkiem w kierunku południowym. W granicy frontowej przebiega wodociąg oraz kabel energetyczny.",
        "Na działce znajduje się ogrodzenie z siatki oraz resztki fundamentów dawnego budynku gospodarczego, przeznaczone do rozbiórki. Teren ma spadek około 2% ku drodze. Od strony ulicy biegną sieci wodociągowa, kanalizacyjna i gazowa.",
        "Działka jest nieużytkiem po dawnym ogrodnictwie. Zieleń wysoka rośnie wyłącznie przy granicy wschodniej i zostaje zachowana. Uzbrojenie znajduje się w pasie drogowym.",
      ]),
    ),
    number.section("Projektowane zagospodarowanie działki"),
    para(
      rng.pick([
        "Budynek sytuuje się równolegle do drogi, z zachowaniem nieprzekraczalnej linii zabudowy. Wjazd i wejście od strony ulicy. Miejsca postojowe zaprojektowano na powierzchni utwardzonej kostką betonową.",
        "Usytuowanie budynku wynika z kształtu działki i obowiązujących odległości od granic. Dojście i dojazd utwardzone. Miejsce gromadzenia odpadów zadaszone, przy wjeździe.",
      ]),
    ),
    ...balance(design),
    para(
      `Zaprojektowano ${design.parking} ${design.parking < 5 ? "miejsca postojowe" : "miejsc postojowych"} na terenie inwestycji.`,
      [
        told(
          `${design.key}.parking`,
          "design-parking",
          String(design.parking),
          `${design.parking} ${design.parking < 5 ? "miejsca postojowe" : "miejsc postojowych"}`,
        ),
      ],
    ),
    ...conformity(rng, design, number),
  ];
}

/** Balance of the plot: the rows add up to its area. */
function balance(design: Design): Block[] {
  const { plotArea, paved, works, key } = design;
  const green = plotArea - works.footprint - paved;
  const share = (value: number) => `${figure((value / plotArea) * 100, 1)}%`;
  return [
    para("Bilans terenu", [], { bold: true, keep: 3 }),
    table(
      ["Rodzaj powierzchni", "Powierzchnia", "Udział"],
      [
        [
          "powierzchnia zabudowy",
          factCell(area(works.footprint), `${key}.footprint`, "design-footprint", area(works.footprint)),
          share(works.footprint),
        ],
        ["powierzchnie utwardzone", factCell(area(paved), `${key}.paved`, "design-paved", area(paved)), share(paved)],
        [
          "powierzchnia biologicznie czynna",
          factCell(area(green), `${key}.green`, "design-green", area(green)),
          share(green),
        ],
        ["powierzchnia działki", factCell(area(plotArea), `${key}.plot`, "design-plot", area(plotArea)), "100,0%"],
      ],
      [40, 30, 20],
    ),
  ];
}

function conformity(rng: Rng, design: Design, number: Numbering): Block[] {
  const decision = design.approvedBy;
  return [
    number.section("Ochrona konserwatorska, wpływy górnicze, środowisko"),
    para(
      rng.pick([
        "Teren nie jest wpisany do rejestru zabytków i nie leży w granicach terenu górniczego. Inwestycja nie należy do przedsięwzięć mogących znacząco oddziaływać na środowisko.",
        "Działka nie podlega ochronie konserwatorskiej. Nie występują wpływy eksploatacji górniczej. Przewidywane oddziaływanie mieści się w granicach działki.",
      ]),
    ),
    number.section("Obszar oddziaływania obiektu"),
    para(`Obszar oddziaływania obiektu mieści się w całości na działce inwestora: ${parcelList(design)}.`, [
      told(
        `${design.key}.impact`,
        "design-impact",
        "own plot",
        "Obszar oddziaływania obiektu mieści się w całości na działce inwestora",
      ),
    ]),
    ...(design.replacement && decision
      ? [
          para(
            `Projekt zamienny dotyczy inwestycji objętej pozwoleniem; decyzję zmieniającą wydano dnia ${dateLong(decision.date)}.`,
          ),
        ]
      : []),
  ];
}
