import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { TeczkaError } from "../../core/errors.ts";
import { printDate } from "../../core/identity/dates.ts";
import { readStreetRenamings } from "../../core/identity/street-names.ts";
import { counted } from "../../core/in-words.ts";
import { emitJson, type ExitCode, type Session } from "../session.ts";

/** The file says all that there is: what an earlier one said and this one does not is gone. */
export async function importStreets(session: Session, path: string): Promise<ExitCode> {
  const fileName = basename(path);
  const renamings = readStreetRenamings(await contentOf(path, fileName), fileName);
  const services = await session.services();
  await services.replaceStreetNames(renamings, session.actor);
  if (session.json) emitJson(session, { fileName, renamings: renamings.length });
  else
    session.out.write(
      `${fileName}: wczytano ${counted(renamings.length, "zmianę nazwy", "zmiany nazw", "zmian nazw")}.\n`,
    );
  return 0;
}

export async function listStreets(session: Session): Promise<ExitCode> {
  const { archive } = await session.services();
  const renamings = (await archive.streets?.renamings()) ?? [];
  if (session.json) emitJson(session, renamings);
  else if (renamings.length === 0)
    session.out.write("Nie wczytano dawnych nazw ulic: npx teczka streets import PLIK\n");
  for (const { former, present, from, town } of session.json ? [] : renamings) {
    const since = from ? ` (od ${printDate(from)})` : "";
    session.out.write(`${town ? `${town}: ` : ""}${former} → ${present}${since}\n`);
  }
  return 0;
}

async function contentOf(path: string, fileName: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    const message = `Nie można odczytać pliku nazw ulic „${fileName}”.`;
    throw new TeczkaError("invalid", "file_unreadable", message, "Sprawdź ścieżkę i uprawnienia do pliku.", { cause });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const message = `Plik nazw ulic „${fileName}” nie jest zapisany w UTF-8.`;
    throw new TeczkaError("invalid", "streets_invalid", message, "Zapisz plik jako CSV UTF-8 i wczytaj ponownie.", {
      cause,
    });
  }
}
