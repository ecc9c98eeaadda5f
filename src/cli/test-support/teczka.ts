import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../../launch.js", import.meta.url));

interface Ran {
  code: number;
  out: string;
  err: string;
  /** Of stdout, which must be one JSON document. */
  json: <T>() => T;
}

/** The real command in a process of its own, on a store of its own. */
export interface Teczka {
  /** The store's folder, inside `folder`. */
  data: string;
  /** For the files of a test. */
  folder: string;
  run(...args: string[]): Promise<Ran>;
  runWith(environment: Record<string, string>, ...args: string[]): Promise<Ran>;
  /** A process that goes on until it is told to stop. */
  spawn(...args: string[]): ChildProcess;
  remove(): void;
}

export function teczkaIn(name: string): Teczka {
  const folder = mkdtempSync(join(tmpdir(), `teczka-${name}-`));
  const data = join(folder, "store");
  // Nothing of the tester's own settings reaches the command.
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    TECZKA_DATA: data,
    TECZKA_PORT: "",
    TECZKA_HOST: "",
    TECZKA_EMBEDDINGS_URL: "",
    QDRANT_URL: "",
    NO_COLOR: "1",
  };
  const runWith = (extra: Record<string, string>, ...args: string[]) => runTeczka(args, { ...environment, ...extra });
  return {
    data,
    folder,
    run: (...args) => runWith({}, ...args),
    runWith,
    spawn: (...args) => spawn(process.execPath, [launcher, ...args], { env: environment, stdio: "pipe" }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function runTeczka(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [launcher, ...args], { env, maxBuffer: 1 << 26 }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, out, err, json: <T>() => JSON.parse(out) as T });
    });
  });
}

export interface ToldError {
  error: { code: string; message: string; hint: string };
}

/** Waits until the service has printed where it is and the link that signs in. */
export async function greeting(child: ChildProcess): Promise<[address: string, link: string]> {
  if (!child.stdout) throw new Error("stdout is piped");
  let found = "";
  for await (const line of createInterface(child.stdout)) {
    found ||= /http:\S+$/u.exec(line)?.[0] ?? "";
    if (line.includes("/sign-in?link=")) return [found, line];
  }
  throw new Error("the service ended without a greeting");
}

/** A town's decision, as plain text: enough for a question, an answer and a citation. */
export function decisionText(number: number): string {
  return [
    "Prezydent Miasta Brzezina",
    `DECYZJA Nr ${number}/2019`,
    "z dnia 12 marca 2019 r.",
    "",
    "Na podstawie art. 28 ustawy z dnia 7 lipca 1994 r. – Prawo budowlane",
    "zatwierdzam projekt budowlany i udzielam pozwolenia na budowę",
    `budynku mieszkalnego jednorodzinnego przy ul. Lipowej ${number}, działka nr ${number}/7, obręb Zacisze.`,
  ].join("\n");
}
