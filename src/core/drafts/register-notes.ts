import type { Citation, Claim, SearchProof } from "../draft.ts";

/** What the register rows that a claim cites do not prove: told beside the claim, never as a part of it. */
export function rowNotesOf({ citations }: Pick<Claim, "citations">, { registers = [] }: SearchProof): string[] {
  const names = new Set(citations.flatMap(registersOf));
  return [...new Set(registers.flatMap(({ name, rowNote }) => (names.has(name) ? [rowNote] : [])))];
}

function registersOf(citation: Citation): string[] {
  if (citation.kind === "register") return [citation.register.name];
  return citation.kind === "derived" ? citation.inputs.flatMap(registersOf) : [];
}
