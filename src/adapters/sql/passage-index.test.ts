import { describePassageIndex } from "../../core/ports/passage-index.contract.ts";
import { conceptEmbedder } from "../../core/ports/test-support/concept-embedder.ts";
import { indexHarness } from "./test-support/indexed-archive.ts";
import { sqliteHarness } from "./test-support/sqlite-harness.ts";

describePassageIndex("SQLite", indexHarness(sqliteHarness));
describePassageIndex("SQLite, with vectors", indexHarness(sqliteHarness, { embedder: conceptEmbedder() }));
