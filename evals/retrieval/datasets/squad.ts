import { basename } from "node:path";
import { z } from "zod";
import type { CorpusText, Question, Suite } from "../suite.ts";
import { DatasetError, readJson } from "./read-json.ts";

/**
 * SQuAD 2 (P. Rajpurkar, R. Jia, P. Liang, 2018): articles of paragraphs, each with its questions. The paragraphs are
 * the corpus; a question is answered by its paragraph. Unanswerable ones too: they were asked of that paragraph, whose
 * matter they are about, and a search has to bring it before anyone can tell that it does not say.
 */
const squadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string().optional(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(z.object({ id: z.union([z.string(), z.number()]).optional(), question: z.string() })),
        }),
      ),
    }),
  ),
});

/** Titles of articles are left out: a question mostly names its article, and papers of an archive have no such title. */
export async function readSquad(file: string): Promise<Suite> {
  const { data } = await readJson(file, squadSchema);
  const texts: CorpusText[] = [];
  const questions: Question[] = [];
  for (const [article, { paragraphs }] of data.entries()) {
    for (const [paragraph, { context, qas }] of paragraphs.entries()) {
      const id = `${article}.${paragraph}`;
      if (context.trim() === "") throw new DatasetError(file, `data.${article}.paragraphs.${paragraph}`, "is blank");
      texts.push({ id, text: context });
      for (const [index, { id: own, question }] of qas.entries())
        questions.push({
          id: String(own ?? `${id}.${index}`),
          text: question,
          relevant: new Map([[id, 1]]),
          group: context,
        });
    }
  }
  return { name: basename(file), texts, questions };
}
