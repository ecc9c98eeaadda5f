import { addDays, workday, yearOf } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import { type Area, area, areaOf, type Plan } from "./plan.ts";
import { journalOf } from "./resolution.ts";

/** The plans of the archive. Two of them hold for the same ground, one after the other. */
export interface Plans {
  /** Rules in running text; later amended in one parameter. */
  text: Plan;
  /** Rules in tables; took the place of `old`. */
  tables: Plan;
  /** Kept as HTML saved from Word. */
  old: Plan;
  /** Printed in two columns. */
  columns: Plan;
  /** The amendment of `text`: number, dates and the one area that it changes, with the new rules. */
  amendment: Plan;
}

const names =
  "Nad Strugą|Za Torami|Stare Ogrody|Pod Skarpą|Winna Góra|Łąki Dolne|Osiedle Wrzosowe|Śródmieście Północ|Zielony Klin|Rozstaje|Nowe Pole|Przy Grobli".split(
    "|",
  );
const sessions = "IV VII IX XI XIV XVI XVIII XXI XXIV XXVII XXIX XXXI XXXIV XXXVII XXXIX XLII XLV".split(" ");

interface Basics {
  key: string;
  name: string;
  precinct: string;
  year: number;
  areas: Area[];
}

export function drawPlans(town: Town, rng: Rng): Plans {
  const resolutions = rng.shuffle(sessions);
  const numbers = new Set<number>();
  const plan = ({ key, name, precinct, year, areas }: Basics): Plan => {
    const passedOn = workday(
      `${year}-${String(rng.int(1, 11)).padStart(2, "0")}-${String(rng.int(5, 25)).padStart(2, "0")}`,
    );
    const publishedOn = workday(addDays(passedOn, rng.int(24, 50)));
    let number = rng.int(31, 640);
    while (numbers.has(number)) number += 1;
    numbers.add(number);
    return {
      key: `plan.${key}`,
      resolution: `${resolutions.pop()}/${number}/${year}`,
      passedOn,
      publishedOn,
      inForceFrom: addDays(publishedOn, 31),
      journal: journalOf(town, publishedOn, rng.int(11, 240), rng.int(620, 4890)),
      name,
      precinct,
      areas,
      fee: rng.pick([5, 10, 15, 20, 25, 30]),
    };
  };
  const [first = "", second = "", third = "", fourth = ""] = rng.shuffle(names);
  const [here, there, centre] = rng.shuffle(town.precincts).map(({ name }) => name) as [string, string, string];
  const text = plan({ key: "text", name: first, precinct: here, year: rng.int(2008, 2011), areas: textAreas(rng) });
  const old = plan({
    key: "old",
    name: second,
    precinct: there,
    year: rng.int(2000, 2002),
    areas: oldAreas(rng, text),
  });
  const tables = plan({
    key: "tables",
    name: third,
    precinct: there,
    year: rng.int(2013, 2016),
    areas: tableAreas(rng, text, old),
  });
  const columns = plan({
    key: "columns",
    name: fourth,
    precinct: centre,
    year: rng.int(2005, 2007),
    areas: columnAreas(rng),
  });
  const amendment = plan({
    key: "amendment",
    name: first,
    precinct: here,
    year: yearOf(text.passedOn) + rng.int(3, 5),
    areas: [area(rng, "1U", [areaOf(text, "1U").rules])],
  });
  return { text, old: { ...old, inForceUntil: tables.inForceFrom }, tables, columns, amendment };
}

function textAreas(rng: Rng): Area[] {
  return [
    area(rng, "1MN"),
    area(rng, "2MN", [], ["plot"]),
    area(rng, "3MN"),
    area(rng, "1MW", [], ["intensity"]),
    area(rng, "2MW"),
    area(rng, "1U"),
    area(rng, "2U", [], ["parking"]),
    area(rng, "4MN/U"),
    area(rng, "5MN/U"),
    area(rng, "3MW", [], ["parking"]),
    area(rng, "4U"),
    area(rng, "1ZP"),
    area(rng, "2ZP"),
    area(rng, "4ZP"),
    area(rng, "1KDL"),
    area(rng, "2KDL"),
    area(rng, "1KDD"),
    area(rng, "2KDW"),
  ];
}

function oldAreas(rng: Rng, text: Plan): Area[] {
  return [
    area(rng, "1MN", [areaOf(text, "1MN").rules], ["intensity"]),
    area(rng, "2MN", [areaOf(text, "2MN").rules], ["intensity", "parking"]),
    area(rng, "3MN", [areaOf(text, "3MN").rules], ["intensity"]),
    area(rng, "1U", [areaOf(text, "1U").rules], ["intensity"]),
    area(rng, "1KDD"),
  ];
}

function tableAreas(rng: Rng, text: Plan, old: Plan): Area[] {
  const taken = (symbol: string) =>
    [text, old].flatMap((plan) => plan.areas.filter((one) => one.symbol === symbol).map(({ rules }) => rules));
  return [
    area(rng, "1MN", taken("1MN")),
    area(rng, "2MN", taken("2MN")),
    area(rng, "3MN", taken("3MN")),
    area(rng, "4MN", taken("3MN"), ["line"]),
    area(rng, "5MN"),
    area(rng, "2MW", taken("2MW")),
    area(rng, "1U", taken("1U")),
    area(rng, "3U", [], ["storeys"]),
    area(rng, "6MN/U"),
    area(rng, "1P"),
    area(rng, "2P", [], ["intensity"]),
    area(rng, "2ZP"),
    area(rng, "1KDD"),
    area(rng, "2KDD"),
  ];
}

function columnAreas(rng: Rng): Area[] {
  return [
    area(rng, "1MN/U"),
    area(rng, "2MN/U", [], ["parking"]),
    area(rng, "3MN/U"),
    area(rng, "6MW"),
    area(rng, "7MW"),
    area(rng, "4U"),
    area(rng, "5U"),
    area(rng, "5ZP"),
    area(rng, "6ZP"),
    area(rng, "1KDL"),
    area(rng, "3KDD"),
  ];
}
