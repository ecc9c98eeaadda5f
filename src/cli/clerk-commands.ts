import type { Command } from "commander";
import type { DraftListOptions } from "./commands/drafts.ts";
import type { TokenOptions } from "./commands/token.ts";
import { examples, json, repeatable } from "./options.ts";
import type { Perform } from "./session.ts";

/** The clerk's side, keys and health. */
export function addClerkCommands(program: Command, perform: Perform): void {
  addDraftCommands(program, perform);
  const token = program.command("token").helpCommand(false).description("klucze dla programów i osób");
  token
    .command("create")
    .description("tworzy klucz; pokazuje go jeden raz")
    .requiredOption("--role <rola>", "asker (pyta), clerk (decyduje), evaluator (czyta projekty) albo admin")
    .option("--label <etykieta>", "etykieta dostępu, którą klucz otwiera; można powtórzyć", repeatable)
    .option("--name <nazwa>", "czyj to klucz; nazwa zostaje w dzienniku")
    .option(...json)
    .addHelpText("after", examples('token create --role clerk --name "Anna Nowak" --label poufne'))
    .action((options: TokenOptions) =>
      perform(async (session) => (await import("./commands/token.ts")).createToken(session, options)),
    );
  token
    .command("list")
    .description("wypisuje klucze (bez ich treści)")
    .option(...json)
    .action(() => perform(async (session) => (await import("./commands/token.ts")).listTokens(session)));
  token
    .command("revoke")
    .description("unieważnia klucz i sesje nim otwarte")
    .argument("<id>", "identyfikator klucza")
    .option(...json)
    .action((id: string) => perform(async (session) => (await import("./commands/token.ts")).revokeToken(session, id)));
  program
    .command("doctor")
    .description("sprawdza, co jest skonfigurowane, osiągalne i zdrowe")
    .option(...json)
    .action(() => perform(async (session) => (await import("./commands/doctor.ts")).doctor(session)));
}

function addDraftCommands(program: Command, perform: Perform): void {
  const drafts = program.command("drafts").helpCommand(false).description("projekty odpowiedzi: lista, treść, decyzje");
  drafts
    .command("list")
    .description("wypisuje projekty, najnowsze pierwsze")
    .option("--status <stan>", "np. awaiting_approval, approved, rejected")
    .option("--limit <liczba>", "ile najwyżej (domyślnie 100)")
    .option(...json)
    .action((options: DraftListOptions) =>
      perform(async (session) => (await import("./commands/drafts.ts")).listDrafts(session, options)),
    );
  drafts
    .command("show")
    .description("pokazuje projekt: twierdzenia z cytatami, wstrzymane, sprzeczności, przebieg szukania")
    .argument("<id>", "identyfikator projektu")
    .option(...json)
    .action((id: string) => perform(async (session) => (await import("./commands/drafts.ts")).showDraft(session, id)));
  drafts
    .command("approve")
    .description("zatwierdza projekt o podanym skrócie; dopiero wtedy jest odpowiedź")
    .argument("<id>", "identyfikator projektu")
    .requiredOption("--hash <skrót>", "skrót przeczytanego projektu")
    .option(...json)
    .addHelpText("after", examples("drafts approve d_01jk… --hash 9f2c…"))
    .action((id: string, options: { hash: string }) =>
      perform(async (session) => (await import("./commands/drafts.ts")).approveDraft(session, id, options)),
    );
  drafts
    .command("reject")
    .description("odrzuca projekt")
    .argument("<id>", "identyfikator projektu")
    .requiredOption("--reason <powód>", "dlaczego")
    .option(...json)
    .addHelpText("after", examples('drafts reject d_01jk… --reason "Pytanie dotyczyło innej działki."'))
    .action((id: string, options: { reason: string }) =>
      perform(async (session) => (await import("./commands/drafts.ts")).rejectDraft(session, id, options)),
    );
  drafts
    .command("cancel")
    .description("anuluje projekt w przygotowaniu albo czekający na decyzję")
    .argument("<id>", "identyfikator projektu")
    .option(...json)
    .action((id: string) =>
      perform(async (session) => (await import("./commands/drafts.ts")).cancelDraft(session, id)),
    );
}
