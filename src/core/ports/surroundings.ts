/** What the core may not reach for itself. */
export interface Clock {
  now(): Date;
}

export interface Ids {
  /** Sortable by time, unguessable: `d_…`. */
  next(prefix: string): string;
}

/** Something done again and again while other work goes on: the heartbeat of a running draft. */
export interface Ticker {
  /** Calls `beat` every `milliseconds` until the returned function is called. */
  every(milliseconds: number, beat: () => void): () => void;
}

export interface Secrets {
  /** 256 random bits, in letters, digits, `-` and `_`. */
  secret(): string;
  /** A short random tail that tells keys of one name apart; no secret. */
  tail(): string;
}
