/** `npm run evals -- SUITE …`: each suite reads its own arguments, and says in its folder what they are. */
const suites: Record<string, { usage: string[]; run: (given: string[]) => Promise<unknown> }> = {
  archive: {
    usage: [
      "npm run evals -- archive   FOLDER… | --seed N…   drafts against questions with known answers",
      "    --family NAME   only questions of this family",
      "    --failures      what each draft that is not right lacks",
      "    --facts         what was read wrongly or missed in each paper, and no questions",
    ],
    run: async (given) => (await import("./archive/run.ts")).evaluateArchives(given),
  },
  conflicts: {
    usage: ["npm run evals -- conflicts FOLDER… | --seed N…   what sources disagree in, against what was planted"],
    run: async (given) => (await import("./conflicts/run.ts")).evaluateConflicts(given),
  },
  history: {
    usage: ["npm run evals -- history   FOLDER | --seed N     statuses on a day, decisions of a history"],
    run: async (given) => (await import("./history/run.ts")).evaluateHistory(given),
  },
  retrieval: {
    usage: [
      "npm run evals -- retrieval [DATA…]               what a search brings, beside other engines",
      "    DATA            SQuAD 2 files, lists of units of an act, BEIR folders (several make one corpus), or the",
      "                    folder of one generated archive; without it qa/ and law/ of $TECZKA_REAL_DATA",
      "    --half HALF     tune (default), report or all of the questions",
      "    --peers NAMES   only these other engines, with commas between, or none",
      "    --failures      the questions whose answer is not among the first five",
      "    --store FOLDER  keeps indexes and vectors from run to run",
      "    --out FOLDER    keeps the report, as text and as JSON",
      "    --json          one JSON document in the place of tables",
      "    TECZKA_EMBEDDINGS_URL and …_MODEL add the hybrid rankings, QDRANT_URL those in Qdrant",
    ],
    run: async (given) => (await import("./retrieval/run.ts")).evaluateRetrieval(given),
  },
};

const [name = "", ...given] = process.argv.slice(2);
const suite = suites[name];
const asksHelp = [name, ...given].some((word) => word === "--help" || word === "-h");
if (suite && !asksHelp) await suite.run(given);
else {
  const told = (suite ? [suite] : Object.values(suites)).flatMap(({ usage }) => usage).join("\n");
  if (asksHelp) console.log(told);
  else console.error(told);
  process.exitCode = asksHelp ? 0 : 2;
}
