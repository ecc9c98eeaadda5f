import { lookUpPermits } from "../../../tools/look-up-permits.ts";
import { TeczkaError } from "../../core/errors.ts";
import { outcomeWords } from "../../core/in-words.ts";
import { type Outcome, outcomes } from "../../core/outcome.ts";
import { type PermitQuery, permitSorts } from "../../core/permit.ts";
import { foldDiacritics } from "../../core/text/plain.ts";
import { oneOf, positiveInteger } from "../options.ts";
import { pageInWords, printPermits } from "../print-permits.ts";
import { archiveServices, emitJson, type ExitCode, type Session } from "../session.ts";

/** As commander gives them: text. */
export type PermitsOptions = { [Field in keyof PermitQuery]: string } & {
  sort?: string;
  page?: string;
  limit?: string;
  related?: boolean;
};

const fields = [
  "parcel",
  "number",
  "signature",
  "address",
  "investor",
  "licence",
  "category",
  "from",
  "to",
  "outcome",
  "register",
] as const satisfies readonly (keyof PermitQuery)[];

/** Cases of one page: as many as are read at once, or as many as a program takes. */
const perPage = { read: 20, json: 100 };

export async function permits(session: Session, options: PermitsOptions): Promise<ExitCode> {
  const given = fields.flatMap((field) => (options[field]?.trim() ? [[field, options[field].trim()] as const] : []));
  if (given.length === 0) throw nothingAsked();
  const { outcome, ...rest } = Object.fromEntries(given) as { [Field in keyof PermitQuery]: string };
  const query: PermitQuery = { ...rest, ...(outcome ? { outcome: outcomeNamed(outcome) } : {}) };
  const limit = options.limit
    ? positiveInteger(options.limit, "--limit", 500)
    : session.json
      ? perPage.json
      : perPage.read;
  const page = options.page ? positiveInteger(options.page, "--page", 1_000_000) : 1;
  const sort = oneOf(options.sort ?? "relevance", permitSorts, "--sort");
  const { archive } = await archiveServices(session);
  const related = options.related === true;
  const asked = lookUpPermits.input.parse({ ...query, sort, limit, offset: (page - 1) * limit, related });
  const found = await lookUpPermits.run(asked, { archive, access: session.actor.access });
  const again = [
    ...given,
    ...(["sort", "limit"] as const).flatMap((name) => (options[name] ? [[name, options[name]] as const] : [])),
  ];
  const command = `npx teczka permits ${again.map(([name, value]) => `--${name} ${quoted(value)}`).join(" ")}${related ? " --related" : ""}`;
  const place = { page, limit, command };
  if (session.json) {
    emitJson(session, [...found.cases, ...(found.related ?? [])]);
    if (found.total > limit) session.err.write(`${pageInWords(found, place)}\n`);
  } else printPermits(found, place, query, session);
  return 0;
}

/** As a shell takes it. */
function quoted(value: string): string {
  return /^[\w./:-]+$/u.test(value) ? value : `"${value.replace(/(["$`\\])/gu, "\\$1")}"`;
}

/** A code (`refused`) or the Polish words for it (`odmowa`), without diacritics too. */
function outcomeNamed(text: string): Outcome {
  const plain = foldDiacritics(text);
  const named = outcomes.find((code) => code === plain || foldDiacritics(outcomeWords[code]) === plain);
  if (named) return named;
  const begun = outcomes.filter((code) => foldDiacritics(outcomeWords[code]).startsWith(plain));
  if (begun.length === 1 && begun[0]) return begun[0];
  throw new TeczkaError(
    "invalid",
    "option_invalid",
    `Niewłaściwa wartość opcji --outcome: „${text}”.`,
    `Oczekiwane jest jedno z rozstrzygnięć: ${outcomes.map((code) => `${outcomeWords[code]} (${code})`).join(", ")}.`,
  );
}

function nothingAsked(): TeczkaError {
  return new TeczkaError(
    "invalid",
    "usage",
    "Nie podano, czego szukać w rejestrze.",
    "Podaj działkę, numer decyzji, znak sprawy, adres, inwestora, uprawnienia, kategorię, daty, rozstrzygnięcie albo " +
      "rejestr, na przykład: npx teczka permits --parcel 87/14",
  );
}
