import { describe, expect, it } from "vitest";
import { sha256Hex } from "../canonical-json.ts";
import type { Key, KeyStore } from "./key-store.ts";
import { type Harness, hidingOutage } from "./test-support/harness.ts";

const hour = (number: number) => `2026-03-01T${String(number).padStart(2, "0")}:00:00.000Z`;

function keyOf(id: string, parts: Partial<Key> = {}): Key {
  return { id, kind: "token", role: "clerk", labels: ["poufne"], createdAt: hour(1), ...parts };
}

/** What every key store does, whatever it keeps its keys in. */
export function describeKeyStore(name: string, { open, broken }: Harness<KeyStore>): void {
  describe(`keys on ${name}`, () => {
    it("finds a key by the hash of its secret, and by no other", async () => {
      const keys = await open();
      const key = keyOf("anna");
      await keys.add(key, sha256Hex("tajne"));
      expect(await keys.find(sha256Hex("tajne"), hour(2))).toEqual(key);
      for (const other of ["tajne", sha256Hex("inne"), "", "%"])
        expect(await keys.find(other, hour(2))).toBeUndefined();
    });

    it("knows a key no more once it is over", async () => {
      const keys = await open();
      const key = keyOf("anna", { kind: "session", expiresAt: hour(5) });
      await keys.add(key, sha256Hex("a"));
      expect(await keys.find(sha256Hex("a"), hour(4))).toEqual(key);
      expect(await keys.find(sha256Hex("a"), hour(5))).toBeUndefined();
      expect(await keys.find(sha256Hex("a"), hour(6))).toBeUndefined();
    });

    it("revokes a key once, and lists it as revoked", async () => {
      const keys = await open();
      await keys.add(keyOf("anna"), sha256Hex("a"));
      await keys.add(keyOf("jan", { createdAt: hour(2) }), sha256Hex("b"));
      await keys.add(keyOf("link", { kind: "link" }), sha256Hex("c"));
      expect(await keys.revoke("anna", hour(3))).toBe(true);
      expect(await keys.revoke("anna", hour(4))).toBe(false);
      expect(await keys.revoke("nobody", hour(4))).toBe(false);
      expect(await keys.find(sha256Hex("a"), hour(3))).toBeUndefined();
      expect(await keys.list("token")).toEqual([
        keyOf("anna", { revokedAt: hour(3) }),
        keyOf("jan", { createdAt: hour(2) }),
      ]);
    });

    it("lets exactly one of eight at once use a link up", async () => {
      const keys = await open();
      await keys.add(keyOf("link", { kind: "link" }), sha256Hex("a"));
      const used = await Promise.all(Array.from({ length: 8 }, () => keys.consume("link", hour(2))));
      expect(used.filter(Boolean)).toHaveLength(1);
      expect(await keys.find(sha256Hex("a"), hour(2))).toBeUndefined();
      expect(await keys.consume("nothing", hour(2))).toBe(false);
    });

    it("refuses a second key of the same id or secret", async () => {
      const keys = await open();
      await keys.add(keyOf("anna"), sha256Hex("a"));
      await expect(keys.add(keyOf("anna", { role: "admin" }), sha256Hex("b"))).rejects.toBeInstanceOf(Error);
      await expect(keys.add(keyOf("jan", { role: "admin" }), sha256Hex("a"))).rejects.toBeInstanceOf(Error);
      expect(await keys.find(sha256Hex("a"), hour(2))).toEqual(keyOf("anna"));
    });

    it("tells an outage as an error, never as an unknown key", async () => {
      const keys = await broken();
      const hiding = await hidingOutage([
        () => keys.add(keyOf("anna"), sha256Hex("a")),
        () => keys.find(sha256Hex("a"), hour(2)),
        () => keys.consume("anna", hour(2)),
        () => keys.list("token"),
        () => keys.revoke("anna", hour(2)),
      ]);
      expect(hiding).toEqual([]);
    });
  });
}
