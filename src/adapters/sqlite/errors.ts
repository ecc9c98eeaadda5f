import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { TeczkaError } from "../../core/errors.ts";

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) that an officer or operator can do something about. */
const known: Record<number, { code: string; message: string; hint: string }> = {
  1: {
    code: "store_broken",
    message: "Magazyn danych nie ma budowy, jakiej oczekuje Teczka.",
    hint: "Przywróć kopię zapasową albo wskaż nowy katalog w TECZKA_DATA i wczytaj archiwum ponownie.",
  },
  5: {
    code: "store_busy",
    message: "Magazyn danych jest zajęty przez inny proces.",
    hint: "Poczekaj, aż skończy się inne polecenie, i spróbuj ponownie.",
  },
  8: {
    code: "store_read_only",
    message: "Magazyn danych jest tylko do odczytu.",
    hint: "Sprawdź uprawnienia do katalogu TECZKA_DATA.",
  },
  10: {
    code: "store_io",
    message: "Błąd odczytu lub zapisu magazynu danych na dysku.",
    hint: "Sprawdź dysk i miejsce na nim; zapisane dane pozostają nienaruszone.",
  },
  11: {
    code: "store_broken",
    message: "Plik magazynu danych jest uszkodzony.",
    hint: "Przywróć kopię zapasową albo wskaż nowy katalog w TECZKA_DATA i wczytaj archiwum ponownie.",
  },
  13: {
    code: "store_full",
    message: "Brak miejsca na dysku: zapis do magazynu danych nie powiódł się i został cofnięty.",
    hint: "Zwolnij miejsce na dysku i powtórz polecenie; niczego nie utracono.",
  },
  14: {
    code: "store_unreachable",
    message: "Nie można otworzyć pliku magazynu danych.",
    hint: "Sprawdź, czy katalog TECZKA_DATA istnieje i czy można w nim zapisywać.",
  },
  26: {
    code: "store_broken",
    message: "Plik magazynu danych nie jest bazą SQLite.",
    hint: "Wskaż inny katalog w TECZKA_DATA albo usuń ten plik, jeśli nie jest potrzebny.",
  },
};

/** A TeczkaError that names the store's file, when the failure is the store's; anything else as it came. */
export function storeError(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error;
  if ("code" in error && error.code === "ERR_INVALID_STATE") return closedError(error, path);
  if (!("errcode" in error) || typeof error.errcode !== "number") return error;
  const entry = known[codeOf(error.errcode, path)];
  if (!entry) return error;
  return new TeczkaError("unavailable", entry.code, `${entry.message} (${path})`, entry.hint, { cause: error });
}

/** What node:sqlite throws without a code of SQLite: the store was closed under a caller, as at the end of a service. */
function closedError(error: Error, path: string): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "store_closed",
    `Magazyn danych jest już zamknięty. (${path})`,
    "Uruchom Teczkę ponownie i powtórz polecenie.",
    { cause: error },
  );
}

const ioError = 10;
const full = 13;

/** Where SQLite cannot even grow its shared memory on a full disk, it says "I/O error": the disk itself knows better. */
function codeOf(extended: number, path: string): number {
  const primary = extended & 0xff;
  return primary === ioError && isDiskFull(path) ? full : primary;
}

function isDiskFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < 65_536;
  } catch {
    return false;
  }
}
