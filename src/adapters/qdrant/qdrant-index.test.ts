import { describe } from "vitest";
import { describePassageIndex } from "../../core/ports/passage-index.contract.ts";
import { liveServer, liveUrl, qdrantHarness, recordedServer } from "./test-support/qdrant-harness.ts";

describe("exchanges recorded with a real server", () => {
  describePassageIndex("Qdrant", qdrantHarness(recordedServer("contract")));
});

describe.skipIf(!liveUrl)("a live server (skipped where QDRANT_URL names none)", () => {
  describePassageIndex("Qdrant", qdrantHarness(liveServer()));
});
