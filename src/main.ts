import { run } from "./cli/program.ts";

/** The Node entry: the command line, its streams, and the wiring that only a command that needs it loads. */
export async function main(): Promise<void> {
  process.exitCode = await run({
    argv: process.argv.slice(2),
    environment: process.env,
    folder: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    openServices: async (config) => (await import("./wiring-node.ts")).openServices(config),
  });
}
