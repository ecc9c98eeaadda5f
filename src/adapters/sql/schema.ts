/** The tables, as Kysely sees them. Made by the migrations beside this file. */
// oxlint-disable-next-line typescript/no-empty-interface -- each store adds its tables
export interface Schema {}
