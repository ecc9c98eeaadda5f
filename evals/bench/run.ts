import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isWhole } from "../../src/core/drafts/draft-view.ts";
import { openServices } from "../../src/wiring-node.ts";
import { evaluator, openArchive } from "../archive/open-archive.ts";
import { printTable, printTimes } from "../archive/summary.ts";
import { best, type Time, timed, timeProgram } from "./measure.ts";

/**
 * Prints what the goals of speed are measured by: `npm run bench`. Commands are timed from start to end, as they are
 * typed. Ingest (files are read in as many threads as there are cores, written and indexed in one) is compared with
 * bare text extraction by pdf.js in one thread, in the same run and of the same real acts, by turns; without them those
 * rows are left out, visibly. Beside the wall clock stands processor time, which other work on the machine hardly moves.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const launch = join(root, "src/launch.js");
const data = process.env.TECZKA_REAL_DATA ?? join(root, "../shared/data");
const sample = join(root, "data/sample");
const askQuestion = "Czy decyzja nr 1/2015 jest ostateczna?";
const rounds = 3;

const rows: string[][] = [["what", "goal", "by the clock", "processor time"]];
const work = await mkdtemp(join(tmpdir(), "teczka-bench-"));
try {
  const load = loadavg()[0]?.toFixed(1);
  console.log(`${availableParallelism()} cores, load ${load} at the start, Node ${process.versions.node}\n`);
  rows.push([
    "first start: fills the sample, then is ready",
    "< 60 s",
    `${((await firstStart()) / 1000).toFixed(1)} s`,
  ]);
  rows.push(["ask, as a command (best of 3)", "< 1500 ms", ...milliseconds(await askCommand())]);
  rows.push(["ask, in a warm service", "< 300 ms", ...(await warmAsks())]);
  if (existsSync(join(data, "acts"))) rows.push(...(await ingestAgainstPdfjs()), ...(await registerImport()));
  else rows.push(["ingest and register import", "", `left out: no real data in ${data}`]);
  console.log(printTable(rows));
} finally {
  await rm(work, { recursive: true });
}

/** From an empty folder to the first answered page, by the command that a newcomer types. */
async function firstStart(): Promise<number> {
  const before = performance.now();
  const server = spawn(process.execPath, [launch, "serve", "--port", "0"], {
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
    return performance.now() - before;
  } finally {
    server.kill();
  }
}

/** On the store that the start has filled. */
async function askCommand(): Promise<Time> {
  const times: Time[] = [];
  for (let round = 0; round < rounds; round += 1)
    times.push(await timeProgram([launch, "ask", askQuestion, "--json"], { TECZKA_DATA: join(work, "started") }));
  return best(times);
}

/** Questions of the sample's ground truth, each kind of them, after a first one that loads the agent. */
async function warmAsks(): Promise<[wall: string, processor: string]> {
  const { services, truth, close } = await openArchive({ folder: sample });
  try {
    const ask = async (question: string) => {
      const draft = await services.drafts.ask(question, evaluator, "eval");
      if (!isWhole(draft)) throw new Error("an evaluator sees drafts whole");
    };
    await ask(askQuestion);
    const times: Time[] = [];
    for (const { question } of truth.questions.filter((_, index) => index % 3 === 0))
      times.push(await timed(() => ask(question)));
    return [printTimes(times.map(({ wall }) => wall)), printTimes(times.map(({ processor }) => processor))];
  } finally {
    await close();
  }
}

async function ingestAgainstPdfjs(): Promise<string[][]> {
  const acts = join(data, "acts");
  const bare: Time[] = [];
  const whole: Time[] = [];
  let pages = 0;
  // The same cache of compiled code that the command uses, filled by a first round that does not count.
  const cache = { NODE_COMPILE_CACHE: join(work, "compiled") };
  for (let round = 0; round <= rounds; round += 1) {
    const own = { ...cache, TECZKA_DATA: join(work, `acts-${round}`) };
    const alone = await timeProgram([join(root, "evals/bench/bare-text.ts"), acts], cache);
    const all = await timeProgram([launch, "ingest", acts, "--json"], own);
    pages = Number(alone.printed);
    if (round > 0) bare.push(alone);
    if (round > 0) whole.push(all);
  }
  const [one, other] = [best(bare), best(whole)];
  const speed = ({ wall, processor }: Time) => [rate(pages, wall, "pages"), rate(pages, processor, "pages")];
  const shares = [(one.wall / other.wall).toFixed(2), (one.processor / other.processor).toFixed(2)];
  return [
    ["text of the acts by pdf.js alone", "", ...speed(one)],
    ["ingest of the acts, index and all", "", ...speed(other)],
    ["speed of ingest against pdf.js alone", "≥ 0.50", ...shares],
  ];
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
  return [["register rows imported", "", rate(count, time.wall, "rows"), rate(count, time.processor, "rows")]];
}

function milliseconds({ wall, processor }: Time): [wall: string, processor: string] {
  return [`${Math.round(wall)} ms`, `${Math.round(processor)} ms`];
}

function rate(count: number, milliseconds: number, unit: string): string {
  return `${Math.round((count / milliseconds) * 1000)} ${unit}/s`;
}
