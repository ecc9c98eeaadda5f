import type { DecisionModel, PlanModel } from "../model.ts";
import { para } from "../paper/compose.ts";
import type { Block } from "../paper/blocks.ts";
import { dateLong, figure, yearOf } from "../polish.ts";
import { finalAfter, operativePoint, outcomeFact, writeDecision, writeFinality } from "./decision.ts";
import { type CaseFile, fact, later } from "./file.ts";
import { act } from "./law.ts";
import { type Neighbour, writeApplication, writeCommencement, writeDelivery, writeParties } from "./papers.ts";
import { builderInstructions } from "./wording/instructions.ts";
import { permitLaw } from "./wording/legal.ts";
import { checked, design, figures, filed, granted, parties, utilities } from "./wording/permit.ts";
import { drawRemark, remarkText } from "./wording/remarks.ts";
import { atAddress, dayWriter, onParcels, parcelsShort, plainName, styled } from "./words.ts";

/** Neighbours of a site: made-up owners of parcels that no case is about. */
export function drawNeighbours(file: CaseFile, count: number): Neighbour[] {
  const { town, model } = file;
  const precinct = town.precincts.find((one) => one.name === model.site.parcels[0]?.precinct) ?? town.precincts[0];
  if (!precinct) throw new Error("a town has precincts");
  return Array.from({ length: count }, () => ({
    party: town.people.person(`ul. ${model.site.street}, ${town.postcode} ${town.name}`),
    parcel: town.numbers.parcel(precinct).number,
  }));
}

export function permitBasis(file: CaseFile): string {
  const { rng, today } = file;
  return rng.pick([
    `Na podstawie art. 28, art. 33 ust. 1, art. 34 ust. 4 i art. 36 ${act("building", today)} oraz art. 104 ${act("procedure", today)},`,
    `Działając na podstawie art. 104 ${act("procedure", today)} w zw. z art. 28 ust. 1, art. 34 ust. 4 i art. 35 ${act("building", today)},`,
  ]);
}

export function matterOf(file: CaseFile): string {
  const { model, rng } = file;
  return rng.pick([
    `po rozpatrzeniu wniosku z dnia ${dateLong(model.applicationDate)} (nr ${model.applicationNumber}) złożonego przez ${styled(model.applicant, "acc")},`,
    `po rozpatrzeniu wniosku ${styled(model.applicant, "gen")} z dnia ${dateLong(model.applicationDate)}, zarejestrowanego pod nr ${model.applicationNumber},`,
  ]);
}

/** The operative part of a permit: what is approved, for whom, where, and on which conditions. */
function permitOperative(file: CaseFile, name: string) {
  const { model, rng } = file;
  const { works, site, designer, applicant } = model;
  const words = rng.pick([
    "zatwierdzam projekt budowlany i udzielam pozwolenia na budowę",
    "ZATWIERDZAM PROJEKT BUDOWLANY I UDZIELAM POZWOLENIA NA BUDOWĘ",
    "zatwierdzam przedłożony projekt budowlany i udzielam pozwolenia na budowę",
  ]);
  const forWhom = `dla: ${plainName(applicant)}`;
  const what = `obejmującego: ${works.accusative} ${atAddress(site)}, na ${onParcels(site.parcels)}`;
  const author = `autor projektu: ${designer.name.nom}, nr uprawnień ${designer.licence},`;
  const volume = works.volume ? `, kubatura ${figure(works.volume)} m³` : "";
  const category = `kategoria obiektu budowlanego: ${works.category}${volume}`;
  return [
    operativePoint(words, [outcomeFact(file, name, "granted", words)]),
    operativePoint(forWhom, [fact(file, name, "applicant", plainName(applicant), forWhom)]),
    operativePoint(what, [fact(file, name, "works", works.name, what)]),
    operativePoint(category, [fact(file, name, "category", works.category, category)]),
    operativePoint(author, [fact(file, name, "designer", designer.name.nom, author)]),
    operativePoint("z zachowaniem następujących warunków, wynikających z art. 36 ust. 1 Prawa budowlanego:"),
    ...rng
      .shuffle(conditions)
      .slice(0, 3)
      .map((text, index) => operativePoint(`${index + 1}) ${text}`)),
  ];
}

const conditions: readonly string[] = [
  "roboty prowadzić pod nadzorem osoby posiadającej uprawnienia budowlane w odpowiedniej specjalności,",
  "teren budowy ogrodzić i oznakować, a drogi dojazdowe utrzymywać w czystości,",
  "obiekt wytyczyć geodezyjnie w terenie, a po zakończeniu sporządzić inwentaryzację powykonawczą,",
  "odpady z budowy przekazywać podmiotom uprawnionym do ich zagospodarowania,",
  "w razie natrafienia na przedmioty o cechach zabytku wstrzymać roboty i powiadomić właściwe organy,",
  "masy ziemne z wykopów zagospodarować w granicach terenu inwestycji,",
  "drzewa i krzewy nieprzeznaczone do usunięcia zabezpieczyć na czas robót,",
];

/** The grounds of a permit, long enough to hide things in. */
function permitGrounds(file: CaseFile, neighbours: Neighbour[], extra: (string | Block)[]): (string | Block)[] {
  const { rng } = file;
  const context = { file, day: dayWriter(rng) };
  const law = rng.shuffle(permitLaw);
  const neighbour = neighbours[0];
  const remark = neighbour ? [remarkText(rng, ownerOf(neighbour), file.today, drawRemark(rng))] : [];
  return [
    filed(context),
    parties(context),
    ...law.slice(0, rng.int(7, 9)),
    design(context),
    figures(context),
    utilities(context),
    ...remark,
    ...extra,
    ...law.slice(9, 9 + rng.int(7, 11)),
    checked(context),
    granted(context),
  ];
}

/** Genitive: „Pani Haliny Rzepodalskiej, właścicielki działki nr 22/3”. */
export function ownerOf({ party, parcel }: Neighbour): string {
  return `${styled(party, "gen")}, ${party.female ? "właścicielki" : "właściciela"} działki nr ${parcel}`;
}

/** The plan in force for the site's precinct on the day of writing. */
function planOf(file: CaseFile): PlanModel | undefined {
  const precinct = file.model.site.parcels[0]?.precinct;
  return file.cabinet.plans.find(
    (plan) =>
      plan.precinct === precinct &&
      plan.inForceFrom <= file.today &&
      (plan.inForceUntil === undefined || file.today < plan.inForceUntil),
  );
}

function planGround(file: CaseFile, paper: string): Block[] {
  const plan = planOf(file);
  if (!plan) return [];
  const quote = file.rng.pick([
    `plan miejscowy „${plan.name}”, uchwalony uchwałą nr ${plan.resolution} z dnia ${dateLong(plan.passedOn)}`,
    `miejscowy plan zagospodarowania przestrzennego „${plan.name}” (uchwała nr ${plan.resolution} z dnia ${dateLong(plan.passedOn)}, ${plan.journal})`,
  ]);
  const text = file.rng.pick([
    `Na terenie inwestycji obowiązuje ${quote}. Zamierzenie mieści się w przeznaczeniu terenu i nie narusza jego ustaleń.`,
    `Zgodność projektu badano z aktem prawa miejscowego, którym w dniu orzekania jest ${quote}.`,
  ]);
  return [para(text, [fact(file, paper, "plan", plan.resolution, quote)], { indent: 18, gap: 7 })];
}

export interface PermitOptions {
  neighbours?: number;
  /** Finality by a stamp on the decision (default), by a paper of its own, or told by no paper. */
  finality?: "stamp" | "paper" | "untold";
  /** A number that a twin has already. */
  number?: string;
  /** Papers between application and decision (calls, opinions); gives back what the grounds say of them. */
  between?: (file: CaseFile) => (string | Block)[];
}

export interface Permitted {
  /** The local plan that the grounds name. */
  plan?: PlanModel;
  decision: DecisionModel;
  neighbours: Neighbour[];
  /** Name of the decision's paper, for keys of its facts. */
  paper: string;
  /** Key of the fact that tells the finality, when any paper does. */
  finality: string;
}

/** From application to permit; the log of the case is the caller's. */
export function writePermit(file: CaseFile, options: PermitOptions = {}): Permitted {
  const { rng, model } = file;
  const { office } = file;
  const neighbours = drawNeighbours(file, options.neighbours ?? rng.int(0, 3));
  writeApplication(
    file,
    office,
    `o zatwierdzenie projektu budowlanego i udzielenie pozwolenia na ${model.works.accusative}`,
  );
  later(file, 5, 15);
  if (neighbours.length > 0) {
    writeParties(file, office, neighbours);
    writeCommencement(file, office, neighbours);
  }
  const extra = options.between?.(file) ?? [];
  return grantPermit(file, neighbours, extra, {
    name: "decyzja",
    finality: options.finality ?? "stamp",
    ...(options.number ? { number: options.number } : {}),
  });
}

/** The decision itself, with its delivery and what makes it known to be final. */
export function grantPermit(
  file: CaseFile,
  neighbours: Neighbour[],
  extra: (string | Block)[],
  options: { name: string; finality: "stamp" | "paper" | "untold"; number?: string },
): Permitted {
  const { town, rng, model } = file;
  const { office } = file;
  const { name, finality } = options;
  later(file, 15, 45);
  const plan = planOf(file);
  const decision = writeDecision(file, {
    name,
    kind: "permit_decision",
    office,
    second: town.offices.appeals,
    number: options.number ?? town.numbers.decision(yearOf(file.today)),
    outcome: "granted",
    title: `Decyzja o pozwoleniu na budowę – ${parcelsShort(model.site.parcels)}`,
    basis: permitBasis(file),
    matter: matterOf(file),
    operative: permitOperative(file, name),
    grounds: permitGrounds(file, neighbours, [...planGround(file, name), ...extra]),
    instructions: builderInstructions(rng, file.today, town.offices.supervision),
    recipients: [
      plainName(model.applicant),
      ...neighbours.map((one) => plainName(one.party)),
      "a/a",
      "PINB – do wiadomości",
    ],
    ...(finality === "untold" ? {} : { finalOn: finalAfter(file) }),
    stamped: finality === "stamp",
    logged: "decyzja o pozwoleniu na budowę",
  });
  writeDelivery(file, `decyzja nr ${decision.number}`, plainName(model.applicant), office.nom);
  later(file, 30, 60);
  if (finality === "paper") writeFinality(file, decision, office);
  const paper = finality === "paper" ? `poswiadczenie_${model.decisions.length}` : name;
  return { decision, neighbours, paper: name, ...(plan ? { plan } : {}), finality: `${model.key}/${paper}/finality` };
}
