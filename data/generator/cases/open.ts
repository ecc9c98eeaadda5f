import type { ParcelTruth } from "../ground-truth.ts";
import type { CaseKind, CaseModel } from "../model.ts";
import { addDays, plainLetters, workday, yearOf } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Precinct } from "../precinct.ts";
import type { Office, Town } from "../town.ts";
import type { Cabinet, CaseFile } from "./file.ts";
import { drawWorks, type WorksAction, type WorksGroup } from "./works.ts";

export interface Opening {
  key: string;
  kind: CaseKind;
  year: number;
  works: WorksGroup;
  action?: WorksAction;
  /** Twins take what another case has. */
  caseNumber?: number;
  site?: { street: string; house?: string; parcels?: ParcelTruth[] };
  /** The office that leads the case, where it is not the one of its kind. */
  office?: keyof Town["offices"];
  /** Number of parcels. */
  parcels?: number;
  applicant?: CaseModel["applicant"];
  /** The earlier case whose site, works and people this one goes on with. */
  origin?: CaseModel;
  precinct?: Precinct;
}

/** JRWA classes by kind of case, before and since 2011. */
const classes: Record<CaseKind, [old: string, present: string]> = {
  permit: ["7351", "6740"],
  replacement: ["7351", "6740"],
  transfer: ["7351", "6740"],
  repeal: ["7351", "6740"],
  expiry: ["7351", "6740"],
  notification: ["7352", "6743"],
  planning: ["7331", "6730"],
  occupancy: ["7353", "5121"],
  letter: ["0717", "1431"],
};

function makeSignature(town: Town, opening: Opening, number: number, initials: string): string {
  const [old, present] = classes[opening.kind];
  const { cell } = opening.kind === "occupancy" ? town.offices.supervision : officeOf(town, opening);
  const { year } = opening;
  if (year >= 2011) {
    const group = opening.kind === "permit" && town.postcode.charCodeAt(4) % 2 === 0 ? ".1" : "";
    return `${cell}.${present}${group}.${number}.${year}.${initials}`;
  }
  return `${cell.replace(/-.*/, "")}.II.${old}-${number}/${String(year % 100).padStart(2, "0")}`;
}

function officeOf(town: Town, { kind, office }: Opening): Office {
  return town.offices[office ?? (kind === "planning" ? "planning" : "permits")];
}

/** Opens a case file: names, numbers and site are drawn; papers follow. */
export function openCase(cabinet: Cabinet, rng: Rng, opening: Opening): CaseFile {
  const { town } = cabinet;
  const { origin } = opening;
  const { works, company } = drawWorks(rng, opening.works, opening.action);
  const precinct = opening.precinct ?? rng.pick(town.precincts);
  const street = opening.site?.street ?? rng.pick(precinct.streets).name;
  const clerk = rng.pick(opening.kind === "planning" ? town.clerks.planning : town.clerks.permits);
  const number = opening.caseNumber ?? town.numbers.caseNumber();
  const signature = makeSignature(town, opening, number, clerk.initials);
  const applicationDate = workday(addDays(`${opening.year}-01-08`, rng.int(0, 270)));
  const home = `ul. ${rng.pick(town.precincts[0]?.streets ?? []).name} ${rng.int(2, 60)}, ${town.postcode} ${town.name}`;
  const { person, company: firm, designer } = town.people;
  const model: CaseModel = {
    key: opening.key,
    kind: opening.kind,
    signature,
    applicationNumber: town.numbers.application(yearOf(applicationDate)),
    applicationDate,
    works: origin?.works ?? works,
    site: origin?.site ?? {
      street,
      house: opening.site?.house ?? town.numbers.house(street),
      parcels:
        opening.site?.parcels ?? Array.from({ length: opening.parcels ?? 1 }, () => town.numbers.parcel(precinct)),
    },
    applicant: opening.applicant ?? origin?.applicant ?? (company ? firm(home) : person(home)),
    designer: origin?.designer ?? designer(),
    decisions: [],
    papers: [],
  };
  // Parcels of one case lie on one sheet.
  for (const parcel of model.site.parcels) parcel.sheet = model.site.parcels[0]?.sheet ?? 1;
  cabinet.cases.push(model);
  return {
    cabinet,
    town,
    rng,
    model,
    clerk,
    office: officeOf(town, opening),
    folder: folderOf(rng, signature, opening.year),
    naming: rng.pick(["numbered", "numbered", "dated", "scanner"]),
    today: applicationDate,
    log: [],
  };
}

function folderOf(rng: Rng, signature: string, year: number): string {
  const safe = plainLetters(signature).replaceAll("/", "-");
  return rng.chance(0.5) ? `${year}/${safe}` : safe;
}
