import { maySee } from "../core/access.ts";
import { TeczkaError } from "../core/errors.ts";
import type { Services } from "../services.ts";
import type { ApiContext } from "./context.ts";
import { requireContentType } from "./input.ts";

/** `multipart/form-data` with one `file` and any number of `label`s: 201 for what is new, 200 for what is known. */
export async function upload(context: ApiContext, { intake }: Services): Promise<Response> {
  if (!intake) throw intakeUnsupported();
  requireContentType(context, "multipart/form-data");
  const form = await context.req.formData().catch((error: unknown) => {
    throw formMalformed(error);
  });
  const file = form.get("file");
  if (!(file instanceof File)) throw fileMissing();
  const labels = form.getAll("label").filter((label): label is string => typeof label === "string" && label !== "");
  const { actor } = context.var;
  if (!maySee(actor.access, labels)) throw labelNotHeld(labels);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const taken = await intake({ fileName: baseName(file.name), bytes, labels }, actor);
  if (taken.status === "refused") throw fileRefused(taken.fileName, taken.reason);
  return context.json(taken, taken.status === "unchanged" ? 200 : 201);
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
