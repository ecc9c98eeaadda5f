import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { printTable } from "../archive/summary.ts";
import { qdrantServer } from "./qdrant-server.ts";
import { type Made, writeArchive } from "./retrieval-archive.ts";
import { startMadeUpEmbeddings } from "./retrieval-embeddings.ts";
import { type Engine, measureEngine, measurePeer } from "./retrieval-measured.ts";
import { sourceText } from "./retrieval-text.ts";

export interface RetrievalOptions {
  /** Passages of each archive. */
  sizes: readonly number[];
  /** With made-up vectors too. */
  hybrid: boolean;
  /** A folder that archives and stores are left in, and taken from when they are there. */
  store?: string;
}

/**
 * Prints a table an engine, a column an archive: what the search of passages costs, and how that grows. Archives are
 * made up of real text (retrieval-text.ts) and taken in by `teczka ingest`; Qdrant is measured where QDRANT_URL names
 * one. Times by the clock and by processor time, which other work on the machine moves less.
 */
export async function benchRetrieval({ sizes, hybrid, store }: RetrievalOptions): Promise<void> {
  const work = store ?? (await mkdtemp(join(tmpdir(), "teczka-retrieval-")));
  const embeddings = hybrid ? await startMadeUpEmbeddings() : undefined;
  try {
    const load = loadavg()[0]?.toFixed(1);
    console.log(`${availableParallelism()} cores, load ${load} at the start, Node ${process.versions.node}`);
    const archives = await archivesOf(work, sizes);
    const { QDRANT_URL: url } = process.env;
    const qdrant = url ? { environment: { QDRANT_URL: url }, server: qdrantServer(url) } : undefined;
    const vectors = embeddings && { TECZKA_EMBEDDINGS_URL: embeddings.url, TECZKA_EMBEDDINGS_MODEL: "made-up" };
    const engines: Engine[] = [
      { name: "embedded", environment: {} },
      ...(vectors ? [{ name: "embedded, hybrid", environment: vectors }] : []),
      ...(qdrant ? [{ name: "Qdrant", ...qdrant }] : []),
      ...(qdrant && vectors
        ? [{ ...qdrant, name: "Qdrant, hybrid", environment: { ...qdrant.environment, ...vectors } }]
        : []),
    ];
    for (const engine of engines) await printColumns(engine.name, archives, (made) => measureEngine(engine, made));
    if (!qdrant) console.log("\nQdrant: left out, QDRANT_URL is not set");
    for (const peer of ["fts5", "miniSearch"])
      await printColumns(
        `peer: ${peer}`,
        archives.filter(({ wanted }) => wanted <= 100_000),
        (made) => measurePeer(peer, made),
      );
  } finally {
    embeddings?.close();
    if (store === undefined) await rm(work, { recursive: true });
  }
}

async function archivesOf(work: string, sizes: readonly number[]): Promise<Made[]> {
  const archives: Made[] = [];
  let source: Awaited<ReturnType<typeof sourceText>> | undefined;
  for (const wanted of sizes) {
    const folder = join(work, String(wanted));
    const told = join(folder, "made.json");
    if (!existsSync(told)) {
      source ??= await sourceText();
      await writeFile(told, JSON.stringify(await writeArchive(folder, wanted, source)));
    }
    const made = JSON.parse(await readFile(told, "utf8")) as Made;
    console.log(`archive of ${made.passages} passages in ${made.documents} papers, made up of ${made.from}`);
    archives.push(made);
  }
  return archives;
}

/** A table with the figures of each archive side by side. */
async function printColumns(
  name: string,
  archives: readonly Made[],
  measure: (made: Made) => Promise<[what: string, figure: string][]>,
): Promise<void> {
  const columns: [string, string][][] = [];
  for (const made of archives) columns.push(await measure(made));
  const rows = (columns[0] ?? []).map(([what], at) => [what, ...columns.map((column) => column[at]?.[1] ?? "")]);
  console.log(`\n${printTable([[name, ...archives.map(({ wanted }) => String(wanted))], ...rows])}`);
}
