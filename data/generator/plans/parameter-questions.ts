import type { QuestionDraft } from "../model.ts";
import { figure, figureForms, plainLetters } from "../polish.ts";
import type { Rng } from "../rng.ts";
import { areaOf, type AreaRules, type Plan } from "./plan.ts";
import { storeyForms } from "./rule-wording.ts";

interface Asked {
  /** As typed in a hurry; the name of the plan follows. */
  shorthand: string[];
  /** `{area}` and `{plan}` are put in. */
  sentences: string[];
  /** Alternatives of which an answer holds one, for each thing that it has to hold. */
  values: (rules: AreaRules) => string[][];
  /** What another plan would put into the wrong answer. */
  others: (rules: AreaRules) => string[];
}

const percent = (value: number | undefined) => (value === undefined ? [] : figureForms(value, "%"));
/** A cell of a table bears the figure alone, under a head that tells the unit. */
const metres = (value: number | undefined) =>
  value === undefined ? [] : [...figureForms(value, "m"), figure(value, 2), figure(value)];

const asked: Partial<Record<keyof AreaRules, Asked>> = {
  height: {
    shorthand: ["wys. w {area}", "max wysokosc {area}", "{area} wysokosc zabudowy"],
    sentences: [
      "Jaka jest maksymalna wysokość budynków na terenie {area} w planie „{plan}”?",
      "Do jakiej wysokości wolno budować na terenie {area} według miejscowego planu „{plan}”?",
    ],
    values: ({ height }) => [metres(height)],
    others: ({ height }) => (height === undefined ? [] : [`${figure(height)} m`]),
  },
  storeys: {
    shorthand: ["ile kondygnacji {area}", "{area} kondygnacje"],
    sentences: ["Ile kondygnacji nadziemnych dopuszcza plan „{plan}” na terenie {area}?"],
    values: ({ storeys }) => (storeys === undefined ? [] : [[...storeyForms(storeys), `do ${storeys}`]]),
    others: () => [],
  },
  cover: {
    shorthand: ["pow. zabudowy {area}", "{area} max zabudowa procent"],
    sentences: ["Jaką część działki na terenie {area} można zabudować według planu „{plan}”?"],
    values: ({ cover }) => [percent(cover)],
    others: ({ cover }) => (cover === undefined ? [] : [`zabudowy – ${cover}%`, `zabudowy: do ${cover}%`]),
  },
  green: {
    shorthand: ["pow. biol. czynna {area}", "{area} biologicznie czynna min"],
    sentences: [
      "Ile co najmniej wynosi powierzchnia biologicznie czynna na terenie {area} w planie „{plan}”?",
      "Jaki udział powierzchni biologicznie czynnej ustala plan „{plan}” dla terenu {area}?",
    ],
    values: ({ green }) => [percent(green)],
    others: () => [],
  },
  intensity: {
    shorthand: ["intensywnosc zabudowy {area}"],
    sentences: ["Jaką intensywność zabudowy ustala plan „{plan}” dla terenu {area}?"],
    values: ({ intensity }) => (intensity ? [[figure(intensity[1])], [figure(intensity[0])]] : []),
    others: () => [],
  },
  roof: {
    shorthand: ["kat dachu {area}", "{area} nachylenie polaci"],
    sentences: ["Jakie nachylenie połaci dachowych ustala plan „{plan}” na terenie {area}?"],
    values: ({ roof }) => (roof ? [[`${roof[0]}°`], [`${roof[1]}°`]] : []),
    others: () => [],
  },
  parking: {
    shorthand: ["miejsca parkingowe {area}", "{area} ile miejsc postojowych"],
    sentences: ["Ile miejsc do parkowania trzeba zapewnić na terenie {area} według planu „{plan}”?"],
    values: ({ parking }) => (parking ? [placeForms(figure(parking.places))] : []),
    others: () => [],
  },
  line: {
    shorthand: ["linia zabudowy {area}", "{area} nieprzekr. linia zabudowy ile m"],
    sentences: [
      "W jakiej odległości od drogi przebiega nieprzekraczalna linia zabudowy na terenie {area} w planie „{plan}”?",
    ],
    values: ({ line }) => (line ? [[`${line.metres} m`]] : []),
    others: ({ line }) => (line ? [` ${line.metres} m od`] : []),
  },
  plot: {
    shorthand: ["min. dzialka {area}"],
    sentences: ["Jaką najmniejszą działkę można wydzielić na terenie {area} według planu „{plan}”?"],
    values: ({ plot }) => (plot === undefined ? [] : [figureForms(plot, "m²")]),
    others: ({ plot }) => (plot === undefined ? [] : [`${figure(plot)} m²`]),
  },
};

function placeForms(count: string): string[] {
  const nouns = ["miejsce", "miejsca", "miejsc", "miejsca postojowe", "stanowisko", "stanowiska"];
  return [...nouns.map((noun) => `${count} ${noun}`), `${count} na`];
}

export interface Ask {
  plan: Plan;
  symbol: string;
  rule: keyof AreaRules;
  style: QuestionDraft["style"];
  /** Plans that set another value for an area of the same symbol. */
  rivals: Plan[];
}

/** In running text metres and storeys stand in one sentence, in tables in two cells. */
function factKey(plan: Plan, symbol: string, rule: keyof AreaRules): string {
  const together = rule === "storeys" && !plan.key.endsWith("tables");
  return `${plan.key}.${symbol}.${together ? "height" : rule}`;
}

function wording(rng: Rng, { plan, symbol, rule, style }: Ask): string {
  const words = asked[rule];
  if (!words) throw new Error(`nobody asks for ${rule}`);
  const named = rng
    .pick(style === "shorthand" ? words.shorthand : words.sentences)
    .replace("{area}", symbol)
    .replace("{plan}", plan.name);
  if (style === "sentence") return named;
  const name = plainLetters(plan.name).toLowerCase();
  return rng.pick([`${named} mpzp ${name}`, `${named} plan ${name}`, `${named}, ${name}`]);
}

export function parameterQuestion(rng: Rng, ask: Ask): QuestionDraft {
  const { plan, symbol, rule, style, rivals } = ask;
  const words = asked[rule];
  const { rules } = areaOf(plan, symbol);
  const values = words?.values(rules) ?? [];
  const forbidden = rivals
    .flatMap((rival) => rival.areas.filter((one) => one.symbol === symbol))
    .flatMap((area) => words?.others(area.rules) ?? []);
  return {
    family: "plan-parameter",
    style,
    question: wording(rng, ask),
    outcome: "answered",
    sources: [{ fact: factKey(plan, symbol, rule) }],
    values,
    forbidden: forbidden.filter((one) => !values.flat().includes(one)),
    ...(rivals.length > 0 ? { why: `${symbol} stands in other plans too, with other values` } : {}),
  };
}

/** The area stands in no such plan, or the plan leaves the parameter open. */
export function unsetQuestion(rng: Rng, ask: Omit<Ask, "rivals">, why: string): QuestionDraft {
  return {
    family: "unanswerable",
    style: ask.style,
    question: wording(rng, { ...ask, rivals: [] }),
    outcome: "not_found",
    sources: [],
    values: [],
    forbidden: [],
    why,
  };
}
