/** As much of the D1 binding as is used here (https://developers.cloudflare.com/d1/worker-api/). */
export interface D1Binding {
  prepare(sql: string): D1Statement;
  /** One transaction: all statements or none. */
  batch(statements: D1Statement[]): Promise<unknown>;
}

export interface D1Statement {
  bind(...values: unknown[]): D1Statement;
  all(): Promise<D1Result>;
}

interface D1Result {
  results: unknown[];
  error?: string;
  meta: { changes: number; last_row_id?: number | null };
}
