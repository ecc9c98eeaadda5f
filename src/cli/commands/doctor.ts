import { constants } from "node:fs";
import { access, statfs } from "node:fs/promises";
import { isTeczkaError } from "../../core/errors.ts";
import { counted } from "../../core/in-words.ts";
import { emitJson, type ExitCode, type Session } from "../session.ts";
import { paint, widthOf, wrap } from "../terminal.ts";
import { embeddingsFinding } from "./doctor-embeddings.ts";
import { qdrantFindings } from "./doctor-qdrant.ts";
import type { Finding } from "./finding.ts";

/** What is configured, reachable and healthy: 0 when all is well, 1 with warnings, 3 when something is broken. */
export async function doctor(session: Session): Promise<ExitCode> {
  const findings = [
    nodeFinding(),
    configFinding(session),
    ...(await storeFindings(session)),
    await embeddingsFinding(session),
    ...(await qdrantFindings(session)),
    await diskFinding(session),
  ];
  const healthy = findings.every(({ status }) => status !== "failed");
  if (session.json) emitJson(session, { healthy, checks: findings });
  else for (const finding of findings) tell(finding, session);
  if (!healthy) return 3;
  return findings.some(({ status }) => status === "warning") ? 1 : 0;
}

function nodeFinding(): Finding {
  return { name: "node", status: "ok", detail: `Node.js ${process.versions.node}, SQLite ${process.versions.sqlite}` };
}

function configFinding({ config: { data, host, port } }: Session): Finding {
  return { name: "config", status: "ok", detail: `TECZKA_DATA=${data}, adres ${host}, port ${port}` };
}

async function storeFindings(session: Session): Promise<Finding[]> {
  try {
    const services = await session.services();
    await services.ready();
    const { documents, pages, unreadablePages } = await services.archive.documents.count("all");
    const { registers } = await services.archive.register.find({});
    const waiting = await services.drafts.list({ status: "awaiting_approval" }, session.actor);
    const sample = await services.sample();
    const whose = sample ? "Archiwum przykładowe (zmyślone)" : "Własne archiwum";
    return [
      { name: "store", status: "ok", detail: "Magazyn danych otwiera się, a indeks fragmentów odpowiada." },
      archiveFinding(whose, documents, pages, unreadablePages),
      ...(await services.unfinishedIngests()).map(unfinishedFinding),
      {
        name: "registers",
        status: "ok",
        detail:
          registers.length === 0
            ? "Brak rejestrów."
            : registers.map(({ name, cases }) => `${name}: ${counted(cases, "sprawa", "sprawy", "spraw")}`).join("; "),
      },
      { name: "drafts", status: "ok", detail: `Projektów czekających na decyzję: ${waiting.length}` },
    ];
  } catch (error) {
    if (!isTeczkaError(error)) throw error;
    return [{ name: "store", status: "failed", detail: error.message, hint: error.hint }];
  }
}

function archiveFinding(whose: string, documents: number, pages: number, unreadablePages: number): Finding {
  if (documents === 0) {
    const hint = "Wczytaj dokumenty: npx teczka ingest KATALOG.";
    return { name: "archive", status: "warning", detail: `${whose}: brak dokumentów.`, hint };
  }
  const unread = unreadablePages > 0 ? `, w tym bez czytelnego tekstu: ${unreadablePages}` : "";
  return { name: "archive", status: "ok", detail: `${whose}: dokumentów ${documents}, stron ${pages}${unread}.` };
}

function unfinishedFinding(path: string): Finding {
  const detail = `Wczytywanie „${path}” trwa albo zostało przerwane: archiwum nie ma jeszcze wszystkich dokumentów.`;
  return { name: "ingest", status: "warning", detail, hint: `Dokończ je: npx teczka ingest "${path}"` };
}

/** Below this an ingest may well not fit. */
const littleSpace = 500 * 1024 * 1024;

async function diskFinding({ config: { data } }: Session): Promise<Finding> {
  try {
    await access(data, constants.W_OK);
    const { bavail, bsize } = await statfs(data);
    const free = bavail * bsize;
    const detail = `Wolne miejsce: ${(free / 1e9).toFixed(1)} GB`;
    if (free > littleSpace) return { name: "disk", status: "ok", detail };
    return { name: "disk", status: "warning", detail, hint: "Zwolnij miejsce na dysku przed wczytywaniem." };
  } catch (error) {
    const detail = `W katalogu ${data} nie można zapisywać (${error instanceof Error ? error.message : String(error)}).`;
    return { name: "disk", status: "failed", detail, hint: "Sprawdź uprawnienia albo ustaw TECZKA_DATA." };
  }
}

const marks = { ok: ["green", "dobrze"], warning: ["yellow", "uwaga"], failed: ["red", "źle"] } as const;

function tell({ status, detail, hint }: Finding, { out }: Session): void {
  const [style, word] = marks[status];
  out.write(`${wrap(`${paint(style, word, out)}  ${detail}`, widthOf(out), "        ", "")}\n`);
  if (hint) out.write(`${wrap(hint, widthOf(out), "        ")}\n`);
}
