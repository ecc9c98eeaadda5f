import { describePassageIndex } from "../../core/ports/passage-index.contract.ts";
import { indexHarness } from "./test-support/indexed-archive.ts";
import { sqliteHarness } from "./test-support/sqlite-harness.ts";

describePassageIndex("SQLite", indexHarness(sqliteHarness));
