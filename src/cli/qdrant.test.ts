import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decisionText, type Teczka, teczkaIn, type ToldError } from "./test-support/teczka.ts";

let teczka: Teczka;
let environment: Record<string, string>;

/** Where a server was until just now. */
async function addressOfNobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

beforeAll(async () => {
  teczka = teczkaIn("qdrant");
  environment = { QDRANT_URL: await addressOfNobody() };
  writeFileSync(join(teczka.folder, "decyzja-5.txt"), decisionText(5));
}, 60_000);
afterAll(() => teczka.remove());

describe("a Qdrant that is configured and not there", () => {
  it("is named by each command that needs it, and nothing is half taken in", async () => {
    for (const command of [
      ["ingest", join(teczka.folder, "decyzja-5.txt")],
      ["index", "rebuild"],
    ]) {
      const ran = await teczka.runWith(environment, ...command, "--json");
      expect(ran.code).toBe(3);
      const { error } = ran.json<ToldError>();
      expect(error.code).toBe("qdrant_unreachable");
      expect(error.message).toContain(environment["QDRANT_URL"]);
    }
    expect((await teczka.run("ingest", join(teczka.folder, "decyzja-5.txt"))).code).toBe(0);
    const search = await teczka.runWith(environment, "search", "decyzja", "--json");
    expect(search.code).toBe(3);
    expect(search.json<ToldError>().error.code).toBe("qdrant_unreachable");
    expect((await teczka.run("search", "decyzja")).code).toBe(0);
  }, 60_000);

  it("is what doctor finds, also before anything was taken in", async () => {
    const fresh = teczkaIn("qdrant-fresh");
    const ran = await fresh.runWith(environment, "doctor", "--json");
    fresh.remove();
    expect(ran.code).toBe(3);
    const { checks } = ran.json<{ checks: { name: string; status: string; hint?: string }[] }>();
    expect(checks).toContainEqual(
      expect.objectContaining({ name: "qdrant", status: "failed", hint: expect.stringContaining("QDRANT_URL") }),
    );
  }, 60_000);

  it("is refused at start when its address is none, by the name of the variable", async () => {
    const ran = await teczka.runWith({ QDRANT_URL: "qdrant:6333" }, "search", "decyzja", "--json");
    expect(ran.code).toBe(2);
    expect(ran.json<ToldError>().error.message).toContain("QDRANT_URL");
  }, 60_000);
});
