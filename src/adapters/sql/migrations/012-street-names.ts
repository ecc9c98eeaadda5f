import type { Migration } from "./migration.ts";

/** Former names of streets, in the order of the file that told them. */
export const streetNamesMigration: Migration = {
  name: "012-street-names",
  statements: [
    "CREATE TABLE street_names (position INTEGER PRIMARY KEY, former TEXT NOT NULL, present TEXT NOT NULL, since TEXT, town TEXT)",
  ],
};
