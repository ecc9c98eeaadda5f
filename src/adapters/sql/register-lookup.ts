import { type Address, matchAddress, parseAddress } from "../../core/identity/address.ts";
import { parseDecisionNumber } from "../../core/identity/decision-number.ts";
import { sameName } from "../../core/identity/inflection.ts";
import { findParcels, matchParcel, type Parcel, parseParcel } from "../../core/identity/parcel.ts";
import { findSignatures, sameSignature, signatureCase } from "../../core/identity/signature.ts";
import type { PermitCase, PermitPage, PermitQuery, RegisterFormat } from "../../core/permit.ts";
import type { RegisterEntry, RegisterLookup } from "../../core/ports/permit-register.ts";
import { remembered } from "../../core/remembered.ts";
import type { SqlDatabase } from "./database.ts";
import { readBody, readCase } from "./register-body.ts";
import { registerFingerprint } from "./register-fingerprint.ts";
import { countCases, type FoundRow, rowsWith } from "./register-postings.ts";
import { addressesIn, streetRanges, type TermRange } from "./register-terms.ts";

type Match = PermitCase["match"] | "different";
type Body = Omit<RegisterEntry["case"], "fields">;

/** One thing asked for: the terms that find rows, and what decides whether a row is meant. */
interface Condition {
  ranges: TermRange[];
  match: (permit: Body) => Match;
}

/** Cases that meet every part of the query; an exact match before a possible one, then by date. */
export async function findCases(
  database: SqlDatabase,
  registers: readonly RegisterEdition[],
  query: PermitQuery,
  { offset, limit }: PermitPage,
): Promise<RegisterLookup> {
  const conditions = conditionsOf(query);
  if (conditions.length === 0)
    return { cases: [], total: 0, possible: 0, registers: registers.map(({ summary }) => summary) };
  const rows = await rowsWith(
    database,
    conditions.map(({ ranges }) => ranges),
  );
  const cases = new Map<string, PermitCase>();
  for (const row of rows) {
    const body = readCase(row.body);
    const matches = conditions.map((condition) => condition.match(body));
    if (matches.includes("different")) continue;
    const ref = { file: row.file, row: row.row };
    const known = cases.get(row.case_key);
    if (known) {
      known.rows.push(ref);
      known.parcels = [...new Set([...known.parcels, ...body.parcels])];
      if (!matches.includes("possible")) known.match = "exact";
      continue;
    }
    const register = {
      name: row.register,
      sha256: registers.find(({ summary }) => summary.name === row.register)?.sha256 ?? "",
      format: row.format as RegisterFormat,
    };
    cases.set(row.case_key, {
      ...readBody(row.body, row.columns),
      register,
      match: matches.includes("possible") ? "possible" : "exact",
      rows: [ref],
    });
  }
  const found = [...cases].sort(([, a], [, b]) => order(a).localeCompare(order(b))).slice(offset, offset + limit);
  await addOtherRows(database, new Map(found));
  return {
    cases: found.map(([, permit]) => permit),
    total: cases.size,
    possible: [...cases.values()].filter(({ match }) => match === "possible").length,
    registers: registers.map(({ summary }) => summary),
  };
}

function order(permit: PermitCase): string {
  return `${permit.match}${permit.date ?? "9999"}${permit.number ?? ""}`;
}

function conditionsOf(query: PermitQuery): Condition[] {
  const conditions: Condition[] = [];
  if (query.signature) conditions.push(signatureCondition(query.signature));
  if (query.number) conditions.push(numberCondition(query.number));
  if (query.parcel) conditions.push(parcelCondition(query.parcel));
  if (query.address) conditions.push(addressCondition(query.address));
  return conditions;
}

function signatureCondition(asked: string): Condition {
  const signature = findSignatures(asked)[0]?.value ?? asked;
  return {
    ranges: [exactly("signature", signatureCase(signature))],
    match: (permit) => (permit.signature && sameSignature(permit.signature, signature) ? "exact" : "different"),
  };
}

/** A mangled number that could be read as the asked one is possible, and never more (issue B). */
function numberCondition(asked: string): Condition {
  const parsed = parseDecisionNumber(asked);
  const number = parsed && "number" in parsed ? parsed.number : asked.trim();
  return {
    ranges: [exactly("number", number), exactly("possible_number", number)],
    match: (permit) =>
      permit.number === number ? "exact" : permit.possibleNumbers?.includes(number) ? "possible" : "different",
  };
}

function parcelCondition(asked: string): Condition {
  const parcel: Parcel = findParcels(asked)[0]?.value ?? findParcels(`dz. ${asked}`)[0]?.value ?? parseParcel(asked);
  return {
    ranges: [exactly("parcel", parcel.number)],
    match: (permit) => {
      const matches = permit.parcels.map((held) => matchParcel(parcel, parseParcel(held)));
      return matches.includes("same") ? "exact" : matches.includes("possible") ? "possible" : "different";
    },
  };
}

/** An address without its town is asked for in all of them; the town of another is another address. */
function addressCondition(asked: string): Condition {
  const [address] = addressesIn(asked);
  const street: Address = address?.street ?? parseAddress(asked) ?? { street: asked };
  // One street has thousands of rows and far fewer addresses.
  const matched = remembered((cell: string): Match => {
    const matches = addressesIn(cell).map((held) =>
      address?.town && held.town && !sameName(address.town, held.town)
        ? "different"
        : matchAddress(street, held.street),
    );
    return matches.includes("same") ? "exact" : matches.includes("possible") ? "possible" : "different";
  });
  return {
    ranges: streetRanges(street),
    match: (permit) => matched(permit.address),
  };
}

function exactly(kind: TermRange[0], term: string): TermRange {
  return [kind, term, term];
}

/** Rows of the same cases that the looked-up term does not stand in (one row is one parcel in RWDZ). */
async function addOtherRows(database: SqlDatabase, cases: ReadonlyMap<string, PermitCase>): Promise<void> {
  if (cases.size === 0) return;
  const rows = await rowsWith(database, [[...cases.keys()].map((key) => exactly("case", key))]);
  const byCase = Map.groupBy(rows, (row: FoundRow) => row.case_key);
  for (const [key, permit] of cases) {
    const all = byCase.get(key) ?? [];
    permit.rows = all.map(({ file, row }) => ({ file, row }));
    permit.parcels = [...new Set(all.flatMap(({ body }) => readCase(body).parcels))];
  }
}

/** A register as it is now: what a look-up tells of it, and the edition that a citation names. */
export interface RegisterEdition {
  summary: RegisterLookup["registers"][number];
  sha256: string;
}

export async function registersOf(database: SqlDatabase): Promise<RegisterEdition[]> {
  const files = await database.db
    .selectFrom("register_files")
    .selectAll()
    .where("state", "=", "current")
    .orderBy("register")
    .orderBy("file")
    .execute();
  const cases = new Map<string, number>();
  for (const [name, own] of Map.groupBy(files, (file) => file.register)) {
    // Files share cases; a register of one file has been counted when it came.
    const counted = own.length === 1 ? own[0]?.case_count : null;
    cases.set(name, counted ?? (await countCases(database, name)));
  }
  return [...Map.groupBy(files, (file) => file.register)].map(([name, own]) => {
    const authority = own.find((file) => file.authority)?.authority;
    const from = own.flatMap((file) => file.first_date ?? []).sort()[0];
    const to = own
      .flatMap((file) => file.last_date ?? [])
      .sort()
      .at(-1);
    return {
      sha256: registerFingerprint(own.map((file) => file.sha256)),
      summary: {
        name,
        format: own[0]?.format as RegisterFormat,
        ...(authority ? { authority } : {}),
        cases: cases.get(name) ?? 0,
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      },
    };
  });
}
