import { sql } from "kysely";
import type { StreetRenaming } from "../../core/identity/street-names.ts";
import type { PermitCase, RegisterFormat, RegisterRowRef } from "../../core/permit.ts";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import type { SqlDatabase } from "./database.ts";
import { readBody, readCase } from "./register-body.ts";
import type { RegisterEdition } from "./register-editions.ts";
import type { RegisterIndex } from "./register-index.ts";

/** The registers as they are now. */
export interface OpenRegisters {
  editions: readonly RegisterEdition[];
  index: RegisterIndex;
  /** Former names of streets: an address is looked up by all of them. */
  renamings: readonly StreetRenaming[];
}

/** All rows of the cases: one row is one parcel in RWDZ. */
export async function readCases(
  { db }: SqlDatabase,
  { editions, index }: Pick<OpenRegisters, "editions" | "index">,
  numbers: readonly number[],
): Promise<PermitCase[]> {
  const places = numbers.flatMap((number) =>
    Array.from(index.slotsOf(number), (slot) => {
      const at = index.parts.findLastIndex(({ base }) => base <= slot);
      return { number, at, row: slot - (index.parts[at]?.base ?? 0) };
    }),
  );
  const wanted = JSON.stringify(places.map(({ at, row }) => [index.parts[at]?.importId, row]));
  const { rows } = await sql<{ at: number; body: string; columns: string | null }>`
    SELECT places.key AS at, found.body, files.columns FROM json_each(${wanted}) AS places
    CROSS JOIN register_rows AS found ON found.import_id = places.value ->> 0 AND found.row = places.value ->> 1
    CROSS JOIN register_files AS files ON files.import_id = found.import_id ORDER BY places.key`.execute(db);
  const byCase = Map.groupBy(rows, ({ at }) => places[at]?.number);
  return numbers.map((number) => {
    const own = byCase.get(number) ?? [];
    const edition = editions.find(({ summary }) => summary.name === index.registers[number]);
    return {
      ...joined(
        own.map(({ at, body, columns }, first) => ({
          ref: { file: index.parts[places[at]?.at ?? 0]?.file ?? "", row: places[at]?.row ?? 0 },
          // Columns are shown of the first row alone.
          permit: first === 0 ? readBody(body, columns) : { ...readCase(body), fields: {} },
        })),
      ),
      register: {
        name: index.registers[number] ?? "",
        sha256: edition?.sha256 ?? "",
        format: edition?.summary.format as RegisterFormat,
      },
      match: "exact",
    };
  });
}

interface Row {
  ref: RegisterRowRef;
  permit: RegisterEntry["case"];
}

/** One row is one parcel in RWDZ; in what else rows of one case tell different things, none of them is the case's. */
function joined(rows: readonly Row[]): Omit<PermitCase, "register" | "match"> {
  const [first] = rows;
  // integrity.ts has counted them: only a hand in the database can take one away in between.
  if (!first) throw new Error("a row of the register is gone");
  const all = (field: "parcels" | "unreadParcels" | "licences") => [
    ...new Set(rows.flatMap(({ permit }) => permit[field] ?? [])),
  ];
  const [licences, unreadParcels] = [all("licences"), all("unreadParcels")];
  const differing = compared.flatMap((field) => differenceIn(field, rows));
  return {
    ...first.permit,
    ...(differing.some(({ field }) => field === "outcome") ? { outcome: null } : {}),
    parcels: all("parcels"),
    ...(licences.length > 0 ? { licences } : {}),
    ...(unreadParcels.length > 0 ? { unreadParcels } : {}),
    ...(differing.length > 0 ? { differing } : {}),
    rows: rows.map(({ ref }) => ref),
  };
}

const compared = ["outcome", "address", "kind", "description", "investor", "category", "signature"] as const;

type Difference = NonNullable<PermitCase["differing"]>[number];

/** Letter case and white space tell nothing, and a row that leaves a field out contradicts none. */
function differenceIn(field: (typeof compared)[number], rows: readonly Row[]): Difference[] {
  const byValue = Map.groupBy(
    rows.filter(({ permit }) => permit[field]),
    ({ permit }) => (permit[field] ?? "").replace(/\s+/gu, " ").trim().toLowerCase(),
  );
  if (byValue.size < 2) return [];
  const values = [...byValue.values()].map((own) => ({
    value: own[0]?.permit[field] ?? "",
    rows: own.map(({ ref }) => ref),
  }));
  return [{ field, values }];
}
