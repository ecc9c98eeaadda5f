import type { Outcome } from "../../../src/core/outcome.ts";
import { drawWorks, type WorksAction, type WorksGroup } from "../cases/works.ts";
import { addDays, workday, yearOf } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import type { Entry } from "./entry.ts";

const groups: WorksGroup[] = ["house", "house", "house", "flats", "trade", "trade", "small", "networks"];
const actions: WorksAction[] = ["build", "build", "build", "extend", "rebuild", "raise"];

interface Frame {
  key: string;
  kind: Entry["kind"];
  date: string;
  outcome: Outcome;
  parcels: number;
}

/** A case that no paper of the archive tells of. */
function drawEntry(town: Town, rng: Rng, frame: Frame): Entry {
  const precinct = rng.pick(town.precincts);
  const street = rng.pick(precinct.streets).name;
  const group = frame.kind === "notification" ? rng.pick(["small", "networks"] as const) : rng.pick(groups);
  const { works, company } = drawWorks(
    rng,
    group,
    group === "networks" || group === "small" ? "build" : rng.pick(actions),
  );
  const applicationDate = workday(addDays(frame.date, -rng.int(20, 140)));
  const sheet = rng.pick(precinct.sheets);
  const year = yearOf(applicationDate);
  const jrwa = frame.kind === "notification" ? "6743" : "6740";
  const clerk = rng.pick(town.clerks.permits);
  const office = town.offices.permits;
  return {
    key: frame.key,
    kind: frame.kind,
    signature: `${office.cell}.${jrwa}.${town.numbers.caseNumber()}.${year}.${clerk.initials}`,
    applicationNumber: town.numbers.application(year),
    applicationDate,
    number: town.numbers.decision(yearOf(frame.date)),
    date: frame.date,
    outcome: frame.outcome,
    authority: office.nom,
    works,
    street,
    house: town.numbers.house(street),
    parcels: Array.from({ length: frame.parcels }, () => ({ ...town.numbers.parcel(precinct), sheet })),
    ...(company ? { investor: town.people.company(office.address).name.nom.replace(/^spółka /, "") } : {}),
    designer: town.people.designer(),
  };
}

function day(rng: Rng, from: number, to: number): string {
  return workday(
    `${rng.int(from, to)}-${String(rng.int(1, 12)).padStart(2, "0")}-${String(rng.int(1, 28)).padStart(2, "0")}`,
  );
}

export interface RegisterOnly {
  national: Entry[];
  notifications: Entry[];
  early: Entry[];
  late: Entry[];
}

export function drawRegisterOnly(town: Town, rng: Rng): RegisterOnly {
  const many = (count: number, name: string, draw: (own: Rng, at: number) => Omit<Frame, "key">): Entry[] =>
    Array.from({ length: count }, (_, at) => {
      const own = rng.fork(`${name} ${at}`);
      return drawEntry(town, own, { key: `register.${name}.${at}`, ...draw(own, at) });
    });
  const outcomes: Outcome[] = ["granted", "granted", "granted", "granted", "refused", "discontinued"];
  const city = (from: number, to: number) => (own: Rng, at: number) =>
    ({
      kind: "permit",
      date: day(own, from, to),
      outcome: outcomes[at % outcomes.length] ?? "granted",
      parcels: own.pick([1, 1, 2, 3]),
    }) as const;
  return {
    national: many(66, "national", (own, at) => ({
      kind: "permit",
      date: day(own, 2016, 2023),
      outcome: "granted",
      parcels: at % 9 === 0 ? own.int(4, 11) : own.pick([1, 1, 1, 2]),
    })),
    notifications: many(34, "notification", (own) => ({
      kind: "notification",
      date: day(own, 2016, 2023),
      outcome: "no_objection",
      parcels: own.pick([1, 1, 2, 4]),
    })),
    early: many(64, "early", city(2009, 2012)),
    late: many(60, "late", city(2013, 2015)),
  };
}
