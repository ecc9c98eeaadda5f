import { type FoundConflicts, findConflicts } from "../../../tools/find-conflicts.ts";
import { conflictFields } from "../../core/conflicts/conflict.ts";
import type { Citation } from "../../core/draft.ts";
import { counted, fieldInWords, nothingToCompare, valueInWords } from "../../core/in-words.ts";
import { oneOf } from "../options.ts";
import { createProgress } from "../progress.ts";
import { archiveServices, emitJson, type ExitCode, type Session } from "../session.ts";
import { paint, widthOf, wrap } from "../terminal.ts";

export interface ConflictsOptions {
  signature?: string;
  parcel?: string;
  number?: string;
  address?: string;
  field?: string;
}

/** Where sources of one case disagree: of the case named, or of the whole archive. Exit code 1 when any do. */
export async function conflicts(session: Session, options: ConflictsOptions): Promise<ExitCode> {
  const { signature, parcel, number, address, field } = options;
  const named = { signature, parcel, number, address };
  const asked = {
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value?.trim())),
    ...(field === undefined ? {} : { field: oneOf(field, conflictFields, "--field") }),
  };
  const { archive } = await archiveServices(session);
  const context = { archive, access: session.actor.access };
  const progress = createProgress("Porównywanie", session.err);
  const found: FoundConflicts = { conflicts: [], withheld: [], documents: { done: 0, all: 0 } };
  try {
    for (let from: number | undefined = 0; from !== undefined; ) {
      const part: FoundConflicts = await findConflicts.run(findConflicts.input.parse({ ...asked, from }), context);
      found.conflicts.push(...part.conflicts);
      found.withheld.push(...part.withheld);
      found.documents = part.documents;
      progress.show(part.documents.done, part.documents.all, "dokumentów");
      from = part.next;
    }
  } finally {
    progress.end();
  }
  if (session.json) emitJson(session, found);
  else tell(found, session);
  return found.conflicts.length + found.withheld.length > 0 ? 1 : 0;
}

function tell({ conflicts, withheld, documents }: FoundConflicts, { out }: Session): void {
  const width = widthOf(out);
  if (documents.all === 0) {
    out.write(`${wrap(nothingToCompare, width)}\n`);
    return;
  }
  const write = (text: string, indent = "", first = indent) => out.write(`${wrap(text, width, indent, first)}\n`);
  for (const { case: of, field, values } of conflicts) {
    write(paint("bold", `${fieldInWords(field)}: sprawa ${of.signature ?? of.key}`, out));
    for (const { value, citation } of values) {
      write(paint("yellow", valueInWords(field, value), out), "    ", "  • ");
      for (const line of placeOf(citation)) write(line, "      ", "    ");
    }
    out.write("\n");
  }
  for (const { case: of, field, values } of withheld) {
    write(paint("bold", `${fieldInWords(field)}: sprawa ${of.signature ?? of.key} – nie potwierdzono obu stron`, out));
    for (const { value, claim } of values) {
      write(paint("yellow", valueInWords(field, value), out), "    ", "  • ");
      write(claim.text, "      ", "    ");
      for (const { detail } of claim.reasons) write(paint("dim", detail, out), "      ", "    ");
    }
    out.write("\n");
  }
  const searched = `Porównano ${counted(documents.done, "dokument", "dokumenty", "dokumentów")} z rejestrami i między sobą.`;
  const count = counted(conflicts.length, "rozbieżność", "rozbieżności", "rozbieżności");
  const open = withheld.length > 0 ? `, niepotwierdzonych: ${withheld.length}` : "";
  write(
    conflicts.length + withheld.length === 0
      ? `Nie znaleziono rozbieżności. ${searched}`
      : `${count}${open}. ${searched}`,
  );
  if (conflicts.length > 0) write("Teczka nie rozstrzyga, która strona ma rację.");
}

function placeOf(citation: Citation): string[] {
  if (citation.kind === "register") {
    const [first, ...more] = citation.rows.map(({ file, row }) => `${file}, wiersz ${row}`);
    return [`rejestr „${citation.register.name}”: ${first}${more.length > 0 ? ` i ${more.length} więcej` : ""}`];
  }
  if (citation.kind !== "passage") return [];
  const { document, page, quote } = citation;
  return [`${document.path}, s. ${page}`, `„${quote.replace(/\s+/gu, " ").trim()}”`];
}
