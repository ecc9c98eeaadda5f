import type { Rng } from "../rng.ts";
import type { Design } from "./design.ts";

/** A flat of the long description: rooms with areas in hundredths of a square metre, which add up to its total. */
export interface Flat {
  /** `B-14` */
  number: string;
  storey: number;
  rooms: { name: string; hundredths: number }[];
  hundredths: number;
}

/** A stairwell with its flats: the description goes through them one by one, alike and yet different. */
export interface Section {
  letter: string;
  volume: number;
  flats: Flat[];
  /** Lift load in kilograms, and the pressure of its riser in kilopascals. */
  lift: number;
  pressure: number;
}

export interface Estate {
  sections: Section[];
  flatsTotal: number;
  /** Number of the flat that a question asks for: it stands in three tables. */
  asked: string;
  /** Cubic metres of the tank that holds rain water. */
  tank: number;
  /** Cubic metres per hour of the garage's ventilation. */
  garageAir: number;
  garagePlaces: number;
  powerKw: number;
  heatKw: number;
}

const rooms: [string, number, number][] = [
  ["przedpokój", 480, 890],
  ["pokój dzienny z aneksem", 1980, 2960],
  ["sypialnia", 1020, 1490],
  ["pokój", 890, 1210],
  ["łazienka", 390, 620],
  ["garderoba", 180, 390],
  ["wc", 140, 220],
];

const letters = ["A", "B", "C", "D"];

/** Volumes of the sections add up to the building's, areas of the flats to its usable area. */
export function drawEstate(rng: Rng, design: Design): Estate {
  const { volume } = design.works;
  let left = volume;
  const flats = drawFlats(rng, design);
  const sections = letters.map((letter, index): Section => {
    const share = index === letters.length - 1 ? left : Math.round(volume * (0.22 + index * 0.012 + rng.next() * 0.02));
    left -= share;
    return {
      letter,
      volume: share,
      flats: flats.filter(({ number }) => number.startsWith(letter)),
      lift: 630 + index * 90,
      pressure: rng.int(300, 340) + index * 45,
    };
  });
  return {
    sections,
    asked: rng.pick(sections[2]?.flats ?? []).number,
    flatsTotal: sections.reduce((sum, section) => sum + section.flats.length, 0),
    tank: rng.int(38, 96),
    garageAir: rng.int(61, 119) * 100,
    garagePlaces: rng.int(71, 139),
    powerKw: rng.int(180, 420),
    heatKw: rng.int(430, 690),
  };
}

const meanFlat = 56;

function drawFlats(rng: Rng, { usable, works }: Design): Flat[] {
  const perStorey = Math.max(1, Math.round(usable / (meanFlat * letters.length * works.storeys)));
  const drawn = letters.flatMap((letter) =>
    Array.from({ length: works.storeys * perStorey }, (_, index) => {
      const number = `${letter}-${String(index + 1).padStart(2, "0")}`;
      return { number, storey: Math.floor(index / perStorey) + 1, rooms: drawRooms(rng) };
    }),
  );
  const sum = drawn.reduce((total, flat) => total + sumOf(flat.rooms), 0);
  let left = Math.round(usable * 100);
  return drawn.map((flat, index) => {
    const scaled = flat.rooms.map((room) => ({
      ...room,
      hundredths: Math.round((room.hundredths * usable * 100) / sum),
    }));
    const last = scaled.at(-1);
    // Roundings of all flats end up in the very last room.
    if (index === drawn.length - 1 && last) last.hundredths += left - sumOf(scaled);
    const hundredths = sumOf(scaled);
    left -= hundredths;
    return { ...flat, rooms: scaled, hundredths };
  });
}

function sumOf(list: readonly { hundredths: number }[]): number {
  return list.reduce((sum, { hundredths }) => sum + hundredths, 0);
}

function drawRooms(rng: Rng): Flat["rooms"] {
  const [hall, living, ...others] = rooms;
  const chosen = [hall, living, ...rng.shuffle(others).slice(0, rng.int(2, 4))].filter((one) => one !== undefined);
  return chosen.map(([name, low, high]) => ({ name, hundredths: rng.int(low, high) }));
}
