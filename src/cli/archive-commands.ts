import type { Command } from "commander";
import type { AskOptions } from "./commands/ask.ts";
import type { ConflictsOptions } from "./commands/conflicts.ts";
import type { HistoryOptions } from "./commands/history.ts";
import type { IngestOptions } from "./commands/ingest.ts";
import type { PermitsOptions } from "./commands/permits.ts";
import type { RegisterOptions } from "./commands/register.ts";
import type { SearchOptions } from "./commands/search.ts";
import type { ServeOptions } from "./commands/serve.ts";
import { examples, json, repeatable } from "./options.ts";
import type { Perform } from "./session.ts";

/** Commands that fill the archive and ask it. */
export function addArchiveCommands(program: Command, perform: Perform): void {
  program
    .command("serve")
    .description("uruchamia stronę urzędnika i API; bez własnego archiwum pokazuje archiwum przykładowe")
    .option("--port <numer>", "port (domyślnie TECZKA_PORT albo 4130)")
    .option("--no-sample", "bez archiwum przykładowego")
    .addHelpText("after", examples("serve --port 8080"))
    .action((options: ServeOptions) =>
      perform(async (session) => (await import("./commands/serve.ts")).serve(session, options)),
    );
  addIntakeCommands(program, perform);
  program
    .command("ask")
    .description("zadaje pytanie archiwum; powstaje projekt odpowiedzi, który czeka na decyzję")
    .argument("[pytanie]", "pytanie w cudzysłowie")
    .option("--file <plik>", 'pytania z pliku JSONL, jedno w wierszu: {"question": "…"}; wynik też w JSONL')
    .option(...json)
    .addHelpText(
      "after",
      examples('ask "Czy dla działki 87/14 wydano pozwolenie na budowę?"', "ask --file pytania.jsonl > projekty.jsonl"),
    )
    .action((question: string | undefined, options: AskOptions) =>
      perform(async (session) => (await import("./commands/ask.ts")).ask(session, question, options)),
    );
  program
    .command("search")
    .description("szuka fragmentów dokumentów po słowach (i po znaczeniu, gdy jest model)")
    .argument("[słowa]", "czego szukać, w cudzysłowie")
    .option("--file <plik>", "zapytania z pliku JSONL; wynik też w JSONL")
    .option("--limit <liczba>", "ile fragmentów najwyżej (domyślnie 10)")
    .option("--parcel <działka>", "tylko w dokumentach o tej działce, np. 87/14 albo „87/14 AR_28 obręb Poświętne”")
    .option("--signature <znak>", "tylko w dokumentach tej sprawy")
    .option("--kind <rodzaj>", "tylko w pismach tego rodzaju, np. „postanowienie”")
    .option(
      "--document <dokument>",
      "tylko w tym dokumencie (nazwa pliku, ścieżka); można podać kilka razy",
      repeatable,
    )
    .option("--from <data>", "dokumenty od dnia, miesiąca albo roku, np. 12.03.2014 albo 2014")
    .option("--to <data>", "dokumenty do dnia, miesiąca albo roku, łącznie z nim")
    .option(...json)
    .addHelpText(
      "after",
      examples('search "wysokość zabudowy 3MN" --limit 5', 'search "warunki przyłączenia" --parcel 61/18 --from 2009'),
    )
    .action((query: string | undefined, options: SearchOptions) =>
      perform(async (session) => (await import("./commands/search.ts")).search(session, query, options)),
    );
  addExactCommands(program, perform);
  program
    .command("check")
    .description("sprawdza cytaty w odpowiedzi, którą napisał ktokolwiek")
    .argument("<plik>", 'JSON: { "claims": [{ "text", "citations": [{ "document", "page", "quote" }] }] }')
    .option(...json)
    .addHelpText("after", examples("check odpowiedz.json"))
    .action((file: string) => perform(async (session) => (await import("./commands/check.ts")).check(session, file)));
}

/** What is asked by number, parcel, address or signature, and answered without a question in words. */
function addExactCommands(program: Command, perform: Perform): void {
  program
    .command("permits")
    .description("sprawdza rejestry pozwoleń i zgłoszeń")
    .option("--parcel <działka>", "np. 87/14 albo „87/14 AR_28 obręb Poświętne”")
    .option("--number <numer>", "numer decyzji, np. 614/2014")
    .option("--signature <znak>", "znak sprawy")
    .option("--address <adres>", "ulica z numerem, także z miejscowością: „Olszany, Krucza 12”")
    .option("--investor <firma>", "słowa nazwy firmy; osób fizycznych rejestr tu nie zawiera")
    .option("--licence <numer>", "numer uprawnień projektanta")
    .option("--category <kategoria>", "kategoria obiektu, od I do XXX")
    .option("--from <data>", "decyzje od dnia, miesiąca albo roku, np. 12.03.2014 albo 2014")
    .option("--to <data>", "decyzje do dnia, miesiąca albo roku, łącznie z nim")
    .option("--outcome <rozstrzygnięcie>", "np. odmowa, „umorzenie postępowania”")
    .option("--register <nazwa>", "nazwa rejestru")
    .option("--related", "przy działce także sprawy działek, z których powstała albo które powstały z niej")
    .option("--sort <porządek>", "relevance, oldest, newest albo number (domyślnie relevance: pewne, od najstarszych)")
    .option("--page <numer>", "która strona wyniku (domyślnie pierwsza)")
    .option("--limit <liczba>", "ile spraw na stronie (domyślnie 20, w JSON 100)")
    .option(...json)
    .addHelpText(
      "after",
      examples(
        "permits --parcel 87/14",
        "permits --number 614/2014 --json",
        'permits --address "Krucza 12" --from 2014 --to 2016 --category I --sort newest',
      ),
    )
    .action((options: PermitsOptions) =>
      perform(async (session) => (await import("./commands/permits.ts")).permits(session, options)),
    );
  program
    .command("history")
    .description("dzieje działki, adresu, sprawy albo decyzji; stan decyzji na wskazany dzień i czego brakuje")
    .option("--parcel <działka>", "np. 87/14 albo „87/14 AR_28 obręb Poświętne”")
    .option("--address <adres>", "ulica z numerem")
    .option("--signature <znak>", "znak sprawy")
    .option("--number <numer>", "numer decyzji, np. 614/2014")
    .option("--on <dzień>", "na który dzień podać stan, np. 2016-03-01 (domyślnie dziś)")
    .option(...json)
    .addHelpText("after", examples("history --parcel 87/14", "history --number 614/2014 --on 1.03.2016"))
    .action((options: HistoryOptions) =>
      perform(async (session) => (await import("./commands/history.ts")).history(session, options)),
    );
  program
    .command("conflicts")
    .description("rozbieżności między dokumentami i rejestrami; bez opcji w całym archiwum (kod wyjścia 1, gdy są)")
    .option("--signature <znak>", "tylko sprawa o tym znaku")
    .option("--parcel <działka>", "tylko sprawy tej działki")
    .option("--number <numer>", "tylko sprawa tej decyzji")
    .option("--address <adres>", "tylko sprawy tego adresu")
    .option("--field <dana>", "number, date, parcel, address, investor, category, volume albo outcome")
    .option(...json)
    .addHelpText("after", examples("conflicts", "conflicts --signature AB.6740.1.234.2018 --json"))
    .action((options: ConflictsOptions) =>
      perform(async (session) => (await import("./commands/conflicts.ts")).conflicts(session, options)),
    );
}

function addIntakeCommands(program: Command, perform: Perform): void {
  program
    .command("ingest")
    .description("wczytuje do archiwum pliki i katalogi (PDF, HTML, tekst)")
    .argument("<ścieżki...>", "pliki albo katalogi")
    .option("--label <etykieta>", "etykieta dostępu; można powtórzyć", repeatable)
    .option(...json)
    .addHelpText("after", examples("ingest ~/archiwum", "ingest ~/archiwum/poufne --label poufne"))
    .action((paths: string[], options: IngestOptions) =>
      perform(async (session) => (await import("./commands/ingest.ts")).ingest(session, paths, options)),
    );
  program
    .command("register")
    .helpCommand(false)
    .description("rejestry pozwoleń i zgłoszeń")
    .command("import")
    .description("wczytuje pliki rejestru: eksport RWDZ albo rejestr miejski, CSV albo ZIP")
    .argument("<pliki...>", "pliki CSV, także w archiwach ZIP")
    .option("--format <format>", "auto, rwdz albo wroclaw (domyślnie auto)", "auto")
    .option("--register <nazwa>", "nazwa rejestru (domyślnie według formatu)")
    .option("--authority <organ>", "organ, który prowadzi rejestr")
    .option("--replace", "te pliki to odtąd cały rejestr: inne jego pliki zostają wycofane w tym samym kroku")
    .option(...json)
    .addHelpText(
      "after",
      examples(
        "register import wynik.csv",
        "register import wynik_2025-10-31.zip --replace",
        'register import pozwolenia.csv --format wroclaw --authority "Prezydent Wrocławia"',
      ),
    )
    .action((files: string[], options: RegisterOptions) =>
      perform(async (session) => (await import("./commands/register.ts")).importFiles(session, files, options)),
    );
  program
    .command("index")
    .helpCommand(false)
    .description("indeks fragmentów dokumentów")
    .command("rebuild")
    .description(
      "buduje indeks od nowa tam, gdzie go brakuje albo zbudowano go inaczej: po zmianie modelu wektorów, magazynu " +
        "albo wersji Teczki; przerwane, zaczyna od miejsca, w którym było",
    )
    .option(...json)
    .addHelpText("after", examples("index rebuild"))
    .action(() => perform(async (session) => (await import("./commands/rebuild-index.ts")).rebuildIndex(session)));
  addStreetCommands(program, perform);
}

function addStreetCommands(program: Command, perform: Perform): void {
  const streets = program.command("streets").helpCommand(false).description("dawne nazwy ulic");
  streets
    .command("import")
    .description(
      "wczytuje plik CSV (UTF-8) z nagłówkiem: dawna;obecna;od;miejscowość; zastępuje wszystkie wcześniejsze",
    )
    .argument("<plik>", "np. z wierszem: Dworcowa Stara;Kolejowa;01.03.1991;Olszany")
    .option(...json)
    .addHelpText("after", examples("streets import ulice.csv"))
    .action((file: string) =>
      perform(async (session) => (await import("./commands/streets.ts")).importStreets(session, file)),
    );
  streets
    .command("list")
    .description("wymienia wczytane dawne nazwy ulic")
    .option(...json)
    .action(() => perform(async (session) => (await import("./commands/streets.ts")).listStreets(session)));
}
