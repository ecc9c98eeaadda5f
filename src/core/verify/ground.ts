import type { StoredDocument } from "../document.ts";
import type { PermitCase, RegisterRowRef } from "../permit.ts";
import { type Folded, foldForMatch } from "../text/fold.ts";
import { type Range, sentencesOf } from "../text/sentences.ts";
import type { PassageEvidence } from "./evidence.ts";
import type { QuotePlace } from "./locate-quote.ts";
import { type Identity, identityOf, identityOfCase, nothing } from "./own-identity.ts";
import { type Reading, readText } from "./reading.ts";
import { headsOf, headsOverTurn, type PlacedCell, type QuotedTable, readTable, statementsOf } from "./table-cells.ts";
import { readWords, type Word } from "./words.ts";

/** A cited place that stands, with all that it may prove. */
export interface Ground {
  /** The quote inside the whole sentences it is taken from, or all columns of the row as text. */
  source: Reading;
  /** Words of the quote with those that belong to a figure or a number: „na jeden lokal” speaks of a „lokal”. */
  words: readonly Word[];
  /** Where in `source` the quote is; what stands around it may turn its sense but proves nothing. */
  quoted: Range;
  /** The quote alone, folded for matching. */
  folded: Folded;
  /** Whole sentences of `source`, in order. */
  sentences: readonly Range[];
  /** Heading path, and the heads of the table row that the quote is taken from. */
  headings: Reading;
  /** A table's figures, each with the heads of its row and column; they stand for those of `source`. */
  cells?: { reading: Reading; places: readonly PlacedCell[] };
  table?: QuotedTable;
  own: Identity;
  /** Every token with a digit in quote, headings and metadata. */
  tokens: ReadonlySet<string>;
  /** Those of the quote, or of the row, and house numbers of the metadata. */
  quotedTokens: ReadonlySet<string>;
  /** The grounds of a decision quote other people's wishes and other decisions (DOMAIN.md). */
  inGrounds: boolean;
  page?: number;
  document?: StoredDocument;
  case?: PermitCase;
}

export function passageGround(evidence: PassageEvidence, place: QuotePlace, headingPath: readonly string[]): Ground {
  const { document, page } = evidence;
  const { text, start, end } = place.context;
  const around = finerSentences(text).filter((sentence) => sentence.start < end && start < sentence.end);
  const lead = leadOf(text, start);
  const cut = mendHyphens(text.slice(Math.min(start, around[0]?.start ?? start), start));
  // The item's mark would part it from its lead.
  const before = lead === "" ? cut : lead + cut.replace(listItem, "");
  const quote = mendHyphens(text.slice(start, end));
  const whole = before + quote + mendHyphens(text.slice(end, Math.max(end, around.at(-1)?.end ?? end)));
  const table = readTable(text, start, end);
  const headings = [...headingPath, ...(table ? headsOf(table) : [])].join("\n\n");
  const own = identityOf(document);
  return {
    source: readText(unwrapped(whole)),
    words: readWords(quote),
    quoted: { start: before.length, end: before.length + quote.length },
    folded: foldForMatch(quote),
    sentences: finerSentences(whole),
    headings: readText(headings),
    ...(table ? { table, cells: cellsOf(table, table.heads) } : {}),
    own,
    tokens: tokensOf([place.text, headings, ...document.facts.map(({ quote }) => quote)].join("\n"), own),
    quotedTokens: quotedTokens(quote, own),
    inGrounds: headingPath.some((heading) => /^u\s?z\s?a\s?s\s?a\s?d\s?n\s?i\s?e\s?n\s?i\s?e/iu.test(heading)),
    page: page.number,
    document,
  };
}

function cellsOf(table: QuotedTable, heads: readonly string[]): NonNullable<Ground["cells"]> {
  const { text, cells } = statementsOf(table, heads);
  return { reading: readText(text), places: cells };
}

/** A table that runs over the page turn has its heads in another citation, on the page before. */
export function withHeadsOverTurn(grounds: readonly Ground[]): Ground[] {
  return grounds.map((ground) => {
    const { table, page = 0, document } = ground;
    if (!table || table.heads.length > 0) return ground;
    for (const other of grounds) {
      if (other.document?.ref.id !== document?.ref.id || other.page !== page - 1 || !other.table) continue;
      const heads = headsOverTurn(table, other.table);
      if (heads.length > 0) return { ...ground, cells: cellsOf(table, heads) };
    }
    return ground;
  });
}

const denyingLead =
  /(?<!\p{L})(?:zaka[zż]|zabrania|wyklucz|nie\s+(?:dopuszcza|zezwala|wolno|mo[żg]|stosuje|dotyczy|wymaga|podlega|obejmuj))[^:]*:\s*$/iu;
const listItem = /^\s*(?:[-–•]|\(?\p{L}\)|\(?\d+[.)])\s/u;

/** „Zakazuje się:” before a list turns the sense of each of its items; a lead that turns nothing is left out. */
function leadOf(text: string, start: number): string {
  const lines = text.slice(0, text.indexOf("\n", start) < 0 ? text.length : text.indexOf("\n", start)).split("\n");
  if (!listItem.test(lines.at(-1) ?? "")) return "";
  const at = lines.findLastIndex((line) => /:\s*$/u.test(line));
  const sentence =
    lines
      .slice(Math.max(0, at - 3), at + 1)
      .join(" ")
      .split(/(?<=\p{L}{4})\.\s|;/u)
      .at(-1) ?? "";
  if (at < 0 || lines.length - at > 30 || !denyingLead.test(sentence)) return "";
  return `${sentence.replace(/:\s*$/u, "").trim()} `;
}

/** A word that a line end breaks is one word to the readers too. */
function mendHyphens(text: string): string {
  return text.replace(/(?<=\p{Ll})[-\u00AD‐][ \t]*\r?\n\s*(?=\p{Ll})/gu, "");
}

/** Offsets stay. Lines that only wrap are joined; a list item, a row and a blank line keep their own. */
function unwrapped(text: string): string {
  return text.includes("\t") ? text : text.replace(/(?<!\n)\n(?!\n|[-–•]\s|\(?\p{L}\)\s|\(?\d+[.)]\s|§)/gu, " ");
}

/** „…14,20 m.” before a capital letter ends a sentence, though „m.” is an abbreviation elsewhere. */
function finerSentences(text: string): Range[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const ranges: Range[] = [];
    let from = start;
    for (const match of text.slice(start, end).matchAll(/\d\s?(?:m|cm|mm|km|m[²³23]|zł|ha|szt)\.\s+(?=\p{Lu})/gu)) {
      const at = start + match.index + match[0].length;
      ranges.push({ start: from, end: at });
      from = at;
    }
    return [...ranges, { start: from, end }];
  });
}

/** One ground for each case: rows that were joined tell the same case. */
export function registerGrounds(rows: readonly { ref: RegisterRowRef; case: PermitCase }[]): Ground[] {
  return rows.map(({ case: permit }) => {
    const own = identityOfCase(permit);
    // Columns are those of the first row; each row may name another designer.
    const licences = permit.licences ? { "numery uprawnień projektantów": permit.licences.join(", ") } : {};
    const text = Object.entries({ ...permit.fields, ...licences })
      .map(([column, value]) => `${column.replace(/_/gu, " ")}: ${value}${/kubatura/iu.test(column) ? " m3" : ""}`)
      .join("\n\n");
    const source = readText(text);
    return {
      source,
      words: readWords(text),
      quoted: { start: 0, end: text.length },
      folded: foldForMatch(""),
      sentences: [{ start: 0, end: text.length }],
      headings: readText(""),
      own,
      tokens: tokensOf(text, own),
      quotedTokens: quotedTokens(text, own),
      inGrounds: false,
      case: permit,
    };
  });
}

/** What code has found out by itself, as a ground: an absence looked up anew, a comparison made. */
export function foundGround(text: string): Ground {
  return {
    source: readText(text),
    words: readWords(text),
    quoted: { start: 0, end: text.length },
    folded: foldForMatch(""),
    sentences: sentencesOf(text),
    headings: readText(""),
    own: nothing,
    tokens: tokensOf(text, nothing),
    quotedTokens: quotedTokens(text, nothing),
    inGrounds: false,
  };
}

/** A register's sheet „AR_28” and a paper's „AM-28” are one. */
function tokensOf(text: string, own: Identity): Set<string> {
  const sheets = own.parcels.flatMap(({ sheet }) => (sheet ? [`AM-${sheet}`, `AR-${sheet}`, `AR_${sheet}`] : []));
  return new Set([...digitTokens(text).map(({ token }) => token), ...sheets]);
}

function quotedTokens(quote: string, { addresses }: Identity): Set<string> {
  const houses = addresses.flatMap(({ number }) => number?.toUpperCase() ?? []);
  return new Set([...digitTokens(quote).map(({ token }) => token), ...houses]);
}

/** Runs of letters, digits and joining signs that hold a digit: `AM-28`, `B2`, `XII/34/2010`. */
export function digitTokens(text: string): { token: string; start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\d]+(?:[./_:–-][\p{L}\d]+)*/gu)]
    .filter((match) => /\d/.test(match[0]))
    .map((match) => ({
      token: match[0].toUpperCase().replace(/–/gu, "-"),
      start: match.index,
      end: match.index + match[0].length,
    }));
}
