import MiniSearch, { type SearchOptions } from "minisearch";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import { type CorpusText, wholeText } from "../suite.ts";
import type { OpenTarget, Target } from "./target.ts";

/** As it comes: whole words in lower case. */
export const openMiniSearch: OpenTarget = ({ texts }) =>
  open("MiniSearch", "MiniSearch, as it comes", texts, {}, (word) => word.toLowerCase());

/** As its README shows it at its best: begun and mistyped words count too; beside that, Polish letters without their marks. */
export const openMiniSearchFuzzy: OpenTarget = ({ texts }) =>
  open(
    "MiniSearch fuzzy",
    "MiniSearch, prefix: true, fuzzy: 0.2, diacritics folded",
    texts,
    { prefix: true, fuzzy: 0.2 },
    foldDiacritics,
  );

async function open(
  name: string,
  about: string,
  texts: readonly CorpusText[],
  searchOptions: SearchOptions,
  processTerm: (word: string) => string,
): Promise<Target> {
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ["text"], searchOptions, processTerm });
  index.addAll(texts.map((text) => ({ id: text.id, text: wholeText(text) })));
  return {
    name,
    about,
    search: async (question) => index.search(question).map(({ id }) => String(id)),
    close: async () => {},
  };
}
