import type { RunnableConfig } from "@langchain/core/runnables";
import type { Access } from "../../../src/core/access.ts";
import type { AskedRegister, Claim, Draft, SearchProof } from "../../../src/core/draft.ts";
import { registerLogicWords } from "../../../src/core/in-words.ts";
import { citationsOf } from "../../../src/core/verify/cited-content.ts";
import { lookUpPermits } from "../../../tools/look-up-permits.ts";
import type { Archive } from "../../../tools/tool.ts";
import { accessOf } from "../access.ts";
import type { Checked, Gathered, PermitClerk, Proposal } from "../state.ts";

/** Unread papers told of at most; their number may be that of a whole archive of scans. */
const mostUnreadable = 20;

/** Makes the findings: what held, what did not and why, what was searched, and what an evaluator needs to repeat it. */
export function createConclude(archive: Archive, software: string) {
  return async (state: PermitClerk, config: RunnableConfig): Promise<Partial<PermitClerk>> => {
    const access = accessOf(config);
    const { proposal, checked, gathered } = state;
    const { clarification, nearest } = proposal;
    const outcome = outcomeOf(proposal, checked);
    const claims = outcome === "not_found" || outcome === "needs_clarification" ? [] : numbered(checked.filter(holds));
    const withheld = numbered(
      checked.filter((one) => !holds(one)),
      claims.length,
    );
    const conflicts = claims.length > 0 ? state.conflicts : [];
    const shown = [
      ...citationsOf({ claims, withheld, conflicts }).flatMap(documentsOf),
      ...nearest.map(({ document }) => document.id),
      ...gathered.open.flatMap(({ documents }) => documents),
      // Cited or not: what was asked further, and what was left unsaid, follows from them.
      ...gathered.documents.map(({ document }) => document.id),
    ];
    const labels = await labelsOf(shown, archive, access);
    const findings = {
      outcome,
      claims,
      withheld,
      conflicts,
      ...(clarification && outcome === "needs_clarification" ? { clarification } : {}),
      search: await proofOf(gathered, nearest, labels, archive, access),
      labels,
      made: { archive: await archive.documents.fingerprint({ labels }), index: archive.passages.fingerprint, software },
    };
    return { findings };
  };
}

function holds({ claim }: Checked): boolean {
  return claim.verdict === "supported";
}

/** Without any part of the answer itself there is none, however much of what rounds it off may hold. */
function outcomeOf({ clarification, incomplete, parts }: Proposal, checked: readonly Checked[]): Draft["outcome"] {
  if (clarification) return "needs_clarification";
  const main = checked.filter(({ part }) => part.main);
  if (parts.length === 0 || !main.some(holds)) return "not_found";
  return incomplete || !main.every(holds) ? "partly_answered" : "answered";
}

function numbered(checked: readonly Checked[], before = 0): Claim[] {
  return checked.map(({ claim: { text, verdict, reasons, citations } }, position) => ({
    id: `c${before + position + 1}`,
    text,
    verdict,
    reasons: [...reasons, ...citations.flatMap((cited) => (cited.found ? [] : cited.reasons))],
    citations: citations.flatMap(({ citation }) => citation ?? []),
  }));
}

async function proofOf(
  gathered: Gathered,
  nearest: SearchProof["nearest"],
  labels: readonly string[],
  archive: Archive,
  access: Access,
): Promise<SearchProof> {
  const { queries, tools, registers } = gathered;
  // The number and the names of papers tell of them, too: only of those that every reader of the draft may see.
  const { documents: documentsSearched } = await archive.documents.count({ labels });
  const unread = (await archive.documents.list({ access, unreadable: true })).filter((paper) =>
    paper.labels.every((label) => labels.includes(label)),
  );
  const ofScope = new Set(gathered.scope.matters.flatMap(({ documents }) => documents));
  const near = unread.filter(({ ref }) => ofScope.has(ref.id));
  const told = (near.length > 0 ? near : unread).slice(0, mostUnreadable);
  return {
    queries,
    tools,
    documentsSearched,
    ...(tools.includes(lookUpPermits.name) ? { registers: registers.map(askedRegister) } : {}),
    nearest,
    unreadable: told.flatMap(({ ref, unreadablePages }) =>
      unreadablePages.map(({ page, reason }) => ({ document: ref, page, reason })),
    ),
    ...(gathered.open.length > 0 ? { open: gathered.open.map(({ text }) => text) } : {}),
  };
}

function askedRegister({ name, format, authority, cases, from, to }: Gathered["registers"][number]): AskedRegister {
  const { holds: scope, silence, row } = registerLogicWords[format];
  return {
    name,
    format,
    ...(authority ? { authority } : {}),
    cases,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    note: `${scope} ${silence}`,
    rowNote: row,
  };
}

/** Who may read the draft must hold the labels of everything that it rests on: cited, withheld, near to an answer, or only gathered. */
async function labelsOf(shown: readonly string[], archive: Archive, access: Access): Promise<string[]> {
  const ids = [...new Set(shown)];
  if (ids.length === 0) return [];
  const documents = await archive.documents.list({ access, ids });
  return [...new Set(documents.flatMap(({ labels }) => labels))].sort();
}

function documentsOf(citation: Claim["citations"][number]): string[] {
  if (citation.kind === "passage") return [citation.document.id];
  return citation.kind === "derived" ? citation.inputs.flatMap(documentsOf) : [];
}
