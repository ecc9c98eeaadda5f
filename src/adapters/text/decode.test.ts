import { describe, expect, it } from "vitest";
import { encodeWindows1250 } from "../../../data/generator/paper/windows-1250.ts";
import { decodeText } from "./decode.ts";

const words = "Zażółć gęślą jaźń, świeża ŹDŹBŁA";

describe("bytes to text", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode(words)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\uFEFF${words}`)],
    ["UTF-16, little end first", new Uint8Array(Buffer.from(`\uFEFF${words}`, "utf16le"))],
    [
      "UTF-16, big end first",
      new Uint8Array(Buffer.from(`\uFEFF${words}`, "utf16le")).map((_, at, all) => all[at ^ 1] ?? 0),
    ],
    ["windows-1250", encodeWindows1250(words)],
  ])("reads %s", (_encoding, bytes) => {
    expect(decodeText(bytes).replace(/^\uFEFF/u, "")).toBe(words);
  });

  it("believes a declared charset, unless the bytes are UTF-8", () => {
    expect(decodeText(encodeWindows1250("świeża"), "windows-1250")).toBe("świeża");
    expect(decodeText(new TextEncoder().encode("świeża"), "windows-1250")).toBe("świeża");
    expect(decodeText(encodeWindows1250("świeża"), "no-such-charset")).toBe("świeża");
  });
});
