import { describe, it } from "vitest";
import { describePassageIndex } from "../../core/ports/passage-index.contract.ts";
import { qdrantHarness } from "./test-support/qdrant-harness.ts";

const url = process.env["QDRANT_URL"];

if (url) describePassageIndex("Qdrant", qdrantHarness({ url }));
else describe("passage index on a live Qdrant", () => it.skip("left out: QDRANT_URL names no server", () => undefined));
