import type { PermitCase } from "../../../src/core/permit.ts";
import { printDate } from "../../../src/core/identity/dates.ts";
import { describeParcel, parseParcel } from "../../../src/core/identity/parcel.ts";
import type { Outcome } from "../../../src/core/outcome.ts";
import type { ProposedCitation } from "../../../src/core/verify/proposed.ts";
import type { Evidence, PaperDocument, ProposedPart } from "../state.ts";
import { factOf, inLine, inTitleCase, isDecision, paperName, withStop } from "./wording.ts";

/** A sentence of a paper, led in by what the paper is; falls back on the bare sentence. */
export function quotedPart(evidence: Evidence, paper: PaperDocument | undefined, main: boolean): ProposedPart {
  const citations = [citationOf(evidence), ...besideOf(evidence)];
  const said = withStop(saidBy(evidence));
  const bare = { text: said, citations };
  const lead = leadOf(evidence, paper);
  return lead ? { claim: { text: `${lead}: ${said}`, citations }, main, narrower: [bare] } : { claim: bare, main };
}

function leadOf({ plan, area }: Evidence, paper: PaperDocument | undefined): string | undefined {
  if (plan && area) return `Uchwała nr ${plan}, teren ${area}`;
  if (plan) return `Uchwała nr ${plan}`;
  return paper && paperName(paper);
}

/** Of a table row only the cell that answers, with its head: the other cells answer other questions. */
function saidBy({ cell, text }: Evidence): string {
  return cell ? `${inLine(cell.head)}: ${inLine(cell.value)}` : inLine(text);
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

export function citationOf({ document, page, text }: Evidence): ProposedCitation {
  return { document, page, quote: text };
}

function besideOf({ document, beside = [] }: Evidence): ProposedCitation[] {
  return beside.map(({ page, text }) => ({ document, page, quote: text }));
}

const outcomeNames: Readonly<Partial<Record<Outcome, string>>> = {
  granted: "udzielono pozwolenia",
  refused: "odmówiono",
  discontinued: "umorzono postępowanie",
  left_unexamined: "pozostawiono bez rozpoznania",
  repealed: "uchylono decyzję",
  amended: "zmieniono decyzję",
  transferred: "przeniesiono decyzję",
  expired: "stwierdzono wygaśnięcie",
  annulled: "stwierdzono nieważność",
  no_objection: "nie wniesiono sprzeciwu",
};

/** A register's entry in its own words. A mangled number is told as what stands in the cell. */
export function registerPart(entry: PermitCase, main: boolean): ProposedPart {
  const notification = entry.register.format === "rwdz-notifications";
  const number = entry.number
    ? `nr ${entry.number}`
    : entry.rawNumber
      ? `o numerze zapisanym jako „${entry.rawNumber}”`
      : "";
  const parcels = entry.parcels.map((parcel) => describeParcel(parseParcel(parcel))).join("; ");
  const details = [
    [notification ? "zgłoszenie" : "decyzja", number, entry.date && `z dnia ${printDate(entry.date)}`]
      .filter(Boolean)
      .join(" "),
    entry.signature && `znak ${entry.signature}`,
    entry.outcome && outcomeNames[entry.outcome],
    entry.description || entry.kind,
    entry.address,
    parcels,
  ].filter(Boolean);
  const possible = entry.match === "possible" ? "Możliwe, niepewne dopasowanie – " : "";
  const claim = {
    text: withStop(inLine(`${possible}Rejestr „${entry.register.name}”: ${details.join(", ")}`)),
    citations: [registerCitation(entry)],
  };
  return { claim, main };
}

export function registerCitation(entry: PermitCase): ProposedCitation {
  return { register: entry.register.name, rows: entry.rows };
}
