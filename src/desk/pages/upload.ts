import { html } from "hono/html";
import type { takeFiles } from "../../api/upload.ts";
import type { Actor } from "../../core/access.ts";
import type { Html } from "../parts/layout.ts";
import { counted } from "../../core/in-words.ts";

type IngestedFile = Awaited<ReturnType<typeof takeFiles>>[number];

/** What was taken in, and whether that was the end of the sample archive. */
export interface Uploaded {
  files: readonly IngestedFile[];
  sampleEnded: boolean;
}

export function uploadPage({ access }: Actor, sample: boolean, uploaded?: Uploaded): Html {
  return html`<h1>Wczytaj dokument</h1>
${uploaded ? uploadedView(uploaded) : ""}
<form method="post" action="/upload" enctype="multipart/form-data" data-once>
${sample ? endOfSample() : ""}
<label for="file">Pliki (PDF, HTML albo tekst)</label>
<input id="file" name="file" type="file" accept=".pdf,.html,.htm,.txt" multiple required aria-describedby="file-hint">
<p class="hint" id="file-hint">Razem do 100 MB. Strony, które są samym obrazem, Teczka oznaczy jako nieczytelne.</p>
<label for="folder">Folder w archiwum (nieobowiązkowy)</label>
<input id="folder" name="folder" maxlength="500" placeholder="2014/AB.6740.1.234.2014" aria-describedby="folder-hint">
<p class="hint" id="folder-hint">Pisma jednej sprawy trzymaj w jednym folderze. Plik o tej samej nazwie w tym samym folderze staje się nową wersją dokumentu.</p>
${access === "all" || access.labels.length > 0 ? labelField(access) : ""}
<button class="primary">Wczytaj</button>
</form>`;
}

function endOfSample(): Html {
  return html`<div class="notice"><p>Wczytanie pierwszego własnego dokumentu kończy pracę na archiwum przykładowym: Teczka szuka odtąd tylko w Twoim archiwum, a dokumentów, projektów i odpowiedzi z archiwum przykładowego już nie pokazuje.</p>
<p class="check"><input type="checkbox" id="end-sample" name="endSample" value="yes" required> <label for="end-sample">Kończę pracę na archiwum przykładowym</label></p></div>`;
}

function labelField(access: Actor["access"]): Html {
  const held = access === "all" ? "" : ` Masz: ${access.labels.join(", ")}.`;
  return html`<label for="labels">Etykiety dostępu (nieobowiązkowe)</label>
<input id="labels" name="labels" maxlength="500" aria-describedby="labels-hint">
<p class="hint" id="labels-hint">Rozdziel przecinkami. Dokument z etykietami widzi tylko ten, kto ma je wszystkie.${held}</p>`;
}

const statusWords: Record<IngestedFile["status"], string> = {
  added: "dodano",
  replaced: "zmieniono: to nowa wersja, poprzednia zostaje jako dowód",
  unchanged: "bez zmian: ten sam plik jest już w archiwum",
  refused: "odrzucono",
};

function uploadedView({ files, sampleEnded }: Uploaded): Html {
  const refused = files.filter(({ status }) => status === "refused").length;
  const tone = refused === 0 ? " good" : refused === files.length ? " bad" : "";
  return html`<div class="notice${tone}" role="status">
<ul>${files.map(fileView)}</ul>
${sampleEnded ? html`<p>Praca na archiwum przykładowym skończona: Teczka szuka teraz w Twoim archiwum.</p>` : ""}</div>`;
}

function fileView({ path, status, document, pages, unreadablePages, alsoOpen, reason }: IngestedFile): Html {
  if (status === "refused" || document === undefined) {
    return html`<li>${path} – <span class="tag stop">${statusWords[status]}</span> ${reason}</li>`;
  }
  const unreadable = unreadablePages.length > 0 ? `, nieczytelne: ${unreadablePages.join(", ")}` : "";
  return html`<li><a href="/documents/${document}">${path}</a> – <strong>${statusWords[status]}</strong> (${counted(pages, "strona", "strony", "stron")}${unreadable})${alsoOpen ? html` <strong class="remark">Uwaga: ten sam plik jest w archiwum także bez etykiety.</strong>` : ""}</li>`;
}
