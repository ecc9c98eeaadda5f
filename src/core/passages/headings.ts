import { findAreaSymbols } from "../identity/area-symbol.ts";

/** A heading opens a part of the document; a smaller level holds the greater ones. */
export interface Heading {
  level: number;
  label: string;
}

const part =
  /^(?:(?:ROZDZIAŁ|Rozdział|DZIAŁ|Dział|ODDZIAŁ|Oddział|CZĘŚĆ|Część|TOM|Tom|ZAŁĄCZNIK|Załącznik)\s+(?:nr\s+)?[\dIVXLA-Z]+\b.{0,90})$/u;
const section =
  /^(?:U\s?Z\s?A\s?S\s?A\s?D\s?N\s?I\s?E\s?N\s?I\s?E|Uzasadnienie|P\s?O\s?U\s?C\s?Z\s?E\s?N\s?I\s?E|Pouczenie|Otrzymują|OTRZYMUJĄ|Do wiadomości|Załączniki|ZAŁĄCZNIKI|Rozstrzygnięcie|ROZSTRZYGNIĘCIE)\b\s*:?$/u;
const title =
  /^(?:DECYZJA|POSTANOWIENIE|UCHWAŁA|ZAŚWIADCZENIE|WEZWANIE|OPINIA|WNIOSEK|ZGŁOSZENIE|OPIS TECHNICZNY|PROJEKT|WYPIS|POŚWIADCZENIE|ODWOŁANIE|PROTOKÓŁ|USTAWA|ROZPORZĄDZENIE)\b.{0,80}$/u;
const unit = /^(§\s?\d+[a-z]*|Art\.\s?\d+[a-z]*)(?:\.|\s|$)/u;
const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(\p{Lu}[^.;]{2,80})$/u;
const areaOpening = /(?:teren\p{L}*|obszar\p{L}*|symbol\p{L}*|jednost\p{L}*)/iu;

/**
 * The heading that a line of canonical text is or begins with. Levels: 0 title, 1 chapter or section of a decision,
 * 2 § and article or numbered chapter, 3 and on its subchapters, 5 an area of a local plan inside any of these.
 */
export function headingsOf(line: string, sentence: string): Heading[] {
  const text = line.trim();
  // A table's row may begin like a heading.
  if (text.includes("\t")) return [];
  if (title.test(text)) return [{ level: 0, label: text }];
  if (part.test(text)) return [{ level: 1, label: text }];
  if (section.test(text)) return [{ level: 1, label: text.replace(/:$/u, "") }];
  const found = unit.exec(text)?.[1];
  const area = areaHeading(text, sentence);
  if (found) return [{ level: 2, label: found.replace(/\s+/gu, " ") }, ...area];
  // A numbered paragraph that runs over its line is text; a chapter's title stands alone.
  const chapter = text === sentence.trim() ? numbered.exec(text) : null;
  if (chapter?.[1] && chapter[2]) {
    return [{ level: 2 + chapter[1].split(".").length - 1, label: `${chapter[1]} ${chapter[2]}` }, ...area];
  }
  return area;
}

/** A symbol that is not numbered, behind the word that says so: „oznaczone głównym symbolem MN-U”, „symbolem: Z3.MNU”. */
const plainSymbol = /symbol\p{L}*:?\s+((?:[A-Z]\d?\.)?[A-Z]{1,3}(?:[-/][A-Z]{1,3})?)(?![\p{L}\d])/u;

/** „Dla terenu oznaczonego symbolem 3MN ustala się:”, „Tereny 3MN, 4MN – zabudowa …” or the symbol on a line of its own. */
function areaHeading(line: string, sentence: string): Heading[] {
  const symbols = findAreaSymbols(sentence).map(({ value, start }) => ({ value, start }));
  const plain = plainSymbol.exec(sentence);
  if (symbols.length === 0 && plain?.[1]) symbols.push({ value: plain[1], start: plain.index });
  if (symbols.length === 0) return [];
  const alone = line.replace(/[\d\s.,;:/()–-]|[A-Z]/gu, "") === "";
  const opens = symbols.length <= 12 && opensArea(sentence, symbols[0]?.start ?? 0, plain !== null);
  return alone || opens ? [{ level: 5, label: [...new Set(symbols.map(({ value }) => value))].join(", ") }] : [];
}

/**
 * „Dla terenu 3MN ustala się:” speaks of the area from there on; „… 6 m od linii rozgraniczającej terenu 1KDD;” is a
 * rule of another one. The area is named first, then what is laid down for it, or what is laid down follows below.
 */
function opensArea(sentence: string, first: number, isPlain: boolean): boolean {
  const opening = sentence.slice(0, first + (isPlain ? 6 : 0));
  if (!areaOpening.test(opening) || opening.length >= 160) return false;
  const isRule = /(?:linii|granic\p{L}*)\s+(?:\p{L}+\s+)?$|ustala\s+się\s+(?!dla)\p{L}+/iu.test(
    opening.replace(/(?:teren|obszar|symbol|jednost)\p{L}*\s*\S*\s*$/iu, ""),
  );
  if (/:\s*$/u.test(sentence)) return !isRule || /^\s*(?:§|\d+\.|dla|na)/iu.test(sentence);
  return !isRule && /(?:ustala|obowiązuj|określa|przeznacz|następuj)/iu.test(sentence.slice(first));
}
