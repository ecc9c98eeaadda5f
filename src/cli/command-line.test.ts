import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decisionText, type Teczka, teczkaIn, type ToldError } from "./test-support/teczka.ts";

let teczka: Teczka;
beforeAll(() => {
  teczka = teczkaIn("usage");
});
afterAll(() => teczka.remove());

describe("the command line", () => {
  it("speaks Polish, offers what was meant, and exits with 2 on wrong usage", async () => {
    const help = await teczka.run("--help");
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/^Użycie: teczka/u);
    expect(help.out).not.toMatch(/Usage|Commands|display help/u);
    const command = await teczka.run("serch", "x");
    expect([command.code, command.out]).toEqual([2, ""]);
    expect(command.err).toContain("Czy chodziło o: search?");
    const option = await teczka.run("search", "x", "--limt", "3");
    expect(option.err).toContain("--limit");
    const missing = await teczka.run("drafts", "approve", "d_1", "--json");
    expect(missing.code).toBe(2);
    expect(missing.json<ToldError>().error.message).toContain("--hash");
  });

  it("names the variable that holds a bad value, and what it should look like", async () => {
    const ran = await teczka.runWith({ TECZKA_PORT: "czterdzieści" }, "doctor", "--json");
    expect(ran.code).toBe(2);
    expect(ran.json<ToldError>().error).toMatchObject({
      code: "config_invalid",
      message: expect.stringContaining("TECZKA_PORT"),
      hint: expect.stringContaining("65535"),
    });
  });

  it("creates, lists and revokes keys, and shows a key once", async () => {
    const created = await teczka.run("token", "create", "--role", "clerk", "--label", "poufne", "--json");
    const { token, id } = created.json<{ token: string; id: string }>();
    const listed = await teczka.run("token", "list", "--json");
    expect(listed.json()).toMatchObject([{ id, role: "clerk", labels: ["poufne"] }]);
    expect(listed.out).not.toContain(token);
    expect((await teczka.run("token", "revoke", id)).code).toBe(0);
    const unknown = await teczka.run("token", "revoke", "nobody", "--json");
    expect([unknown.code, unknown.json<ToldError>().error.code]).toEqual([2, "token_unknown"]);
    const role = await teczka.run("token", "create", "--role", "king");
    expect([role.code, role.err.includes("evaluator")]).toEqual([2, true]);
  });

  it("tells an old Node what to do, in Polish and in English", () => {
    const launcher = readFileSync(fileURLToPath(new URL("../launch.js", import.meta.url)), "utf8");
    const old = launcher.replace("process.versions.node", '"20.11.1"');
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-"], {
      input: old,
      encoding: "utf8",
    });
    expect(status).toBe(3);
    expect(stderr).toMatch(/wymaga Node.js 24/u);
    expect(stderr).toMatch(/needs Node.js 24/u);
  });
});

describe("a store that cannot be used", () => {
  it("is left alone when a newer version wrote it", async () => {
    const newer = teczkaIn("newer");
    try {
      await newer.run("token", "list");
      const path = join(newer.data, "teczka.sqlite");
      const raw = new DatabaseSync(path);
      raw.exec("INSERT INTO schema_migrations (name, applied_at) VALUES ('900-of-tomorrow', '2100-01-01')");
      raw.close();
      const before = readFileSync(path);
      const ran = await newer.run("ingest", newer.folder, "--json");
      expect([ran.code, ran.json<ToldError>().error.code]).toEqual([2, "store_newer"]);
      expect(ran.json<ToldError>().error.message).toContain("900-of-tomorrow");
      expect(readFileSync(path).equals(before)).toBe(true);
    } finally {
      newer.remove();
    }
  });

  it("is named when its place is no folder", async () => {
    const file = join(teczka.folder, "plik");
    writeFileSync(file, "");
    const ran = await teczka.runWith({ TECZKA_DATA: file }, "search", "x", "--json");
    expect([ran.code, ran.json<ToldError>().error.code]).toEqual([3, "store_unreachable"]);
    expect(ran.json<ToldError>().error.message).toContain(file);
  });
});

/** A file system of a few megabytes, in a namespace of its own, is given to whoever the kernel lets have one. */
const smallDisk = ["-rm", "sh", "-c"];
const canMount = spawnSync("unshare", [...smallDisk, "mount -t tmpfs -o size=1m tmpfs /mnt"]).status === 0;

describe.skipIf(!canMount)("a disk that is full (skipped where no small file system can be mounted)", () => {
  it("stops the ingest with what to do, loses nothing, and goes on once there is room", () => {
    const archive = join(teczka.folder, "papers");
    mkdirSync(archive);
    for (let number = 1; number <= 30; number += 1) {
      writeFileSync(join(archive, `decyzja-${number}.txt`), decisionText(number).repeat(60));
    }
    const launcher = fileURLToPath(new URL("../launch.js", import.meta.url));
    const ingest = `"${process.execPath}" "${launcher}" ingest "${archive}" --json`;
    const script = [
      "mount -t tmpfs -o size=2m tmpfs /mnt",
      `export TECZKA_DATA=/mnt/store NO_COLOR=1; ${ingest} > /tmp/out.$$; echo "code $?"; tr -d '\\n' < /tmp/out.$$; echo`,
      `mount -o remount,size=200m /mnt; ${ingest} > /tmp/out.$$; echo "code $?"; tr -d '\\n' < /tmp/out.$$; echo; rm /tmp/out.$$`,
    ].join("\n");
    const { stdout } = spawnSync("unshare", [...smallDisk, script], { encoding: "utf8" });
    const [fullCode, full, againCode, again] = stdout.trim().split("\n");
    expect([fullCode, againCode]).toEqual(["code 3", "code 0"]);
    expect((JSON.parse(full ?? "") as ToldError).error).toMatchObject({
      code: "store_full",
      hint: expect.stringContaining("niczego nie utracono"),
    });
    const { totals } = JSON.parse(again ?? "") as { totals: Record<string, number> };
    expect(totals).toMatchObject({ files: 30, refused: 0, replaced: 0 });
    expect((totals.added ?? 0) + (totals.unchanged ?? 0)).toBe(30);
  }, 120_000);
});
