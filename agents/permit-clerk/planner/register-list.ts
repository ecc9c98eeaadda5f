import { counted as inNumber } from "../../../src/core/in-words.ts";
import { type Address, parseAddress, printAddress } from "../../../src/core/identity/address.ts";
import { buildingCategory } from "../../../src/core/look-up/building-category.ts";
import { type CountedCases, countOver, countStatement } from "../../../src/core/look-up/count-statement.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { PermitCase, PermitQuery } from "../../../src/core/permit.ts";
import type { Intent } from "../../../src/core/question/intents.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import { UnreadableQuery } from "../../../tools/unreadable-query.ts";
import type { Gathered, Matter, OpenQuestion, PaperDocument, RegisterList } from "../state.ts";
import { completed } from "./complete.ts";
import { wordsInFocus } from "./focus.ts";
import { attach } from "./matters.ts";
import type { Recorder } from "./recorder.ts";

/** Cases told one by one; the number of all is told beside them. */
const mostListed = 20;
const anyDay = { from: "1900-01-01", to: "2099-12-31" };

export interface Listed {
  list: RegisterList;
  open: OpenQuestion[];
  registers: Gathered["registers"];
}

/**
 * What only a register answers: the cases of a company or of a designer's licence, and how many cases there are of a
 * street, a year, an outcome. Undefined when the question is none of these, or no register holds any.
 */
export async function listOfRegisters(asked: Understanding, recorder: Recorder): Promise<Listed | undefined> {
  const typed = await queryOf(asked, recorder);
  const first = typed && (await lookUp(typed, recorder));
  if (!typed || !first || first.total === 0) return undefined;
  const { query, found } = await asHeld(typed, first, recorder);
  const counts: RegisterList["counts"] = [];
  for (const { name } of found.registers) {
    const own = { ...query, register: name };
    const { cases, total, possible } = (await lookUp(own, recorder)) ?? { cases: [], total: 0, possible: 0 };
    const rows = cases.filter(({ match }) => match === "exact");
    if (total === possible) continue;
    const inputs = rows.map((entry) => ({ register: name, rows: entry.rows }));
    counts.push({ text: countStatement(own, total - possible), over: countOver(own), inputs });
  }
  const isCount = isCounting(asked.question);
  const list: RegisterList = { query, isCount, counts, cases: found.cases, total: found.total };
  return { list, open: await openOf(query, found, recorder), registers: found.registers };
}

type Query = Omit<CountedCases, "register">;
type Found = Awaited<ReturnType<Recorder["lookUp"]>>;

async function lookUp(query: PermitQuery, recorder: Recorder): Promise<Found | undefined> {
  try {
    return await recorder.lookUp({ ...query, limit: mostListed, sort: "newest" });
  } catch (error) {
    // A name of legal forms alone, a number of no licence: the question is read by its words then.
    if (error instanceof UnreadableQuery) return undefined;
    throw error;
  }
}

/** „przy Kruczej” is told as the register has it, Krucza, where that is the same look-up. */
async function asHeld(typed: Query, first: Found, recorder: Recorder): Promise<{ query: Query; found: Found }> {
  const held = typed.address && parseAddress(first.cases[0]?.address ?? "")?.street;
  if (!held || held === typed.address) return { query: typed, found: first };
  const query = { ...typed, address: held };
  const found = await lookUp(query, recorder);
  return found?.total === first.total && found.possible === first.possible
    ? { query, found }
    : { query: typed, found: first };
}

/** What else there is: cases not shown, matches that are only possible, cases that no day can be told of. */
async function openOf(query: Query, found: Found, recorder: Recorder): Promise<OpenQuestion[]> {
  const { cases, total, possible } = found;
  const told: string[] = [];
  if (total > cases.length)
    told.push(
      `W rejestrach pasuje do pytania ${inNumber(total, "sprawa", "sprawy", "spraw")}; pokazano ${cases.length} najnowszych. Wszystkie pokazuje strona „Rejestr”.`,
    );
  if (possible > 0) told.push(`Z tych spraw ${possible} pasuje tylko być może; w liczbach podanych wyżej ich nie ma.`);
  if (query.from ?? query.to) {
    const { from: _from, to: _to, ...always } = query;
    const isOnlyOfTime = Object.keys(always).length === 0;
    const all = isOnlyOfTime
      ? found.registers.reduce((sum, register) => sum + register.cases, 0)
      : (await recorder.lookUp({ ...always, limit: 1 })).total;
    const undated = all - (await recorder.lookUp({ ...always, ...anyDay, limit: 1 })).total;
    if (undated > 0)
      told.push(
        `${inNumber(undated, "sprawa nie ma", "sprawy nie mają", "spraw nie ma")} w rejestrze daty decyzji: nie wiadomo, czy należą do tego okresu, i nie są policzone.`,
      );
  }
  told.push("Podano to, co jest w rejestrach; pism archiwum tak nie policzono ani nie zestawiono.");
  return told.map((text) => ({ text, documents: [] }));
}

const counting =
  /(?:^|[^\p{L}])(?:ile|ilu|liczb\p{L}*)\s+(?:\p{L}+\s+){0,2}?(?:decyzji|pozwolen|pnb|odmow|spraw|zgloszen|umorzen|sprzeciwow|przeniesien)/u;

function isCounting(question: string): boolean {
  return counting.test(foldDiacritics(question));
}

/** Other questions that name a company ask of its papers. */
const listing: readonly Intent[] = [
  "permit_lookup",
  "decision_outcome",
  "property_history",
  "issuer_and_date",
  "applicant",
  "designer",
  "design_figure",
  "general",
];

async function queryOf(asked: Understanding, recorder: Recorder): Promise<Query | undefined> {
  const { signatures, decisionNumbers, applicationNumbers, mangledNumbers, bareNumbers, parcels } = asked;
  const named = [signatures, decisionNumbers, applicationNumbers, mangledNumbers, bareNumbers, parcels];
  const isCount = isCounting(asked.question);
  const [address = isCount ? streetNamed(asked.question) : undefined, ...otherAddresses] = asked.addresses;
  const apart = [...named, asked.areaSymbols, asked.resolutions, otherAddresses];
  if (apart.some((things) => things.length > 0)) return undefined;
  if (!isCount && !listing.includes(asked.intents[0] ?? "general")) return undefined;
  const [investor] = asked.companies.length > 0 ? asked.companies : await companyMeant(asked, recorder);
  const [licence] = asked.licences;
  const days = daysOf(asked);
  if (days === undefined) return undefined;
  const category =
    /(?<!\p{L})kat(?:egori\p{L}*|\.)\s+(?:obiekt\p{L}*\s+(?:budowlan\p{L}*\s+)?)?([IVX]+)(?!\p{L})/u.exec(
      asked.question,
    )?.[1];
  // A house is asked of the papers as well.
  const isStreet = address !== undefined && address.number === undefined;
  const counts =
    isCount && (isStreet || (address === undefined && (days.from !== undefined || category !== undefined)));
  if (!investor && !licence && !counts) return undefined;
  const outcome = outcomeOf(asked.question, isCount);
  const kind = category === undefined ? undefined : buildingCategory(category);
  return {
    ...(address ? { address: printAddress(address) } : {}),
    ...(investor ? { investor } : {}),
    ...(licence ? { licence } : {}),
    ...(kind ? { category: kind } : {}),
    ...days,
    ...(outcome ? { outcome } : {}),
  };
}

/** „ile pozwoleń wydano przy Kruczej”: with no house and no „ul.” a street is told by its place alone. */
function streetNamed(question: string): Address | undefined {
  const street = /(?<!\p{L})(?:przy|na)\s+(\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*)(?!\s+\d)/u.exec(question)?.[1];
  return street === undefined ? undefined : { street };
}

/** `pozwolenia Alfa Dom`: words with capitals that name nothing else are a company where a register knows one. */
async function companyMeant(asked: Understanding, recorder: Recorder): Promise<string[]> {
  if (asked.addresses.length > 0 || asked.licences.length > 0) return [];
  const words = wordsInFocus(asked);
  const isName = words.length > 0 && words.every((word) => /^\p{Lu}[\p{L}\d]{2,}$/u.test(word));
  if (!isName || asked.intents[0] === "general") return [];
  const name = words.join(" ");
  const found = await lookUp({ investor: name }, recorder);
  return found && found.total > 0 ? [name] : [];
}

/** A year, a day, or the time between two; undefined when it is not clear which time is meant. */
function daysOf({ years, dates, question }: Understanding): Pick<Query, "from" | "to"> | undefined {
  if (years.length + dates.length === 0) return {};
  if (years.length > 0 && dates.length > 0) return undefined;
  const all = dates.length > 0 ? dates.toSorted() : years.toSorted((a, b) => a - b).map(String);
  const [first = "", last = first] = all;
  if (all.length > 2 || (all.length === 2 && !/(?<!\p{L})(?:od|lat\p{L}*|między)(?!\p{L})/iu.test(question)))
    return undefined;
  const text = foldDiacritics(question);
  if (all.length === 1 && /(?<![\p{L}])(?:od|po|do|przed|sprzed)\s+(?:\d|roku)/u.test(text)) return undefined;
  return years.length > 0 ? { from: `${first}-01-01`, to: `${last}-12-31` } : { from: first, to: last };
}

const outcomeWords: readonly [RegExp, Outcome][] = [
  [/odmow/u, "refused"],
  [/umorz/u, "discontinued"],
  [/sprzeciw/u, "objection"],
  [/przenies/u, "transferred"],
  [/wygas/u, "expired"],
];

/** Who counts permits counts no refusals; who lists what a company got is shown them as what they are. */
function outcomeOf(question: string, isCount: boolean): Outcome | undefined {
  const text = foldDiacritics(question);
  const told = outcomeWords.find(([word]) => word.test(text))?.[1];
  return told ?? (isCount && /pozwole|pnb/u.test(text) ? "granted" : undefined);
}

/** The cases told, with their papers. */
export async function casesListed(
  { cases }: RegisterList,
  recorder: Recorder,
): Promise<{ matters: Matter[]; papers: Map<string, PaperDocument> }> {
  const papers = new Map<string, PaperDocument>();
  const single: Matter[] = [];
  for (const entry of cases.filter(({ match, signature }) => match === "exact" && signature))
    attach(entry, single, papers);
  const matters: Matter[] = [];
  for (const matter of single) matters.push(await completed(matter, papers, recorder));
  return { matters, papers };
}

/** Cases of the list as they are told in words that prove why they are on it. */
export function namedBy({ query: { investor, licence } }: RegisterList, entry: PermitCase): string[] {
  return [
    investor && entry.investor ? `inwestor ${entry.investor}` : "",
    licence && entry.licences ? `uprawnienia ${entry.licences.join(", ")}` : "",
  ].filter((told) => told !== "");
}
