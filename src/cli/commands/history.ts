import { type PropertyHistory, propertyHistory } from "../../../tools/property-history.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { HistoryEvent, Source } from "../../core/history/model.ts";
import { decisionInWords } from "../../core/history/words.ts";
import { printDate } from "../../core/identity/dates.ts";
import { counted, dayInPoland, noRegisters } from "../../core/in-words.ts";
import { systemClock } from "../../surroundings.ts";
import { placesOf } from "../print-permits.ts";
import { archiveServices, emitJson, type ExitCode, type Session } from "../session.ts";
import { paint, widthOf, wrap } from "../terminal.ts";

export interface HistoryOptions {
  parcel?: string;
  address?: string;
  signature?: string;
  number?: string;
  on?: string;
}

/** What happened to a property, a case or a decision, and where each decision stands on a day: today unless told. */
export async function history(session: Session, options: HistoryOptions): Promise<ExitCode> {
  const { parcel, address, signature, number, on } = options;
  const today = dayInPoland(systemClock.now());
  const asked = Object.entries({ parcel, address, signature, number }).filter(([, value]) => value?.trim());
  const parsed = propertyHistory.input.safeParse({ ...Object.fromEntries(asked), on: on ?? today });
  if (!parsed.success) throw nothingAsked();
  const { archive } = await archiveServices(session);
  const told = await propertyHistory.run(parsed.data, { archive, access: session.actor.access });
  if (session.json) emitJson(session, told);
  else tell(told, session);
  return 0;
}

function tell(told: PropertyHistory, { out }: Session): void {
  const width = widthOf(out);
  const write = (text: string, indent = "", first = indent) => out.write(`${wrap(text, width, indent, first)}\n`);
  const head = (text: string) => out.write(`\n${paint("bold", text, out)}\n`);
  write(paint("bold", `${capital(told.subject.label)} – dzieje według archiwum`, out));
  if (told.decisions.length + told.events.length + told.undated.length === 0)
    write("Ani dokumenty, ani rejestry nie mówią nic o tym, o co zapytano. To nie dowód, że niczego nie wydano.");
  if (told.decisions.length > 0) head(`Stan decyzji na dzień ${printDate(told.on)}`);
  for (const decision of told.decisions) {
    const { date, authority, status, sources, possible } = decision;
    const sure = possible && "możliwe, nie pewne";
    const named = [decisionInWords(decision), date && printDate(date), authority, sure];
    write(named.filter(Boolean).join(", "), "  ", "• ");
    write(`${status.text}`, "  ");
    for (const open of status.open) write(paint("dim", `? ${open}`, out), "    ", "  ");
    write(paint("dim", [...new Set(sources.map(sourceInWords))].join("; "), out), "    ", "  ");
  }
  if (told.events.length > 0) head("Przebieg");
  for (const event of told.events) tellEvent(event, write);
  if (told.undated.length > 0) head("Bez odczytanej daty");
  for (const event of told.undated) tellEvent(event, write);
  if (told.missing.length > 0) head("Czego brakuje");
  for (const { text } of told.missing) write(text, "  ", "• ");
  if (told.unknownHere.length > 0) head("Czego to archiwum nie może wiedzieć");
  for (const { text } of told.unknownHere) write(text, "  ", "• ");
  tellCoverage(told, write, head);
}

type Write = (text: string, indent?: string, first?: string) => void;

function tellEvent(
  { date, what, authority, signature, certainty, note, formerParcel, sources }: HistoryEvent,
  write: Write,
): void {
  const more = [
    authority,
    signature,
    formerParcel && `dotyczy dawnej: ${formerParcel}`,
    certainty === "possible" && "możliwe, nie pewne",
    note,
  ].filter(Boolean);
  write([date ?? "          ", what].join("  "), "            ", "");
  write([...new Set([...more, ...sources.map(sourceInWords)])].join("; "), "              ", "            ");
}

function tellCoverage({ coverage, truncated }: PropertyHistory, write: Write, head: (text: string) => void): void {
  head("Co przejrzano");
  const { documents, years, registers } = coverage;
  const span = years ? ` z lat ${years.from.slice(0, 4)}–${years.to.slice(0, 4)}` : "";
  write(`${counted(documents, "pismo", "pisma", "pism")} tych spraw${span}.`, "  ", "• ");
  if (registers.length === 0) write(noRegisters, "  ", "• ");
  for (const { name, cases, from, to } of registers)
    write(
      `Rejestr „${name}”: ${counted(cases, "sprawa", "sprawy", "spraw")}${from && to ? `, ${from} – ${to}` : ""}.`,
      "  ",
      "• ",
    );
  if (truncated) write("Spraw jest więcej, niż tu pokazano: zapytaj o znak sprawy albo numer decyzji.", "  ", "• ");
}

function sourceInWords(source: Source): string {
  if (source.kind === "paper") return `${source.document.path} s. ${source.page}`;
  return `rejestr „${source.register}”: ${placesOf(source.rows).join("; ")}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function nothingAsked(): TeczkaError {
  return new TeczkaError(
    "invalid",
    "usage",
    "Podaj jedno: działkę, adres, znak sprawy albo numer decyzji.",
    "Na przykład: npx teczka history --parcel 87/14 --on 2016-03-01",
  );
}
