import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type GroundTruth, groundTruthSchema } from "../../data/generator/ground-truth.ts";
import type { OperatorServices } from "../../src/cli/operator-services.ts";
import type { Actor } from "../../src/core/access.ts";
import type { IngestReport } from "../../src/ingest/ingest.ts";
import type { ImportReport } from "../../src/ingest/register-import.ts";
import { openServices } from "../../src/wiring-node.ts";

export const evaluator: Actor = { id: "evaluator", role: "evaluator", access: "all" };

export interface OpenedArchive {
  services: OperatorServices;
  truth: GroundTruth;
  ingested: IngestReport;
  imported: ImportReport;
  /** Closes the store and removes what was made for it. */
  close(): Promise<void>;
}

const generator = fileURLToPath(new URL("../../data/generator/main.ts", import.meta.url));

/** A generated archive in a store of its own, of a seed or of a folder made before. */
export async function openArchive(source: { seed: number } | { folder: string }): Promise<OpenedArchive> {
  const work = await mkdtemp(join(tmpdir(), "teczka-eval-"));
  try {
    const folder = "folder" in source ? source.folder : await generate(source.seed, join(work, "generated"));
    const truth = groundTruthSchema.parse(JSON.parse(await readFile(join(folder, "ground-truth.json"), "utf8")));
    const services = await openServices({ data: join(work, "store"), port: 0, host: "127.0.0.1", sample: false });
    const ingested = await services.ingest({ paths: [join(folder, "archive")], labels: [] }, evaluator);
    const imported = await services.importRegisters({ files: await registersOf(folder), format: "auto" }, evaluator);
    const close = async () => {
      await services.close();
      await rm(work, { recursive: true });
    };
    return { services, truth, ingested, imported, close };
  } catch (error) {
    await rm(work, { recursive: true });
    throw error;
  }
}

async function generate(seed: number, folder: string): Promise<string> {
  await promisify(execFile)(process.execPath, [generator, "--seed", String(seed), "--out", folder]);
  return folder;
}

async function registersOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => /^registers[/\\][^/\\]+\.csv$/u.test(name)).map((name) => join(folder, name));
}
