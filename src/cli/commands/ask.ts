import { requireQuestion } from "../../core/drafts/draft-errors.ts";
import { isWhole } from "../../core/drafts/draft-view.ts";
import { isTeczkaError, TeczkaError } from "../../core/errors.ts";
import { errorJson } from "../failures.ts";
import type { OperatorServices } from "../operator-services.ts";
import { printDraft } from "../print-draft.ts";
import { createProgress } from "../progress.ts";
import { readQuestions } from "../question-file.ts";
import { archiveServices, emitJson, emitLine, type ExitCode, marked, type Session } from "../session.ts";

export interface AskOptions {
  file?: string;
}

export async function ask(session: Session, question: string | undefined, { file }: AskOptions): Promise<ExitCode> {
  if ((question === undefined) === (file === undefined)) throw questionOrFile();
  if (file !== undefined) return askFile(session, await readQuestions(file));
  // Said before an archive is opened, or a sample filled, for nothing.
  const asked = requireQuestion(question ?? "");
  const services = await archiveServices(session);
  const view = await interruptible((signal) => services.drafts.ask(asked, session.actor, "cli", signal));
  if (session.json) emitJson(session, await marked(view, services));
  else if (isWhole(view)) session.out.write(printDraft(view, session.out, await services.sample()));
  return 0;
}

/** One draft a line. A question that cannot be asked takes its own line, with the error, and stops no other. */
async function askFile(session: Session, questions: readonly string[]): Promise<ExitCode> {
  const services = await archiveServices(session);
  const progress = createProgress("Pytania", session.err);
  let findings = 0;
  try {
    for (const [index, question] of questions.entries()) {
      if (!(await askOne(session, services, question))) findings += 1;
      progress.show(index + 1, questions.length, "");
    }
  } finally {
    progress.end();
  }
  return findings > 0 ? 1 : 0;
}

async function askOne(session: Session, services: OperatorServices, question: string): Promise<boolean> {
  try {
    const view = await interruptible((signal) => services.drafts.ask(question, session.actor, "cli", signal));
    emitLine(session, await marked(view, services));
    return true;
  } catch (error) {
    if (!isTeczkaError(error) || error.kind === "unavailable") throw error;
    emitLine(session, { question, ...errorJson(error) });
    return false;
  }
}

/** Ctrl+C stops the agent, and the draft says so; without that it would be taken up again by the next service. */
async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort(interrupted());
  process.once("SIGINT", onInterrupt);
  try {
    return await work(stop.signal);
  } finally {
    process.off("SIGINT", onInterrupt);
  }
}

function interrupted(): TeczkaError {
  return new TeczkaError("unavailable", "interrupted", "Przerwano pracę nad projektem.", "Zadaj pytanie ponownie.");
}

function questionOrFile(): TeczkaError {
  return new TeczkaError(
    "invalid",
    "usage",
    "Podaj pytanie albo plik z pytaniami (jedno z dwojga).",
    'Na przykład: npx teczka ask "Czy dla działki 87/14 wydano pozwolenie na budowę?"',
  );
}
