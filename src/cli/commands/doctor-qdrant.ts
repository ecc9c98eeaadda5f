import { isTeczkaError } from "../../core/errors.ts";
import { counted } from "../../core/in-words.ts";
import type { Session } from "../session.ts";
import type { Finding } from "./finding.ts";

/** Asked apart from the archive: while the sample is served, too, one wants to know whether the server is there. */
export async function qdrantFindings({ config, services }: Session): Promise<Finding[]> {
  if (!config.qdrant) return [];
  const { url, apiKey, collection: alias } = config.qdrant;
  const findings: Finding[] = [];
  try {
    const state = await (await services()).qdrant?.();
    if (!state) return [];
    const { version, collection, points, settled } = state;
    const held = collection
      ? `kolekcja „${collection}” (${alias}), ${counted(points, "fragment", "fragmenty", "fragmentów")}`
      : `kolekcja „${alias}” powstanie przy wczytywaniu dokumentów`;
    const still = settled ? "" : "; serwer jeszcze buduje indeksy, do tego czasu odpowiada wolniej";
    findings.push({ name: "qdrant", status: "ok", detail: `Qdrant ${version} (${url}): ${held}${still}.` });
  } catch (error) {
    if (!isTeczkaError(error)) throw error;
    findings.push({ name: "qdrant", status: "failed", detail: error.message, hint: error.hint });
  }
  if (apiKey && isOpenLine(url)) {
    const detail = "Klucz do Qdrant idzie przez sieć bez szyfrowania.";
    findings.push({
      name: "qdrant_tls",
      status: "warning",
      detail,
      hint: "Włącz TLS w Qdrant i wpisz https w QDRANT_URL.",
    });
  }
  return findings;
}

/** Without TLS, and not on this machine. */
function isOpenLine(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" && !/^(?:localhost|127\.[\d.]+|\[::1\])$/u.test(hostname);
}
