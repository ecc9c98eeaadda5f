import { Command, CommanderError } from "commander";
import { type Config, readConfig } from "../config.ts";
import { addArchiveCommands } from "./archive-commands.ts";
import { addClerkCommands } from "./clerk-commands.ts";
import { tellFailure } from "./failures.ts";
import type { OperatorServices } from "./operator-services.ts";
import { speakPolish } from "./polish-help.ts";
import { type ExitCode, operator, type Perform, type Session } from "./session.ts";
import { type Stream, widthOf, wrap } from "./terminal.ts";

/** The process as the command line sees it. */
export interface Surface {
  /** Without the program's own name. */
  argv: readonly string[];
  environment: Record<string, string | undefined>;
  folder: string;
  stdout: Stream;
  stderr: Stream;
  openServices: (config: Config) => Promise<OperatorServices>;
}

/** Runs one command to its end; never throws, never ends the process. */
export async function run(surface: Surface): Promise<ExitCode> {
  const { stdout, stderr } = surface;
  const json = surface.argv.includes("--json");
  let exit: ExitCode = 0;
  const perform: Perform = async (work) => {
    const session = openSession(surface, json);
    try {
      exit = await work(session);
    } finally {
      await session.close();
    }
  };
  try {
    await programOf(perform, stdout, stderr).parseAsync(surface.argv, { from: "user" });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    // Called without a command: commander has shown the help already.
    if (error instanceof CommanderError && error.code === "commander.help") return 2;
    return tellFailure(error, { out: stdout, err: stderr }, json);
  }
}

function openSession(surface: Surface, json: boolean): Session & { close(): Promise<void> } {
  const config = readConfig(surface.environment, surface.folder);
  let opened: Promise<OperatorServices> | undefined;
  return {
    out: surface.stdout,
    err: surface.stderr,
    config,
    json,
    actor: operator(),
    services: () => (opened ??= surface.openServices(config)),
    close: async () => {
      // An opening that failed has been told of already.
      const services = await opened?.catch(() => undefined);
      await services?.close();
    },
  };
}

const description =
  "Teczka przeszukuje archiwum pozwoleń na budowę: na pytanie przygotowuje projekt odpowiedzi, w którym każde " +
  "twierdzenie ma sprawdzony cytat, i czeka na decyzję urzędnika.";

const examples = `
Przykłady:
  npx teczka serve
  npx teczka ingest ~/archiwum --label poufne
  npx teczka register import rejestr.csv
  npx teczka ask "Czy dla działki 87/14 wydano pozwolenie na budowę?"
  npx teczka drafts list --status awaiting_approval
`;

const conventions =
  "Dane leżą w katalogu TECZKA_DATA (domyślnie .teczka w bieżącym katalogu). Opcja --json wypisuje na standardowe " +
  "wyjście jeden dokument JSON. Kody wyjścia: 0 – wykonano, 1 – wykonano z uwagami, 2 – złe użycie albo złe dane, " +
  "3 – coś potrzebnego jest niedostępne.";

function programOf(perform: Perform, stdout: Stream, stderr: Stream): Command {
  const program = speakPolish(new Command("teczka"))
    .description(description)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      // Told once, by whoever catches it.
      outputError: () => undefined,
      getOutHelpWidth: () => widthOf(stdout),
      getErrHelpWidth: () => widthOf(stderr),
    })
    .addHelpText("after", () => `${examples}\n${wrap(conventions, widthOf(stdout))}`);
  addArchiveCommands(program, perform);
  addClerkCommands(program, perform);
  return program;
}
