import { TeczkaError } from "../../core/errors.ts";
import { type FoundPassage, searchPassages } from "../../../tools/search-passages.ts";
import { counted } from "../../core/in-words.ts";
import { positiveInteger } from "../options.ts";
import { readQuestions } from "../question-file.ts";
import { archiveServices, emitJson, emitLine, type ExitCode, type Session } from "../session.ts";
import { paint, widthOf, wrap } from "../terminal.ts";

export interface SearchOptions {
  file?: string;
  limit?: string;
}

const usualLimit = 10;
const highestLimit = 100;

export async function search(session: Session, query: string | undefined, options: SearchOptions): Promise<ExitCode> {
  const { file } = options;
  const limit = options.limit === undefined ? usualLimit : positiveInteger(options.limit, "--limit", highestLimit);
  if ((query === undefined) === (file === undefined)) throw queryOrFile();
  const queries = file === undefined ? [queryOf(query ?? "")] : (await readQuestions(file)).map(queryOf);
  const { archive } = await archiveServices(session);
  for (const text of queries) {
    const found = await searchPassages.run({ query: text, limit }, { archive, access: session.actor.access });
    if (file !== undefined) emitLine(session, found.passages);
    else if (session.json) emitJson(session, found.passages);
    else tell(found, session);
  }
  return 0;
}

function tell(found: { passages: FoundPassage[]; documentsSearched: number; words: string[] }, { out }: Session): void {
  const searched = counted(found.documentsSearched, "dokument", "dokumenty", "dokumentów");
  if (found.passages.length === 0) {
    out.write(`Nie znaleziono. Przeszukano ${searched}, słowa: ${found.words.join(", ")}.\n`);
    return;
  }
  const width = widthOf(out);
  for (const { document, page, headingPath, text, why } of found.passages) {
    out.write(`${wrap(`${paint("bold", document.path, out)}, s. ${page}`, width)}\n`);
    if (headingPath.length > 0) out.write(`${wrap(headingPath.join(" › "), width, "  ")}\n`);
    out.write(`${wrap(text.replace(/\s+/gu, " "), width, "  ")}\n`);
    out.write(`${wrap(paint("dim", `słowa: ${why.words.join(", ")}`, out), width, "  ")}\n\n`);
  }
  out.write(`Przeszukano ${searched}.\n`);
}

/** @throws TeczkaError `query_empty` or `query_too_long` */
function queryOf(text: string): string {
  const parsed = searchPassages.input.safeParse({ query: text });
  if (parsed.success) return parsed.data.query;
  if (text.trim() === "") {
    throw new TeczkaError("invalid", "query_empty", "Zapytanie jest puste.", "Podaj słowa, których szukać.");
  }
  throw new TeczkaError(
    "invalid",
    "query_too_long",
    `Zapytanie ma ${text.length} znaków, za dużo na szukanie.`,
    "Podaj kilka słów, numer albo działkę.",
  );
}

function queryOrFile(): TeczkaError {
  return new TeczkaError(
    "invalid",
    "usage",
    "Podaj słowa albo plik z zapytaniami (jedno z dwojga).",
    'Na przykład: npx teczka search "wysokość zabudowy 3MN"',
  );
}
