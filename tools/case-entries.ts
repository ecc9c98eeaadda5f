import { belongsTo, sameEntry } from "../src/core/cases/join.ts";
import { type CasePaper, decidingKinds, tellingSubject, valuesOf } from "../src/core/cases/paper.ts";
import { parseAddress } from "../src/core/identity/address.ts";
import { parseDecisionNumber } from "../src/core/identity/decision-number.ts";
import type { PermitCase, PermitQuery } from "../src/core/permit.ts";

/** Of each kind so many are looked up: a case about a whole street would ask for half a register. */
const most = 3;

/**
 * The register entries of a case. A register that tells a number or a date wrongly is found by what it tells rightly,
 * so all that names the case is looked up; `belongsTo` says whose an entry is.
 */
export async function entriesOfCase(
  papers: readonly CasePaper[],
  lookUp: (query: PermitQuery) => Promise<PermitCase[]>,
): Promise<PermitCase[]> {
  const entries: PermitCase[] = [];
  for (const query of queriesOf(papers)) {
    for (const entry of await lookUp(query)) {
      if (entries.some((known) => sameEntry(known, entry)) || !belongsTo(entry, papers)) continue;
      entries.push({ ...entry, match: "exact" });
    }
  }
  return entries;
}

function queriesOf(papers: readonly CasePaper[]): PermitQuery[] {
  const signature = papers.find((paper) => paper.signature)?.signature;
  // A resolution has a number too, `XIV/617/2001`, which no register of permits holds.
  const numbers = papers
    .filter(({ kind }) => decidingKinds.includes(kind))
    .flatMap(({ decisionNumber }) => decisionNumber ?? [])
    .filter((number) => "number" in (parseDecisionNumber(number) ?? {}));
  const days = papers.filter(({ kind }) => kind === "permit_decision").flatMap((paper) => valuesOf(paper, "issueDate"));
  const parcels = tellingSubject(papers).flatMap((paper) => valuesOf(paper, "parcel"));
  const addresses = tellingSubject(papers, "address")
    .flatMap((paper) => valuesOf(paper, "address"))
    .filter((address) => parseAddress(address)?.number);
  const few = (values: readonly string[]) => [...new Set(values)].slice(0, most);
  return [
    ...(signature ? [{ signature }] : []),
    ...few(numbers).map((number) => ({ number })),
    ...few(parcels).map((parcel) => ({ parcel })),
    // Many stand on one plot, few of one day on one street.
    ...few(days).flatMap((day) => few(addresses).map((address) => ({ address, from: day, to: day }))),
  ];
}
