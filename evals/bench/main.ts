import { parseArgs } from "node:util";

/**
 * `npm run bench` prints speeds of start, ask and ingest (run.ts); `npm run bench -- register [ROWS]` the figures of
 * the permit register, over a made-up dump of a million rows unless told (register.ts); `npm run bench -- retrieval
 * [PASSAGES…]` those of the search of passages, over archives of ten and a hundred thousand unless told (retrieval.ts).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hybrid: { type: "boolean", default: false },
    store: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});
const { help, ...options } = values;
const [section, ...counts] = positionals;
const areCounts = counts.every((count) => /^[1-9]\d*$/.test(count));
const usage = `npm run bench                            start, ask, ingest
npm run bench -- register [ROWS]         import, look-ups, parse shares and conflicts of the permit register;
                                         a million rows unless told
npm run bench -- retrieval [PASSAGES…]   build, memory, times of the search of passages; 10000 and 100000 unless
                                         told; in Qdrant too where QDRANT_URL names one
    --hybrid         with made-up vectors as well
    --store FOLDER   keeps the archives from run to run`;
if (help) console.log(usage);
else if (section === undefined) await import("./run.ts");
else if (section === "register" && areCounts && counts.length <= 1)
  await (await import("./register.ts")).benchRegister(Number(counts[0] ?? 1_000_000));
else if (section === "retrieval" && areCounts) {
  const sizes = counts.length > 0 ? counts.map(Number) : [10_000, 100_000];
  await (await import("./retrieval.ts")).benchRetrieval({ sizes, ...options });
} else {
  console.error(usage);
  process.exitCode = 2;
}
