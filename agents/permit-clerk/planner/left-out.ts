import { paperName } from "../../../src/core/cases/paper-name.ts";
import { printDate } from "../../../src/core/identity/dates.ts";
import type { PermitCase } from "../../../src/core/permit.ts";
import { withStop } from "../../../src/core/text/in-line.ts";
import type { Matter, OpenQuestion, PaperDocument } from "../state.ts";
import { papersOf } from "./matters.ts";

/** Named one by one; of more the number is told. */
const most = 5;

/** Cases that bear what the question names, and were left out for another reason: told, so that none is overlooked. */
export function leftOut(
  all: readonly Matter[],
  kept: readonly Matter[],
  why: string,
  documents: ReadonlyMap<string, PaperDocument>,
): OpenQuestion[] {
  const others = all.filter((matter) => !kept.includes(matter));
  const told = others.slice(0, most).map((matter): OpenQuestion => {
    const papers = papersOf(matter, documents);
    return { text: withStop(`${why}: ${nameOf(matter, papers)}`), documents: matter.documents };
  });
  const more = others.length - told.length;
  if (more === 0) return told;
  const rest = others.slice(most).flatMap((matter) => matter.documents);
  return [...told, { text: `${why}: dalszych spraw ${more}.`, documents: rest }];
}

function nameOf({ cases }: Matter, papers: readonly PaperDocument[]): string {
  const paper = papers.find(({ decisionNumber }) => decisionNumber) ?? papers[0];
  const [entry] = cases;
  return paper ? paperName(paper) : entry ? entryName(entry) : "sprawa bez numeru";
}

function entryName({ register, number, rawNumber, date, authority }: PermitCase): string {
  const written = number ? `nr ${number}` : rawNumber ? `nr „${rawNumber}”` : "bez numeru";
  const told = [`decyzja ${written}`, date ? `z dnia ${printDate(date)}` : "bez daty"].join(" ");
  return [told, authority && `organ: ${authority}`, `rejestr „${register.name}”`].filter(Boolean).join(", ");
}
