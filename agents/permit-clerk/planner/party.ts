import type { DocumentKind } from "../../../src/core/document.ts";
import type { Parcel } from "../../../src/core/identity/parcel.ts";
import { anyFits, tokensOf } from "../../../src/core/question/cues.ts";
import { focusOf } from "../../../src/core/question/focus.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { Evidence, Matter, PaperDocument, Sentence } from "../state.ts";
import { stemOf } from "./collect.ts";
import type { Recorder } from "./recorder.ts";
import { headsAbove, sentencesOfPaper } from "./sentences.ts";

/** Where it is written who was a party, the surest first. */
const telling: readonly DocumentKind[] = [
  "parties",
  "delivery",
  "appeal",
  "appeal_decision",
  "permit_decision",
  "planning_decision",
  "notification_result",
  "letter",
];
const most = 8;

/**
 * The parcels whose owner is asked for. Beside a case or another parcel they are no identity of the case: "was 22/3 a
 * party in the case of 21/4" seeks the first in the papers of the second.
 */
export function partyObjects({ parcels, bareNumbers, signatures, decisionNumbers }: Understanding): Parcel[] {
  const all = [...parcels, ...bareNumbers.map(({ parcel }) => parcel)];
  return signatures.length + decisionNumbers.length > 0 ? all : all.slice(0, 1);
}

/** Rows of the list of parties and what else names those asked for; all rows when the question asks who they were. */
export async function collectParties(
  matter: Matter,
  papers: ReadonlyMap<string, PaperDocument>,
  asked: Understanding,
  recorder: Recorder,
): Promise<Evidence[]> {
  const objects = partyObjects(asked).map(({ number }) => number);
  const names = focusOf(asked);
  const found: Evidence[] = [];
  for (const kind of telling) {
    for (const id of matter.documents) {
      const paper = papers.get(id);
      if (!paper || paper.duplicateOf || paper.kind !== kind) continue;
      const sentences = await sentencesOfPaper(paper, "strony postępowania właściciel", recorder);
      for (const sentence of sentences) {
        const isMeant =
          objects.length + names.length > 0 ? speaksOf(sentence, objects, names) : isRow(sentence, kind, sentences);
        if (!isMeant) continue;
        const heads = headsAbove(sentences, sentence);
        found.push({ ...sentence, role: "party", weight: most - found.length, ...(heads ? { beside: [heads] } : {}) });
      }
    }
    if (found.length > 0 && objects.length + names.length === 0) break;
  }
  return found.slice(0, objects.length + names.length > 0 ? most / 2 : 2 * most);
}

function speaksOf({ text }: Sentence, objects: readonly string[], names: readonly string[]): boolean {
  const numbers: string[] = text.match(/\d+(?:\/\d+)?/gu) ?? [];
  if (objects.some((object) => numbers.includes(object))) return true;
  const tokens = tokensOf(text);
  return names.length > 0 && names.every((name) => anyFits([stemOf(name)], tokens));
}

/** A row below its heads, or an item of the list of those who get the decision. */
function isRow(sentence: Sentence, kind: DocumentKind, sentences: readonly Sentence[]): boolean {
  if (kind === "parties") return sentence.text.includes("\t") && headsAbove(sentences, sentence) !== undefined;
  return sentence.headingPath.some((heading) => /^Otrzymuj/iu.test(heading)) && /^\d{1,2}[.)]/u.test(sentence.text);
}
