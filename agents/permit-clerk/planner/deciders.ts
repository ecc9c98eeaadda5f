import { valuesOf } from "../../../src/core/cases/paper.ts";
import { sameName } from "../../../src/core/identity/inflection.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import type { Matter, PaperDocument } from "../state.ts";
import { papersOf } from "./matters.ts";

/** `decyzja Starosty Brzegowskiego nr …`: an authority of these papers or entries that the question names. */
export function authoritiesNamed(
  { question }: Understanding,
  matters: readonly Matter[],
  documents: ReadonlyMap<string, PaperDocument>,
): string[] {
  const asked = /(?:starost|prezydent|burmistrz|wojewod|wojt)\p{L}*\s+(?:(?:miasta|gminy)\s+)?(\p{L}{4,})/u.exec(
    foldDiacritics(question),
  )?.[1];
  const held = matters.flatMap((matter) => authoritiesOf(matter, documents));
  const places = new Set(held.map((authority) => authority.split(" ").at(-1) ?? ""));
  return asked ? [...places].filter((place) => sameName(asked, place)) : [];
}

export function isBy(
  matter: Matter,
  places: readonly string[],
  documents: ReadonlyMap<string, PaperDocument>,
): boolean {
  const own = authoritiesOf(matter, documents);
  return own.length === 0 || own.some((authority) => places.some((place) => authority.endsWith(place)));
}

function authoritiesOf(matter: Matter, documents: ReadonlyMap<string, PaperDocument>): string[] {
  const told = papersOf(matter, documents).flatMap((paper) => valuesOf(paper, "authority"));
  return [...told, ...matter.cases.flatMap(({ authority }) => authority ?? [])];
}

/** `312/2019 z 6 maja 2019`: of several cases of one number the one that was decided on that day. */
export function ofDay(
  matters: Matter[],
  { dates, decisionNumbers, bareNumbers }: Understanding,
  documents: ReadonlyMap<string, PaperDocument>,
): Matter[] {
  const numbers = [...decisionNumbers, ...bareNumbers.map(({ decisionNumber }) => decisionNumber)];
  const isOf = (number: string | null | undefined, date: string | null | undefined) =>
    number && date && numbers.includes(number) && dates.includes(date);
  const decided = matters.filter(
    (matter) =>
      matter.cases.some(({ number, date }) => isOf(number, date)) ||
      papersOf(matter, documents).some(({ decisionNumber, date }) => isOf(decisionNumber, date)),
  );
  return decided.length > 0 ? decided : matters;
}
