import { parseDecisionNumber } from "../../core/identity/decision-number.ts";
import { findDates } from "../../core/identity/dates.ts";
import { findParcels, printParcel } from "../../core/identity/parcel.ts";
import { parseParcels } from "../../core/identity/parcel-cell.ts";
import { findSignatures } from "../../core/identity/signature.ts";
import { readRegisterOutcome } from "../../core/outcomes/read-register-outcome.ts";
import type { RegisterFormat } from "../../core/permit.ts";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { remembered } from "../../core/remembered.ts";
import { isCompany } from "./company.ts";

/** What a row tells of its case, read once for all rows that tell the same. */
type ToldCase = Omit<RegisterEntry["case"], "outcome" | "fields" | keyof ReadParcels>;

/** The cell of a column; undefined for an empty one. */
type Cells = (column: string) => string | undefined;

interface FormatReading {
  /** Of the columns that are not `parcelColumns`. */
  readCase(cells: Cells): ToldCase;
  readParcels(cells: Cells): ReadParcels;
  readOutcome(cells: Cells, told: ToldCase): RegisterEntry["case"]["outcome"];
  /** In which the rows of one case differ. */
  parcelColumns: readonly string[];
  /** Rows of one case have the same number there. */
  caseColumn?: string;
}

export const formatReadings: Readonly<Record<RegisterFormat, FormatReading>> = {
  wroclaw: {
    readCase: wroclawCase,
    readParcels: (cells) => ({
      parcels: findParcels(cells("Adres") ?? "").map(({ value }) => printParcel(value)),
    }),
    readOutcome: (_, { description }) => readRegisterOutcome("wroclaw", description),
    parcelColumns: [],
  },
  "rwdz-permits": {
    readCase: permitCase,
    readParcels: (cells) => parcelsOf(cells, cells("jednosta_numer_ew")),
    readOutcome: (_, { description }) => readRegisterOutcome("rwdz-permits", description),
    parcelColumns: ["jednosta_numer_ew", "obreb_numer", "numer_dzialki", "numer_arkusza_dzialki"],
    caseColumn: "numer_gunb",
  },
  "rwdz-notifications": {
    readCase: notificationCase,
    readParcels: (cells) => parcelsOf(cells, cells("jednostki_numer")),
    readOutcome: (cells) => outcomeOfState(cells("stan") ?? ""),
    parcelColumns: ["jednostki_numer", "obreb_numer", "numer_dzialki", "numer_arkusza_dzialki"],
    caseColumn: "numer_ewidencyjny_system",
  },
};

function wroclawCase(cells: Cells): ToldCase {
  const date = dayOf(cells("Data decyzji"));
  const application = parseDecisionNumber(cells("Nr wniosku") ?? "");
  return {
    ...numberOf(cells("Nr decyzji"), date),
    date,
    ...(application ? { applicationNumber: "number" in application ? application.number : application.mangled } : {}),
    ...optional("applicationDate", dayOf(cells("Data wniosku"))),
    kind: [cells("typ"), cells("Rodzaj")].filter(Boolean).join(", "),
    address: cells("Adres") ?? "",
    description: cells("opis") ?? "",
    ...investorOf(cells("Imię i nazwisko lub nazwa inwestora")),
  };
}

function permitCase(cells: Cells): ToldCase {
  const date = dayOf(cells("data_wydania_decyzji"));
  return {
    ...optional("authority", cells("nazwa_organu")),
    ...numberOf(cells("numer_decyzji_urzedu"), date),
    date,
    ...optional("applicationNumber", cells("numer_urzad")),
    ...optional("applicationDate", dayOf(cells("data_wplywu_wniosku"))),
    ...optional("signature", signatureOf(cells("numer_urzad") ?? "")),
    kind: [cells("rodzaj_inwestycji"), cells("nazwa_zam_budowlanego")].filter(Boolean).join(", "),
    address: addressOf(cells),
    description: cells("nazwa_zamierzenia_bud") ?? cells("nazwa_zam_budowlanego") ?? "",
    ...investorOf(cells("nazwa_inwestor")),
    ...optional("category", cells("kategoria")),
    ...licencesOf(cells("projektant_numer_uprawnien")),
  };
}

function notificationCase(cells: Cells): ToldCase {
  return {
    ...optional("authority", cells("nazwa_organu")),
    number: null,
    date: null,
    ...optional("applicationNumber", cells("numer_ewidencyjny_urzad") ?? cells("numer_ewidencyjny_system")),
    ...optional("applicationDate", dayOf(cells("data_wplywu_wniosku_do_urzedu"))),
    ...optional("signature", signatureOf(cells("numer_ewidencyjny_urzad") ?? "")),
    kind: [cells("rodzaj_zam_budowlanego"), cells("stan")].filter(Boolean).join(", "),
    address: addressOf(cells),
    description: cells("nazwa_zam_budowlanego") ?? "",
    ...optional("category", cells("kategoria")),
    ...licencesOf(cells("projektant_numer_uprawnien")),
  };
}

function numberOf(
  cell: string | undefined,
  date: string | null,
): Pick<ToldCase, "number" | "rawNumber" | "possibleNumbers"> {
  const parsed = parseDecisionNumber(cell ?? "", date ? Number(date.slice(0, 4)) : undefined);
  if (!parsed) return { number: null };
  if ("number" in parsed) return { number: parsed.number };
  return {
    number: null,
    rawNumber: parsed.mangled,
    ...(parsed.possible.length > 0 ? { possibleNumbers: parsed.possible } : {}),
  };
}

/** Several designers' licences stand in one cell. A full stop or a slash is part of a number, a comma never. */
function licencesOf(cell: string | undefined): Pick<ToldCase, "licences"> {
  const licences = (cell ?? "").split(/[,;|]/u).flatMap((written) => written.trim() || []);
  return licences.length > 0 ? { licences: [...new Set(licences)] } : {};
}

function signatureOf(cell: string): string | undefined {
  return findSignatures(cell)[0]?.value;
}

/** One day has many cases. */
const dayOfCell = remembered((cell: string): string | null => {
  const day = cell.replace(/[T ]\d{2}:\d{2}.*$/u, "");
  return findDates(day)[0]?.value ?? null;
});

function dayOf(cell: string | undefined): string | null {
  return cell ? dayOfCell(cell) : null;
}

function addressOf(cells: Cells): string {
  const street = [cells("cecha"), cells("ulica"), cells("ulica_dalej"), cells("nr_domu")].filter(Boolean).join(" ");
  return [cells("miasto"), street].filter(Boolean).join(", ");
}

interface ReadParcels {
  parcels: string[];
  /** The cell as it stands, when it is not understood to its end: nothing is taken out of it. */
  unreadParcels?: string[];
}

/** What most cells hold. */
const plainNumber = /^[1-9]\d{0,4}(?:\/[1-9]\d{0,3})?$/;
/** Two fractions with nothing between them but a blank stood on two lines. */
const betweenLines = /(?<=\d\/\d{1,4}) (?=\d{1,5}\/\d)/gu;
const sheetNumber = /^(?:(?:A[RM]|ark(?:usz)?)\.?[\s_-]*)?0*([1-9]\d{0,2})$/iu;

function parcelsOf(cells: Cells, unit: string | undefined): ReadParcels {
  const written = cells("numer_dzialki");
  if (!written) return { parcels: [] };
  const ofSheet = cells("numer_arkusza_dzialki");
  const sheet = ofSheet && sheetOf(ofSheet);
  const precinct = cells("obreb_numer");
  const place = { ...(sheet ? { sheet } : {}), ...(precinct ? { precinct } : {}), ...(unit ? { unit } : {}) };
  if (plainNumber.test(written)) return { parcels: [printParcel({ number: written, ...place })] };
  const found = parcelsIn(written);
  if (!found) return { parcels: [], unreadParcels: [written] };
  return { parcels: found.map((parcel) => printParcel({ ...place, ...parcel })) };
}

const sheetOf = remembered((written: string) => sheetNumber.exec(written)?.[1]);

const parcelsIn = remembered((written: string) => parseParcels(written.replace(betweenLines, ", ")));

/** A state that is not understood is no outcome: a notification in hand may yet be objected to. */
const outcomeOfState = remembered((state: string): RegisterEntry["case"]["outcome"] => {
  const outcome = readRegisterOutcome("wroclaw", state);
  return outcome === "no_objection" || outcome === "objection" ? outcome : null;
});

function investorOf(name: string | undefined): Pick<ToldCase, "investor"> {
  return name && isCompany(name) ? { investor: name } : {};
}

function optional<K extends string>(key: K, value: string | null | undefined): { [P in K]?: string } {
  return (value ? { [key]: value } : {}) as { [P in K]?: string };
}
