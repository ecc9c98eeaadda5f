import { numberForms, yearOf } from "../../polish.ts";
import type { Rng } from "../../rng.ts";
import { ask, type Cabinet, factKey } from "../file.ts";
import { bothStyles, numbers, unanswerable } from "../questions/forms.ts";
import { byNumber, decisionSources, documentsOf, onParcel } from "../questions/permit.ts";
import { streetLocative } from "../words.ts";
import { type PermitCase, permitCase } from "./permits.ts";

/** Near-duplicates planted on purpose: what differs is one figure, and it is the one that matters. */
export function writeTwins(cabinet: Cabinet, rng: Rng): void {
  sameCaseNumber(cabinet, rng.fork("case number"));
  sameStreet(cabinet, rng.fork("street"));
  sameParcelNumber(cabinet, rng.fork("sheet"));
  longerParcelNumber(cabinet, rng.fork("longer"));
  sameDecisionNumber(cabinet, rng.fork("decision number"));
}

function trap(cabinet: Cabinet, permit: PermitCase, name: string, note: string): void {
  cabinet.traps.push({
    name,
    document: permit.decision.path,
    fact: factKey(permit.file, permit.paper, "number"),
    note,
  });
}

/** AB.6740.234.2013 and AB.6740.234.2014. */
function sameCaseNumber(cabinet: Cabinet, rng: Rng): void {
  const caseNumber = cabinet.town.numbers.caseNumber();
  const year = rng.int(2012, 2016);
  const make = (at: number) =>
    permitCase(
      cabinet,
      rng.fork(`year ${at}`),
      { key: `sameno${at}`, kind: "permit", year: year + at, works: rng.pick(["house", "trade"]), caseNumber },
      {},
    );
  const [first, second] = [make(0), make(1)];
  for (const [own, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const sources = decisionSources(own.file.model, own.decision, own.paper);
    ask(own.file, ...documentsOf(rng, own.file.model, sources, numberForms(other.decision.number)));
    trap(cabinet, own, "same-case-number", `The same case number in ${yearOf(other.decision.date)} is another case`);
  }
  const { signature } = first.file.model;
  const absent = signature.replace(`.${year}`, `.${year + 2}`);
  ask(
    first.file,
    ...unanswerable(
      rng,
      [`spis pism ${absent}`, `dec w sprawie ${absent}`],
      [`Jakie pisma są w aktach sprawy ${absent}?`],
      "The number exists in two other years only.",
      numbers(first.decision.number, second.decision.number),
    ),
  );
}

/** Two houses in one street, on parcels of their own, by one designer's hand. */
function sameStreet(cabinet: Cabinet, rng: Rng): void {
  const precinct = rng.pick(cabinet.town.precincts);
  const street = rng.pick(precinct.streets).name;
  const year = rng.int(2010, 2017);
  const make = (at: number) =>
    permitCase(
      cabinet,
      rng.fork(`house ${at}`),
      { key: `street${at}`, kind: "permit", year, works: "house", precinct, site: { street } },
      {},
    );
  const [first, second] = [make(0), make(1)];
  for (const [own, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const sources = decisionSources(own.file.model, own.decision, own.paper);
    const { site } = own.file.model;
    ask(
      own.file,
      ...bothStyles(
        rng,
        [`pnb ${site.street} ${site.house} nr`, `${site.street} ${site.house} pozwolenie`],
        [`Pod jakim numerem wydano pozwolenie na budowę przy ul. ${streetLocative(site.street)} ${site.house}?`],
        {
          family: "look-up",
          outcome: "answered",
          sources,
          values: [numberForms(own.decision.number)],
          forbidden: numberForms(other.decision.number),
          why: "The neighbour's permit is of the same street and year.",
        },
      ),
    );
    trap(cabinet, own, "same-street", `${other.file.model.site.house} in the same street has a permit of its own`);
  }
  const absent = cabinet.town.numbers.house(street);
  ask(
    first.file,
    ...unanswerable(
      rng,
      [`pnb ${street} ${absent}`],
      [`Czy wydano pozwolenie na budowę przy ul. ${streetLocative(street)} ${absent}?`],
      "Other houses of the street have permits; this one is in no paper.",
      numbers(first.decision.number, second.decision.number),
    ),
  );
}

/** 87/14 on sheet 28 and 87/14 on sheet 3 are two parcels. */
function sameParcelNumber(cabinet: Cabinet, rng: Rng): void {
  const [here, there] = cabinet.town.precincts;
  if (!here || !there) throw new Error("a town has two precincts");
  const parcel = cabinet.town.numbers.parcel(here, true);
  const twin = {
    number: parcel.number,
    precinct: there.name,
    sheet: there.sheets[0] === parcel.sheet ? (there.sheets[1] ?? 1) : (there.sheets[0] ?? 1),
  };
  const make = (at: number) => {
    const precinct = at === 0 ? here : there;
    const site = { street: rng.pick(precinct.streets).name, parcels: [at === 0 ? parcel : twin] };
    return permitCase(
      cabinet,
      rng.fork(`sheet ${at}`),
      {
        key: `sheet${at}`,
        kind: "permit",
        year: rng.int(2010, 2017),
        works: rng.pick(["house", "trade"]),
        precinct,
        site,
      },
      {},
    );
  };
  const permits = [make(0), make(1)];
  for (const own of permits) {
    const other = permits.find((one) => one !== own) as PermitCase;
    const held = own.file.model.site.parcels[0];
    ask(
      own.file,
      ...bothStyles(
        rng,
        [`pnb na ${held?.number} AM-${held?.sheet}?`, `pozwolenie dz ${held?.number} obr. ${held?.precinct}`],
        [
          `Czy dla działki nr ${held?.number}, AM-${held?.sheet}, obręb ${held?.precinct}, wydano pozwolenie na budowę?`,
        ],
        {
          family: "permit-on-parcel",
          outcome: "answered",
          sources: decisionSources(own.file.model, own.decision, own.paper),
          values: [numberForms(own.decision.number)],
          forbidden: numberForms(other.decision.number),
          why: "The same parcel number stands on another sheet in another precinct.",
        },
      ),
    );
    trap(cabinet, own, "same-parcel-number", "The parcel number stands on two sheets");
  }
}

/** 87/1 beside 87/14, where 87/4 has nothing. */
function longerParcelNumber(cabinet: Cabinet, rng: Rng): void {
  const precinct = rng.pick(cabinet.town.precincts);
  const base = rng.int(961, 995);
  const sheet = precinct.sheets[0] ?? 1;
  const make = (number: string) =>
    permitCase(
      cabinet,
      rng.fork(number),
      {
        key: `longer${number.replace("/", "_")}`,
        kind: "permit",
        year: rng.int(2010, 2017),
        works: "house",
        precinct,
        site: { street: rng.pick(precinct.streets).name, parcels: [{ number, sheet, precinct: precinct.name }] },
      },
      {},
    );
  const [short, long] = [make(`${base}/1`), make(`${base}/14`)];
  const sources = (permit: PermitCase) => decisionSources(permit.file.model, permit.decision, permit.paper);
  ask(
    short.file,
    ...onParcel(rng, short.file.model, [short.decision], sources(short), numberForms(long.decision.number)),
  );
  ask(long.file, ...onParcel(rng, long.file.model, [long.decision], sources(long), numberForms(short.decision.number)));
  trap(cabinet, short, "longer-parcel-number", `${base}/1 is not ${base}/14`);
  ask(
    short.file,
    ...unanswerable(
      rng,
      [`pnb na ${base}/4?`],
      [`Czy dla działki nr ${base}/4, obręb ${precinct.name}, wydano pozwolenie na budowę?`],
      "Two neighbouring parcels have permits, this one has none.",
      numbers(short.decision.number, long.decision.number),
    ),
  );
}

/** One number, two authorities: a bare number names both. */
function sameDecisionNumber(cabinet: Cabinet, rng: Rng): void {
  const year = rng.int(2011, 2017);
  const own = permitCase(cabinet, rng.fork("own"), { key: "samedec_own", kind: "permit", year, works: "trade" }, {});
  const other = permitCase(
    cabinet,
    rng.fork("other"),
    { key: "samedec_other", kind: "permit", year, works: "house", office: "neighbour" },
    { number: own.decision.number },
  );
  const [long = "", short = long] = numberForms(own.decision.number);
  const both = [own, other].map((permit) => ({ fact: factKey(permit.file, permit.paper, "number") }));
  ask(
    own.file,
    ...bothStyles(rng, [`dec ${short}`, `pnb ${short} co to`], [`Czego dotyczy decyzja nr ${long}?`], {
      family: "decision-number",
      outcome: "answered",
      all: true,
      sources: both,
      values: [own, other].map(({ file: { office, model } }) => [office.nom, office.gen, office.ins, model.signature]),
      forbidden: [],
      why: "Two authorities gave a decision of this number: all candidates, told apart.",
    }),
  );
  const named = cabinet.town.offices.permits;
  ask(
    own.file,
    ...byNumber(rng, own.decision, decisionSources(own.file.model, own.decision, own.paper))
      .filter(({ style }) => style === "sentence")
      .map((question) => ({ ...question, question: `Co rozstrzygnięto w decyzji ${named.gen} nr ${long}?` })),
  );
  trap(cabinet, other, "same-decision-number", `${own.decision.authority} gave another decision of the same number`);
}
