import type { ImportedFile, ImportReport, RowProgress } from "../../ingest/register-import.ts";
import { oneOf } from "../options.ts";
import { printImport } from "../print-register.ts";
import { createProgress } from "../progress.ts";
import { emitJson, type ExitCode, type Session } from "../session.ts";

export interface RegisterOptions {
  format: string;
  register?: string;
  authority?: string;
  replace?: boolean;
}

const formats = ["auto", "rwdz", "wroclaw"] as const;

export async function importFiles(session: Session, files: string[], options: RegisterOptions): Promise<ExitCode> {
  const format = oneOf(options.format, formats, "--format");
  const { register, authority, replace } = options;
  const services = await session.services();
  const progress = createProgress("Rejestr", session.err);
  const onProgress = (done: number, total: number, file: ImportedFile) => progress.show(done, total, file.fileName);
  const inWords = createRate();
  const onRows = (fileName: string, rows: RowProgress) => progress.showShare(rows.share, inWords(fileName, rows));
  progress.show(0, files.length, "");
  let report: ImportReport;
  try {
    const request = { files, format, register, authority, whole: replace, onProgress, onRows };
    report = await services.importRegisters(request, session.actor);
  } finally {
    progress.end();
  }
  if (session.json) emitJson(session, report);
  else printImport(report, session.out);
  return exitCodeOf(report);
}

/** No file taken is bad input; a file or a row refused beside others is a finding. */
function exitCodeOf({ files, totals }: ImportReport): ExitCode {
  const refused = files.filter(({ reason }) => reason !== undefined).length;
  if (refused === files.length) return 2;
  return refused > 0 || totals.refused > 0 ? 1 : 0;
}

/** `wynik.csv: 450000 wierszy, 25000/s, jeszcze 0:22`, by the rate since the file's first rows came. */
function createRate(): (fileName: string, progress: RowProgress) => string {
  let began: { fileName: string; at: number; rows: number; share: number } | undefined;
  return (fileName, { rows, share }) => {
    const now = performance.now();
    if (began?.fileName !== fileName) began = { fileName, at: now, rows, share };
    const seconds = (now - began.at) / 1000;
    const whole = `${fileName}: ${rows} wierszy`;
    if (seconds < 1 || share <= began.share) return whole;
    const left = Math.round(((1 - share) / (share - began.share)) * seconds);
    const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    return `${whole}, ${Math.round((rows - began.rows) / seconds)}/s, jeszcze ${clock}`;
  };
}
