import { checkCitations } from "../../../tools/check-citations.ts";
import { TeczkaError } from "../../core/errors.ts";
import { printChecked } from "../print-draft.ts";
import { readInput } from "../question-file.ts";
import { archiveServices, emitJson, type ExitCode, type Session } from "../session.ts";

/** Verdicts for an answer that anyone wrote: 0 when every claim is supported, 1 when not. */
export async function check(session: Session, file: string): Promise<ExitCode> {
  const input = inputOf(await readInput(file), file);
  const { archive } = await archiveServices(session);
  const { claims } = await checkCitations.run(input, { archive, access: session.actor.access });
  if (session.json) emitJson(session, { claims });
  else session.out.write(printChecked(claims, session.out));
  return claims.every(({ verdict }) => verdict === "supported") ? 0 : 1;
}

function inputOf(text: string, file: string) {
  const parsed = checkCitations.input.safeParse(jsonOf(text, file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join(".") || "dokument";
  throw new TeczkaError(
    "invalid",
    "check_input_invalid",
    `Plik „${file}” nie ma właściwej budowy: ${place} (${issue?.message ?? ""}).`,
    'Oczekiwane jest: { "claims": [{ "text": "…", "citations": [{ "document": "…", "page": 1, "quote": "…" }] }] }.',
  );
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    throw new TeczkaError("invalid", "json_invalid", `Plik „${file}” nie jest poprawnym JSON: ${said}`, "Popraw go.", {
      cause: error,
    });
  }
}
