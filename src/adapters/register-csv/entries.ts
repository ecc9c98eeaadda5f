import { hash } from "node:crypto";
import { canonicalJson } from "../../core/canonical-json.ts";
import { parseDecisionNumber } from "../../core/identity/decision-number.ts";
import { findDates } from "../../core/identity/dates.ts";
import { findParcels, printParcel } from "../../core/identity/parcel.ts";
import { findSignatures } from "../../core/identity/signature.ts";
import { readRegisterOutcome } from "../../core/outcomes/read-register-outcome.ts";
import type { RegisterFormat } from "../../core/permit.ts";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { remembered } from "../../core/remembered.ts";

export interface RegisterContext {
  register: string;
  authority?: string | undefined;
}

type Fields = Readonly<Record<string, string>>;
type Case = RegisterEntry["case"];

/** What makes an investor a company: persons are not imported (RWDZ publishes no persons; the city blanked them). */
const company =
  /sp\.?\s*z\s*o\.?\s*o|s\.?\s?a\.?$|spółk|spolk|gmina|miasto|powiat|skarb państwa|wspólnot|spółdzieln|zarząd|fundacj|stowarzysz|parafi|uniwersytet|szpital|szkoł|sp\.?\s?[jk]\.?|s\.c\.|deweloper|invest|tauron|orange|gaz|wodociąg|energ/iu;

export function entryOf(fields: Fields, row: number, format: RegisterFormat, context: RegisterContext): RegisterEntry {
  const told =
    format === "wroclaw"
      ? wroclawCase(fields)
      : format === "rwdz-permits"
        ? permitCase(fields)
        : notificationCase(fields);
  const description = told.description;
  const permit: Case = {
    ...told,
    ...(context.authority && !told.authority ? { authority: context.authority } : {}),
    outcome: readRegisterOutcome(format, description),
    fields: publicFields(fields),
  };
  return {
    row,
    caseKey: keyOf(permit, context.register),
    case: permit,
    sha256: sha256(canonicalFields(permit.fields)),
  };
}

/**
 * DOMAIN.md: a case is register + authority + number + date, and the application's number. A mangled or missing
 * number is no identity: then all that the row tells of itself has to agree.
 */
function keyOf(permit: Case, register: string): string {
  // Of strings alone JSON.stringify is canonical, and this runs for each of a million rows.
  const base = [register, permit.authority ?? "", permit.date ?? "", permit.applicationNumber ?? ""];
  const identity =
    permit.number === null
      ? [permit.rawNumber ?? "", permit.address, permit.description, permit.kind]
      : [permit.number];
  return sha256(JSON.stringify([...base, ...identity])).slice(0, 32);
}

function wroclawCase(fields: Fields): Omit<Case, "outcome" | "fields"> {
  const date = dayOf(fields["Data decyzji"]);
  const address = fields.Adres ?? "";
  const application = parseDecisionNumber(fields["Nr wniosku"] ?? "");
  return {
    ...numberOf(fields["Nr decyzji"], date),
    date,
    ...(application ? { applicationNumber: "number" in application ? application.number : application.mangled } : {}),
    ...optional("applicationDate", dayOf(fields["Data wniosku"])),
    kind: [fields.typ, fields.Rodzaj].filter(Boolean).join(", "),
    address,
    parcels: findParcels(address).map(({ value }) => printParcel(value)),
    description: fields.opis ?? "",
    ...investorOf(fields["Imię i nazwisko lub nazwa inwestora"]),
  };
}

function permitCase(fields: Fields): Omit<Case, "outcome" | "fields"> {
  const date = dayOf(fields.data_wydania_decyzji);
  const signature = signatureOf(fields.numer_urzad ?? "");
  return {
    ...optional("authority", fields.nazwa_organu),
    ...numberOf(fields.numer_decyzji_urzedu, date),
    date,
    ...optional("applicationNumber", fields.numer_urzad),
    ...optional("applicationDate", dayOf(fields.data_wplywu_wniosku)),
    ...optional("signature", signature),
    kind: [fields.rodzaj_inwestycji, fields.nazwa_zam_budowlanego].filter(Boolean).join(", "),
    address: addressOf(fields),
    parcels: parcelsOf(fields, fields.jednosta_numer_ew),
    description: fields.nazwa_zamierzenia_bud ?? fields.nazwa_zam_budowlanego ?? "",
    ...investorOf(fields.nazwa_inwestor),
    ...optional("category", fields.kategoria),
  };
}

function notificationCase(fields: Fields): Omit<Case, "outcome" | "fields"> {
  const signature = signatureOf(fields.numer_ewidencyjny_urzad ?? "");
  return {
    ...optional("authority", fields.nazwa_organu),
    number: null,
    date: null,
    ...optional("applicationNumber", fields.numer_ewidencyjny_urzad ?? fields.numer_ewidencyjny_system),
    ...optional("applicationDate", dayOf(fields.data_wplywu_wniosku_do_urzedu)),
    ...optional("signature", signature),
    kind: [fields.rodzaj_zam_budowlanego, fields.stan].filter(Boolean).join(", "),
    address: addressOf(fields),
    parcels: parcelsOf(fields, fields.jednostki_numer),
    description: fields.nazwa_zam_budowlanego ?? "",
    ...optional("category", fields.kategoria),
  };
}

function numberOf(
  cell: string | undefined,
  date: string | null,
): Pick<Case, "number" | "rawNumber" | "possibleNumbers"> {
  const parsed = parseDecisionNumber(cell ?? "", date ? Number(date.slice(0, 4)) : undefined);
  if (!parsed) return { number: null };
  if ("number" in parsed) return { number: parsed.number };
  return {
    number: null,
    rawNumber: parsed.mangled,
    ...(parsed.possible.length > 0 ? { possibleNumbers: parsed.possible } : {}),
  };
}

/** Rows of one case stand near each other as a rule, and one day has many cases. */
const signatureOf = remembered((cell: string): string | undefined => findSignatures(cell)[0]?.value);

const dayOfCell = remembered((cell: string): string | null => {
  const day = cell.replace(/[T ]\d{2}:\d{2}.*$/u, "");
  return findDates(day)[0]?.value ?? null;
});

function dayOf(cell: string | undefined): string | null {
  return cell ? dayOfCell(cell) : null;
}

function addressOf(fields: Fields): string {
  const street = [fields.cecha, fields.ulica, fields.ulica_dalej, fields.nr_domu].filter(Boolean).join(" ");
  return [fields.miasto, street].filter(Boolean).join(", ");
}

function parcelsOf(fields: Fields, unit: string | undefined): string[] {
  return (fields.numer_dzialki ?? "").split(/[,;]/u).flatMap((written) => {
    const number = /\d{1,5}(?:\/\d{1,4})?/u.exec(written)?.[0];
    if (!number) return [];
    const sheet = /(\d+)\s*$/u.exec(fields.numer_arkusza_dzialki ?? "")?.[1];
    return [
      printParcel({
        number,
        ...(sheet ? { sheet: String(Number(sheet)) } : {}),
        ...(fields.obreb_numer ? { precinct: fields.obreb_numer } : {}),
        ...(unit ? { unit } : {}),
      }),
    ];
  });
}

const isCompany = remembered((name: string): boolean => company.test(name));

function investorOf(name: string | undefined): Pick<Case, "investor"> {
  return name && isCompany(name) ? { investor: name } : {};
}

const personal = /projektant_nazwisko|projektant_imie|nazwisko_projektanta|imie_projektanta|projektant_pozostali/u;
const investor = /nazwa_inwestor|nazwa inwestora/u;
const columnKind = remembered((column: string): "public" | "personal" | "investor" =>
  personal.test(column) ? "personal" : investor.test(column) ? "investor" : "public",
);

/** Columns as they stand, but for those that name a person. */
function publicFields(fields: Fields): Record<string, string> {
  const open: Record<string, string> = {};
  for (const column of Object.keys(fields)) {
    const value = fields[column] as string;
    const kind = columnKind(column);
    if (kind === "public" || (kind === "investor" && isCompany(value))) open[column] = value;
  }
  return open;
}

function optional<K extends string>(key: K, value: string | null | undefined): { [P in K]?: string } {
  return (value ? { [key]: value } : {}) as { [P in K]?: string };
}

/** As canonicalJson prints them, without sorting the same columns anew for every row. */
function canonicalFields(fields: Fields): string {
  const columns = sorted(Object.keys(fields).join("\n"));
  return `{${columns.map(([column, printed]) => `${printed}:${JSON.stringify(fields[column])}`).join(",")}}`;
}

const sorted = remembered((columns: string): [column: string, printed: string][] =>
  (columns === "" ? [] : columns.split("\n")).sort().map((column) => [column, canonicalJson(column)]),
);

function sha256(text: string): string {
  return hash("sha256", text, "hex");
}
