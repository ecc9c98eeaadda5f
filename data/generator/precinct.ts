export interface Precinct {
  name: string;
  /** Four digits: `0022`. */
  code: string;
  sheets: number[];
  streets: Street[];
}

export interface Street {
  /** Without „ul.”: `Krucza`. */
  name: string;
  /** What it was called before it was renamed, and the year. */
  formerly?: { name: string; until: number };
}
