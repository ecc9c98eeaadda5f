import type { Works } from "../model.ts";
import type { Rng } from "../rng.ts";

interface Kind {
  nom: string;
  gen: string;
  category: string;
  volume?: [number, number];
  height?: [number, number];
  storeys?: [number, number];
  /** Asked for by companies rather than by persons. */
  company: boolean;
}

const buildings = {
  house: [
    {
      nom: "budynek mieszkalny jednorodzinny",
      gen: "budynku mieszkalnego jednorodzinnego",
      category: "I",
      volume: [480, 990],
      height: [7, 9.4],
      storeys: [1, 2],
      company: false,
    },
    {
      nom: "budynek mieszkalny jednorodzinny z garażem",
      gen: "budynku mieszkalnego jednorodzinnego z garażem",
      category: "I",
      volume: [620, 1250],
      height: [7, 9.4],
      storeys: [1, 2],
      company: false,
    },
    {
      nom: "budynek mieszkalny jednorodzinny w zabudowie bliźniaczej",
      gen: "budynku mieszkalnego jednorodzinnego w zabudowie bliźniaczej",
      category: "I",
      volume: [410, 780],
      height: [7.5, 9.8],
      storeys: [2, 2],
      company: false,
    },
  ],
  flats: [
    {
      nom: "budynek mieszkalny wielorodzinny z garażem podziemnym",
      gen: "budynku mieszkalnego wielorodzinnego z garażem podziemnym",
      category: "XIII",
      volume: [4200, 15800],
      height: [12.5, 18.9],
      storeys: [4, 6],
      company: true,
    },
    {
      nom: "zespół dwóch budynków mieszkalnych wielorodzinnych",
      gen: "zespołu dwóch budynków mieszkalnych wielorodzinnych",
      category: "XIII",
      volume: [9200, 21800],
      height: [11.5, 15.9],
      storeys: [3, 5],
      company: true,
    },
  ],
  trade: [
    {
      nom: "budynek handlowo-usługowy",
      gen: "budynku handlowo-usługowego",
      category: "XVII",
      volume: [1400, 7900],
      height: [6, 11.5],
      storeys: [1, 2],
      company: true,
    },
    {
      nom: "budynek usługowy z lokalem gastronomicznym",
      gen: "budynku usługowego z lokalem gastronomicznym",
      category: "XVII",
      volume: [900, 2900],
      height: [6, 9.5],
      storeys: [1, 2],
      company: true,
    },
    {
      nom: "warsztat obsługi pojazdów",
      gen: "warsztatu obsługi pojazdów",
      category: "XVII",
      volume: [700, 2400],
      height: [5, 7.5],
      storeys: [1, 1],
      company: false,
    },
    {
      nom: "hala magazynowa z częścią socjalno-biurową",
      gen: "hali magazynowej z częścią socjalno-biurową",
      category: "XVIII",
      volume: [8200, 39000],
      height: [9, 13.5],
      storeys: [1, 2],
      company: true,
    },
    {
      nom: "budynek biurowy",
      gen: "budynku biurowego",
      category: "XVI",
      volume: [3900, 14000],
      height: [11, 19],
      storeys: [3, 5],
      company: true,
    },
    {
      nom: "przychodnia lekarska",
      gen: "przychodni lekarskiej",
      category: "XI",
      volume: [1500, 4200],
      height: [6, 10],
      storeys: [1, 2],
      company: true,
    },
    {
      nom: "przedszkole z placem zabaw",
      gen: "przedszkola z placem zabaw",
      category: "IX",
      volume: [2100, 5200],
      height: [5, 9],
      storeys: [1, 2],
      company: true,
    },
  ],
  small: [
    {
      nom: "budynek gospodarczy",
      gen: "budynku gospodarczego",
      category: "III",
      volume: [90, 240],
      height: [3.5, 5.5],
      storeys: [1, 1],
      company: false,
    },
    {
      nom: "garaż wolno stojący",
      gen: "garażu wolno stojącego",
      category: "III",
      volume: [80, 170],
      height: [3, 4.5],
      storeys: [1, 1],
      company: false,
    },
    { nom: "wiata rekreacyjna", gen: "wiaty rekreacyjnej", category: "III", height: [2.6, 3.6], company: false },
  ],
  networks: [
    { nom: "sieć wodociągowa z przyłączami", gen: "sieci wodociągowej z przyłączami", category: "XXVI", company: true },
    {
      nom: "linia kablowa niskiego napięcia",
      gen: "linii kablowej niskiego napięcia",
      category: "XXVI",
      company: true,
    },
    {
      nom: "stacja bazowa telefonii komórkowej",
      gen: "stacji bazowej telefonii komórkowej",
      category: "XXIX",
      height: [28, 49],
      company: true,
    },
  ],
} satisfies Record<string, Kind[]>;

export type WorksGroup = keyof typeof buildings;

const actions = {
  build: ["budowa", "budowy", "budowę"],
  extend: ["rozbudowa", "rozbudowy", "rozbudowę"],
  raise: ["nadbudowa", "nadbudowy", "nadbudowę"],
  rebuild: ["przebudowa", "przebudowy", "przebudowę"],
} as const;
export type WorksAction = keyof typeof actions;

/** Works of a group: who would ask for them is told beside. */
export function drawWorks(
  rng: Rng,
  group: WorksGroup,
  action: WorksAction = "build",
): { works: Works; company: boolean } {
  const kind = rng.pick<Kind>(buildings[group]);
  const [name, genitive, accusative] = actions[action];
  const tenth = ([low, high]: [number, number]) => rng.int(low * 10, high * 10) / 10;
  const works: Works = {
    name: `${name} ${kind.gen}`,
    genitive: `${genitive} ${kind.gen}`,
    accusative: `${accusative} ${kind.gen}`,
    object: kind.nom,
    category: kind.category,
    ...(kind.volume ? { volume: rng.int(...kind.volume) } : {}),
    ...(kind.height ? { height: tenth(kind.height) } : {}),
    ...(kind.storeys ? { storeys: rng.int(...kind.storeys) } : {}),
  };
  if (works.volume) works.footprint = Math.round(works.volume / ((works.height ?? 6) * 0.7));
  return { works, company: kind.company };
}
