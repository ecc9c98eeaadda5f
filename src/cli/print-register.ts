import { counted } from "../core/in-words.ts";
import type { ChangedCases, RegisterChanges } from "../core/ports/permit-register.ts";
import type { ImportedFile, ImportReport } from "../ingest/register-import.ts";
import { paint, type Stream, widthOf, wrap } from "./terminal.ts";

/** More refused rows than these are counted, not listed; `--json` has them all. */
const mostRows = 10;

/** What an import did, for people: readable in a narrow window. */
export function printImport({ files, totals }: ImportReport, out: Stream): void {
  const width = widthOf(out);
  const write = (text: string, indent: string, first = indent) => out.write(`${wrap(text, width, indent, first)}\n`);
  for (const file of files) printFile(file, out, write);
  const fileCount = counted(totals.files, "plik", "pliki", "plików");
  out.write(`${fileCount}: przyjęto ${totals.kept} z ${counted(totals.rows, "wiersza", "wierszy", "wierszy")}.\n`);
}

type Write = (text: string, indent: string, first?: string) => void;

function printFile(file: ImportedFile, out: Stream, write: Write): void {
  const { fileName, register, reason, rows, kept, merged, repaired, blank, refused, changes, hint } = file;
  if (reason !== undefined) {
    write(`${paint("red", "odrzucono", out)} ${fileName}: ${reason}`, "  ", "");
    return;
  }
  const counts = `wierszy ${rows}, przyjęto ${kept} (połączono ${merged}), naprawiono ${repaired}, pustych ${blank}`;
  write(`${fileName} → ${register ?? ""}: ${counts}, odrzucono ${refused.length}`, "  ", "");
  for (const row of refused.slice(0, mostRows)) write(`wiersz ${row.row}: ${row.reason}`, "    ");
  if (refused.length > mostRows) write(`… i ${refused.length - mostRows} więcej (wszystkie: --json)`, "    ");
  if (changes) printChanges(changes, out, write);
  if (hint) write(`${paint("yellow", "uwaga:", out)} ${hint}`, "  ");
}

const told: readonly [keyof RegisterChanges, string, Parameters<typeof paint>[0]][] = [
  ["appeared", "przybyło", "green"],
  ["changed", "zmieniło się", "yellow"],
  ["vanished", "ubyło", "red"],
];

function printChanges(changes: RegisterChanges, out: Stream, write: Write): void {
  if (told.every(([which]) => changes[which].cases === 0)) {
    write("Względem poprzedniego wczytania nic się nie zmieniło.", "  ");
    return;
  }
  write("Względem poprzedniego wczytania:", "  ");
  for (const [which, word, style] of told) {
    const { cases, examples } = changes[which];
    write(`${paint(style, `${word}:`, out)} ${counted(cases, "sprawa", "sprawy", "spraw")}`, "    ");
    for (const example of examples) write(exampleInWords(example), "        ", "      – ");
    if (examples.length > 0 && examples.length < cases) write(`… i ${cases - examples.length} więcej`, "      ");
  }
}

function exampleInWords({ number, rawNumber, date, address, file, row }: ChangedCases["examples"][number]): string {
  const named = number ?? (rawNumber ? `numer zapisany jako „${rawNumber}”` : "bez numeru");
  const parts = [named, date ? `z ${date}` : "bez daty", address].filter(Boolean);
  return `${parts.join(", ")} (${file}, w. ${row})`;
}
