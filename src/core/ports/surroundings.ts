/** What the core may not reach for itself. */
export interface Clock {
  now(): Date;
}

export interface Ids {
  /** Sortable by time, unguessable: `d_…`. */
  next(prefix: string): string;
}
