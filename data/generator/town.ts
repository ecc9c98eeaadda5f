import { makeNumbers, type Numbers } from "./numbers.ts";
import { makePeople, type PeopleMaker } from "./people.ts";
import type { Precinct, Street } from "./precinct.ts";
import type { Rng } from "./rng.ts";

/** An office with its name in the cases that papers need. */
export interface Office {
  nom: string;
  gen: string;
  dat: string;
  ins: string;
  /** „ul. Bzowa 4, 91-204 Jodłów”. */
  address: string;
  /** Organisational cell that stands first in its signatures: `AB`. */
  cell: string;
}

export interface Town {
  name: string;
  genitive: string;
  locative: string;
  /** Masculine adjective, lower case: `jodłowski`. */
  adjective: string;
  /** A city with the rights of a powiat has a president for both instances of work; a town has burmistrz and starosta. */
  city: boolean;
  /** Made up; lower case, neuter: `podleśne`. */
  voivodeship: string;
  terc: string;
  /** Evidence unit: `340512_1`. */
  unit: string;
  postcode: string;
  offices: Record<
    | "permits" // starosta, or the president of a city
    | "planning" // burmistrz, or the same president
    | "appeals" // wojewoda
    | "planningAppeals" // SKO
    | "supervision" // PINB
    | "monuments"
    | "fire"
    | "sanitary"
    | "roads"
    | "neighbour", // starosta of the powiat next door: same numbers, another authority
    Office
  >;
  precincts: Precinct[];
  numbers: Numbers;
  people: PeopleMaker;
  /** Clerks of the permits office, and of the planning office. */
  clerks: { permits: Clerk[]; planning: Clerk[] };
}

export interface Clerk {
  name: string;
  initials: string;
  female: boolean;
}

const stems =
  "Jodł Lipni Wierzch Skrzyp Mierz Paproć Zawil Kniej Bors Drożdż Okrzesz Czerń Rybicz Krzemień Sarn Bobrz Tarnic Osęk Głusz Kalin Rozdroż Sitn Wydrz Żubrz".split(
    " ",
  );

interface Ending {
  nom: string;
  gen: string;
  loc: string;
  adjective: string;
}
const townEndings: Ending[] = [
  { nom: "ów", gen: "owa", loc: "owie", adjective: "owski" },
  { nom: "owo", gen: "owa", loc: "owie", adjective: "owski" },
  { nom: "owice", gen: "owic", loc: "owicach", adjective: "owicki" },
  { nom: "owiec", gen: "owca", loc: "owcu", adjective: "owiecki" },
];

/** Before a vowel the soft letters are spelt with an i. */
function joined(stem: string, ending: string): string {
  const soft: Record<string, string> = { ć: "ci", ń: "ni", ś: "si" };
  const last = stem.at(-1) ?? "";
  return `${soft[last] ? stem.slice(0, -1) + soft[last] : stem}${ending}`;
}

function drawName(rng: Rng, except: string[]): { nom: string; gen: string; loc: string; adjective: string } {
  const stem = rng.pick(stems.filter((one) => !except.includes(one)));
  except.push(stem);
  const ending = rng.pick(townEndings);
  return {
    nom: joined(stem, ending.nom),
    gen: joined(stem, ending.gen),
    loc: joined(stem, ending.loc),
    adjective: joined(stem, ending.adjective).toLowerCase(),
  };
}

const voivodeships = ["podleśne", "zaborskie", "nadrzeckie", "wyżyńskie", "pojezierskie", "zagórzańskie"];
const precinctNames =
  "Zarzecze Podlesie Nowiny Łęgi Stawiska Winnica Zagrody Kamionka Dąbrówka Osowiec Gajówka Strzelnica Brzeziny Folwark Cegielnia Młynówka Piaski Wygon".split(
    " ",
  );
const streetNames =
  "Krucza|Bzowa|Platanowa|Kasztanowa|Młyńska|Garncarska|Rzeczna|Łąkowa|Cisowa|Jaśminowa|Wiklinowa|Żurawia|Skowronkowa|Borowa|Kamienna|Ceglana|Topolowa|Wrzosowa|Gęsia|Stolarska|Bednarska|Lniana|Rumiankowa|Perłowa|Bursztynowa|Sokola|Czapla|Modrzewiowa|Jesionowa|Tarninowa|Zaciszna|Podgórna|Nadbrzeżna|Wapienna|Browarna|Dworska|Winna|Grabowa|Złotej Jesieni|Trzech Dębów|Starego Młyna|Białych Brzóz".split(
    "|",
  );
const formerNames =
  "Przodowników Pracy|Wspólnej Sprawy|Nowej Epoki|Brygad Młodych|Planu Trzyletniego|Racjonalizatorów".split("|");

export function makeTown(rng: Rng): Town {
  const used: string[] = [];
  const [own, other] = [drawName(rng, used), drawName(rng, used)];
  const voivodeship = rng.pick(voivodeships);
  const [powiat, commune] = [String(rng.int(2, 28)).padStart(2, "0"), String(rng.int(1, 9)).padStart(2, "0")];
  // Codes of voivodeships are even and end at 32: this one is nobody's.
  const province = rng.pick(["34", "36", "38"]);
  const city = rng.chance(0.5);
  const people = makePeople(rng.fork("people"));
  const postcode = `${rng.int(91, 98)}-${rng.int(210, 890)}`;
  const clerks = (count: number) => Array.from({ length: count }, () => people.clerk());
  return {
    name: own.nom,
    genitive: own.gen,
    locative: own.loc,
    adjective: own.adjective,
    city,
    voivodeship,
    terc: `${province}${powiat}${commune}1`,
    unit: `${province}${powiat}${commune}_1`,
    postcode,
    offices: makeOffices(rng.fork("offices"), { own, other, voivodeship, city, postcode }),
    precincts: makePrecincts(rng.fork("precincts")),
    numbers: makeNumbers(rng.fork("numbers")),
    people,
    clerks: { permits: clerks(4), planning: clerks(3) },
  };
}

type Name = ReturnType<typeof drawName>;

/** Offices of adjectival name: „Starosta Jodłowski, Starosty Jodłowskiego”. */
function adjectival(title: [string, string, string, string], adjective: string) {
  const stem = `${adjective.slice(0, 1).toUpperCase()}${adjective.slice(1, -1)}`;
  const [nom, gen, dat, ins] = title;
  return {
    nom: `${nom} ${stem}i`,
    gen: `${gen} ${stem}iego`,
    dat: `${dat} ${stem}iemu`,
    ins: `${ins} ${stem}im`,
  };
}

function ofPlace(title: [string, string, string, string], place: string) {
  const [nom, gen, dat, ins] = title;
  return { nom: `${nom} ${place}`, gen: `${gen} ${place}`, dat: `${dat} ${place}`, ins: `${ins} ${place}` };
}

const titles = {
  starosta: ["Starosta", "Starosty", "Staroście", "Starostą"],
  president: ["Prezydent Miasta", "Prezydenta Miasta", "Prezydentowi Miasta", "Prezydentem Miasta"],
  mayor: ["Burmistrz", "Burmistrza", "Burmistrzowi", "Burmistrzem"],
  voivode: ["Wojewoda", "Wojewody", "Wojewodzie", "Wojewodą"],
  sko: [
    "Samorządowe Kolegium Odwoławcze w",
    "Samorządowego Kolegium Odwoławczego w",
    "Samorządowemu Kolegium Odwoławczemu w",
    "Samorządowym Kolegium Odwoławczym w",
  ],
  pinb: [
    "Powiatowy Inspektor Nadzoru Budowlanego w",
    "Powiatowego Inspektora Nadzoru Budowlanego w",
    "Powiatowemu Inspektorowi Nadzoru Budowlanego w",
    "Powiatowym Inspektorem Nadzoru Budowlanego w",
  ],
  monuments: [
    "Wojewódzki Konserwator Zabytków w",
    "Wojewódzkiego Konserwatora Zabytków w",
    "Wojewódzkiemu Konserwatorowi Zabytków w",
    "Wojewódzkim Konserwatorem Zabytków w",
  ],
  fire: [
    "Komendant Powiatowy Państwowej Straży Pożarnej w",
    "Komendanta Powiatowego Państwowej Straży Pożarnej w",
    "Komendantowi Powiatowemu Państwowej Straży Pożarnej w",
    "Komendantem Powiatowym Państwowej Straży Pożarnej w",
  ],
  sanitary: [
    "Państwowy Powiatowy Inspektor Sanitarny w",
    "Państwowego Powiatowego Inspektora Sanitarnego w",
    "Państwowemu Powiatowemu Inspektorowi Sanitarnemu w",
    "Państwowym Powiatowym Inspektorem Sanitarnym w",
  ],
  roads: [
    "Zarząd Dróg Miejskich w",
    "Zarządu Dróg Miejskich w",
    "Zarządowi Dróg Miejskich w",
    "Zarządem Dróg Miejskich w",
  ],
} satisfies Record<string, [string, string, string, string]>;

function makeOffices(
  rng: Rng,
  place: { own: Name; other: Name; voivodeship: string; city: boolean; postcode: string },
): Town["offices"] {
  const { own, other, city } = place;
  const streets = rng.shuffle([
    "Ratuszowa",
    "Kancelaryjna",
    "Rynek",
    "Urzędowa",
    "Aktowa",
    "Pocztowa",
    "Sądowa",
    "Wagowa",
  ]);
  const at = (index: number, town = own.nom) => `ul. ${streets[index]} ${rng.int(1, 30)}, ${place.postcode} ${town}`;
  const voivode = place.voivodeship.slice(0, -1);
  const president = { ...ofPlace(titles.president, own.gen), address: at(0) };
  const cells = rng.pick([
    { permits: "AB", planning: "UA" },
    { permits: "BA", planning: "PP" },
    { permits: "WAB", planning: "WU" },
    { permits: "AU-01-4", planning: "AU-02-1" },
    { permits: "IR-IV", planning: "GP-II" },
  ]);
  return {
    permits: city
      ? { ...president, cell: cells.permits }
      : { ...adjectival(titles.starosta, own.adjective), address: at(1), cell: cells.permits },
    planning: city
      ? { ...president, cell: cells.planning }
      : { ...ofPlace(titles.mayor, own.gen), address: at(0), cell: cells.planning },
    appeals: { ...adjectival(titles.voivode, voivode), address: at(2), cell: rng.pick(["IF-AB", "WI-I", "IN-II"]) },
    planningAppeals: { ...ofPlace(titles.sko, own.loc), address: at(3), cell: "SKO" },
    supervision: { ...ofPlace(titles.pinb, own.loc), address: at(4), cell: "PINB" },
    monuments: { ...ofPlace(titles.monuments, own.loc), address: at(5), cell: rng.pick(["WUOZ", "ZN", "WZN"]) },
    fire: { ...ofPlace(titles.fire, own.loc), address: at(6), cell: rng.pick(["PZ", "MZ"]) },
    sanitary: { ...ofPlace(titles.sanitary, own.loc), address: at(7), cell: "NZ" },
    roads: { ...ofPlace(titles.roads, own.loc), address: at(6), cell: rng.pick(["ZD", "DT"]) },
    neighbour: {
      ...adjectival(titles.starosta, other.adjective),
      address: at(1, other.nom),
      cell: rng.pick(["AR", "BO", "WB"]),
    },
  };
}

function makePrecincts(rng: Rng): Precinct[] {
  const streets = rng.shuffle(streetNames);
  const former = rng.shuffle(formerNames);
  const codes = rng.shuffle(Array.from({ length: 60 }, (_, index) => index + 1));
  return rng
    .shuffle(precinctNames)
    .slice(0, 6)
    .map((name, index) => {
      const first = rng.int(1, 30);
      return {
        name,
        code: String(codes[index]).padStart(4, "0"),
        sheets: [first, first + 1, first + 2],
        streets: streets.slice(index * 7, index * 7 + 7).map((street, nth): Street => {
          const old = nth === 0 && index < 3 ? former[index] : undefined;
          return old ? { name: street, formerly: { name: old, until: rng.int(2008, 2017) } } : { name: street };
        }),
      };
    });
}
