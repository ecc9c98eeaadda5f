/** A sentence of a page as it reads in a note: one line, without the mark of its list item. */
export function inLine(text: string): string {
  return text
    .replace(/(\p{Ll})-\n(?=\p{Ll})/gu, "$1")
    .replace(/(?<=[^,;:.\s])\s*\n\n\s*(?=\p{Ll})/gu, "; ")
    .replace(/\s*\t\s*/gu, " | ")
    .replace(/\s+/gu, " ")
    .trim();
}

export function withStop(text: string): string {
  const said = text.replace(/[,;]$/u, "").replace(/(?<!\.)\.\.$/u, ".");
  return /[.!?…:]["”»)]*$/u.test(said) ? said : `${said}.`;
}
