import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pkg from "../../package.json" with { type: "json" };
import type { D1Binding } from "../adapters/d1/binding.ts";
import { copyArchive } from "../adapters/d1/copy-archive.ts";
import { openD1 } from "../adapters/d1/open.ts";
import { createAuditLog } from "../adapters/sql/audit-log.ts";
import type { SqlDatabase } from "../adapters/sql/database.ts";
import { createKeyStore } from "../adapters/sql/key-store.ts";
import { migrate } from "../adapters/sql/migrate.ts";
import { tellFailure } from "../cli/failures.ts";
import { createProgress } from "../cli/progress.ts";
import { portOf, readConfig } from "../config.ts";
import type { Actor } from "../core/access.ts";
import { createKeyService } from "../core/keys/key-service.ts";
import { randomSecrets, systemClock } from "../surroundings.ts";
import { sampleStore } from "./sample.ts";
import { type NodeStore, openStore } from "./store.ts";

const operator: Actor = { id: "operator", role: "admin", access: "all" };
const software = `${pkg.name} ${pkg.version}`;

/**
 * `npm run worker [-- --port N]`: reads the archive in with Node (one's own, or the sample as long as there is none),
 * copies it into the D1 that `wrangler dev` serves, prints a link to sign in with, and starts `wrangler dev`. Through
 * wrangler's own binding, so that it is the same database, here or (`remote = true` in wrangler.toml) at Cloudflare.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string", default: "8787" } } });
  const port = portOf(values.port, "--port");
  // Nothing leaves unasked: no news of newer versions, no usage reports, no look-up of where this machine is.
  Object.assign(process.env, {
    WRANGLER_HIDE_BANNER: "true",
    WRANGLER_SEND_METRICS: "false",
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
  });
  await fill(port);
  await develop(port);
}

async function fill(port: number): Promise<void> {
  const { getPlatformProxy } = await import("wrangler");
  const platform = await getPlatformProxy<{ DB: D1Binding }>();
  const source = await openSource();
  try {
    const d1 = openD1(platform.env.DB);
    await migrate(d1);
    const { from, sample } = source;
    // Papers that an older Teczka took in get the marks of their lines here, where all pages are at hand.
    await from.archive.documents.boilerplateLines("all");
    const progress = createProgress("D1", process.stderr);
    const copied = await copyArchive({ from: from.database, to: d1, sample, onProgress: progress.show });
    progress.end();
    const what = sample ? "archiwum przykładowe (miasto, sprawy i osoby są zmyślone)" : "własne archiwum";
    process.stderr.write(copied ? `D1 wypełniono: ${what}\n` : `D1 zawiera już ${what}\n`);
    await letIn(d1, port);
  } finally {
    await source.close();
    await platform.dispose();
  }
}

/** Until it is stopped; Ctrl+C reaches it by itself, since it belongs to the same terminal. */
async function develop(port: number): Promise<void> {
  const wrangler = fileURLToPath(new URL("bin/wrangler.js", import.meta.resolve("wrangler/package.json")));
  const server = spawn(process.execPath, [wrangler, "dev", "--local", "--port", String(port)], { stdio: "inherit" });
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => server.kill("SIGTERM"));
  const [code] = (await once(server, "exit")) as [number | null];
  process.exitCode = code ?? 0;
}

async function openSource(): Promise<{ from: NodeStore; sample: boolean; close: () => Promise<void> }> {
  const { data } = readConfig(process.env, process.cwd());
  const options = { software, onLost: (_: string, error: unknown) => process.stderr.write(`${String(error)}\n`) };
  const own = await openStore({ ...options, folder: data, sample: false });
  if (!(await own.isEmpty())) return { from: own, sample: false, close: own.close };
  await own.close();
  const store = sampleStore(join(data, "sample"), options);
  const progress = createProgress("Archiwum przykładowe", process.stderr);
  await store.fill(progress.show);
  progress.end();
  const from = await store.opened();
  if (!from) throw new Error("the sample archive is missing: data/sample");
  return { from, sample: true, close: store.close };
}

/** A link for a person, a key for programs; the key of the last time ends. */
async function letIn(d1: SqlDatabase, port: number): Promise<void> {
  const keys = createKeyService({
    keys: createKeyStore(d1),
    audit: createAuditLog(d1),
    clock: systemClock,
    secrets: randomSecrets,
  });
  for (const { id, revokedAt } of await keys.list())
    if (id.startsWith("wrangler-") && !revokedAt) await keys.revoke(id, operator);
  const { token } = await keys.createToken({ role: "admin", labels: [], name: "wrangler" }, operator);
  const link = await keys.createLink(operator);
  process.stdout.write(`Klucz dla programów (ważny do następnego uruchomienia): ${token}\n`);
  process.stdout.write("Logowanie (link działa raz, przez 15 minut):\n");
  process.stdout.write(`http://127.0.0.1:${port}/sign-in?link=${link}\n`);
}

try {
  await main();
} catch (error) {
  process.exitCode = tellFailure(error, { out: process.stdout, err: process.stderr }, false);
}
