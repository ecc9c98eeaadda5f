import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

export interface Time {
  /** Milliseconds. */
  wall: number;
  /** User and system time of all threads of the process, in milliseconds: the work, however many share the cores. */
  processor: number;
}

/** At its end the process tells, beside what it prints, the processor time and the memory it has taken. */
const tellTime = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from "node:fs";
  process.on("exit", () => writeSync(3, JSON.stringify({ ...process.cpuUsage(), memory: process.resourceUsage().maxRSS })));
`)}`;

/** A program from its start to its end, as a user would type it, with what it prints; `memory`: megabytes at most. */
export async function timeProgram(
  argv: readonly string[],
  environment: Record<string, string>,
): Promise<Time & { printed: string; memory: number }> {
  const before = performance.now();
  const program = spawn(process.execPath, ["--import", tellTime, ...argv], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const { stdout, stderr, stdio } = program;
  const told = stdio[3];
  if (!stdout || !stderr || !told || !("readable" in told)) throw new Error("a pipe is missing");
  const [printed, complaints, usage, [code]] = await Promise.all([
    text(stdout),
    text(stderr),
    text(told as typeof stdout),
    once(program, "exit") as Promise<[number | null]>,
  ]);
  if (code !== 0) throw new Error(`${argv.join(" ")} ended with ${code}: ${complaints}`);
  const { user, system, memory } = JSON.parse(usage) as NodeJS.CpuUsage & { memory: number };
  const wall = performance.now() - before;
  return { wall, processor: (user + system) / 1000, printed, memory: Math.round(memory / 1024) };
}

export async function timed(job: () => Promise<void>): Promise<Time> {
  const [wall, processor] = [performance.now(), process.cpuUsage()];
  await job();
  const { user, system } = process.cpuUsage(processor);
  return { wall: performance.now() - wall, processor: (user + system) / 1000 };
}

/** The shortest of several, by each clock. */
export function best(times: readonly Time[]): Time {
  return {
    wall: Math.min(...times.map(({ wall }) => wall)),
    processor: Math.min(...times.map(({ processor }) => processor)),
  };
}
