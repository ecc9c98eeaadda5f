import type { Command } from "commander";

const titles: Record<string, string> = {
  "Usage:": "Użycie:",
  "Arguments:": "Argumenty:",
  "Options:": "Opcje:",
  "Commands:": "Polecenia:",
};

/** Commander's help, in Polish. Its subcommands take over all of this but for the `help` command they would have. */
export function speakPolish(command: Command): Command {
  return command
    .configureHelp({
      // Commander's own least width leaves descriptions unbroken on a window of 60 columns.
      minWidthToWrap: 20,
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => usage.replace("[options]", "[opcje]").replace("[command]", "POLECENIE"),
      optionDescription: ({ description }) => description,
      subcommandTerm: (sub) => termOf(`${sub.name()} ${sub.usage()}`),
    })
    .helpOption("-h, --help", "ten opis")
    .helpCommand(false);
}

function termOf(usage: string): string {
  return usage.replace("[options]", "").replace("[command]", "…").replace(/ +/gu, " ").trim();
}
