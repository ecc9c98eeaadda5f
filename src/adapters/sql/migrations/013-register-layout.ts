import type { Migration } from "./migration.ts";

/** Which shape of terms and columns an import was written in (register-pack.ts): another one would find too little. */
export const registerLayoutMigration: Migration = {
  name: "013-register-layout",
  statements: ["ALTER TABLE register_files ADD COLUMN layout INTEGER NOT NULL DEFAULT 1"],
};
