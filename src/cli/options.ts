import { TeczkaError } from "../core/errors.ts";

/** The option that every command with a result has. */
export const json = ["--json", "jeden dokument JSON na standardowym wyjściu"] as const;

/** Under the help of one command. */
export function examples(...lines: string[]): string {
  return `\n${lines.length > 1 ? "Przykłady" : "Przykład"}:\n${lines.map((line) => `  npx teczka ${line}`).join("\n")}`;
}

/** Collects the values of an option that may be given several times. */
export function repeatable(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** @throws TeczkaError `option_invalid` */
export function positiveInteger(value: string, name: string, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= most) return number;
  throw optionInvalid(name, value, `liczba od 1 do ${most}`);
}

/** @throws TeczkaError `option_invalid` */
export function oneOf<T extends string>(value: string, allowed: readonly T[], name: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found) return found;
  throw optionInvalid(name, value, `jedna z wartości: ${allowed.join(", ")}`);
}

function optionInvalid(name: string, value: string, shape: string): TeczkaError {
  return new TeczkaError(
    "invalid",
    "option_invalid",
    `Niewłaściwa wartość opcji ${name}: „${value}”.`,
    `Oczekiwano: ${shape}.`,
  );
}
