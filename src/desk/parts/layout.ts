import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { archiveReaders } from "../../api/auth.ts";
import { type Actor, roles } from "../../core/access.ts";
import { scriptPath } from "../assets/script.ts";
import { iconPath, stylePath } from "../assets/style.ts";
import { roleWords } from "../../core/in-words.ts";

/** Escaped markup: everything else that is put into a template of hono/html is escaped by it. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Shell {
  title: string;
  /** Absent before sign-in. */
  actor?: Actor | undefined;
  /** The made-up archive is served: said on every page. */
  sample: boolean;
  /** Path of the section this page belongs to, for the navigation. */
  section?: string;
  /** Seconds after which a browser without JavaScript loads the page again. */
  reloadAfter?: number;
}

const sections = [
  { path: "/", name: "Pytanie", of: roles },
  { path: "/drafts", name: "Projekty", of: roles },
  { path: "/documents", name: "Dokumenty", of: archiveReaders },
  { path: "/search", name: "Szukaj", of: archiveReaders },
  { path: "/permits", name: "Rejestr", of: archiveReaders },
  { path: "/history", name: "Historia", of: archiveReaders },
  { path: "/conflicts", name: "Rozbieżności", of: archiveReaders },
];

export function layout(shell: Shell, body: Html): Html {
  return html`<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shell.title} – Teczka</title>
${shell.reloadAfter ? html`<noscript><meta http-equiv="refresh" content="${shell.reloadAfter}"></noscript>` : ""}
<link rel="icon" href="${iconPath}" type="image/svg+xml">
<link rel="stylesheet" href="${stylePath}">
<script src="${scriptPath}" defer></script>
</head>
<body>
<a class="skip" href="#content">Przejdź do treści</a>
${shell.sample ? html`<p class="sample" role="note"><strong>Archiwum przykładowe – fikcja.</strong> Miejscowość, osoby i sprawy są zmyślone.</p>` : ""}
<header class="top">
<a class="brand" href="/">Teczka</a>
${shell.actor ? navigation(shell, shell.actor) : ""}
</header>
<main id="content" tabindex="-1">
${body}
</main>
</body>
</html>`;
}

function navigation({ section }: Shell, actor: Actor): Html {
  const links = sections.filter(({ of }) => of.includes(actor.role));
  return html`<nav aria-label="Główna"><ul>
${links.map(
  ({ path, name }) => html`<li><a href="${path}"${path === section ? html` aria-current="page"` : ""}>${name}</a></li>`,
)}
</ul></nav>
<form class="who" method="post" action="/sign-out">
<span>${actor.id} <small>(${roleWords[actor.role]})</small></span>
<button class="quiet">Wyloguj</button>
</form>`;
}
