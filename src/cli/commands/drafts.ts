import { draftStatuses } from "../../core/draft.ts";
import { type DraftView, isWhole } from "../../core/drafts/draft-view.ts";
import { TeczkaError } from "../../core/errors.ts";
import { oneOf, positiveInteger } from "../options.ts";
import { printBrief, printDraft } from "../print-draft.ts";
import { emitJson, type ExitCode, marked, type Session } from "../session.ts";

export interface DraftListOptions {
  status?: string;
  limit?: string;
}

export async function listDrafts(session: Session, options: DraftListOptions): Promise<ExitCode> {
  const status = options.status === undefined ? undefined : oneOf(options.status, draftStatuses, "--status");
  const limit = options.limit === undefined ? undefined : positiveInteger(options.limit, "--limit", 10_000);
  const services = await session.services();
  const filter = { ...(status ? { status } : {}), ...(limit ? { limit } : {}) };
  const listed = await services.drafts.list(filter, session.actor);
  if (session.json) emitJson(session, await Promise.all(listed.map((draft) => marked(draft, services))));
  else if (listed.length === 0) session.out.write("Nie ma takich projektów.\n");
  else for (const draft of listed) session.out.write(printBrief(draft, session.out));
  return 0;
}

export async function showDraft(session: Session, id: string): Promise<ExitCode> {
  const { drafts } = await session.services();
  return tell(session, await drafts.get(id, session.actor));
}

export async function approveDraft(session: Session, id: string, { hash }: { hash: string }): Promise<ExitCode> {
  const { drafts } = await session.services();
  return tell(session, await drafts.decide(id, { decision: "approve", hash }, session.actor));
}

/** The draft's own hash is named for the clerk: a rejection says no to the question's draft, whatever it holds. */
export async function rejectDraft(session: Session, id: string, { reason }: { reason: string }): Promise<ExitCode> {
  if (reason.trim() === "") {
    throw new TeczkaError("invalid", "reason_empty", "Powód odrzucenia jest pusty.", 'Podaj go: --reason "…".');
  }
  const { drafts } = await session.services();
  const view = await drafts.get(id, session.actor);
  const hash = isWhole(view) ? view.hash : "";
  return tell(session, await drafts.decide(id, { decision: "reject", hash, comment: reason }, session.actor));
}

export async function cancelDraft(session: Session, id: string): Promise<ExitCode> {
  const { drafts } = await session.services();
  return tell(session, await drafts.cancel(id, session.actor));
}

async function tell(session: Session, view: DraftView): Promise<ExitCode> {
  const services = await session.services();
  if (session.json) emitJson(session, await marked(view, services));
  else if (isWhole(view)) {
    session.out.write(printDraft(view, session.out, await services.sample()));
  } else session.out.write(printBrief(view, session.out));
  return 0;
}
