import type { CaseModel, DecisionModel, Works } from "../model.ts";
import type { Rng } from "../rng.ts";

interface Room {
  /** `1.04` */
  number: string;
  name: string;
  area: number;
  floor: string;
}

interface Storey {
  name: string;
  rooms: Room[];
}

/** The figures of one design. Square and cubic metres, metres, percent, degrees. */
export interface Design {
  /** Begins every fact key. */
  key: string;
  model: CaseModel;
  works: Works & { volume: number; height: number; storeys: number; footprint: number };
  /** The decision that approved it, if one did. */
  approvedBy?: DecisionModel;
  replacement: boolean;
  usable: number;
  storeys: Storey[];
  plotArea: number;
  paved: number;
  greenShare: number;
  roofAngle: number;
  /** Depth of the foundations below the ground. */
  depth: number;
  parking: number;
  energy: number;
  fireClass: "B" | "C" | "D" | "E";
  hazard: string;
  hydrant: number;
}

/** Works of a building people stay in, with all the measures a design needs; sheds and garages get no description. */
export function isBuilding(works: Works): works is Design["works"] {
  return (
    works.category !== "III" &&
    [works.volume, works.height, works.storeys, works.footprint].every((one) => one !== undefined)
  );
}

const homeRooms: [string, number, string][] = [
  ["wiatrołap", 4, "gres"],
  ["hol", 8, "gres"],
  ["kuchnia", 11, "gres"],
  ["salon z jadalnią", 31, "deska dębowa"],
  ["łazienka", 6, "gres"],
  ["pokój", 13, "panele"],
  ["sypialnia", 15, "panele"],
  ["garderoba", 5, "panele"],
  ["pomieszczenie gospodarcze", 7, "gres"],
  ["pokój gościnny", 12, "panele"],
  ["gabinet", 10, "deska dębowa"],
  ["spiżarnia", 3, "gres"],
];
const publicRooms: [string, number, string][] = [
  ["wiatrołap", 8, "gres"],
  ["zaplecze", 36, "gres"],
  ["magazyn podręczny", 48, "posadzka przemysłowa"],
  ["biuro", 18, "wykładzina"],
  ["pomieszczenie socjalne", 16, "gres"],
  ["szatnia", 12, "gres"],
  ["wc personelu", 5, "gres"],
  ["wc osób z niepełnosprawnościami", 6, "gres"],
  ["komunikacja", 24, "gres"],
  ["kotłownia", 14, "gres"],
  ["rozdzielnia elektryczna", 7, "beton malowany"],
  ["serwerownia", 9, "wykładzina antystatyczna"],
  ["sala spotkań", 34, "wykładzina"],
];

/** The room that a building of this category is built for. */
const mainRooms: Record<string, [string, number, string]> = {
  IX: ["sala zajęć", 58, "wykładzina"],
  XI: ["poczekalnia", 44, "wykładzina"],
  XVI: ["biuro otwarte", 120, "wykładzina"],
  XVII: ["sala sprzedaży", 140, "gres techniczny"],
  XVIII: ["hala składowania", 640, "posadzka przemysłowa"],
};

function roomsOf(rng: Rng, category: string): [string, number, string][] {
  if (category === "I") return rng.shuffle(homeRooms);
  if (category === "XIII")
    return Array.from({ length: 13 }, (_, at) => [`lokal mieszkalny M${at + 1}`, rng.int(38, 79), "panele"]);
  const main = mainRooms[category] ?? ["sala główna", 90, "gres"];
  const [entrance, ...others] = publicRooms;
  return [...(entrance ? [entrance] : []), main, ...rng.shuffle(others)];
}

const storeyNames = ["Parter", "I piętro", "II piętro", "III piętro", "IV piętro", "V piętro", "VI piętro"];

/** Rooms whose areas add up to the usable area, to the square centimetre that a table shows. */
function drawStoreys(rng: Rng, count: number, usable: number, category: string): Storey[] {
  const perStorey = Math.round((usable * 100) / count);
  let left = Math.round(usable * 100);
  return Array.from({ length: count }, (_, level) => {
    const target = level === count - 1 ? left : perStorey;
    left -= target;
    return { name: storeyNames[level] ?? `${level}. piętro`, rooms: fillStorey(rng, level + 1, target, category) };
  });
}

function fillStorey(rng: Rng, level: number, target: number, category: string): Room[] {
  const pool = roomsOf(rng, category);
  const home = category === "I";
  const count = Math.min(pool.length, Math.max(3, Math.min(home ? 8 : 13, Math.round(target / (home ? 1150 : 2600)))));
  const chosen = pool
    .slice(0, count)
    .map(([name, size, floor]) => ({ name, size: size * (0.9 + rng.next() * 0.2), floor }));
  const weight = chosen.reduce((sum, { size }) => sum + size, 0);
  let left = target;
  return chosen.map(({ name, size, floor }, index) => {
    const share = index === count - 1 ? left : Math.round((target * size) / weight);
    left -= share;
    return { number: `${level}.${String(index + 1).padStart(2, "0")}`, name, area: share / 100, floor };
  });
}

export function makeDesign(rng: Rng, key: string, model: CaseModel, over: Partial<Design> = {}): Design {
  const { works } = model;
  if (!isBuilding(works)) throw new Error(`${model.key} has no building to design`);
  const home = works.category === "I";
  const usable = Math.round(works.footprint * works.storeys * (0.68 + rng.next() * 0.1) * 100) / 100;
  const plotArea = Math.round(works.footprint * (home ? 4.2 + rng.next() * 2 : 2.8 + rng.next()));
  const greenShare = home ? rng.int(51, 67) : rng.int(26, 39);
  const green = (plotArea * greenShare) / 100;
  const approvedBy = model.decisions.find(({ outcome }) => outcome === "granted" || outcome === "amended");
  return {
    key,
    model,
    works,
    ...(approvedBy ? { approvedBy } : {}),
    replacement: false,
    usable,
    storeys: drawStoreys(rng, works.storeys, usable, works.category),
    plotArea,
    greenShare,
    paved: Math.max(40, Math.round(plotArea - works.footprint - green)),
    roofAngle: home ? rng.pick([25, 27, 32, 35, 38, 40, 42]) : rng.pick([3, 5, 7, 10]),
    depth: rng.pick([0.9, 1, 1.1, 1.2, 1.4]),
    parking: home ? 2 : rng.int(9, 64),
    energy: rng.int(521, 949) / 10,
    fireClass: home ? "E" : works.storeys > 4 ? "B" : works.storeys > 2 ? "C" : "D",
    hazard: hazardOf(works.category, home),
    hydrant: rng.pick([10, 15, 20]),
    ...over,
  };
}

function hazardOf(category: string, home: boolean): string {
  if (home || category === "XIII") return "ZL IV";
  if (category === "IX") return "ZL II";
  if (category === "XVIII") return "PM o gęstości obciążenia ogniowego do 1000 MJ/m²";
  return "ZL III";
}
