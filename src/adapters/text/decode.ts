/** Letters that Polish has beyond ASCII. */
const polish = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/g;

/**
 * Bytes to text. A BOM or a declared charset decides; else UTF-8 when the bytes are UTF-8, else whichever of
 * windows-1250 and ISO-8859-2 gives more Polish letters (they differ in ą ś ź and their capitals).
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const bom =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  if (bom) return new TextDecoder(bom).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const charsets = declared && isKnown(declared) ? [declared] : ["windows-1250", "iso-8859-2"];
    const texts = charsets.map((charset) => new TextDecoder(charset).decode(bytes));
    const [best = ""] = texts.sort((a, b) => lettersOf(b) - lettersOf(a));
    return best;
  }
}

function lettersOf(text: string): number {
  return text.match(polish)?.length ?? 0;
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== "utf-8";
  } catch {
    return false;
  }
}
