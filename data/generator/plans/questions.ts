import type { QuestionDraft } from "../model.ts";
import { addDays, dateDots, dateForms, dateLong, figure, figureForms, plainLetters } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import type { Plans } from "./draw-plans.ts";
import { parameterQuestion, unsetQuestion } from "./parameter-questions.ts";
import { areaOf, type Plan } from "./plan.ts";

export function planQuestions(town: Town, rng: Rng, plans: Plans): QuestionDraft[] {
  return [
    ...parameters(rng, plans),
    ...amended(rng, plans),
    ...atDate(rng, plans),
    ...inForce(rng, plans),
    ...unset(rng, plans),
    ...unknown(town, rng, plans),
    everyPlan(rng),
  ];
}

function parameters(rng: Rng, { text, tables, old, columns }: Plans): QuestionDraft[] {
  const ask = (
    plan: Plan,
    symbol: string,
    rule: keyof ReturnType<typeof areaOf>["rules"],
    style: QuestionDraft["style"],
  ) =>
    parameterQuestion(rng, {
      plan,
      symbol,
      rule,
      style,
      rivals: [text, tables, old, columns].filter((one) => one !== plan),
    });
  return [
    ask(text, "3MN", "height", "shorthand"),
    ask(text, "3MN", "storeys", "sentence"),
    ask(text, "3MN", "plot", "shorthand"),
    ask(text, "1MN", "roof", "sentence"),
    ask(text, "2MW", "parking", "sentence"),
    ask(text, "1MN", "intensity", "shorthand"),
    ask(text, "4ZP", "green", "shorthand"),
    ask(text, "2U", "line", "sentence"),
    ask(text, "2MW", "height", "sentence"),
    ask(tables, "3MN", "height", "sentence"),
    ask(tables, "3MN", "green", "shorthand"),
    ask(tables, "4MN", "plot", "sentence"),
    ask(tables, "2MW", "storeys", "shorthand"),
    ask(tables, "1P", "cover", "sentence"),
    ask(tables, "5MN", "roof", "shorthand"),
    ask(tables, "2ZP", "green", "sentence"),
    ask(tables, "1U", "intensity", "sentence"),
    ask(columns, "1MN/U", "height", "sentence"),
    ask(columns, "7MW", "cover", "shorthand"),
    ask(columns, "6ZP", "green", "sentence"),
    ask(columns, "5U", "parking", "shorthand"),
  ];
}

/** The text of the plan still shows the first height: the amendment has the one that binds. */
function amended(rng: Rng, { text, amendment }: Plans): QuestionDraft[] {
  const [area] = amendment.areas;
  if (!area) return [];
  const { symbol, rules } = area;
  const name = plainLetters(text.name).toLowerCase();
  const common = {
    family: "plan-parameter",
    outcome: "answered",
    sources: [{ fact: `${amendment.key}.${symbol}.height` }],
    values: [figureForms(rules.height ?? 0, "m")],
    forbidden: [],
    why: "An amendment changed the height; the plan's own text holds the former one",
  } as const;
  return [
    {
      ...common,
      style: "shorthand",
      question: `wys. w ${symbol} ${name} po zmianie planu`,
      sources: [...common.sources],
      values: [...common.values],
      forbidden: [],
    },
    {
      ...common,
      style: "sentence",
      question: rng.pick([
        `Jaką wysokość zabudowy wprowadziła zmiana planu „${text.name}” na terenie ${symbol}?`,
        `Na jaką wysokość zmieniono dotychczasową wysokość budynków na terenie ${symbol} w planie „${text.name}”?`,
      ]),
      sources: [...common.sources],
      values: [...common.values],
      forbidden: [],
    },
  ];
}

function atDate(rng: Rng, { old, tables }: Plans): QuestionDraft[] {
  const before = addDays(old.inForceFrom, rng.int(400, 2200));
  const after = addDays(tables.inForceFrom, rng.int(90, 700));
  const height = (plan: Plan) => areaOf(plan, "3MN").rules.height ?? 0;
  const where = `w obrębie ${tables.precinct}`;
  return [
    {
      family: "plan-at-date",
      style: "sentence",
      question: `Jaki plan miejscowy obowiązywał dla terenu 3MN ${where} w dniu ${dateLong(before)}?`,
      outcome: "answered",
      sources: [
        { fact: `${old.key}.number` },
        { fact: `${old.key}.subject` },
        { fact: `${old.key}.in-force` },
        { fact: `${tables.key}.repeals` },
      ],
      values: [[old.resolution, old.name]],
      forbidden: [],
      why: "A newer plan took its place later",
    },
    {
      family: "plan-at-date",
      style: "shorthand",
      question: `jaki mpzp ${plainLetters(tables.precinct).toLowerCase()} w dniu ${dateDots(after)}`,
      outcome: "answered",
      sources: [
        { fact: `${tables.key}.number` },
        { fact: `${tables.key}.subject` },
        { fact: `${tables.key}.in-force` },
      ],
      values: [[tables.resolution, tables.name]],
      forbidden: [],
      why: "The older plan had lost its force by then",
    },
    {
      family: "plan-at-date",
      style: "sentence",
      question: `Jaka maksymalna wysokość budynków obowiązywała na terenie 3MN w planie „${old.name}” w dniu ${dateLong(before)}?`,
      outcome: "answered",
      sources: [{ fact: `${old.key}.3MN.height` }],
      values: [figureForms(height(old), "m")],
      forbidden: [`${figure(height(tables))} m`],
      why: "3MN of the newer plan has another height",
    },
  ];
}

function inForce(rng: Rng, { text, tables, old, columns }: Plans): QuestionDraft[] {
  const name = (plan: Plan) => plainLetters(plan.name).toLowerCase();
  const whole = { outcome: "answered", forbidden: [] as string[] } as const;
  return [
    {
      ...whole,
      family: "plan-at-date",
      style: "shorthand",
      question: rng.pick([`od kiedy obowiazuje mpzp ${name(text)}`, `mpzp ${name(text)} wejscie w zycie`]),
      sources: [{ fact: `${text.key}.in-force` }],
      values: [dateForms(text.inForceFrom)],
      forbidden: [],
    },
    {
      ...whole,
      family: "plan-at-date",
      style: "sentence",
      question: `Którą uchwałą uchylono plan „${old.name}”?`,
      sources: [{ fact: `${tables.key}.repeals` }, { fact: `${tables.key}.number` }],
      values: [[tables.resolution, `traci moc uchwała nr ${old.resolution}`]],
      forbidden: [],
    },
    {
      ...whole,
      family: "look-up",
      style: "sentence",
      question: `Jaki numer ma uchwała w sprawie planu miejscowego „${columns.name}”?`,
      sources: [{ fact: `${columns.key}.number` }, { fact: `${columns.key}.subject` }],
      values: [[columns.resolution]],
      forbidden: [],
    },
    {
      ...whole,
      family: "look-up",
      style: "shorthand",
      question: `stawka renty planistycznej mpzp ${name(tables)}`,
      sources: [{ fact: `${tables.key}.fee` }],
      values: [figureForms(tables.fee, "%")],
      forbidden: [],
      why: "The plan speaks of a fee for the growth of value, not of a „renta”",
    },
  ];
}

function unset(rng: Rng, { text, tables, columns, old }: Plans): QuestionDraft[] {
  return [
    unsetQuestion(
      rng,
      { plan: text, symbol: "2MN", rule: "plot", style: "sentence" },
      "The plan sets no smallest plot for 2MN",
    ),
    unsetQuestion(
      rng,
      { plan: text, symbol: "2U", rule: "parking", style: "shorthand" },
      "The plan sets no parking for 2U",
    ),
    unsetQuestion(
      rng,
      { plan: text, symbol: "1MW", rule: "intensity", style: "sentence" },
      "No intensity is set for 1MW",
    ),
    unsetQuestion(
      rng,
      { plan: columns, symbol: "2MN/U", rule: "parking", style: "sentence" },
      "No parking is set for 2MN/U",
    ),
    unsetQuestion(
      rng,
      { plan: old, symbol: "3MN", rule: "intensity", style: "sentence" },
      "The old plan sets no intensity",
    ),
    unsetQuestion(rng, { plan: text, symbol: "9MN", rule: "height", style: "shorthand" }, "No plan has an area 9MN"),
    unsetQuestion(rng, { plan: tables, symbol: "12MW", rule: "cover", style: "sentence" }, "No plan has an area 12MW"),
    unsetQuestion(rng, { plan: columns, symbol: "8U", rule: "height", style: "sentence" }, "No plan has an area 8U"),
  ];
}

function unknown(town: Town, rng: Rng, { text }: Plans): QuestionDraft[] {
  const absent = { family: "unanswerable", outcome: "not_found", sources: [], values: [], forbidden: [] };
  const nowhere = rng.pick(["Słoneczny Stok", "Nowy Port Rzeczny", "Lotnisko Zachód"]);
  return [
    {
      ...absent,
      style: "sentence",
      question: `Jakie przeznaczenie ma teren 3MN w planie „${nowhere}”?`,
      why: "There is no such plan",
    },
    {
      ...absent,
      style: "sentence",
      question: `Jakie odległości od lasu ustala plan „${text.name}” w ${town.locative}?`,
      why: "No plan speaks of distances from a forest",
    },
    {
      ...absent,
      style: "shorthand",
      question: `kondygnacje podziemne 2MW ${plainLetters(text.name).toLowerCase()}`,
      why: "The plan counts storeys above ground only",
    },
  ].map((draft) => draft as QuestionDraft);
}

/** No plan is named, and the symbol stands in several: whose height is asked for only the asker knows. */
function everyPlan(rng: Rng): QuestionDraft {
  return {
    family: "plan-parameter",
    style: "shorthand",
    question: rng.pick(["wys. w 3MN?", "3MN jaka wysokosc"]),
    outcome: "needs_clarification",
    sources: [],
    values: [],
    forbidden: [],
    why: "3MN stands in three plans, each with its own height",
  };
}
