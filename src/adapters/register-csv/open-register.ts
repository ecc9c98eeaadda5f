import { readRegister, type RegisterReading } from "./read-register.ts";
import { fileSource } from "./register-source.ts";

/** The registers of a file: a CSV is one, a zip archive as many as it holds. */
export async function openRegister(path: string): Promise<RegisterReading[]> {
  return [await readRegister(await fileSource(path))];
}
