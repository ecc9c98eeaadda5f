import type { Address } from "../identity/address.ts";
import type { Parcel } from "../identity/parcel.ts";
import type { Intent } from "./intents.ts";
import type { Topic } from "./topics.ts";

/** What a question names that can be looked up exactly, and what kind of answer it wants. Plain JSON. */
export interface Understanding {
  question: string;
  /** Likeliest first; `general` when no cue fits. Never empty. */
  intents: Intent[];
  /** What of the thing is asked: height, parking places, the monument conservator's agreement … */
  topics: Topic[];
  parcels: Parcel[];
  signatures: string[];
  /** With four-digit years, as core/identity prints them. */
  decisionNumbers: string[];
  applicationNumbers: string[];
  /** Decision numbers as a spreadsheet spoilt them and a register shows them: `09-sty`. */
  mangledNumbers: string[];
  /** `614/10` without a word that tells what it is: a parcel and a decision number are both tried. */
  bareNumbers: BareNumber[];
  /** Names of companies, as typed: „Alfa Dom sp. z o.o.”. */
  companies: string[];
  /** Numbers of designers' building licences, as typed. */
  licences: string[];
  /** ISO. */
  dates: string[];
  /** A year that stands alone: "pnb z 2006". */
  years: number[];
  /** ISO: set when the state of a decision is asked for and no day is told. It is the day of the question. */
  today?: string;
  addresses: Address[];
  /** As in plans: `3MN`. */
  areaSymbols: string[];
  /** A council's resolution: `XXIV/198/2012`. */
  resolutions: string[];
  /** Words of the question that carry content: no stop words, none of the identities. As typed, in order. */
  keywords: string[];
}

export interface BareNumber {
  /** As typed: `614/10`. */
  text: string;
  parcel: Parcel;
  decisionNumber: string;
}
