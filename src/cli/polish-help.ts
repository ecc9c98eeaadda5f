import type { Command } from "commander";

const titles: Record<string, string> = {
  "Usage:": "Użycie:",
  "Arguments:": "Argumenty:",
  "Options:": "Opcje:",
  "Commands:": "Polecenia:",
};

/** Commander's help, in Polish; subcommands take it over when it is set before they are added. */
export function speakPolish(command: Command): Command {
  return command
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => usage.replace("[options]", "[opcje]").replace("[command]", "POLECENIE"),
      optionDescription: ({ description }) => description,
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`.replace("[options]", "").replace("[command]", "…").trim(),
    })
    .helpOption("-h, --help", "ten opis")
    .helpCommand(false);
}
