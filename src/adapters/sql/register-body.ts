import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { remembered } from "../../core/remembered.ts";

type Body = RegisterEntry["case"];

/** What a case may say in the words of a column, and at length. */
const inWordsOfColumns = ["authority", "applicationNumber", "signature", "address", "description", "investor"] as const;

/**
 * Packs the bodies of an import's rows: its columns are named once a file, not once a row, and what a case says in the
 * words of a column is the number of that column (a third less on the disk).
 */
export function createBodyWriter(): { write(permit: Body): string; columns(): string } {
  const places = new Map<string, number>();
  return {
    write: (permit) => {
      const values: (string | null)[] = [];
      for (const column in permit.fields) {
        let place = places.get(column);
        if (place === undefined) places.set(column, (place = places.size));
        while (values.length < place) values.push(null);
        values[place] = permit.fields[column] ?? null;
      }
      const packed: Record<string, unknown> = { ...permit, fields: values };
      for (const name of inWordsOfColumns) {
        const value = permit[name];
        const place = typeof value === "string" ? values.indexOf(value) : -1;
        if (place >= 0) packed[name] = place;
      }
      return JSON.stringify(packed);
    },
    columns: () => JSON.stringify([...places.keys()]),
  };
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
