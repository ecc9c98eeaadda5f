import { sha256Hex } from "../../canonical-json.ts";
import type { Page, PreparedDocument, StoredDocument } from "../../document.ts";
import { findFacts } from "../../facts/find-facts.ts";
import { splitIntoPassages } from "../../passages/split.ts";
import type { PermitCase } from "../../permit.ts";
import { checkClaim } from "../check-claim.ts";
import type { CitationEvidence, Evidence } from "../evidence.ts";
import type { CheckedClaim, ProposedCitation } from "../proposed.ts";

/** A paper as ingest would prepare it: its facts found, its passages cut. One text a page. */
export function paper(path: string, ...texts: string[]): PreparedDocument {
  const pages = texts.map((text, index): Page => ({ number: index + 1, text, textSha256: sha256Hex(text) }));
  return {
    id: path,
    fileName: path,
    path,
    sha256: sha256Hex(path),
    format: "text",
    reader: "test",
    labels: [],
    pages,
    ...findFacts(pages, path),
    passages: splitIntoPassages(pages),
  };
}

function stored(document: PreparedDocument): StoredDocument {
  const { id, path, fileName, sha256, kind, format, reader, labels, facts } = document;
  return {
    ref: { id, version: 1, fileName, path, sha256 },
    kind,
    format,
    reader,
    labels,
    pageCount: document.pages.length,
    passageCount: document.passages.length,
    unreadablePages: [],
    facts,
    ingestedAt: "2026-01-01T00:00:00Z",
  };
}

/** Checks a claim against papers and register cases held in memory, as the tool does against the stores. */
export function bench(
  papers: readonly PreparedDocument[],
  cases: readonly PermitCase[] = [],
  boilerplate: string[] = [],
) {
  const evidenceOf = (citation: ProposedCitation): CitationEvidence => {
    if ("document" in citation) return pageEvidence(papers, citation.document, citation.page);
    if ("register" in citation) {
      const rows = citation.rows.flatMap((ref) =>
        cases
          .filter((held) => held.rows.some(({ file, row }) => file === ref.file && row === ref.row))
          .map((held) => ({ ref, case: held })),
      );
      return { kind: "register", rows };
    }
    if ("act" in citation) return { kind: "law" };
    return { kind: "derived", inputs: citation.inputs.map(evidenceOf) };
  };
  return (text: string, ...citations: ProposedCitation[]): CheckedClaim => {
    const evidence: Evidence = { citations: citations.map(evidenceOf), boilerplate: new Set(boilerplate) };
    return checkClaim({ text, citations }, evidence);
  };
}

function pageEvidence(papers: readonly PreparedDocument[], id: string, number: number): CitationEvidence {
  const document = papers.find((candidate) => candidate.id === id);
  const page = document?.pages[number - 1];
  if (!document || !page) {
    return { kind: "missing", fault: { verdict: "unsupported", code: "document_unknown", detail: `Nie ma „${id}”.` } };
  }
  const otherPages = document.pages.filter((other) => other !== page);
  return {
    kind: "passage",
    document: storedOnce(document),
    page,
    nextPage: document.pages[number],
    passages: document.passages,
    otherPages,
  };
}

const known = new WeakMap<PreparedDocument, StoredDocument>();

function storedOnce(document: PreparedDocument): StoredDocument {
  const held = known.get(document) ?? stored(document);
  known.set(document, held);
  return held;
}

/** Verdict and codes for a claim that cites one quote of a paper with this one page. */
export function judgeOn(text: string, quote: string, claim: string): string[] {
  const { verdict, reasons } = bench([paper("pismo.txt", text)])(claim, { document: "pismo.txt", page: 1, quote });
  return [verdict, ...reasons.map(({ code }) => code)];
}
