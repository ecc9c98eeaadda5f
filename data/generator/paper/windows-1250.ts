const high = new Map<string, number>();
const decoder = new TextDecoder("windows-1250");
for (let byte = 128; byte < 256; byte += 1) high.set(decoder.decode(Uint8Array.of(byte)), byte);

/** CP1250 bytes; a letter that the code page lacks is an error, not a question mark. */
export function encodeWindows1250(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (code < 128) return code;
    const byte = high.get(letter);
    if (!byte) throw new Error(`windows-1250 has no ${letter}`);
    return byte;
  });
}
