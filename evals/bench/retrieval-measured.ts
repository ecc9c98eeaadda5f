import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Time, timeProgram } from "./measure.ts";
import type { QdrantServer } from "./qdrant-server.ts";
import type { Made } from "./retrieval-archive.ts";
import type { Asked } from "./retrieval-ask.ts";
import type { PeerAsked } from "./retrieval-peers.ts";

const launch = fileURLToPath(new URL("../../src/launch.js", import.meta.url));
const ask = fileURLToPath(new URL("retrieval-ask.ts", import.meta.url));
const askPeer = fileURLToPath(new URL("retrieval-peers.ts", import.meta.url));

type Row = [what: string, figure: string];

export interface Engine {
  name: string;
  environment: Readonly<Record<string, string>>;
  /** The server it asks. */
  server?: QdrantServer;
}

/** What the environment says is for the engines that are meant. */
const alone = { QDRANT_URL: "", TECZKA_EMBEDDINGS_URL: "" };

/** Builds its index by the command that an operator types, then asks. */
export async function measureEngine({ name, environment, server }: Engine, made: Made): Promise<Row[]> {
  const word = name.replace(/\W+/gu, "-");
  const store = join(made.folder, word);
  const alias = `bench-${made.wanted}-${word}`;
  const settings = { ...alone, ...environment, TECZKA_DATA: store, TECZKA_QDRANT_COLLECTION: alias };
  const rows: Row[] = [];
  if (existsSync(store)) rows.push(["ingest", "an earlier run"], ["ingest, memory at most", ""]);
  else {
    await server?.drop(alias);
    const open = await timeProgram([launch, "ingest", made.folders.open], settings);
    const { folders } = made;
    const rest = await timeProgram([launch, "ingest", folders.restricted, "--label", "restricted"], settings);
    const time = { wall: open.wall + rest.wall, processor: open.processor + rest.processor };
    rows.push(["ingest", rates(made.passages, time)]);
    rows.push(["ingest, memory at most", `${Math.max(open.memory, rest.memory)} MB`]);
  }
  if (server) {
    rows.push(["then, until all is indexed", `${((await server.untilGreen(alias)) / 1000).toFixed(0)} s`]);
    rows.push(["server, memory", `${(await server.memory()) ?? "?"} MB`]);
  }
  const { size } = await stat(join(store, "teczka.sqlite"));
  rows.push(["on the disk, a passage", `${Math.round(size / made.passages)} bytes`]);
  const { printed } = await timeProgram([ask, made.folder], settings);
  const asked = JSON.parse(printed) as Asked;
  rows.push(["search, memory at most", `${asked.memory} MB`], ["first search of a process", single(asked.first)]);
  rows.push(...searchRows(asked.searches));
  rows.push(["search after a paper came in", single(asked.searchAfterChange)]);
  rows.push(["draft", single(asked.draft)], ["draft after a paper came in", single(asked.draftAfterChange)]);
  return rows;
}

export async function measurePeer(peer: string, made: Made): Promise<Row[]> {
  const settings = { ...alone, TECZKA_DATA: join(made.folder, "embedded") };
  const { printed, memory } = await timeProgram([askPeer, made.folder, peer], settings);
  const { build, searches } = JSON.parse(printed) as PeerAsked;
  return [
    ["index", rates(made.passages, build)],
    ["memory at most, texts too", `${memory} MB`],
    ...searchRows(searches),
  ];
}

/** Half and 95 of 100 within so many milliseconds, by the clock; in brackets by processor time. */
function searchRows(searches: readonly (Time & { kind: string })[]): Row[] {
  const kinds = Map.groupBy(searches, ({ kind }) => kind);
  return [["all questions", searches] as const, ...kinds].map(([kind, own]) => {
    const times = ([0.5, 0.95] as const).map((share) => {
      const at = (clock: "wall" | "processor") =>
        quantile(
          own.map((time) => time[clock]),
          share,
        );
      return `${at("wall")} (${at("processor")})`;
    });
    return [kind, times.join(" / ")];
  });
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
}

function single({ wall, processor }: Time): string {
  return `${wall.toFixed(0)} (${processor.toFixed(0)}) ms`;
}

function rates(passages: number, { wall, processor }: Time): string {
  const rate = (milliseconds: number) => Math.round((passages / milliseconds) * 1000);
  return `${rate(wall)} (${rate(processor)}) a second`;
}
