import type { PermitCase, PermitPage, PermitQuery, RegisterFormat, RegisterRowRef } from "../permit.ts";

/** One data row, parsed and normalised; what cannot be read is kept as it stood. */
export interface RegisterEntry {
  row: number;
  /** Rows with the same key are one case. */
  caseKey: string;
  case: Omit<PermitCase, "register" | "match" | "rows">;
  /** SHA-256 of the row's canonical fields: what a pending approval rests on. */
  sha256: string;
  /**
   * Entries with the same object here have the same key, and cases that differ by their parcels and by the fields named
   * alone: what is made of the rest need be made once.
   */
  alike?: { readonly apart: readonly string[] };
}

export interface RegisterFile {
  register: string;
  authority?: string;
  format: RegisterFormat;
  fileName: string;
  sha256: string;
}

export interface RegisterImportCounts {
  /** Data rows seen, the header not counted. */
  rows: number;
  /** Rows that became or joined a case. */
  kept: number;
  /** Of the kept: rows that joined a case that another row had opened. */
  merged: number;
  /** Of its cases: those that other files of the register hold too; absent when it has no others. */
  shared?: number;
  /** Against the rows that this register held of the file before; absent when it held none. */
  changes?: RegisterChanges;
}

/** Cases by their key; a case is changed when its rows are not the same ones in number and content. */
export interface RegisterChanges {
  appeared: ChangedCases;
  changed: ChangedCases;
  vanished: ChangedCases;
}

export interface ChangedCases {
  cases: number;
  /** The first few, with a row of each: of a new file, for what vanished of an old one. */
  examples: (Pick<PermitCase, "number" | "rawNumber" | "date" | "address"> & RegisterRowRef)[];
}

export interface RegisterLookup {
  /** One page of what was found. */
  cases: PermitCase[];
  /** Cases on all pages. */
  total: number;
  /** Of the total: cases that are no more than a possible match. */
  possible: number;
  /** Registers that were asked, with what their silence means; so that absence is never told as refusal. */
  registers: RegisterSummary[];
}

/** A register as it is now; `from` and `to`: days of its first and last decision. */
export interface RegisterSummary {
  name: string;
  format: RegisterFormat;
  authority?: string;
  cases: number;
  from?: string;
  to?: string;
}

/** A register with the files that it was imported from; `importedAt` in UTC, absent for imports of older editions. */
export interface HeldRegister extends RegisterSummary {
  files: { file: string; rows: number; sha256: string; importedAt?: string }[];
}

/** The permit register in SQL. An outage is a TeczkaError of kind `unavailable`. */
export interface PermitRegister {
  /** Replaces what this register held of a file of this name, in one step; a crash leaves the old rows. */
  replaceFile(file: RegisterFile, entries: AsyncIterable<RegisterEntry>): Promise<RegisterImportCounts>;
  /** Without a page: the first 200 cases by relevance. */
  find(query: PermitQuery, page?: Partial<PermitPage>): Promise<RegisterLookup>;
  /** The registers that there are, by name. */
  registers(): Promise<HeldRegister[]>;
  /** The cases that hold these rows, as they are now, with the hash of each row; rows that are gone are missing. */
  rows(
    register: string,
    rows: readonly RegisterRowRef[],
  ): Promise<{ ref: RegisterRowRef; sha256: string; case: PermitCase }[]>;
}
