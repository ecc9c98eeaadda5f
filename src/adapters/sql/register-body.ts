import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { remembered } from "../../core/remembered.ts";

type Body = RegisterEntry["case"];

/** Packs the bodies of an import's rows: its columns are named once a file, not once a row. */
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
      return JSON.stringify({ ...permit, fields: values });
    },
    columns: () => JSON.stringify([...places.keys()]),
  };
}

/** All of a row's case but its fields: what a look-up compares, of rows that it may not show. */
export function readCase(body: string): Omit<Body, "fields"> {
  return JSON.parse(body) as Omit<Body, "fields">;
}

/** @param columns of the row's file: null where bodies hold their fields by name */
export function readBody(body: string, columns: string | null): Body {
  const packed = JSON.parse(body) as Omit<Body, "fields"> & { fields: Body["fields"] | (string | null)[] };
  if (!Array.isArray(packed.fields)) return { ...packed, fields: packed.fields };
  const names = namesIn(columns ?? "[]");
  const fields: Record<string, string> = {};
  for (const [at, value] of packed.fields.entries()) {
    const name = names[at];
    if (name !== undefined && value !== null) fields[name] = value;
  }
  return { ...packed, fields };
}

const namesIn = remembered((columns: string) => JSON.parse(columns) as string[]);
