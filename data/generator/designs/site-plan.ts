import type { Block } from "../paper/blocks.ts";
import type { Drawing } from "../paper/drawing.ts";
import { figure } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Design } from "./design.ts";

type Point = [number, number];
type Line = Drawing["lines"][number];
type Label = Drawing["labels"][number];

/** Points of a page in portrait or, turned by a quarter, in landscape. */
interface Sheet {
  width: number;
  height: number;
}

const rectangle = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

/** Site plan: the plot, its neighbours, the street, the building with its distances, a legend and a title block. */
export function sitePlan(rng: Rng, design: Design, neighbours: string[], turned: boolean): Block[] {
  const sheet = turned ? { width: 842, height: 595 } : { width: 595, height: 842 };
  const plot = { x: sheet.width * 0.3, y: sheet.height * 0.2, width: sheet.width * 0.36, height: sheet.height * 0.34 };
  const drawing: Drawing = { lines: [], labels: [] };
  add(drawing, ground(design, neighbours, sheet, plot));
  add(drawing, building(rng, design, neighbours, plot));
  add(drawing, legend(design, sheet));
  return [
    { type: "page", columns: 1, rotate: turned },
    { type: "drawing", drawing },
  ];
}

function add(drawing: Drawing, part: Drawing): void {
  drawing.lines.push(...part.lines);
  drawing.labels.push(...part.labels);
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function ground(design: Design, neighbours: string[], sheet: Sheet, plot: Box): Drawing {
  const { street, parcels } = design.model.site;
  const road = plot.y + plot.height + 14;
  const right = plot.x + plot.width;
  const line = (y: number, width: number, dash = false): Line => ({
    points: [
      [40, y],
      [sheet.width - 40, y],
    ],
    width,
    dash,
  });
  const lines: Line[] = [
    { points: rectangle(plot.x, plot.y, plot.width, plot.height), width: 2, close: true },
    line(road, 1),
    line(road + 46, 1),
    line(road + 23, 0.5, true),
    { points: rectangle(44, plot.y, plot.x - 52, plot.height), width: 0.7, close: true },
    { points: rectangle(right + 8, plot.y, sheet.width - right - 52, plot.height), width: 0.7, close: true },
    across(plot.x, right, plot.y + plot.height - 26, 0.8, true),
  ];
  const labels: Label[] = [
    { x: 60, y: plot.y + 16, text: neighbours[0] ?? "", size: 11 },
    { x: right + 24, y: plot.y + 16, text: neighbours[1] ?? "", size: 11 },
    { x: plot.x + 8, y: plot.y + 8, text: parcels.map(({ number }) => number).join(", "), size: 12 },
    { x: sheet.width / 2 - 40, y: road + 4, text: `ul. ${street}`, size: 11 },
    { x: plot.x + 6, y: plot.y + plot.height - 22, text: "nieprzekraczalna linia zabudowy", size: 6.5 },
  ];
  return {
    lines: [...lines, northArrow(sheet, plot)],
    labels: [...labels, { x: sheet.width - 73, y: plot.y - 34, text: "N", size: 10 }],
  };
}

function across(from: number, to: number, y: number, width: number, dash = false): Line {
  return {
    points: [
      [from, y],
      [to, y],
    ],
    width,
    dash,
  };
}

function northArrow(sheet: Sheet, plot: Box): Line {
  const [x, y] = [sheet.width - 70, plot.y - 70];
  return {
    points: [
      [x, y],
      [x - 8, y + 34],
      [x + 8, y + 34],
    ],
    width: 0.8,
    close: true,
    fill: "#dddddd",
  };
}

function building(rng: Rng, design: Design, neighbours: string[], plot: Box): Drawing {
  const { key, works } = design;
  const box = {
    x: plot.x + plot.width * 0.26,
    y: plot.y + plot.height * 0.28,
    width: plot.width * 0.46,
    height: plot.height * 0.42,
  };
  const [left, right] = [rng.int(400, 520) / 100, rng.int(410, 690) / 100];
  const middle = box.y + box.height / 2;
  const end = box.x + box.width;
  const distance = (metres: number, side: "left" | "right", x: number): Label => {
    const text = `${figure(metres, 2)} m`;
    const neighbour = neighbours[side === "left" ? 0 : 1] ?? "";
    const fact = { factKey: `${key}.plan.${side}`, kind: "drawing-distance", value: `${text} → ${neighbour}` };
    return { x, y: middle - 12, text, size: 8, ...fact };
  };
  return {
    lines: [
      { points: rectangle(box.x, box.y, box.width, box.height), width: 1.4, close: true, fill: "#f0e2d2" },
      across(box.x, end, middle, 0.4, true),
      across(plot.x, box.x, middle, 0.5),
      across(end, plot.x + plot.width, middle, 0.5),
      { points: rectangle(end + 6, plot.y + plot.height - 60, 44, 60), width: 0.6, close: true, dash: true },
    ],
    labels: [
      { x: box.x + 6, y: box.y + 8, text: "bud. proj.", size: 9 },
      { x: box.x + 6, y: box.y + 22, text: `h = ${figure(works.height)} m`, size: 8 },
      { x: box.x + 6, y: box.y + box.height - 16, text: `${works.storeys} kond.`, size: 8 },
      distance(left, "left", plot.x + 4),
      distance(right, "right", end + 6),
    ],
  };
}

function legend(design: Design, sheet: Sheet): Drawing {
  const { model, works, key } = design;
  const { street, house, parcels } = model.site;
  const box = { x: 44, y: sheet.height * 0.7, width: sheet.width - 88, height: sheet.height * 0.2 };
  const rows = [
    `PROJEKT ZAGOSPODAROWANIA DZIAŁKI – ${works.object}`,
    `ul. ${street} ${house}, dz. nr ${parcels.map(({ number }) => number).join(", ")}, obręb ${parcels[0]?.precinct ?? ""}`,
    `Projektant: ${model.designer.name.nom}, upr. nr ${model.designer.licence}`,
    "Skala 1:500",
  ];
  const footprint = `Powierzchnia zabudowy: ${figure(works.footprint, 2)} m²`;
  return {
    lines: [
      { points: rectangle(box.x, box.y, box.width, box.height), width: 1, close: true },
      {
        points: [
          [box.x, box.y + 22],
          [box.x + box.width, box.y + 22],
        ],
        width: 0.6,
      },
    ],
    labels: [
      ...rows.map((text, index) => ({ x: box.x + 8, y: box.y + 6 + index * 20, text, size: index === 0 ? 9 : 8 })),
      {
        x: box.x + box.width * 0.55,
        y: box.y + 46,
        text: footprint,
        size: 8,
        factKey: `${key}.plan.footprint`,
        kind: "drawing-footprint",
        value: `${works.footprint} m²`,
      },
    ],
  };
}
