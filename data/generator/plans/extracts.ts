import type { CaseModel, PlanModel, QuestionDraft, SequelMaker } from "../model.ts";
import type { Paper } from "../paper/blocks.ts";
import { centred, drawLook, para, point, told } from "../paper/compose.ts";
import { addDays, dateLong, figure, figureForms, plainLetters, workday, yearOf } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import { storeyForms } from "./rule-wording.ts";

const most = 9;

/** Extracts from the plan in force, for parcels of the archive's cases (art. 30 of the planning act). */
export const makeExtracts: SequelMaker = (town, rng, cases, plans) => {
  const pairs = rng
    .shuffle(cases)
    .flatMap((model) => plans.flatMap((plan) => (holdsFor(plan, model) ? [{ model, plan }] : [])))
    .slice(0, most);
  const made = pairs.map(({ model, plan }) => makeExtract(town, rng.fork(model.key), model, plan));
  return {
    papers: made.map(({ paper }) => paper),
    cases: [],
    questions: made.slice(0, 4).flatMap(({ questions }) => questions),
    traps: [],
    notCovered: [],
  };
};

function asked(model: CaseModel): string {
  return workday(addDays(model.applicationDate, -75));
}

function holdsFor(plan: PlanModel, model: CaseModel): boolean {
  const day = asked(model);
  const here = model.site.parcels[0]?.precinct === plan.precinct;
  return here && plan.inForceFrom <= day && (plan.inForceUntil === undefined || day < plan.inForceUntil);
}

/** The area that such works would lie in. */
function areaFor(rng: Rng, plan: PlanModel, model: CaseModel): PlanModel["areas"][number] {
  const wanted = { I: /MN/, III: /MN/, XIII: /MW/ }[model.works.category] ?? /U|P$/;
  // 1U was amended later: an extract could not tell its height without telling when.
  const built = plan.areas.filter(({ symbol, maxHeight }) => symbol !== "1U" && maxHeight !== undefined);
  const fitting = built.filter(({ symbol }) => wanted.test(symbol));
  return rng.pick(fitting.length > 0 ? fitting : built);
}

function makeExtract(
  town: Town,
  rng: Rng,
  model: CaseModel,
  plan: PlanModel,
): { paper: Paper; questions: QuestionDraft[] } {
  const date = asked(model);
  const clerk = rng.pick(town.clerks.planning);
  const office = town.offices.planning;
  const area = areaFor(rng, plan, model);
  const [first] = model.site.parcels;
  const number = town.numbers.caseNumber();
  const year = yearOf(date);
  const signature =
    year < 2011
      ? `${office.cell.replace(/-.*/, "")}.7327-${number}/${String(year % 100).padStart(2, "0")}`
      : `${office.cell}.6727.${number}.${year}.${clerk.initials}`;
  const key = `extract.${model.key}`;
  const parcels = model.site.parcels.map((parcel) => parcel.number).join(", ");
  const paper: Paper = {
    path: `wypisy/${year}/${plainLetters(signature).replaceAll("/", "-")}.pdf`,
    format: "pdf",
    kind: "plan_extract",
    title: `Wypis i wyrys – dz. ${parcels}`,
    blocks: [
      para(office.nom.toUpperCase(), [], { bold: true, gap: 2 }),
      para(office.address),
      para(`${town.name}, dnia ${dateLong(date)}`, [], { align: "right" }),
      para(`Znak: ${signature}`, [told(`${key}.signature`, "signature", signature, signature)]),
      centred("WYPIS I WYRYS\nz miejscowego planu zagospodarowania przestrzennego"),
      ...extractBody(
        rng,
        key,
        plan,
        area,
        `dz. nr ${parcels}, AM-${first?.sheet ?? 1}, obręb ${first?.precinct ?? ""}`,
      ),
      para(`z up. ${office.gen}\n${clerk.name}`, [], { left: 280 }),
    ],
    look: drawLook(rng.fork("look"), { size: rng.pick([10, 11]) }),
    signature,
    authority: office.nom,
    date,
    parcels: model.site.parcels,
    address: `${model.site.street} ${model.site.house}`,
    traps: [],
  };
  return { paper, questions: extractQuestions(rng, key, model, area) };
}

function extractBody(rng: Rng, key: string, plan: PlanModel, area: PlanModel["areas"][number], where: string) {
  const lies = rng.pick([
    `leży na terenie oznaczonym w planie symbolem ${area.symbol} – ${area.use}`,
    `znajduje się w granicach terenu ${area.symbol} (${area.use})`,
    `przeznaczona jest w planie pod ${area.symbol} – ${area.use}`,
  ]);
  const height = `maksymalna wysokość budynków: ${figure(area.maxHeight ?? 0)} m`;
  const storeys = `liczba kondygnacji nadziemnych: do ${area.maxStoreys ?? 0}`;
  return [
    para(
      `Na podstawie art. 30 ust. 1 ustawy o planowaniu i zagospodarowaniu przestrzennym zaświadcza się, że nieruchomość ${where} ${lies}.`,
      [told(`${key}.area`, "extract-area", area.symbol, lies)],
    ),
    para(
      `Dla nieruchomości obowiązuje miejscowy plan zagospodarowania przestrzennego „${plan.name}”, uchwała nr ${plan.resolution} z dnia ${dateLong(plan.passedOn)} (${plan.journal}).`,
      [told(`${key}.plan`, "extract-plan", plan.resolution, `uchwała nr ${plan.resolution}`)],
    ),
    para("Ustalenia szczegółowe dla terenu:"),
    point(`– ${height};`, [told(`${key}.height`, "extract-height", `${area.maxHeight} m`, height)]),
    ...(area.maxStoreys === undefined
      ? []
      : [point(`– ${storeys};`, [told(`${key}.storeys`, "extract-storeys", String(area.maxStoreys), storeys)])]),
    point("– pozostałe parametry zgodnie z tekstem uchwały, który jest dostępny w siedzibie urzędu."),
    para(
      rng.pick([
        "Wyrys z rysunku planu w skali 1:1000 stanowi osobny załącznik. Pobrano opłatę skarbową zgodnie z ustawą o opłacie skarbowej.",
        "Załącznik: wyrys w skali 1:1000. Wypis zachowuje aktualność, o ile plan nie zostanie zmieniony.",
      ]),
    ),
  ];
}

function extractQuestions(rng: Rng, key: string, model: CaseModel, area: PlanModel["areas"][number]): QuestionDraft[] {
  const [first] = model.site.parcels;
  if (!first) return [];
  const base = { family: "plan-parameter", outcome: "answered", forbidden: [] } as const;
  const precinct = first.precinct ?? "";
  return [
    {
      ...base,
      ...rng.pick([
        {
          style: "sentence",
          question: `Na jakim terenie według wypisu z planu leży działka nr ${first.number}, obręb ${precinct}?`,
        },
        {
          style: "shorthand",
          question: `przeznaczenie dz. ${first.number} ${plainLetters(precinct).toLowerCase()} wypis`,
        },
      ] as const),
      sources: [{ fact: `${key}.area` }],
      values: [[area.symbol]],
      forbidden: [],
    },
    {
      ...base,
      style: "sentence",
      question: `Jaką wysokość i ile kondygnacji podano w wypisie z planu dla działki nr ${first.number}, obręb ${precinct}?`,
      sources: [{ fact: `${key}.height` }],
      values: [
        figureForms(area.maxHeight ?? 0, "m"),
        ...(area.maxStoreys === undefined ? [] : [[...storeyForms(area.maxStoreys), `do ${area.maxStoreys}`]]),
      ],
      forbidden: [],
    },
  ];
}
