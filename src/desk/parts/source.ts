import { html } from "hono/html";
import type { Source } from "../../core/history/model.ts";
import { pageHref } from "./citation.ts";
import type { Html } from "./layout.ts";
import { rowPlace } from "./rows.ts";

/** Where a piece of a history stands: the page with the quote marked, or the row. */
function sourceLink(source: Source): Html {
  if (source.kind === "row") return rowPlace(source.register, source.rows, true);
  const { document, page, quote } = source;
  return html`<a href="${pageHref(source)}" title="${document.path}: „${quote}”">${document.fileName}, s. ${page}</a>`;
}

export function sourceLinks(sources: readonly Source[]): Html {
  return html`${sources.map((source, at) => html`${at > 0 ? "; " : ""}${sourceLink(source)}`)}`;
}
