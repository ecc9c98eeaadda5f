import { run } from "./cli/program.ts";

/** The Node entry: the command line, its streams, and the wiring that only a command that needs it loads. */
export async function main(): Promise<void> {
  // `teczka … | head` closes the pipe early: that is no failure, and nobody is left to be told.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  process.exitCode = await run({
    argv: process.argv.slice(2),
    environment: process.env,
    folder: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    openServices: async (config) => (await import("./wiring-node.ts")).openServices(config),
  });
}
