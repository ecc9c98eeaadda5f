import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { remembered } from "../../core/remembered.ts";

type Body = RegisterEntry["case"];

/** What a case may say in the words of a column, and at length. */
const inWordsOfColumns = ["authority", "applicationNumber", "signature", "address", "description", "investor"] as const;

/** A case but for its parcels and for the fields that may differ from row to row, printed. */
export interface PrintedBody {
  /** All before the parcels, with the brace before it. */
  told: string;
  /** The fields, as those that differ part them. */
  stretches: readonly Stretch[];
  /** The columns of those. */
  apart: readonly string[];
  /** Columns set apart that no row has had a field in. */
  unseen: readonly string[];
}

/** Neighbouring fields as members of an array, without empty ones at the end; these are counted. */
interface Stretch {
  printed: string;
  empty: number;
}

interface BodyWriter {
  /** @param apart columns of the fields that may differ from row to row */
  print(permit: Body, apart: readonly string[]): PrintedBody;
  /**
   * @param permit may differ from the printed one by parcels and by the fields set apart
   * @returns undefined when it has a field in an unseen column: to be printed anew
   */
  write(printed: PrintedBody, permit: Body): string | undefined;
  columns(): string;
}

/**
 * Packs the bodies of an import's rows: its columns are named once a file, not once a row, and what a case says in the
 * words of a column is the number of that column (a third less on the disk).
 */
export function createBodyWriter(): BodyWriter {
  const places = new Map<string, number>();
  return {
    print: (permit, apart) => {
      const { fields } = permit;
      for (const column in fields) if (!places.has(column)) places.set(column, places.size);
      const parting = [...places].filter(([column]) => apart.includes(column));
      const values = [...places.keys()].map((column) => (apart.includes(column) ? undefined : fields[column]) ?? null);
      const packed: Record<string, unknown> = {
        ...permit,
        parcels: undefined,
        unreadParcels: undefined,
        fields: undefined,
      };
      for (const key of inWordsOfColumns) {
        const value = permit[key];
        const place = typeof value === "string" ? values.indexOf(value) : -1;
        if (place >= 0) packed[key] = place;
      }
      return {
        told: JSON.stringify(packed).slice(0, -1),
        stretches: [-1, ...parting.map(([, place]) => place)].map((place, at) =>
          stretchOf(values.slice(place + 1, parting[at]?.[1])),
        ),
        apart: parting.map(([column]) => column),
        unseen: apart.filter((column) => !places.has(column)),
      };
    },
    write: ({ told, stretches, apart, unseen }, { parcels, unreadParcels, fields }) => {
      if (unseen.some((column) => column in fields)) return undefined;
      const unread = unreadParcels ? `,"unreadParcels":${JSON.stringify(unreadParcels)}` : "";
      return `${told},"parcels":${JSON.stringify(parcels)}${unread},"fields":[${membersOf(stretches, apart, fields)}]}`;
    },
    columns: () => JSON.stringify([...places.keys()]),
  };
}

function stretchOf(values: readonly (string | null)[]): Stretch {
  const filled = values.slice(0, values.findLastIndex((value) => value !== null) + 1);
  return { printed: JSON.stringify(filled).slice(1, -1), empty: values.length - filled.length };
}

/** Without empty ones at the end. */
function membersOf(stretches: readonly Stretch[], apart: readonly string[], fields: Body["fields"]): string {
  let members = "";
  let empty = 0;
  const put = (printed: string, emptyBehind: number): void => {
    if (printed !== "") {
      members += `${members === "" ? "" : ","}${"null,".repeat(empty)}${printed}`;
      empty = 0;
    }
    empty += emptyBehind;
  };
  for (const [at, { printed, empty: behind }] of stretches.entries()) {
    put(printed, behind);
    const column = apart[at];
    if (column === undefined) continue;
    const value = fields[column];
    if (value === undefined) put("", 1);
    else put(JSON.stringify(value), 0);
  }
  return members;
}

/** All of a row's case but its fields: what a look-up compares, of rows that it may not show. */
export function readCase(body: string): Omit<Body, "fields"> {
  return unpack(body);
}

/** @param columns of the row's file: null where bodies hold their fields by name */
export function readBody(body: string, columns: string | null): Body {
  const packed = unpack(body);
  if (!Array.isArray(packed.fields)) return { ...packed, fields: packed.fields };
  const names = namesIn(columns ?? "[]");
  const fields: Record<string, string> = {};
  for (const [at, value] of packed.fields.entries()) {
    const name = names[at];
    if (name !== undefined && value !== null) fields[name] = value;
  }
  return { ...packed, fields };
}

/** A case has no numbers of its own: each names the field whose text stands there. */
function unpack(body: string): Omit<Body, "fields"> & { fields: Body["fields"] | (string | null)[] } {
  const packed = JSON.parse(body) as Record<string, unknown> & { fields: Body["fields"] | (string | null)[] };
  if (Array.isArray(packed.fields))
    for (const name of Object.keys(packed)) {
      const place = packed[name];
      if (typeof place === "number") packed[name] = packed.fields[place];
    }
  return packed as unknown as ReturnType<typeof unpack>;
}

const namesIn = remembered((columns: string) => JSON.parse(columns) as string[]);
