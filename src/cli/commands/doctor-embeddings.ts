import { isTeczkaError } from "../../core/errors.ts";
import type { Session } from "../session.ts";
import type { Finding } from "./finding.ts";

/** What is known of the embedding model. */
export async function embeddingsFinding(session: Session): Promise<Finding> {
  const name = "embeddings";
  const { embeddings } = session.config;
  if (!embeddings)
    return { name, status: "ok", detail: "Model wektorów nie jest ustawiony: wyszukiwanie idzie po słowach." };
  try {
    const state = await (await session.services()).embeddings?.();
    const answers = `Model wektorów ${embeddings.model} (${embeddings.url}) odpowiada`;
    const detail = `${answers}; wymiar ${state?.dimension ?? 0}, zapamiętanych wektorów ${state?.kept ?? 0}.`;
    if (state?.knownPrefixes) return { name, status: "ok", detail };
    const hint =
      "Nie wiadomo, jakich przedrostków chce ten model, więc nie dostaje żadnych. Jeśli jego opis jakieś podaje, ustaw " +
      "TECZKA_EMBEDDINGS_QUERY_PREFIX i TECZKA_EMBEDDINGS_PASSAGE_PREFIX; w przeciwnym razie ustaw je puste.";
    return { name, status: "warning", detail, hint };
  } catch (error) {
    if (!isTeczkaError(error)) throw error;
    return { name, status: "failed", detail: error.message, hint: error.hint };
  }
}
