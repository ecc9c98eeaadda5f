import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decisionText, greeting, type Teczka, teczkaIn } from "./test-support/teczka.ts";

let teczka: Teczka;
let service: ChildProcess;
let address: string;
let link: string;

beforeAll(async () => {
  teczka = teczkaIn("serve");
  service = teczka.spawn("serve", "--port", "0", "--no-sample");
  [address, link] = await greeting(service);
});
afterAll(() => {
  service.kill("SIGKILL");
  teczka.remove();
});

describe("teczka serve", () => {
  it("listens on loopback, and its link signs in once", async () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect((await fetch(`${address}/v1/drafts`)).status).toBe(401);
    const secret = new URL(link).searchParams.get("link") ?? "";
    const bearer = await fetch(`${address}/v1/drafts`, { headers: { authorization: `Bearer ${secret}` } });
    expect(bearer.status).toBe(401);
  });

  it("sees what a command ingests, and a draft that a command made", async () => {
    const file = join(teczka.folder, "decyzja-5.txt");
    writeFileSync(file, decisionText(5));
    const { token } = (await teczka.run("token", "create", "--role", "clerk", "--json")).json<{ token: string }>();
    const get = async (path: string) =>
      (await fetch(`${address}/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).json();
    expect(await get("/documents")).toEqual([]);
    await teczka.run("ingest", file);
    expect(await get("/documents")).toMatchObject([{ ref: { path: "decyzja-5.txt" } }]);
    const { id } = (await teczka.run("ask", "Kiedy wydano decyzję nr 5/2019?", "--json")).json<{ id: string }>();
    expect(await get("/drafts?status=awaiting_approval")).toMatchObject([{ id }]);
  });

  it("says that a port is taken, and what to do", async () => {
    const plain = await teczka.run("serve", "--port", new URL(address).port, "--no-sample");
    expect(plain.code).toBe(3);
    expect(plain.err).toMatch(/jest\s+zajęty/u);
    expect(plain.err).toContain("--port");
  });

  it("ends decently when it is told to", async () => {
    const exited = once(service, "exit");
    service.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
  });
});
