import { describe, expect, it } from "vitest";
import { sha256Hex } from "../canonical-json.ts";
import type { FileStore } from "./file-store.ts";
import { type Harness, hidingOutage } from "./test-support/harness.ts";

/** What every file store does, wherever it keeps the bytes. */
export function describeFileStore(name: string, { open, broken }: Harness<FileStore>): void {
  describe(`kept files on ${name}`, () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
    const sha256 = sha256Hex("bytes");

    it("gives back the bytes as they came", async () => {
      const files = await open();
      await files.put(sha256, bytes);
      await files.put(sha256Hex("nothing"), new Uint8Array());
      expect(new Uint8Array((await files.get(sha256)) ?? [])).toEqual(bytes);
      expect((await files.get(sha256Hex("nothing")))?.length).toBe(0);
      expect(await files.get(sha256Hex("other"))).toBeUndefined();
    });

    it("takes the same file twice, and eight times at once, as once", async () => {
      const files = await open();
      await Promise.all(Array.from({ length: 8 }, () => files.put(sha256, bytes)));
      await files.put(sha256, bytes);
      expect(new Uint8Array((await files.get(sha256)) ?? [])).toEqual(bytes);
    });

    it("tells an outage as an error, never as a file that was never kept", async () => {
      const files = await broken();
      expect(await hidingOutage([() => files.put(sha256, bytes), () => files.get(sha256)])).toEqual([]);
    });
  });
}
