import { readRegister, type RegisterReading } from "./read-register.ts";
import { fileSource } from "./register-source.ts";
import { isZip, zipSources } from "./zip-sources.ts";

/** The registers of a file: a CSV is one, a zip archive as many as it holds. */
export async function openRegister(path: string): Promise<RegisterReading[]> {
  const file = await fileSource(path);
  const readings: RegisterReading[] = [];
  for (const source of (await isZip(path)) ? await zipSources(path) : [file]) readings.push(await readRegister(source));
  return readings;
}
