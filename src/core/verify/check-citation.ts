import type { PassageCitation, RegisterCitation } from "../draft.ts";
import { type Derived, derive } from "./derived.ts";
import type { CitationEvidence, DerivedEvidence, Fault, PassageEvidence, RegisterEvidence } from "./evidence.ts";
import { locateQuote, type QuotePlace } from "./locate-quote.ts";
import { type Ground, passageGround, registerGrounds } from "./ground.ts";
import type { CheckedCitation, ProposedCitation } from "./proposed.ts";
import { checkSubstance } from "./substance.ts";

/** A citation looked at by itself, and what it may prove when it stands. */
export interface CitationResult {
  checked: CheckedCitation;
  grounds: Ground[];
  derived: Derived[];
  faults: Fault[];
}

/** Does the cited place stand? Says nothing of the claim. */
export function checkCitation(
  proposed: ProposedCitation,
  evidence: CitationEvidence,
  boilerplate: ReadonlySet<string>,
): CitationResult {
  if (evidence.kind === "missing") return failed(proposed, evidence.fault);
  if (evidence.kind === "passage" && "quote" in proposed && "document" in proposed) {
    return checkPassage(proposed, proposed.quote, evidence, boilerplate);
  }
  if (evidence.kind === "register" && "register" in proposed) return checkRows(proposed, evidence);
  if (evidence.kind === "derived" && "op" in proposed) {
    return checkDerived(proposed, proposed, evidence, boilerplate);
  }
  if (evidence.kind === "law" && "act" in proposed) {
    return failed(proposed, {
      verdict: "abstained",
      code: "law_catalogue_missing",
      detail: `Nie ma jeszcze katalogu aktów prawnych, więc „${proposed.unit}” (${proposed.act}) nie można sprawdzić.`,
    });
  }
  throw new Error(`Evidence of kind ${evidence.kind} for another kind of citation`);
}

function failed(proposed: ProposedCitation, fault: Fault): CitationResult {
  return { checked: { proposed, found: false, reasons: [reasonOf(fault)] }, grounds: [], derived: [], faults: [fault] };
}

function reasonOf({ code, detail }: Fault) {
  return { code, detail };
}

function checkPassage(
  proposed: ProposedCitation,
  quote: string,
  evidence: PassageEvidence,
  boilerplate: ReadonlySet<string>,
): CitationResult {
  const { document, page } = evidence;
  const facts = document.facts.filter((fact) => fact.page === page.number);
  const place = locateQuote(quote, evidence, facts);
  if ("code" in place) return failed(proposed, place);
  const fault = checkSubstance(place, document.facts, boilerplate);
  if (fault) return failed(proposed, fault);
  const citation = passageCitation(evidence, place);
  return {
    checked: { proposed, found: true, citation, reasons: [] },
    grounds: [passageGround(evidence, place, citation.headingPath)],
    derived: [],
    faults: [],
  };
}

function passageCitation({ document, page, passages }: PassageEvidence, place: QuotePlace): PassageCitation {
  const { start, end, endPage, text } = place;
  const holder =
    passages.find(
      (passage) => passage.page === page.number && passage.start <= start && passageEnd(passage, page.number) > start,
    ) ?? passages.findLast((passage) => passage.page === page.number && passage.start <= start);
  return {
    kind: "passage",
    document: document.ref,
    page: page.number,
    ...(endPage ? { endPage: endPage.number, endPageTextSha256: endPage.textSha256 } : {}),
    quote: text,
    start,
    end,
    pageTextSha256: page.textSha256,
    headingPath: holder?.headingPath ?? [],
  };
}

function passageEnd(passage: PassageEvidence["passages"][number], page: number): number {
  return passage.endPage !== undefined && passage.endPage !== page ? Number.POSITIVE_INFINITY : passage.end;
}

function checkRows(
  proposed: Extract<ProposedCitation, { register: string }>,
  { rows }: RegisterEvidence,
): CitationResult {
  const missing = proposed.rows.find(({ file, row }) => !rows.some(({ ref }) => ref.file === file && ref.row === row));
  const first = rows[0];
  if (missing || !first) {
    const detail = `W rejestrze „${proposed.register}” nie ma wiersza ${missing?.row ?? ""} pliku „${missing?.file ?? ""}”.`;
    return failed(proposed, { verdict: "unsupported", code: "row_unknown", detail });
  }
  const { name, sha256 } = first.case.register;
  const citation: RegisterCitation = {
    kind: "register",
    register: { name, sha256 },
    rows: rows.map(({ ref }) => ref),
    fields: first.case.fields,
  };
  return {
    checked: { proposed, found: true, citation, reasons: [] },
    grounds: registerGrounds(rows),
    derived: [],
    faults: [],
  };
}

/** The inputs stand each by itself; what was made of them is recomputed by the rules of derived claims. */
function checkDerived(
  proposed: ProposedCitation,
  { op, over, inputs: proposedInputs }: Extract<ProposedCitation, { op: string }>,
  { inputs: evidences, found, state }: DerivedEvidence,
  boilerplate: ReadonlySet<string>,
): CitationResult {
  const inputs = proposedInputs.flatMap((input, position) => {
    const evidence = evidences[position];
    return evidence ? [checkCitation(input, evidence, boilerplate)] : [];
  });
  const grounds = inputs.flatMap((input) => input.grounds);
  const citations = inputs.flatMap((input) => input.checked.citation ?? []);
  const made = derive({ op, over }, grounds, { found, state });
  const faults = [...inputs.flatMap((input) => input.faults), ...made.faults];
  const stands = faults.length === 0;
  return {
    checked: {
      proposed,
      found: stands,
      ...(stands ? { citation: { kind: "derived", op, over, inputs: citations } } : {}),
      reasons: faults.map(reasonOf),
    },
    grounds: [...grounds, ...made.grounds],
    derived: [made.derived, ...inputs.flatMap((input) => input.derived)],
    faults,
  };
}
