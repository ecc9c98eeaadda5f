// The closing line of a test run, from vitest's JSON report. Fails when a test failed and when none ran.
import { readFileSync } from "node:fs";

const [reportFile, status] = process.argv.slice(2);
const report = JSON.parse(readFileSync(reportFile, "utf8"));
const { numPassedTests: passed, numFailedTests: failed } = report;
const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
const brokenFiles = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);

for (const file of brokenFiles) console.error(`did not load: ${file.name}\n${file.message}`);
if (passed === 0) console.error("No test ran.");
console.log(`${passed} passed, ${failed + brokenFiles.length} failed, ${skipped} skipped`);
process.exit(passed === 0 || failed + brokenFiles.length > 0 ? 1 : Number(status));
