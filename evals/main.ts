/** `npm run evals -- SUITE …`: each suite reads its own arguments, and says in its folder what they are. */
const [suite, ...given] = process.argv.slice(2);
if (suite === "archive") await (await import("./archive/run.ts")).evaluateArchives(given);
else if (suite === "conflicts") await (await import("./conflicts/run.ts")).evaluateConflicts(given);
else if (suite === "history") await (await import("./history/run.ts")).evaluateHistory(given);
else if (suite === "retrieval") await (await import("./retrieval/run.ts")).evaluateRetrieval(given);
else {
  console.error(
    [
      "npm run evals -- archive   FOLDER… | --seed N…   drafts against questions with known answers",
      "npm run evals -- conflicts FOLDER… | --seed N…   what sources disagree in, against what was planted",
      "npm run evals -- history   FOLDER | --seed N     statuses on a day, decisions of a history",
      "npm run evals -- retrieval [DATA…]               what a search brings, beside other engines",
    ].join("\n"),
  );
  process.exitCode = 2;
}
