import type { Rng } from "../rng.ts";

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/** Shaped like a PESEL and nobody's: the check digit is always wrong. */
export function falsePesel(rng: Rng): string {
  const year = rng.int(45, 99);
  const day = `${String(rng.int(1, 12)).padStart(2, "0")}${String(rng.int(1, 28)).padStart(2, "0")}`;
  const digits = `${year}${day}${rng.int(1000, 9999)}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const right = (10 - (sum % 10)) % 10;
  return `${digits}${(right + rng.int(1, 9)) % 10}`;
}

export function hasValidPeselCheck(pesel: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(pesel[at]), 0);
  return (10 - (sum % 10)) % 10 === Number(pesel[10]);
}
