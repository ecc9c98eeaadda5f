import { type Actor, maySee } from "../core/access.ts";
import { TeczkaError } from "../core/errors.ts";
import type { IngestedFile } from "../ingest/ingest.ts";
import type { Services } from "../services.ts";
import type { ApiContext } from "./context.ts";
import { requireContentType } from "./input.ts";

/**
 * `multipart/form-data` with one `file`, any number of `label`s and a `folder` of the archive that the file belongs
 * into: 201 for what is new, 200 for what is known.
 */
export async function upload(context: ApiContext, services: Services): Promise<Response> {
  requireIntake(services);
  const form = await uploadForm(context);
  const [taken] = await takeFiles([form.get("file")], form, context.var.actor, services);
  if (!taken) throw fileMissing();
  if (taken.status === "refused") throw fileRefused(taken.fileName, taken.reason);
  return context.json(taken, taken.status === "unchanged" ? 200 : 201);
}

/** @throws TeczkaError `ingest_unsupported` */
export function requireIntake({ intake }: Services): NonNullable<Services["intake"]> {
  if (!intake) throw intakeUnsupported();
  return intake;
}

/** @throws TeczkaError `content_type_wrong`, `form_malformed` */
export async function uploadForm(context: ApiContext): Promise<FormData> {
  requireContentType(context, "multipart/form-data");
  return context.req.formData().catch((error: unknown) => {
    throw formMalformed(error);
  });
}

/**
 * Takes the files in one after the other, into the form's `folder` and under its `label`s; a refused file stops no other.
 *
 * @throws TeczkaError `ingest_unsupported`, `file_missing`, `label_not_held`, `folder_invalid`, before anything is taken
 */
export async function takeFiles(
  given: readonly (File | string | null)[],
  form: FormData,
  actor: Actor,
  services: Services,
): Promise<IngestedFile[]> {
  const intake = requireIntake(services);
  const labels = textsOf(form, "label");
  if (!maySee(actor.access, labels)) throw labelNotHeld(labels);
  const folder = folderOf(textsOf(form, "folder")[0] ?? "");
  const named = given.map((file) => {
    if (!(file instanceof File)) throw fileMissing();
    return { file, fileName: baseName(file.name) };
  });
  const taken: IngestedFile[] = [];
  for (const { file, fileName } of named) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    taken.push(await intake({ fileName, path: [...folder, fileName].join("/"), bytes, labels }, actor));
  }
  return taken;
}

function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).flatMap((value) => (typeof value === "string" && value.trim() !== "" ? value.trim() : []));
}

/** `2014/AB.6740.1.234.2014` as its parts, whichever slash the system of the sender writes. */
function folderOf(given: string): string[] {
  const parts = given.split(/[/\\]/u).map((part) => part.trim());
  const named = parts.filter((part) => part !== "");
  if (named.some((part) => part.startsWith(".") || /\p{Cc}/u.test(part))) throw folderInvalid(given);
  return named;
}

/** The name alone, of whatever path the sender's system put before it; without what no file name holds. */
function baseName(name: string): string {
  const base = name.split(/[/\\]/u).at(-1) ?? "";
  const plain = base.replaceAll(/\p{Cc}/gu, "").trim();
  if (plain === "" || plain.startsWith(".")) throw fileMissing();
  return plain;
}

function intakeUnsupported(): TeczkaError {
  return new TeczkaError(
    "unsupported",
    "ingest_unsupported",
    "Ta instalacja nie przyjmuje dokumentów.",
    "Wczytaj je poleceniem teczka ingest tam, gdzie archiwum jest przygotowywane.",
  );
}

function formMalformed(cause: unknown): TeczkaError {
  return new TeczkaError(
    "invalid",
    "form_malformed",
    "Treść żądania nie jest poprawnym formularzem multipart/form-data.",
    "Wyślij plik w polu „file”, na przykład: curl -F file=@decyzja.pdf.",
    { cause },
  );
}

function fileMissing(): TeczkaError {
  return new TeczkaError(
    "invalid",
    "file_missing",
    "Formularz nie ma pliku z nazwą w polu „file”.",
    "Wyślij plik w polu „file”, na przykład: curl -F file=@decyzja.pdf.",
  );
}

function folderInvalid(folder: string): TeczkaError {
  return new TeczkaError(
    "invalid",
    "folder_invalid",
    `„${folder}” nie jest nazwą folderu w archiwum.`,
    "Podaj foldery rozdzielone ukośnikiem, na przykład 2014/AB.6740.1.234.2014; żaden nie zaczyna się od kropki.",
  );
}

/** Else a clerk could put a paper, or a new version of one, where he may not look. */
function labelNotHeld(labels: string[]): TeczkaError {
  return new TeczkaError(
    "forbidden",
    "label_not_held",
    `Ten klucz nie ma wszystkich etykiet dostępu: ${labels.join(", ")}.`,
    "Nadaj dokumentowi etykiety, które masz, albo poproś administratora.",
  );
}

function fileRefused(fileName: string, reason: string | undefined): TeczkaError {
  return new TeczkaError(
    "invalid",
    "file_refused",
    reason ?? `Plik „${fileName}” nie został przyjęty.`,
    "Nic nie zostało zapisane. Popraw plik i wyślij go ponownie.",
  );
}
