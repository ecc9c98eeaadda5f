import { TeczkaError } from "../../core/errors.ts";
import type { RegisterFormat } from "../../core/permit.ts";
import type { RegisterEntry } from "../../core/ports/permit-register.ts";
import { createEntryMaker, type KnownCase, type RegisterContext } from "./entries.ts";
import { detectShape, encodingUnknown, type RegisterFileShape } from "./formats.ts";
import { inspect, type RegisterSource } from "./register-source.ts";
import { EndlessRow, type Row, splitRows, UnclosedRow } from "./split-rows.ts";

export interface RegisterReading {
  fileName: string;
  /** Of the whole file, or of the file within the archive. */
  sha256: string;
  format: RegisterFormat;
  shape: RegisterFileShape;
  /** Those of a stretch of the file together, each made when it is asked for. */
  entries(context: RegisterContext): AsyncGenerator<Iterable<RegisterEntry>>;
  /** Complete once `entries` has been read to the end. */
  counts: { rows: number; blank: number; repaired: number; refused: { row: number; reason: string }[] };
  /** How far `entries` has come: rows, and the share of the bytes, 0 to 1. */
  progress(): { rows: number; share: number };
}

/** An unclosed quotation mark makes one row of all the rest: longer than this none is real, and memory is bounded. */
const maxRowLength = 1 << 20;

/** Delimiters in one cell of several lines that no description has. */
const swallowedCells = 6;

/**
 * Streams a register's rows. A row with another number of fields than the header is refused alone; a file with an
 * unknown header, or bytes that are not of its encoding, is refused whole.
 */
export async function readRegister(source: RegisterSource): Promise<RegisterReading> {
  const { fileName, size } = source;
  const { head, sha256 } = await inspect(source);
  const shape = detectShape(head, fileName);
  const counts: RegisterReading["counts"] = { rows: 0, blank: 0, repaired: 0, refused: [] };
  let read = 0;
  let endsInLine = true;
  const text = async function* (): AsyncGenerator<string> {
    for await (const piece of decoded(source, shape.encoding, (bytes) => (read += bytes))) {
      if (piece !== "") endsInLine = piece.endsWith("\n");
      yield piece;
    }
  };
  async function* entries(context: RegisterContext): AsyncGenerator<Iterable<RegisterEntry>> {
    let kept = 0;
    let lastLength = shape.columns.length;
    let header = true;
    const { beginnings, entryOf } = createEntryMaker(shape, context);
    const entriesOf = function* (rows: Iterable<Row<KnownCase>>): Generator<RegisterEntry> {
      for (const row of rows) {
        if (header) {
          header = false;
          continue;
        }
        counts.rows += 1;
        const before = row.begun ? row.begun.values.slice(0, beginnings?.cells) : [];
        lastLength = before.length + row.cells.length;
        const values = valuesOf(before, row.cells, shape, counts);
        if (!values) continue;
        kept += 1;
        yield entryOf(values, counts.rows, row);
      }
    };
    try {
      for await (const rows of splitRows(text(), shape.delimiter, maxRowLength, beginnings)) yield entriesOf(rows);
    } catch (error) {
      if (error instanceof UnclosedRow) throw cutOff(fileName, counts.rows, error);
      throw error instanceof EndlessRow ? endless(fileName, counts.rows, error) : error;
    }
    // A download that broke off, as a rule; taken, it would put half a register in the place of a whole one.
    if (!endsInLine && lastLength < shape.columns.length) throw cutOff(fileName, counts.rows - 1);
    if (kept === 0) throw empty(fileName, counts);
  }
  const progress = () => ({ rows: counts.rows, share: size === 0 ? 1 : Math.min(read / size, 1) });
  return { fileName, sha256, format: shape.format, shape, entries, counts, progress };
}

const again = "Pobierz plik ponownie; dotychczasowe dane rejestru pozostały bez zmian.";

function cutOff(fileName: string, row: number, cause?: unknown): TeczkaError {
  const message = `Plik „${fileName}” urywa się albo ma niezamknięty cudzysłów po wierszu ${row}.`;
  return new TeczkaError("invalid", "register_broken", message, again, { cause });
}

function endless(fileName: string, row: number, cause: unknown): TeczkaError {
  const message = `W pliku „${fileName}” po wierszu ${row} stoi wiersz dłuższy niż ${maxRowLength} znaków: zapewne niezamknięty cudzysłów.`;
  return new TeczkaError("invalid", "register_broken", message, again, { cause });
}

/** An empty register is never what was meant, and it would replace a whole one. */
function empty(fileName: string, { rows, blank, refused }: RegisterReading["counts"]): TeczkaError {
  const first = refused[0] ? ` (wiersz ${refused[0].row}: ${refused[0].reason})` : "";
  const why = rows === 0 ? "" : `: wierszy ${rows}, pustych ${blank}, odrzuconych ${refused.length}${first}`;
  const message = `Plik „${fileName}” nie ma ani jednego wiersza, który można przyjąć${why}.`;
  return new TeczkaError("invalid", "register_empty", message, again);
}

/**
 * The row's cells by column, "" for an empty one; undefined, and counted, for a row that is blank or refused.
 * @param values of its first cells, when they are those of a row that was taken
 * @param cells those behind
 */
function valuesOf(
  values: string[],
  cells: readonly string[],
  { columns, delimiter }: RegisterFileShape,
  counts: RegisterReading["counts"],
): string[] | undefined {
  let blank = values.length === 0;
  let surplusTold = false;
  let runTogether = false;
  for (const cell of cells) {
    const index = values.length;
    const value = cell !== "" && untidy.test(cell) ? cell.replace(/\s+/gu, " ").trim() : cell;
    values.push(isEmpty(value) ? "" : value);
    if (value === "") continue;
    // The files of the city number their rows in a first column without a name: such a row alone is blank.
    if (index > 0 || columns[0] !== "") blank = false;
    if (index >= columns.length) surplusTold = true;
    // A cell may hold a line break, but not the cells of two lines: then a mark that was never closed did it.
    if (value !== cell && holdsRows(cell, delimiter)) runTogether = true;
  }
  if (blank) {
    counts.blank += 1;
    return undefined;
  }
  const surplus = values.length - columns.length;
  const trailing = surplus > 0 && !surplusTold;
  if (trailing) counts.repaired += 1;
  const fault = runTogether
    ? "niezamknięty cudzysłów połączył go z następnymi"
    : surplus !== 0 && !trailing
      ? `wiersz ma ${values.length} pól zamiast ${columns.length}`
      : undefined;
  if (fault === undefined) return values;
  counts.refused.push({ row: counts.rows, reason: fault });
  return undefined;
}

/** What an export writes for an empty cell. */
function isEmpty(value: string): boolean {
  return (
    (value.length === 4 && (value === "null" || value === "NULL")) ||
    (value.length === 2 && value === '""') ||
    (value.length === 15 && value === "[object Object]")
  );
}

/** White space at an end, in a run, or other than a plain blank. */
const untidy = /^\s|\s$|\s\s|[^\S ]/u;

function holdsRows(cell: string, delimiter: string): boolean {
  return cell.includes("\n") && cell.split(delimiter).length > swallowedCells;
}

/** Bytes: longer texts are kept by the garbage collector as what is there to stay. */
const decodedAtOnce = 32_768;

async function* decoded(
  { fileName, bytes }: RegisterSource,
  encoding: string,
  onRead: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const checked = (text: string): string => {
    // windows-1250 gives every byte a character: those it has no letter for come out as control characters.
    if (/[\u0080-\u009F]/u.test(text)) throw encodingUnknown(fileName, encoding);
    return text;
  };
  try {
    for await (const piece of bytes()) {
      onRead(piece.length);
      for (let at = 0; at < piece.length; at += decodedAtOnce)
        yield checked(decoder.decode(piece.subarray(at, at + decodedAtOnce), { stream: true }));
    }
    yield checked(decoder.decode());
  } catch (error) {
    throw error instanceof TypeError ? encodingUnknown(fileName, encoding, error) : error;
  }
}
