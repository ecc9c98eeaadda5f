import { TeczkaError } from "../../core/errors.ts";
import type { z } from "zod";
import { searchPassages } from "../../../tools/search-passages.ts";
import type { ToolContext } from "../../../tools/tool.ts";
import { type DocumentKind, documentKinds } from "../../core/document.ts";
import { kindWords } from "../../core/in-words.ts";
import { reasonsInWords, searchInWords } from "../../core/ranking/told-reasons.ts";
import { foldDiacritics } from "../../core/text/plain.ts";
import { positiveInteger } from "../options.ts";
import { readQuestions } from "../question-file.ts";
import { archiveServices, emitJson, emitLine, type ExitCode, type Session } from "../session.ts";
import { paint, widthOf, wrap } from "../terminal.ts";

export interface SearchOptions {
  file?: string;
  limit?: string;
  parcel?: string;
  signature?: string;
  kind?: string;
  document?: string[];
  from?: string;
  to?: string;
}

type Found = z.infer<typeof searchPassages.output>;

const usualLimit = 10;
const highestLimit = 100;

export async function search(session: Session, query: string | undefined, options: SearchOptions): Promise<ExitCode> {
  const { file } = options;
  const limit = options.limit === undefined ? usualLimit : positiveInteger(options.limit, "--limit", highestLimit);
  if ((query === undefined) === (file === undefined)) throw queryOrFile();
  const queries = file === undefined ? [queryOf(query ?? "")] : (await readQuestions(file)).map(queryOf);
  const kinds = options.kind === undefined ? {} : { kinds: [kindOf(options.kind)] };
  const { archive } = await archiveServices(session);
  const context = { archive, access: session.actor.access };
  const { parcel, signature, from, to } = options;
  const narrowed = { ...kinds, ...(await documentsOf(options.document, context)), parcel, signature, from, to };
  for (const text of queries) {
    const found = await searchPassages.run({ query: text, limit, ...narrowed }, context);
    if (file !== undefined) emitLine(session, found.passages);
    else if (session.json) emitJson(session, found.passages);
    else tell(found, session);
  }
  return 0;
}

function tell(found: Found, { out }: Session): void {
  const width = widthOf(out);
  const told = searchInWords(found).map((line) => wrap(line, width));
  if (found.passages.length === 0) {
    out.write(`Nie znaleziono.\n${told.join("\n")}\n`);
    return;
  }
  for (const { document, page, headingPath, text, why } of found.passages) {
    out.write(`${wrap(`${paint("bold", document.path, out)}, s. ${page}`, width)}\n`);
    if (headingPath.length > 0) out.write(`${wrap(headingPath.join(" › "), width, "  ")}\n`);
    out.write(`${wrap(text.replace(/\s+/gu, " "), width, "  ")}\n`);
    for (const reason of reasonsInWords(why, found.absent))
      out.write(`${wrap(paint("dim", reason, out), width, "  ")}\n`);
    out.write("\n");
  }
  out.write(`${told.join("\n")}\n`);
}

/** The code of a kind of paper, or what officers call it. */
function kindOf(typed: string): DocumentKind {
  const wanted = foldDiacritics(typed.trim());
  const kind = documentKinds.find((one) => one === wanted || foldDiacritics(kindWords[one]) === wanted);
  if (kind) return kind;
  throw new TeczkaError(
    "invalid",
    "kind_unknown",
    `Nie ma rodzaju pism „${typed}”.`,
    `Podaj jeden z: ${documentKinds.map((one) => kindWords[one]).join(", ")}.`,
  );
}

async function documentsOf(
  references: readonly string[] | undefined,
  { archive, access }: ToolContext,
): Promise<{ documents?: string[] }> {
  if (references === undefined) return {};
  const documents = await Promise.all(
    references.map(async (reference) => {
      const document = await archive.documents.resolve(reference, access);
      if (document) return document.ref.id;
      throw new TeczkaError(
        "not_found",
        "document_unknown",
        `Nie ma dokumentu „${reference}”.`,
        "Podaj identyfikator, nazwę pliku albo ścieżkę dokumentu z archiwum.",
      );
    }),
  );
  return { documents };
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
