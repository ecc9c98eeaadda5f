import type { Evidence, PaperDocument } from "../state.ts";
import { wideEnough } from "../../../src/core/text/lines.ts";
import type { Recorder } from "./recorder.ts";

/** Letterhead, signature, date and title stand within so many characters of the first page. */
const headLength = 1600;
const identity = ["authority", "signature", "issueDate", "applicationDate", "decisionNumber"] as const;

/** The beginning of a paper that tells what it is: from the first to the last of its own facts there, in whole lines. */
export async function collectHead(paper: PaperDocument, recorder: Recorder): Promise<Evidence | undefined> {
  const page = paper.facts.find(({ field }) => field === "signature" || field === "issueDate")?.page ?? 1;
  const text = await recorder.page(paper.document.id, page);
  const own = identity.flatMap((field) => {
    const fact = paper.facts.find((one) => one.field === field && one.page === page && one.start < headLength);
    return fact ? [fact] : [];
  });
  const start = own.length > 0 ? Math.min(...own.map((fact) => fact.start)) : 0;
  const end = own.length > 0 ? Math.max(...own.map((fact) => fact.end)) : 0;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const range = wideEnough(text, start === 0 ? 0 : from, end, 40);
  const quote = text.slice(range.from, range.to).trim();
  if (quote === "") return undefined;
  const at = text.indexOf(quote);
  return {
    document: paper.document.id,
    page,
    start: at,
    end: at + quote.length,
    text: quote,
    headingPath: [],
    role: "head",
    weight: 1,
  };
}
