import type { Draft } from "../../../src/core/draft.ts";
import type { Understanding } from "../../../src/core/question/understanding.ts";
import type { Evidence, Gathered } from "../state.ts";
import { inLine } from "../../../src/core/text/in-line.ts";

/** Asked back when the question fits several things whose answers differ, and nothing in it tells which is meant. */
export function clarify(asked: Understanding, { evidence }: Gathered): Draft["clarification"] | undefined {
  const [symbol] = asked.areaSymbols;
  if (symbol === undefined || asked.intents[0] !== "plan_parameter") return undefined;
  const groups = Map.groupBy(evidence, ({ planGroup }) => planGroup ?? "");
  if (groups.size < 2 || !differ([...groups.values()])) return undefined;
  const choices = [...groups.values()].flatMap((found) => found.at(-1)?.planName ?? []);
  return {
    question: `Teren ${symbol} występuje w kilku planach, a ich ustalenia są różne. O który plan chodzi?`,
    choices,
  };
}

function differ(groups: readonly Evidence[][]): boolean {
  const said = groups.map((found) => found.map(({ cell, text }) => figuresOf(cell?.value ?? text)).join(";"));
  return new Set(said).size > 1;
}

function figuresOf(text: string): string {
  return (
    inLine(text)
      .replace(/^\d{1,2}[.)]\s*/u, "")
      .match(/\d+(?:[.,]\d+)?/gu) ?? [text]
  ).join(" ");
}
