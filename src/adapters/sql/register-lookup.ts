import { type Address, matchAddress, parseAddress, streetKey } from "../../core/identity/address.ts";
import { parseDecisionNumber } from "../../core/identity/decision-number.ts";
import { findParcels, matchParcel, type Parcel, parseParcel } from "../../core/identity/parcel.ts";
import { findSignatures, sameSignature, signatureCase } from "../../core/identity/signature.ts";
import type { PermitCase, PermitQuery, RegisterFormat } from "../../core/permit.ts";
import type { RegisterEntry, RegisterLookup } from "../../core/ports/permit-register.ts";
import { listed, type SqlDatabase } from "./database.ts";
import { registerFingerprint } from "./register-fingerprint.ts";

type Match = PermitCase["match"] | "different";
type Body = RegisterEntry["case"];

/** One thing asked for: the term that finds rows, and what decides whether a row is meant. */
interface Condition {
  terms: [kind: string, term: string][];
  match: (permit: Body) => Match;
}

/** Cases that meet every part of the query; an exact match before a possible one, then by date. */
export async function findCases(
  database: SqlDatabase,
  registers: readonly RegisterEdition[],
  query: PermitQuery,
  limit: number,
): Promise<RegisterLookup> {
  const conditions = conditionsOf(query);
  if (conditions.length === 0) return { cases: [], registers: registers.map(({ summary }) => summary) };
  const rows = await rowsFor(database, conditions[0] as Condition);
  const cases = new Map<string, PermitCase>();
  for (const row of rows) {
    const body = JSON.parse(row.body) as Body;
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
      ...body,
      register,
      match: matches.includes("possible") ? "possible" : "exact",
      rows: [ref],
    });
  }
  const found = [...cases].sort(([, a], [, b]) => order(a).localeCompare(order(b))).slice(0, limit);
  await addOtherRows(database, new Map(found));
  return { cases: found.map(([, permit]) => permit), registers: registers.map(({ summary }) => summary) };
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
    terms: [["signature", signatureCase(signature)]],
    match: (permit) => (permit.signature && sameSignature(permit.signature, signature) ? "exact" : "different"),
  };
}

/** A mangled number that could be read as the asked one is possible, and never more (issue B). */
function numberCondition(asked: string): Condition {
  const parsed = parseDecisionNumber(asked);
  const number = parsed && "number" in parsed ? parsed.number : asked.trim();
  return {
    terms: [
      ["number", number],
      ["possible_number", number],
    ],
    match: (permit) =>
      permit.number === number ? "exact" : permit.possibleNumbers?.includes(number) ? "possible" : "different",
  };
}

function parcelCondition(asked: string): Condition {
  const parcel: Parcel = findParcels(asked)[0]?.value ?? findParcels(`dz. ${asked}`)[0]?.value ?? parseParcel(asked);
  return {
    terms: [["parcel", parcel.number]],
    match: (permit) => {
      const matches = permit.parcels.map((held) => matchParcel(parcel, parseParcel(held)));
      return matches.includes("same") ? "exact" : matches.includes("possible") ? "possible" : "different";
    },
  };
}

function addressCondition(asked: string): Condition {
  const address: Address = parseAddress(asked) ?? { street: asked };
  const longest =
    streetKey(address.street)
      .split(" ")
      .sort((a, b) => b.length - a.length)[0] ?? "";
  return {
    terms: [["street", longest]],
    match: (permit) => {
      const held = [permit.address.split(",").at(-1) ?? "", permit.address].flatMap((cell) => parseAddress(cell) ?? []);
      const matches = held.map((one) => matchAddress(address, one));
      return matches.includes("same") ? "exact" : matches.includes("possible") ? "possible" : "different";
    },
  };
}

async function rowsFor({ db }: SqlDatabase, condition: Condition) {
  return db
    .selectFrom("register_terms")
    .innerJoin("register_rows", (join) =>
      join
        .onRef("register_rows.import_id", "=", "register_terms.import_id")
        .onRef("register_rows.row", "=", "register_terms.row"),
    )
    .innerJoin("register_files", "register_files.import_id", "register_terms.import_id")
    .select([
      "register_rows.row",
      "register_rows.case_key",
      "register_rows.body",
      "register_files.file",
      "register_files.register",
      "register_files.format",
    ])
    .distinct()
    .where("register_files.state", "=", "current")
    .where((eb) =>
      eb.or(
        condition.terms.map(([kind, term]) =>
          eb.and([eb("register_terms.kind", "=", kind), eb("register_terms.term", "=", term)]),
        ),
      ),
    )
    .orderBy("register_files.file")
    .orderBy("register_rows.row")
    .execute();
}

/** Rows of the same cases that the looked-up term does not stand in (one row is one parcel in RWDZ). */
async function addOtherRows({ db }: SqlDatabase, cases: ReadonlyMap<string, PermitCase>): Promise<void> {
  const rows = await db
    .selectFrom("register_rows")
    .innerJoin("register_files", "register_files.import_id", "register_rows.import_id")
    .select(["register_rows.case_key", "register_rows.row", "register_rows.body", "register_files.file"])
    .where("register_rows.case_key", "in", listed([...cases.keys()]))
    .where("register_files.state", "=", "current")
    .orderBy("register_files.file")
    .orderBy("register_rows.row")
    .execute();
  const byCase = Map.groupBy(rows, (row) => row.case_key);
  for (const [key, permit] of cases) {
    const all = byCase.get(key) ?? [];
    permit.rows = all.map(({ file, row }) => ({ file, row }));
    permit.parcels = [...new Set(all.flatMap(({ body }) => (JSON.parse(body) as Body).parcels))];
  }
}

/** A register as it is now: what a look-up tells of it, and the edition that a citation names. */
export interface RegisterEdition {
  summary: RegisterLookup["registers"][number];
  sha256: string;
}

export async function registersOf({ db }: SqlDatabase): Promise<RegisterEdition[]> {
  const files = await db
    .selectFrom("register_files")
    .selectAll()
    .where("state", "=", "current")
    .orderBy("register")
    .orderBy("file")
    .execute();
  const counted = await db
    .selectFrom("register_rows")
    .innerJoin("register_files", "register_files.import_id", "register_rows.import_id")
    .select((eb) => ["register_files.register", eb.fn.count("register_rows.case_key").distinct().as("cases")])
    .where("register_files.state", "=", "current")
    .groupBy("register_files.register")
    .execute();
  const cases = new Map(counted.map((row) => [row.register, Number(row.cases)]));
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
