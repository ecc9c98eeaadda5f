import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Draft } from "../core/draft.ts";
import { decisionText, greeting, type Teczka, teczkaIn } from "./test-support/teczka.ts";

let teczka: Teczka;
beforeAll(() => {
  teczka = teczkaIn("first");
});
afterAll(() => teczka.remove());

describe("the first start, with no archive of one's own", () => {
  it("fills the sample once, says that it is fiction, and ends it with the first ingest, in a running service too", async () => {
    const [asked, service] = [
      teczka.run("ask", "Kto wydał decyzję nr 5/2019?", "--json"),
      teczka.spawn("serve", "--port", "0"),
    ];
    try {
      const [address] = await greeting(service);
      const draft = (await asked).json<Draft>();
      expect((await asked).code).toBe(0);
      expect(draft).toMatchObject({ sample: true, made: { sample: true } });
      expect(draft.search.documentsSearched).toBeGreaterThan(0);
      expect((await teczka.run("drafts", "show", draft.id)).out).toContain("zmyślone");

      const { token } = (await teczka.run("token", "create", "--role", "clerk", "--json")).json<{ token: string }>();
      const headers = { authorization: `Bearer ${token}` };
      const documents = async () => (await (await fetch(`${address}/v1/documents`, { headers })).json()) as unknown[];
      expect((await documents()).length).toBeGreaterThan(1);

      const file = join(teczka.folder, "decyzja-5.txt");
      writeFileSync(file, decisionText(5));
      await teczka.run("ingest", file);
      expect(await documents()).toMatchObject([{ ref: { path: "decyzja-5.txt" } }]);
      const own = (await teczka.run("ask", "Kto wydał decyzję nr 5/2019?", "--json")).json<Draft>();
      expect(own).not.toHaveProperty("sample");
      expect((await teczka.run("drafts", "list", "--json")).json<Draft[]>().map(({ id }) => id)).toEqual([own.id]);
    } finally {
      service.kill("SIGKILL");
    }
  }, 180_000);
});
