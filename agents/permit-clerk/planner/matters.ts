import { belongsTo, casesOfPapers, sameEntry } from "../../../src/core/cases/join.ts";
import type { PermitCase } from "../../../src/core/permit.ts";
import type { Matter, PaperDocument } from "../state.ts";

export function mattersOf(documents: readonly PaperDocument[]): Matter[] {
  return casesOfPapers(documents).map(({ key, papers }) => ({
    key,
    documents: papers.map(({ document }) => document.id),
    later: [],
    cases: [],
    match: "same",
  }));
}

export function papersOf(matter: Matter, documents: ReadonlyMap<string, PaperDocument>): PaperDocument[] {
  return matter.documents.flatMap((id) => documents.get(id) ?? []);
}

/** A register entry joins the case of its papers, or stands for a case of which there are none. */
export function attach(entry: PermitCase, matters: Matter[], papers: ReadonlyMap<string, PaperDocument>): void {
  const home = matters.find(({ documents }) =>
    belongsTo(
      entry,
      documents.flatMap((id) => papers.get(id) ?? []),
    ),
  );
  if (home) {
    if (!home.cases.some((known) => sameEntry(known, entry))) home.cases.push(entry);
    return;
  }
  const key = `${entry.register.name} ${entry.number ?? entry.rawNumber ?? ""} ${entry.date ?? ""}`;
  const match = entry.match === "exact" ? "same" : "possible";
  matters.push({ key: entry.signature ?? key, documents: [], later: [], cases: [entry], match });
}
