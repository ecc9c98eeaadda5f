import type { PlanModel } from "../model.ts";
import type { Rng } from "../rng.ts";

/** What a plan sets for one area. Metres, shares in percent, plot in m². What is missing the plan does not set. */
export interface AreaRules {
  height?: number;
  storeys?: number;
  cover?: number;
  green?: number;
  intensity?: [number, number];
  roof?: [number, number];
  flatRoof?: boolean;
  parking?: { places: number; per: string };
  line?: { metres: number; road: string };
  plot?: number;
  /** Height of outbuildings and garages. */
  garage?: number;
}

export interface Area {
  /** `3MN`, as on the plan's drawing. */
  symbol: string;
  use: string;
  rules: AreaRules;
  maxHeight?: number;
  maxStoreys?: number;
}

export interface Plan extends PlanModel {
  areas: Area[];
  /** Day on which the voivodeship's journal printed it, ISO. */
  publishedOn: string;
  /** Percent of the growth in value (opłata planistyczna). */
  fee: number;
}

const perFlat = "lokal mieszkalny";
const perArea = "każde 50 m² powierzchni użytkowej usług";

const uses: Record<string, string> = {
  MN: "teren zabudowy mieszkaniowej jednorodzinnej",
  MW: "teren zabudowy mieszkaniowej wielorodzinnej",
  MNU: "teren zabudowy mieszkaniowo-usługowej",
  U: "teren zabudowy usługowej",
  P: "teren obiektów produkcyjnych, składów i magazynów",
  ZP: "teren zieleni urządzonej",
  KDD: "teren drogi publicznej klasy dojazdowej",
  KDL: "teren drogi publicznej klasy lokalnej",
  KDW: "teren drogi wewnętrznej",
};

function useOf(symbol: string): string {
  const kind = symbol.replace(/^\d+/, "").replace(/\d+$/, "").replace("/", "");
  const use = uses[kind];
  if (!use) throw new Error(`no use for area ${symbol}`);
  return use;
}

interface Ranges {
  height: number[];
  storeys: number[];
  cover: number[];
  green: number[];
  top: number[];
}

const ranges: Record<"MN" | "MW" | "U" | "P", Ranges> = {
  MN: {
    height: [7.5, 8.5, 9.5, 10.5, 11.5],
    storeys: [2, 3],
    cover: [20, 25, 30, 35, 40],
    green: [45, 50, 55, 60, 65],
    top: [0.4, 0.5, 0.6, 0.7, 0.8],
  },
  MW: {
    height: [13.5, 15.5, 16.5, 18.5, 21.5],
    storeys: [4, 5, 6],
    cover: [32, 36, 42, 45],
    green: [24, 26, 28, 32],
    top: [1.4, 1.6, 1.8, 2.2],
  },
  U: {
    height: [8, 10, 12.8, 14.2],
    storeys: [3],
    cover: [48, 52, 56, 62],
    green: [12, 15, 18, 22],
    top: [1.1, 1.3, 1.7],
  },
  P: {
    height: [12.5, 14.5, 17.5],
    storeys: [2],
    cover: [48, 52, 56, 62],
    green: [12, 15, 18, 22],
    top: [1.1, 1.3, 1.7],
  },
};
const lowest: Record<keyof typeof ranges, number[]> = { MN: [0.1, 0.15], MW: [0.4, 0.5], U: [0.2, 0.3], P: [0.2, 0.3] };

/** Values of one kind of area, drawn without those that `taken` already uses: two plans must differ where they are asked. */
function drawRules(rng: Rng, symbol: string, taken: AreaRules[]): AreaRules {
  const kind = symbol.replace(/\d/g, "").replace("MN/U", "U");
  const free = <T>(list: readonly T[], used: (rules: AreaRules) => T | undefined): T =>
    rng.pick(list.filter((one) => !taken.some((rules) => used(rules) === one)));
  if (kind === "ZP") return { green: rng.pick([75, 80, 85, 90]) };
  if (kind !== "MN" && kind !== "MW" && kind !== "U" && kind !== "P") return {};
  const range = ranges[kind];
  return {
    height: free(range.height, ({ height }) => height),
    storeys: rng.pick(range.storeys),
    cover: free(range.cover, ({ cover }) => cover),
    green: free(range.green, ({ green }) => green),
    intensity: [rng.pick(lowest[kind]), free(range.top, ({ intensity }) => intensity?.[1])],
    line: { metres: free([4, 5, 6, 7, 8, 10], ({ line }) => line?.metres), road: "1KDD" },
    ...(kind === "MN"
      ? homeRules(
          rng,
          free([600, 700, 800, 900, 1000], ({ plot }) => plot),
        )
      : {}),
    ...(kind === "MW" ? { flatRoof: true, parking: { places: rng.pick([1.2, 1.3, 1.5]), per: perFlat } } : {}),
    ...(kind === "U" || kind === "P" ? { parking: { places: rng.pick([1, 2]), per: perArea } } : {}),
  };
}

function homeRules(rng: Rng, plot: number): AreaRules {
  const roof = rng.pick<[number, number]>([
    [25, 40],
    [30, 45],
    [35, 45],
    [20, 38],
  ]);
  return { roof, parking: { places: 2, per: perFlat }, plot, garage: rng.pick([4.5, 5.5]) };
}

export function area(rng: Rng, symbol: string, taken: AreaRules[] = [], without: (keyof AreaRules)[] = []): Area {
  const rules = drawRules(rng, symbol, taken);
  for (const key of without) delete rules[key];
  return {
    symbol,
    use: useOf(symbol),
    rules,
    ...(rules.height === undefined ? {} : { maxHeight: rules.height }),
    ...(rules.storeys === undefined ? {} : { maxStoreys: rules.storeys }),
  };
}

export function areaOf(plan: Plan, symbol: string): Area {
  const found = plan.areas.find((one) => one.symbol === symbol);
  if (!found) throw new Error(`${plan.name} has no area ${symbol}`);
  return found;
}
