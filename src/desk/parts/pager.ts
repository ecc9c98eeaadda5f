import { html } from "hono/html";
import { counted } from "../../core/in-words.ts";
import type { Html } from "./layout.ts";

/** One page of a list; counts from 0. */
export interface Slice {
  offset: number;
  perPage: number;
  total: number;
}

/** `widoczne 26–50 z 312`; nothing when all of it is on the page. */
export function sliceInWords({ offset, perPage, total }: Slice): string {
  if (total <= perPage && offset === 0) return "";
  if (offset >= total) return `od pozycji ${offset + 1} nie ma już nic`;
  return `widoczne ${offset + 1}–${Math.min(offset + perPage, total)} z ${total}`;
}

/** Links to the pages before and after, with everything else of the address kept; the list is to have the id `results`. */
export function pager(path: string, query: Readonly<Record<string, string>>, slice: Slice): Html {
  const { offset, perPage, total } = slice;
  if (offset === 0 && total <= perPage) return html``;
  const previous = offset > 0 ? Math.max(0, Math.min(offset, lastPage(slice) + perPage) - perPage) : undefined;
  return html`<nav class="pager" aria-label="Strony listy">
<span>${previous === undefined ? "" : html`<a rel="prev" href="${address(path, query, previous)}#results">← Poprzednie</a>`}</span>
<span class="hint">strona ${Math.floor(offset / perPage) + 1} z ${counted(Math.max(1, Math.ceil(total / perPage)), "strony", "stron", "stron")}</span>
<span>${offset + perPage < total ? html`<a rel="next" href="${address(path, query, offset + perPage)}#results">Następne →</a>` : ""}</span>
</nav>`;
}

/** Where the last page begins. */
function lastPage({ perPage, total }: Slice): number {
  return Math.max(0, Math.ceil(total / perPage) - 1) * perPage;
}

/** A path with its query; empty values are left out, so that the address can be read and shared. */
export function address(path: string, query: Readonly<Record<string, string>>, offset = 0): string {
  const filled = Object.entries(query).filter(([, value]) => value !== "");
  const parameters = new URLSearchParams([
    ...filled,
    ...(offset > 0 ? [["offset", String(offset)] as [string, string]] : []),
  ]);
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}
