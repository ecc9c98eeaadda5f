import { describeKeyStore } from "../../core/ports/key-store.contract.ts";
import { createKeyStore } from "./key-store.ts";
import { sqliteHarness } from "./test-support/sqlite-harness.ts";

describeKeyStore("SQLite", sqliteHarness(createKeyStore));
