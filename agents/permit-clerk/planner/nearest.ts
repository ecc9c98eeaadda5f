import { paperName } from "../../../src/core/cases/paper-name.ts";
import { valuesOf } from "../../../src/core/cases/paper.ts";
import { describeParcel, parseParcel } from "../../../src/core/identity/parcel.ts";
import type { Nearest, PaperDocument, Scope } from "../state.ts";
import type { Recorder } from "./recorder.ts";
import type { ResolvedScope } from "./scope.ts";
import { glimpse, isStatement } from "./statements.ts";

const most = 3;

/** What an officer would look at next when nothing answers: the same number on another sheet, the case that is silent. */
export async function nearestTo({ asked, scope, documents }: ResolvedScope, recorder: Recorder): Promise<Nearest[]> {
  if (scope.named.length === 0) return [];
  if (scope.missing.length === 0) return silentCases(scope, documents, asked.intents[0] === "party");
  const missing = scope.missing.join(", ");
  const near: Nearest[] = [];
  for (const parcel of asked.parcels) {
    for (const paper of await recorder.list({ parcel: parcel.number, wholeCase: false })) {
      const fact = paper.facts.find(
        ({ field, value }) => field === "parcel" && parseParcel(value).number === parcel.number,
      );
      if (!fact) continue;
      const why = `To nie ${missing}: ${paperName(paper)} mówi o ${describeParcel(parseParcel(fact.value))}.`;
      near.push({ document: paper.document, page: fact.page, text: fact.quote, why });
    }
  }
  if (near.length > 0) return near.slice(0, most);
  const found = await recorder.search({ query: asked.question, limit: 4 * most });
  const passages = found.filter(isStatement).slice(0, most);
  const papers = await recorder.papers([...new Set(passages.map(({ document }) => document.id))]);
  return passages.map(({ document, page, text }) => {
    const paper = papers.find((one) => one.document.id === document.id);
    const what = paper ? `${paperName(paper)}${groundOf(paper)}` : "inny dokument";
    return { document, page, text: glimpse(text), why: `To nie ${missing}, lecz ${what}.` };
  });
}

function groundOf(paper: PaperDocument): string {
  const [parcel] = valuesOf(paper, "parcel");
  return parcel ? `, ${describeParcel(parseParcel(parcel))}` : "";
}

/** The case is there, and its papers do not tell: the one that would be looked into first. */
function silentCases({ matters }: Scope, documents: readonly PaperDocument[], ofParty: boolean): Nearest[] {
  return matters.slice(0, most).flatMap(({ documents: ids }): Nearest[] => {
    const papers = ids.flatMap((id) => documents.find((paper) => paper.document.id === id) ?? []);
    const list = ofParty ? papers.find(({ kind }) => kind === "parties") : undefined;
    const paper = list ?? papers.find(({ outcome }) => outcome !== undefined) ?? papers[0];
    const fact = paper?.facts.find(({ field }) => field === "outcome") ?? paper?.facts[0];
    if (!paper || !fact) return [];
    const silent = list
      ? "nie wymienia tego, o kogo pytano"
      : "i pozostałe pisma tej sprawy nie mówią o tym, o co pytano";
    return [{ document: paper.document, page: fact.page, text: fact.quote, why: `${paperName(paper)} ${silent}.` }];
  });
}
