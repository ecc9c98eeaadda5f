import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { remembered } from "../../core/remembered.ts";

type Body = RegisterEntry["case"];

/** A text shorter than this is not worth a reference. */
const shortest = 4;

/**
 * Packs the bodies of an import's rows: its columns are named once a file, not once a row, and what a case says in the
 * words of a column is the number of that column (a third less on the disk).
 */
export function createBodyWriter(): { write(permit: Body): string; columns(): string } {
  const places = new Map<string, number>();
  return {
    write: (permit) => {
      const values: (string | null)[] = [];
      for (const column of Object.keys(permit.fields)) {
        let place = places.get(column);
        if (place === undefined) places.set(column, (place = places.size));
        while (values.length < place) values.push(null);
        values[place] = permit.fields[column] ?? null;
      }
      const packed: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(permit)) {
        const place = typeof value === "string" && value.length >= shortest ? values.indexOf(value) : -1;
        packed[name] = place < 0 ? value : place;
      }
      packed.fields = values;
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
