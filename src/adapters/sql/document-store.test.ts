import { describeDocumentStore } from "../../core/ports/document-store.contract.ts";
import { createDocumentStore } from "./document-store.ts";
import { sqliteHarness } from "./test-support/sqlite-harness.ts";

describeDocumentStore("SQLite", sqliteHarness(createDocumentStore));
