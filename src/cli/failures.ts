import { CommanderError } from "commander";
import { errorKinds, isTeczkaError, TeczkaError } from "../core/errors.ts";
import { emitJson, type ExitCode } from "./session.ts";
import { paint, type Terminal, widthOf, wrap } from "./terminal.ts";

/** Tells a failure as its reader expects it, and gives the exit code. */
export function tellFailure(error: unknown, terminal: Terminal, json: boolean): ExitCode {
  const told = failureOf(error);
  // Nobody foresaw it: where it happened is all that a maintainer can go by.
  if (told.code === "internal" && error instanceof Error) terminal.err.write(`${error.stack}\n`);
  if (json) emitJson(terminal, errorJson(told));
  else {
    const { err } = terminal;
    err.write(`${wrap(`${paint("red", "Błąd:", err)} ${told.message}`, widthOf(err))}\n`);
    err.write(`${wrap(told.hint, widthOf(err), "  ")}\n`);
  }
  return errorKinds[told.kind].exit;
}

export function errorJson({ code, message, hint }: TeczkaError): {
  error: { code: string; message: string; hint: string };
} {
  return { error: { code, message, hint } };
}

/** Whatever was thrown, as an error that says what to do. */
function failureOf(error: unknown): TeczkaError {
  if (isTeczkaError(error)) return error;
  if (error instanceof CommanderError) return usageError(error);
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT")) {
    return new TeczkaError(
      "unavailable",
      "store_full",
      "Brak miejsca na dysku: zapis nie powiódł się.",
      "Zwolnij miejsce na dysku i powtórz polecenie; niczego nie utracono.",
      { cause: error },
    );
  }
  return new TeczkaError(
    "unavailable",
    "internal",
    `Wewnętrzny błąd Teczki: ${said}`,
    "Zapisane dane pozostają nienaruszone. Powtórz polecenie; jeśli błąd wraca, uruchom: npx teczka doctor.",
    { cause: error },
  );
}

/** What commander says in English about the command line. */
const usageWordings: Record<string, (named: string) => string> = {
  "commander.unknownOption": (named) => `Nieznana opcja ${named}.`,
  "commander.unknownCommand": (named) => `Nieznane polecenie ${named}.`,
  "commander.missingArgument": (named) => `Brakuje argumentu ${named}.`,
  "commander.optionMissingArgument": (named) => `Opcja ${named} wymaga wartości.`,
  "commander.missingMandatoryOptionValue": (named) => `Brakuje wymaganej opcji ${named}.`,
  "commander.conflictingOption": (named) => `Opcji ${named} nie można łączyć z inną z podanych.`,
  "commander.excessArguments": () => "Podano za dużo argumentów; tekst ze spacjami ujmij w cudzysłów.",
};

function usageError({ code, message }: CommanderError): TeczkaError {
  const named = /'([^']*)'/u.exec(message)?.[1] ?? "";
  const similar = /Did you mean (?:one of )?(.*)\?/u.exec(message)?.[1];
  const told = usageWordings[code]?.(`„${named}”`) ?? message;
  const hint = similar
    ? `Czy chodziło o: ${similar}?`
    : "Opis poleceń: npx teczka --help; opis jednego: npx teczka POLECENIE --help.";
  return new TeczkaError("invalid", "usage", told, hint);
}
