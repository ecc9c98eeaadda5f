import { valuesOf } from "../../../src/core/cases/paper.ts";
import { anyFits, tokensOf } from "../../../src/core/question/cues.ts";
import { topicWords } from "../../../src/core/question/topics.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import { foldDiacritics } from "../../../src/core/text/plain.ts";
import type { Evidence, Matter, PaperDocument, Sentence } from "../state.ts";
import { isGrounds } from "./collect.ts";
import type { Recorder } from "./recorder.ts";
import { headsAbove, sentencesOfPaper } from "./sentences.ts";

const before =
  /(?:^|[^\p{L}])(?:byl[oay]?|dotychcz\p{L}*|przed zmian\p{L}*|pierwotn\p{L}*|poprzedni\p{L}*|zatwierdzon\p{L}*)/u;
const after = /(?:^|[^\p{L}])(?:jest|nowa|nowe|nowy|po zmianie|po zmianach|zamienn\p{L}*|aktualn\p{L}*|obecn\p{L}*)/u;
const most = 10;

/**
 * What an amending decision changes, both values side by side: the rows of its comparison, or the sentences that name
 * two figures. Only papers that amend are read: the original knows nothing of the change.
 */
export async function collectChanges(
  matter: Matter,
  papers: ReadonlyMap<string, PaperDocument>,
  asked: Understanding,
  recorder: Recorder,
): Promise<Evidence[]> {
  const all = [...matter.documents, ...matter.later].flatMap((id) => papers.get(id) ?? []);
  const amending = all.filter((paper) => !paper.duplicateOf && valuesOf(paper, "outcome").includes("amended"));
  const found: Evidence[] = [];
  for (const paper of amending) {
    const sentences = await sentencesOfPaper(paper, "zmiana projekt zamienny było jest", recorder);
    for (const sentence of sentences) {
      const evidence = rowOf(sentence, sentences) ?? pairOf(sentence);
      if (evidence && isAsked(evidence, asked)) found.push(evidence);
    }
  }
  return found.slice(0, most);
}

function rowOf(row: Sentence, sentences: readonly Sentence[]): Evidence | undefined {
  const heads = headsAbove(sentences, row);
  if (!heads) return undefined;
  const [names, values] = [heads.text, row.text].map((line) =>
    line.split("\t").map((cell) => cell.replace(/\s+/gu, " ").trim()),
  );
  const folded = foldDiacritics(heads.text);
  if (!names || !values || names.length !== values.length || !before.test(folded) || !after.test(folded))
    return undefined;
  const value = values
    .slice(1)
    .map((cell, at) => `${names[at + 1]?.toLowerCase() ?? ""} ${cell}`)
    .join(", ");
  return { ...row, role: "change", weight: 5, beside: [heads], cell: { head: values[0] ?? "", value } };
}

/** „z 1113 m³ na 1180 m³”, „zamiast 7,3 m – 8,6 m”. */
function pairOf(sentence: Sentence): Evidence | undefined {
  const text = foldDiacritics(sentence.text).replace(/\s+/gu, " ");
  const pair =
    /(?:z|zamiast|w miejsce|dotychczas\p{L}*|bylo|byla) .{0,40}\d.{0,60}\d/u.test(text) &&
    /zmian|zmieni|zamienn|zamiast|w miejsce|zwieksz|zmniejsz/u.test(text);
  if (!pair || isGrounds(sentence) || /ustaw|dz\. ?u/u.test(text)) return undefined;
  return { ...sentence, role: "change", weight: 3 };
}

/** The answer to "what volume now" is the row on the volume. */
function isAsked({ cell, text }: Evidence, { topics }: Understanding): boolean {
  const figures = topics.filter((topic) => topic !== "category");
  if (figures.length === 0) return true;
  return figures.some((topic) => anyFits(topicWords(topic).answered, tokensOf(cell?.head ?? text)));
}
