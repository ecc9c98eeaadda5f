export interface Migration {
  name: string;
  /** DDL that SQLite and D1 both take. */
  statements: readonly string[];
}
