import { resolve } from "node:path";
import { TeczkaError } from "./core/errors.ts";

/** What the environment and the command line say; the only reader of the environment. */
export interface Config {
  /** Folder of the store, absolute. */
  data: string;
  /** 0 lets the system choose one. */
  port: number;
  host: string;
  /** Whether the sample archive stands in while there is none of one's own. */
  sample: boolean;
}

const defaultPort = 4130;

/**
 * @param folder the working directory, which a relative TECZKA_DATA starts from
 * @throws TeczkaError `config_invalid`, naming the variable and what it should look like
 */
export function readConfig(environment: Record<string, string | undefined>, folder: string): Config {
  const { TECZKA_DATA: data, TECZKA_PORT: port, TECZKA_HOST: host } = environment;
  return {
    data: resolve(folder, data || ".teczka"),
    port: port ? portOf(port, "TECZKA_PORT") : defaultPort,
    host: host ? hostOf(host) : "127.0.0.1",
    sample: true,
  };
}

/** @param name the variable or option that the value came by */
export function portOf(value: string, name: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw invalid(name, value, "liczba od 0 do 65535, np. 4130");
}

/** A name or address as a socket takes it: no scheme, no port, no path. */
function hostOf(value: string): string {
  if (/^[\w.-]+$/.test(value) || /^[\da-f:]+$/i.test(value)) return value;
  throw invalid("TECZKA_HOST", value, "nazwa albo adres bez portu, np. 127.0.0.1");
}

function invalid(name: string, value: string, shape: string): TeczkaError {
  return new TeczkaError(
    "invalid",
    "config_invalid",
    `Wartość ${name} jest niewłaściwa: „${value}”.`,
    `Oczekiwana jest ${shape}.`,
  );
}
