import { join } from "node:path";
import { parseArgs } from "node:util";
import { realFolder } from "../bench/real-data.ts";
import { type Half, halves } from "./half.ts";

export interface RetrievalOptions {
  /** Files and folders that make up the suite. */
  data: string[];
  half: Half;
  /** Names of the peers to run beside Teczka; absent: all that are there. */
  peers?: readonly string[];
  /** One JSON document on stdout instead of tables. */
  json: boolean;
  /** Folder that the report is written to as well, as JSON and text. */
  out?: string;
  /** Folder for indexes and vectors, kept from run to run; without it they are made anew and removed. */
  store?: string;
  /** Lists the questions whose answer is not among the first five. */
  failures: boolean;
}

export function readOptions(args: string[]): RetrievalOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: "string", multiple: true, default: [] },
      half: { type: "string", default: "tune" },
      peers: { type: "string" },
      json: { type: "boolean", default: false },
      out: { type: "string" },
      store: { type: "string" },
      failures: { type: "boolean", default: false },
    },
  });
  const half = halves.find((half) => half === values.half);
  if (half === undefined) throw new Error(`--half is one of ${halves.join(", ")}, not ${values.half}`);
  const { peers, out, store, json, failures } = values;
  const given = [...values.data, ...positionals];
  return {
    data: given.length > 0 ? given : issuesCorpus(),
    half,
    json,
    failures,
    ...(peers === undefined ? {} : { peers: peers === "none" ? [] : peers.split(",") }),
    ...(out === undefined ? {} : { out }),
    ...(store === undefined ? {} : { store }),
  };
}

/** Polish questions that no one here wrote, on their paragraphs, among the units of two acts. */
function issuesCorpus(): string[] {
  const [qa, law] = [realFolder("qa"), realFolder("law")];
  if (qa === undefined || law === undefined)
    throw new Error(
      "Name the data: SQuAD 2 files, BEIR folders, or set TECZKA_REAL_DATA to a folder with qa/ and law/",
    );
  return [
    join(qa, "poquad-shared.json"),
    join(law, "prawo-budowlane-2024-725.json"),
    join(law, "warunki-techniczne-2022-1225.json"),
  ];
}
