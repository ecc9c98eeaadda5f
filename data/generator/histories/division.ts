import type { Cabinet } from "../cases/file.ts";
import type { Rng } from "../rng.ts";
import { dateLong } from "../polish.ts";
import { bothStyles, numbers } from "../cases/questions/forms.ts";
import { ask, factKey, later } from "../cases/file.ts";
import { opened, writePermit, writePlain } from "./short.ts";
import type { HistoryPlants } from "./truth.ts";

/** A permit on undivided ground, the division, and a permit on one part; a neighbour's number that looks like a part and is none. */
export function divided(cabinet: Cabinet, rng: Rng, { divisions }: HistoryPlants): void {
  const { town } = cabinet;
  const precinct = rng.pick(town.precincts);
  const whole = town.numbers.parcel(precinct, false);
  const base = opened(cabinet, rng.fork("base"), {
    key: "history/whole",
    year: 2010,
    precinct,
    site: siteOf(cabinet, rng, precinct, [whole]),
  });
  const first = writePermit(base);
  const [one, two] = [1, 2].map((part) => ({ ...whole, number: `${whole.number}/${part}` }));
  if (!one || !two) throw new Error("two parts");
  const survey = opened(cabinet, rng.fork("survey"), {
    key: "history/survey",
    kind: "letter",
    year: 2012,
    precinct,
    origin: base.model,
  });
  later(survey, 3, 9);
  const day = survey.today;
  const place = `AM-${whole.sheet}, obręb ${whole.precinct}`;
  writePlain(survey, {
    name: "zawiadomienie_o_zmianach",
    kind: "letter",
    title: "Zawiadomienie",
    sentence: `Zawiadamia się o zmianie w ewidencji gruntów: działka nr ${whole.number}, ${place}, została podzielona na działki nr ${one.number} i ${two.number} z dniem ${dateLong(day)}`,
    what: "division",
  });
  const last = opened(cabinet, rng.fork("part"), {
    key: "history/part",
    year: 2014,
    precinct,
    site: siteOf(cabinet, rng, precinct, [one]),
  });
  const second = writePermit(last, [`Działka nr ${one.number} powstała z podziału działki nr ${whole.number}.`]);
  divisions.push({ former: whole, later: [one, two], date: day });
  const sources = [{ fact: factKey(base, "decyzja", "number") }, { fact: factKey(last, "decyzja", "number") }];
  ask(
    last,
    ...bothStyles(
      rng,
      [`historia dz ${one.number} obr ${whole.precinct}`],
      [
        `Jaka jest historia działki nr ${one.number}, AM-${whole.sheet}, obręb ${whole.precinct}, także sprzed podziału?`,
      ],
      {
        family: "history",
        outcome: "answered",
        sources,
        all: true,
        values: [numbers(first.number), numbers(second.number)],
        forbidden: [],
        why: "The parcel came of a division that a letter tells of; the first permit was given for the undivided ground.",
      },
    ),
  );
}

function siteOf(
  cabinet: Cabinet,
  rng: Rng,
  precinct: Parameters<typeof cabinet.town.numbers.parcel>[0],
  parcels: ReturnType<typeof cabinet.town.numbers.parcel>[],
) {
  return { street: rng.pick(precinct.streets).name, parcels: parcels.map((parcel) => ({ ...parcel })) };
}
