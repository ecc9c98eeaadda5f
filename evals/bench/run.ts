import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { isWhole } from "../../src/core/drafts/draft-view.ts";
import { openServices } from "../../src/wiring-node.ts";
import { evaluator, openArchive } from "../archive/open-archive.ts";
import { printTable, printTimes } from "../archive/summary.ts";

/**
 * Prints what the goals of speed are measured by: `npm run bench`. Ingest, as the command does it (files are read in
 * as many threads as there are cores, written and indexed in one), is compared with bare text extraction by pdf.js in
 * one thread, in the same run and of the same real acts; without them those rows are left out, visibly. Beside the
 * wall clock stands the processor time of all threads of this process: it tells the work, however many cores share it.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const data = process.env.TECZKA_REAL_DATA ?? join(root, "../shared/data");
const sample = join(root, "data/sample");
const askQuestion = "Czy decyzja nr 1/2015 jest ostateczna?";
const rounds = 3;

interface Time {
  wall: number;
  /** User and system time of all threads of this process. */
  processor: number;
}

const rows: string[][] = [["what", "measured", "goal"]];
const work = await mkdtemp(join(tmpdir(), "teczka-bench-"));
try {
  rows.push(["first start: fills the sample archive, then answers", `${await firstStart()} ms`, "< 60 000 ms"]);
  rows.push(["ask as a whole command (best of 3)", `${await askCommand()} ms`, "< 1 500 ms"]);
  rows.push(["ask inside a warm service", await warmAsks(), "< 300 ms"]);
  if (existsSync(join(data, "acts"))) rows.push(...(await ingestAgainstPdfjs()), ...(await registerImport()));
  else rows.push(["ingest and register import", `left out: no real data in ${data}`, ""]);
  console.log(printTable(rows));
} finally {
  await rm(work, { recursive: true });
}

/** From an empty folder to the first answered page, by the command that a newcomer types. */
async function firstStart(): Promise<number> {
  const before = performance.now();
  const server = spawn(process.execPath, [join(root, "src/launch.js"), "serve", "--port", "0"], {
    env: { ...process.env, TECZKA_DATA: join(work, "started") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    const origin = await new Promise<string>((resolve, reject) => {
      let said = "";
      const listen = (chunk: Buffer) => {
        said += chunk.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0];
        if (found) resolve(found);
      };
      server.stdout.on("data", listen);
      server.stderr.on("data", listen);
      server.on("exit", () => reject(new Error(`serve ended before it listened: ${said}`)));
    });
    for (let ready = false; !ready; ) ready = (await fetch(`${origin}/readyz`)).ok;
    return Math.round(performance.now() - before);
  } finally {
    server.kill();
  }
}

/** On the store that the start has filled. */
async function askCommand(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    await promisify(execFile)(process.execPath, [join(root, "src/launch.js"), "ask", askQuestion, "--json"], {
      env: { ...process.env, TECZKA_DATA: join(work, "started") },
    });
    times.push(performance.now() - before);
  }
  return Math.round(Math.min(...times));
}

/** Questions of the sample's ground truth, each kind of them, after a first one that loads the agent. */
async function warmAsks(): Promise<string> {
  const { services, truth, close } = await openArchive({ folder: sample });
  try {
    const ask = async (question: string) => {
      const draft = await services.drafts.ask(question, evaluator, "eval");
      if (!isWhole(draft)) throw new Error("an evaluator sees drafts whole");
    };
    await ask(askQuestion);
    const times: number[] = [];
    for (const { question } of truth.questions.filter((_, index) => index % 3 === 0)) {
      const before = performance.now();
      await ask(question);
      times.push(performance.now() - before);
    }
    return printTimes(times);
  } finally {
    await close();
  }
}

async function ingestAgainstPdfjs(): Promise<string[][]> {
  const acts = join(data, "acts");
  const bare: Time[] = [];
  const whole: Time[] = [];
  let pages = 0;
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await timed(() => extractBarely(acts)));
    const services = await openServices({
      data: join(work, `acts-${round}`),
      port: 0,
      host: "127.0.0.1",
      sample: false,
    });
    whole.push(
      await timed(async () => {
        pages = (await services.ingest({ paths: [acts], labels: [] }, evaluator)).totals.pages;
      }),
    );
    await services.close();
  }
  const best = (times: readonly Time[], of: keyof Time) => Math.min(...times.map((time) => time[of]));
  const rate = (times: readonly Time[], of: keyof Time) => Math.round((pages / best(times, of)) * 1000);
  const share = (of: keyof Time) => (best(bare, of) / best(whole, of)).toFixed(2);
  return [
    [
      "bare text of the acts by pdf.js",
      `${rate(bare, "wall")} pages/s, ${rate(bare, "processor")} by processor time`,
      "",
    ],
    [
      "ingest of the acts, index and all",
      `${rate(whole, "wall")} pages/s, ${rate(whole, "processor")} by processor time`,
      "",
    ],
    ["speed of ingest against bare text", `${share("wall")}, ${share("processor")} by processor time`, "≥ 0.50"],
  ];
}

async function extractBarely(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const task = getDocument({ data: bytes, verbosity: VerbosityLevel.ERRORS });
    const pdf = await task.promise;
    for (let page = 1; page <= pdf.numPages; page += 1) await (await pdf.getPage(page)).getTextContent();
    await task.destroy();
  }
}

async function registerImport(): Promise<string[][]> {
  const folder = join(data, "register");
  const files = readdirSync(folder).map((name) => join(folder, name));
  const services = await openServices({ data: join(work, "register"), port: 0, host: "127.0.0.1", sample: false });
  let count = 0;
  const time = await timed(async () => {
    count = (await services.importRegisters({ files, format: "auto" }, evaluator)).totals.rows;
  });
  await services.close();
  const rate = (milliseconds: number) => Math.round((count / milliseconds) * 1000);
  return [["register rows imported", `${rate(time.wall)} rows/s, ${rate(time.processor)} by processor time`, ""]];
}

async function timed(job: () => Promise<void>): Promise<Time> {
  const [wall, processor] = [performance.now(), process.cpuUsage()];
  await job();
  const { user, system } = process.cpuUsage(processor);
  return { wall: performance.now() - wall, processor: (user + system) / 1000 };
}
