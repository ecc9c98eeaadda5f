import { readFile } from "node:fs/promises";
import { TeczkaError } from "../core/errors.ts";

/**
 * Questions from a JSONL file: `{"question": "…"}` or a string in each line, blank lines passed over. All lines are
 * read before the first is asked, so a mistake in the last costs nothing.
 * @throws TeczkaError `file_unreadable`, `questions_invalid` (naming the line), `questions_missing`
 */
export async function readQuestions(path: string): Promise<string[]> {
  const lines = (await readInput(path)).split("\n");
  const questions = lines.flatMap((line, index) => (line.trim() === "" ? [] : [questionOf(line, path, index + 1)]));
  if (questions.length > 0) return questions;
  throw new TeczkaError("invalid", "questions_missing", `W pliku „${path}” nie ma żadnego pytania.`, lineShape);
}

const lineShape = 'Każdy wiersz to obiekt JSON: {"question": "…"}.';

function questionOf(line: string, path: string, number: number): string {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "string") return value;
    if (typeof value === "object" && value && "question" in value && typeof value.question === "string") {
      return value.question;
    }
  } catch {
    // Said below, with the line.
  }
  throw new TeczkaError(
    "invalid",
    "questions_invalid",
    `Wiersz ${number} pliku „${path}” nie jest pytaniem w JSON.`,
    lineShape,
  );
}

/** A text file of the caller's, UTF-8. @throws TeczkaError `file_unreadable` or `file_not_utf8` */
export async function readInput(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const message = `Nie można odczytać pliku „${path}”.`;
    throw new TeczkaError("invalid", "file_unreadable", message, "Sprawdź ścieżkę i uprawnienia.", { cause: error });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    const message = `Plik „${path}” nie jest zapisany w UTF-8.`;
    throw new TeczkaError("invalid", "file_not_utf8", message, "Zapisz go w kodowaniu UTF-8.", { cause: error });
  }
}
