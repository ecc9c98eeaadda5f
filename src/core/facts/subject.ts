import type { DocumentKind, FactField } from "../document.ts";
import { findAddresses, printAddress } from "../identity/address.ts";
import { findParcels, printParcel } from "../identity/parcel.ts";

type Add = (field: FactField, value: string, start: number, end: number) => void;

/** The property that a paper is about: its parcels and address, not those of neighbours, parties and offices. */
export function findSubject(text: string, part: { start: number; end: number }, kind: DocumentKind, add: Add): void {
  const body = text.slice(part.start, part.end);
  const at = (offset: number) => part.start + offset;
  for (const { value, start, end } of findParcels(body))
    if (!isAnotherParcel(body, start, kind)) add("parcel", printParcel(value), at(start), at(end));
  for (const { value, start, end } of findAddresses(body))
    if (isSubjectAddress(body, start, end)) add("address", printAddress(value), at(start), at(end));
}

/** „właściciela działki nr 22/3”, „od granicy z działką nr 22/3”; in a list of parties all rows but the applicant's. */
function isAnotherParcel(text: string, start: number, kind: DocumentKind): boolean {
  const line = lineAround(text, start);
  if (kind === "parties" && line.text.includes("\t")) return !/inwestor|wnioskodawc/iu.test(line.text);
  return /(?:właściciel|współwłaściciel|użytkownik|władając|zarządc|sąsied|sąsiad|sąsiad|granic\p{L}*\s+(?:z|od)|od\s+strony|zamieszk)\p{L}*\s+(?:[\p{L}.]+\s+){0,4}(?:nr\s+)?(?:ew\p{L}*\.?\s+)?$/iu.test(
    text.slice(Math.max(0, start - 70), start),
  );
}

function isSubjectAddress(text: string, start: number, end: number): boolean {
  const line = lineAround(text, start);
  const before = line.text.slice(0, start - line.start);
  const after = text.slice(end, end + 40);
  if (/^,?\s*\d{2}-\d{3}/u.test(after)) return false;
  if (/(?:korespondenc|zamieszk|zam\.|adresat|doręcze|siedzib|tel\.|pok\.|pokoj)[^;]{0,60}$/iu.test(before))
    return false;
  const near = text.slice(Math.max(0, start - 70), start);
  if (
    /(?:przy|położon\p{L}*|zlokalizowan\p{L}*|usytuowan\p{L}*|lokalizacj\p{L}*|adres\p{L}*)(?:[:\s]|\p{L}){0,24}[^.;]{0,30}$/iu.test(
      near,
    )
  )
    return true;
  if (/^[\s,(–-]*(?:na\s+)?(?:dz\.|działk)/iu.test(after)) return true;
  if (/(?:obręb\p{L}*\s+\p{L}+(?:\s\p{Lu}\p{L}+)?|\bA[MR][-_ ]?\d+|działk\p{L}*\s+nr\s+[\d/]+),\s*$/u.test(near))
    return true;
  if (/(?<!\p{L})dotycz\p{L}*[^.;]{0,140}$/iu.test(text.slice(Math.max(0, start - 160), start))) return true;
  return subjectLine.test(paragraphBefore(text, start));
}

/** A paragraph that tells what the case is about. */
const subjectLine =
  /^\s*(?:sprawa|tytuł\s+sprawy|dotyczy|dot\.|w\s+sprawie|przedmiot\p{L}*|obiekt|inwestycja|zamierzenie|temat|nazwa\p{L}*(?:\s+\p{L}+)?)\s*[:\t]/iu;

function lineAround(text: string, at: number): { text: string; start: number } {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  return { text: text.slice(start, end < 0 ? text.length : end), start };
}

/** From the blank line, or the line that opens a new subject, down to the place. */
function paragraphBefore(text: string, at: number): string {
  const from = text.lastIndexOf("\n\n", at);
  const lines = text.slice(from < 0 ? 0 : from + 2, at).split("\n");
  const opening = lines.findLastIndex((line) => subjectLine.test(line));
  return opening < 0 || lines.length - opening > 3 ? "" : lines.slice(opening).join("\n");
}
