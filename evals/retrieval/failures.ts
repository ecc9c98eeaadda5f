import type { TargetResult } from "./report.ts";
import type { CorpusText } from "./suite.ts";

/** Questions with no answer among the first five: what was wanted, at which rank it came, and what came first. */
export function printFailures({ asked }: TargetResult, texts: readonly CorpusText[]): string {
  const textOf = new Map(texts.map(({ id, text }) => [id, text.replace(/\s+/gu, " ")]));
  const begin = (id: string) => (textOf.get(id) ?? "").slice(0, 240);
  return asked
    .filter(({ question, ranked }) => !ranked.slice(0, 5).some((id) => question.relevant.has(id)))
    .map(({ question: { id, text, relevant }, ranked }) =>
      [
        `\n[${id}] ${text}`,
        ...[...relevant.keys()].map(
          (wanted) => `  wanted, rank ${ranked.indexOf(wanted) + 1 || "-"}: ${begin(wanted)}`,
        ),
        ...ranked.slice(0, 2).map((came) => `  came: ${begin(came)}`),
      ].join("\n"),
    )
    .join("\n");
}
