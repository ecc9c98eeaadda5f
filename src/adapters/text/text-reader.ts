import { sha256Hex } from "../../core/canonical-json.ts";
import type { DocumentReader } from "../../core/ports/document-reader.ts";
import { decodeText } from "./decode.ts";

/** Plain text, one page, lines as they are. */
export function createTextReader(): DocumentReader {
  const version = "text-1";
  return {
    format: "text",
    version,
    read: async (bytes) => {
      const text = decodeText(bytes)
        .replace(/^\uFEFF/u, "")
        .replace(/\r\n?/gu, "\n")
        .replace(/\f/gu, "\n\n")
        .replace(/[ \u00A0]+$/gmu, "")
        .replace(/\n{3,}/gu, "\n\n")
        .normalize("NFC")
        .trim();
      const unreadable = text === "" ? { unreadable: "empty_page" as const } : {};
      return {
        format: "text",
        reader: version,
        pages: [{ number: 1, text, textSha256: sha256Hex(text), ...unreadable }],
      };
    },
  };
}
