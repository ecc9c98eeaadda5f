import type { ImportedFile, ImportReport } from "../../ingest/register-import.ts";
import { oneOf } from "../options.ts";
import { counted } from "../../core/in-words.ts";
import { createProgress } from "../progress.ts";
import { emitJson, type ExitCode, type Session } from "../session.ts";
import { paint, widthOf, wrap } from "../terminal.ts";

export interface RegisterOptions {
  format: string;
  register?: string;
  authority?: string;
}

const formats = ["auto", "rwdz", "wroclaw"] as const;

export async function importFiles(session: Session, files: string[], options: RegisterOptions): Promise<ExitCode> {
  const format = oneOf(options.format, formats, "--format");
  const { register, authority } = options;
  const services = await session.services();
  const progress = createProgress("Rejestr", session.err);
  const onProgress = (done: number, total: number, file: ImportedFile) => progress.show(done, total, file.fileName);
  progress.show(0, files.length, "");
  let report: ImportReport;
  try {
    report = await services.importRegisters({ files, format, register, authority, onProgress }, session.actor);
  } finally {
    progress.end();
  }
  if (session.json) emitJson(session, report);
  else tell(report, session);
  return exitCodeOf(report);
}

/** No file taken is bad input; a file or a row refused beside others is a finding. */
function exitCodeOf({ files, totals }: ImportReport): ExitCode {
  const refused = files.filter(({ reason }) => reason !== undefined).length;
  if (refused === files.length) return 2;
  return refused > 0 || totals.refused > 0 ? 1 : 0;
}

/** More refused rows than these are counted, not listed; `--json` has them all. */
const mostRows = 10;

function tell({ files, totals }: ImportReport, { out }: Session): void {
  const width = widthOf(out);
  for (const { fileName, register, reason, rows, kept, merged, repaired, blank, refused } of files) {
    if (reason !== undefined) {
      out.write(`${wrap(`${paint("red", "odrzucono", out)} ${fileName}: ${reason}`, width, "  ", "")}\n`);
      continue;
    }
    const counts = `wierszy ${rows}, przyjęto ${kept} (połączono ${merged}), naprawiono ${repaired}, pustych ${blank}`;
    out.write(`${wrap(`${fileName} → ${register ?? ""}: ${counts}, odrzucono ${refused.length}`, width, "  ", "")}\n`);
    for (const row of refused.slice(0, mostRows)) {
      out.write(`${wrap(`wiersz ${row.row}: ${row.reason}`, width, "    ")}\n`);
    }
    if (refused.length > mostRows) out.write(`    … i ${refused.length - mostRows} więcej (wszystkie: --json)\n`);
  }
  const fileCount = counted(totals.files, "plik", "pliki", "plików");
  out.write(`${fileCount}: przyjęto ${totals.kept} z ${counted(totals.rows, "wiersza", "wierszy", "wierszy")}.\n`);
}
