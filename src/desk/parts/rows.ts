import { html } from "hono/html";
import type { RegisterRowRef } from "../../core/permit.ts";
import type { Html } from "./layout.ts";
import { address } from "./pager.ts";

/** For who may read the archive a link to the case that holds these rows, by the first of them; for others text. */
export function rowPlace(register: string, rows: readonly RegisterRowRef[], reads: boolean): Html {
  const place = `${register}: ${rowsInWords(rows)}`;
  const [first] = rows;
  return reads && first ? html`<a href="${rowHref(register, first)}">${place}</a>` : html`${place}`;
}

function rowHref(register: string, { file, row }: RegisterRowRef): string {
  return address("/registers/row", { register, file, row: String(row) });
}

/** Rows told one by one; the others of a long case are counted. */
const rowsTold = 6;

/** `cz. 1.csv, wiersze 3, 8; cz. 2.csv, wiersz 4` */
export function rowsInWords(rows: readonly RegisterRowRef[]): string {
  const told = [...Map.groupBy(rows.slice(0, rowsTold), ({ file }) => file)].map(
    ([file, own]) => `${file}, ${own.length > 1 ? "wiersze" : "wiersz"} ${own.map(({ row }) => row).join(", ")}`,
  );
  const rest = rows.length - rowsTold;
  return `${told.join("; ")}${rest > 0 ? ` i ${rest} więcej` : ""}`;
}
