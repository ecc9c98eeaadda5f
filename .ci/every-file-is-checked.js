// A checker that sees no modules passes: this asks each one how many files it looked at, and compares that with what
// git tracks. Run by `npm run check` before anything is believed.
import { spawnSync } from "node:child_process";

/** Standard output, whatever the exit code: a finding of the tool is reported by the tool's own step of the check. */
function run(command, args) {
  const options = { encoding: "utf8", maxBuffer: 1 << 28, shell: process.platform === "win32" };
  const { stdout, error } = spawnSync(command, args, options);
  if (error) throw error;
  return stdout;
}

const tracked = run("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", "*.ts"])
  .split("\n")
  .filter((file) => file.endsWith(".ts"));
const inRooms = tracked.filter((file) => /^(src|agents|tools|evals|data)\//.test(file));

const cruised = JSON.parse(
  run("depcruise", [
    "--config",
    ".dependency-cruiser.json",
    "--output-type",
    "json",
    "src",
    "agents",
    "tools",
    "evals",
    "data",
  ]),
).modules.filter((module) => module.source.endsWith(".ts") && !module.source.includes("node_modules"));
const typed = run("tsc", ["--noEmit", "--listFilesOnly"])
  .split("\n")
  .filter((file) => file.endsWith(".ts") && !file.includes("node_modules"));
const linted = JSON.parse(run("oxlint", ["--format", "json"])).number_of_files;

const short = [
  ["dependency-cruiser", cruised.length, inRooms.length],
  ["tsc", typed.length, inRooms.length],
  ["oxlint", linted, tracked.length],
].filter(([, seen, wanted]) => seen < wanted);

if (inRooms.length === 0 || short.length > 0) {
  for (const [tool, seen, wanted] of short) console.error(`${tool} saw ${seen} of ${wanted} TypeScript files`);
  console.error("A check that does not see every file proves nothing. Look at its configuration.");
  process.exit(1);
}
console.log(`every check sees the project's ${tracked.length} TypeScript files`);
