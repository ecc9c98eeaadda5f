import { lookUpPermits } from "../../../tools/look-up-permits.ts";
import { TeczkaError } from "../../core/errors.ts";
import { printDate } from "../../core/identity/dates.ts";
import type { PermitCase, PermitQuery } from "../../core/permit.ts";
import { counted, outcomeWords, valueInWords } from "../../core/in-words.ts";
import { archiveServices, emitJson, type ExitCode, type Session } from "../session.ts";
import { paint, widthOf, wrap } from "../terminal.ts";

export type PermitsOptions = PermitQuery;

export async function permits(session: Session, options: PermitsOptions): Promise<ExitCode> {
  const { parcel, number, signature, address } = options;
  const asked = Object.entries({ parcel, number, signature, address }).filter(([, value]) => value?.trim());
  const parsed = lookUpPermits.input.safeParse(Object.fromEntries(asked));
  if (!parsed.success) throw nothingAsked();
  const { archive } = await archiveServices(session);
  const found = await lookUpPermits.run(parsed.data, { archive, access: session.actor.access });
  if (session.json) emitJson(session, found.cases);
  else
    tell(
      found.cases,
      found.registers.map(({ name }) => name),
      session,
    );
  return 0;
}

function tell(cases: readonly PermitCase[], registers: readonly string[], { out }: Session): void {
  const width = widthOf(out);
  for (const permit of cases) {
    const number = permit.number ?? (permit.rawNumber ? `„${permit.rawNumber}” (numer nieczytelny)` : "bez numeru");
    const head = [
      paint("bold", number, out),
      permit.date ? printDate(permit.date) : "bez daty",
      permit.outcome === null ? "rozstrzygnięcie nieodczytane" : outcomeWords[permit.outcome],
    ];
    out.write(`${wrap(head.join(" · "), width)}\n`);
    if (permit.match === "possible")
      out.write(`${wrap("możliwe, nie pewne: rejestr nie rozstrzyga tożsamości", width, "  ")}\n`);
    for (const line of linesOf(permit)) out.write(`${wrap(line, width, "    ", "  ")}\n`);
    out.write("\n");
  }
  if (registers.length === 0) {
    out.write("Nie wczytano żadnego rejestru (npx teczka register import PLIK…).\n");
    return;
  }
  const count = cases.length === 0 ? "Brak wpisów" : counted(cases.length, "sprawa", "sprawy", "spraw");
  out.write(`${wrap(`${count} w rejestrach: ${registers.join(", ")}.`, width)}\n`);
  if (cases.length === 0) {
    out.write(
      `${wrap("Rejestr RWDZ zawiera tylko rozstrzygnięcia pozytywne: brak wpisu nie oznacza odmowy.", width)}\n`,
    );
  }
}

function linesOf({ register, authority, signature, kind, address, parcels, description, rows }: PermitCase): string[] {
  const places = rows.map(({ file, row }) => `${file} w. ${row}`);
  const more = places.length > 5 ? ` i ${places.length - 5} więcej` : "";
  return [
    [register.name, authority, signature].filter(Boolean).join(", "),
    [kind, description].filter(Boolean).join(" – "),
    [address, parcels.length > 0 ? parcels.map((parcel) => valueInWords("parcel", parcel)).join("; ") : ""]
      .filter(Boolean)
      .join("; "),
    `wiersze: ${places.slice(0, 5).join(", ")}${more}`,
  ].filter((line) => line !== "");
}

function nothingAsked(): TeczkaError {
  return new TeczkaError(
    "invalid",
    "usage",
    "Podaj działkę, numer decyzji, znak sprawy albo adres.",
    "Na przykład: npx teczka permits --parcel 87/14",
  );
}
