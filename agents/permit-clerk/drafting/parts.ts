import type { ProposedCitation } from "../../../src/core/verify/proposed.ts";
import type { Evidence, PaperDocument, ProposedPart, StatusTold } from "../state.ts";
import { paperName } from "../../../src/core/cases/paper-name.ts";
import { inLine, withStop } from "../../../src/core/text/in-line.ts";
import { factOf, inTitleCase, isDecision } from "./wording.ts";

/** A sentence of a paper, led in by what the paper is; falls back on the bare sentence. */
export function quotedPart(evidence: Evidence, paper: PaperDocument | undefined, main: boolean): ProposedPart {
  const citations = [citationOf(evidence), ...besideOf(evidence)];
  const said = withStop(saidBy(evidence));
  // What does not hold with its lead-ins may hold as the bare words of the page.
  const bare = { text: evidence.lead ? withStop(inLine(evidence.text)) : said, citations };
  const lead = leadOf(evidence, paper);
  return lead ? { claim: { text: `${lead}: ${said}`, citations }, main, narrower: [bare] } : { claim: bare, main };
}

/** The whole status in one sentence: nothing narrower stands for it. */
export function statusPart({ text, over, inputs }: StatusTold): ProposedPart {
  return { claim: { text, citations: [{ op: "status", over, inputs }] }, main: true };
}

/** How many cases a register holds: one sentence too. */
export function countPart({ text, over, inputs }: StatusTold): ProposedPart {
  return { claim: { text, citations: [{ op: "count", over, inputs }] }, main: true };
}

function leadOf({ plan, area }: Evidence, paper: PaperDocument | undefined): string | undefined {
  if (plan && area) return `Uchwała nr ${plan}, teren ${area}`;
  if (plan) return `Uchwała nr ${plan}`;
  return paper && paperName(paper);
}

/** Of a table row only the cell that answers, with its head: the other cells answer other questions. */
function saidBy({ cell, text, lead }: Evidence): string {
  if (!cell) return lead ? `${lastItem(lead)} ${inLine(text)}` : inLine(text);
  // "Wysokość [m] | 8,50" is said as 8,50 m.
  const [, head = cell.head, unit] =
    /^(.*?)\s*[[(]\s*(m|m²|m2|m³|m3|%|°|szt\.?|ha|km)\s*[\])]\s*$/u.exec(inLine(cell.head)) ?? [];
  const value = inLine(cell.value);
  return `${inLine(head)}: ${unit && !value.endsWith(unit) ? `${value} ${unit}` : value}`;
}

/** What a paper is, proved by its own beginning. */
export function headPart(evidence: Evidence, paper: PaperDocument, main: boolean): ProposedPart {
  const citations = [citationOf(evidence)];
  const bare = { text: withStop(inLine(evidence.text)), citations };
  const authority = factOf(paper, "authority");
  const issuer = authority && isDecision(paper) ? `, organ: ${inTitleCase(authority)}` : "";
  const named = { text: withStop(paperName(paper)), citations };
  return {
    claim: { text: withStop(`${paperName(paper)}${issuer}`), citations },
    main,
    narrower: issuer ? [named] : [bare],
  };
}

/** A lead-in may stand at the end of a long item: what it leads in with is its last part. */
function lastItem(lead: string): string {
  return inLine(lead.split(/\n(?=\s*(?:\p{Ll}|\d{1,2})[.)]\s)/u).at(-1) ?? lead);
}

function citationOf({ document, page, text }: Evidence): ProposedCitation {
  return { document, page, quote: text };
}

function besideOf({ document, beside = [] }: Evidence): ProposedCitation[] {
  return beside.map(({ page, text }) => ({ document, page, quote: text }));
}
