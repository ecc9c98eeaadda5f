import type { IngestedFile, IngestReport } from "../../ingest/ingest.ts";
import { counted } from "../../core/in-words.ts";
import { createProgress } from "../progress.ts";
import { emitJson, type ExitCode, type Session } from "../session.ts";
import { paint, widthOf, wrap } from "../terminal.ts";

export interface IngestOptions {
  label?: string[];
}

export async function ingest(session: Session, paths: readonly string[], options: IngestOptions): Promise<ExitCode> {
  const services = await session.services();
  const progress = createProgress("Wczytywanie", session.err);
  let last: [done: number, total: number, path: string] = [0, 0, ""];
  let embedded = 0;
  const show = () => {
    const [done, total, path] = last;
    if (total > 0) progress.show(done, total, embedded > 0 ? `(wektory: ${embedded}) ${path}` : path);
  };
  const onProgress = (done: number, total: number, { path }: IngestedFile) => {
    last = [done, total, path];
    show();
  };
  const onEmbedded = (passages: number) => {
    embedded += passages;
    show();
  };
  let report: IngestReport;
  try {
    report = await services.ingest({ paths, labels: options.label ?? [], onProgress, onEmbedded }, session.actor);
  } finally {
    progress.end();
  }
  if (session.json) emitJson(session, report);
  else tell(report, session);
  return exitCodeOf(report);
}

/** Nothing taken of what was given is bad input; some of it refused, or labelled in vain, is a finding. */
function exitCodeOf({ files, totals }: IngestReport): ExitCode {
  if (totals.refused === 0) return files.some(({ alsoOpen }) => alsoOpen) ? 1 : 0;
  return totals.refused === totals.files ? 2 : 1;
}

function tell({ files, totals }: IngestReport, { out }: Session): void {
  const width = widthOf(out);
  for (const { path, status, reason } of files) {
    if (status !== "refused") continue;
    out.write(`${wrap(`${paint("red", "odrzucono", out)} ${path}: ${reason ?? ""}`, width, "  ", "")}\n`);
  }
  for (const { path, status } of files) {
    if (status !== "replaced") continue;
    out.write(
      `${wrap(`${paint("yellow", "nowa wersja", out)} ${path} (poprzednia zostaje jako dowód)`, width, "  ", "")}\n`,
    );
  }
  for (const { path, unreadablePages } of files) {
    if (unreadablePages.length === 0) continue;
    const pages =
      unreadablePages.length > 12 ? `${unreadablePages.slice(0, 12).join(", ")}…` : unreadablePages.join(", ");
    out.write(`${wrap(`${paint("yellow", "bez tekstu", out)} ${path}: strony ${pages}`, width, "  ", "")}\n`);
  }
  for (const { path, alsoOpen } of files) {
    if (!alsoOpen) continue;
    const told = `${path}: ten sam plik jest w archiwum także bez etykiety i może go czytać każdy użytkownik.`;
    out.write(`${wrap(`${paint("yellow", "nadal jawny", out)} ${told}`, width, "  ", "")}\n`);
  }
  if (totals.files === 0) {
    out.write("Nie znaleziono żadnych plików.\n");
    return;
  }
  const counts = [
    `dodano ${totals.added}`,
    `zastąpiono ${totals.replaced}`,
    `bez zmian ${totals.unchanged}`,
    `odrzucono ${totals.refused}`,
  ];
  const pages = counted(totals.pages, "strona", "strony", "stron");
  const fileCount = counted(totals.files, "plik", "pliki", "plików");
  out.write(`${wrap(`${fileCount} (${pages}): ${counts.join(", ")}.`, width)}\n`);
}
