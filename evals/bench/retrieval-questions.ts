import type { PassageQuery } from "../../src/core/ports/passage-index.ts";

/** Questions of each kind. */
const rounds = 60;
const limit = 10;
/** Of a passage that is asked for; shorter ones are headings and the like. */
const leastLength = 200;
const endings = ["a", "ej", "em", "ach", "y", "owi", "ami", "u"];

export interface Question {
  kind: string;
  query: PassageQuery;
}

const common = [
  "decyzja pozwolenie na budowę",
  "wniosek o wydanie decyzji",
  "ustawa Prawo budowlane",
  "uzasadnienie decyzji organu",
  "termin wniesienia odwołania",
  "wysokość budynku mieszkalnego",
  "nr działki inwestora",
  "obowiązek usunięcia nieprawidłowości w projekcie",
  "przepisy rozporządzenia ministra",
  "kto jest stroną postępowania",
];

/** Draws passages evenly out of a stream of unknown length (reservoir sampling), and asks for them in several ways. */
export function drawnQuestions(below: (limit: number) => number) {
  const kept: string[] = [];
  let seen = 0;
  return {
    offer: (text: string): void => {
      if (text.length < leastLength) return;
      seen += 1;
      if (kept.length < rounds) kept.push(text);
      else {
        const at = below(seen);
        if (at < rounds) kept[at] = text;
      }
    },
    drawn: (): Question[] => questionsOf(kept, below),
  };
}

function questionsOf(texts: readonly string[], below: (limit: number) => number): Question[] {
  const clerk = { access: { labels: [] as string[] } };
  const few = texts.map((text) => someWords(text, 4, below));
  const many = texts.map((text) => someWords(text, 9, below));
  const identifiers = texts.map((_, at) => identifier(at, below));
  const ask = (kind: string, all: readonly string[], filter: PassageQuery["filter"]): Question[] =>
    all.map((text) => ({ kind, query: { text, filter, limit } }));
  return [
    ...ask("4 words of a passage, inflected", few, { access: "all" }),
    ...ask("9 words of a passage, inflected", many, { access: "all" }),
    ...ask("a sentence, whole", texts.map(firstSentence), { access: "all" }),
    ...ask("parcel, number, signature", identifiers, { access: "all" }),
    ...ask(
      "common words",
      texts.map((_, at) => common[at % common.length] ?? ""),
      { access: "all" },
    ),
    ...ask("9 words, asker without labels", many, clerk),
    ...ask("9 words, decisions only", many, { ...clerk, kinds: ["permit_decision"] }),
  ];
}

/** Words side by side, since a question speaks of one thing; every other one with another ending. */
function someWords(text: string, count: number, below: (limit: number) => number): string {
  const words = text.match(/\p{L}{4,}/gu) ?? ["działka"];
  const from = below(Math.max(1, words.length - count));
  return words
    .slice(from, from + count)
    .map((word, at) =>
      at % 2 === 0 || word.length < 6 ? word : `${word.slice(0, -2)}${endings[below(endings.length)]}`,
    )
    .join(" ");
}

function firstSentence(text: string): string {
  return text.slice(0, 300).replace(/\s+\S*$/u, "");
}

function identifier(at: number, below: (limit: number) => number): string {
  const parcel = `${1 + below(900)}/${1 + below(60)}`;
  const year = 2009 + below(16);
  const asked = [
    `pnb na ${parcel}`,
    `dec ${1 + below(4000)}/${year}`,
    `AB.6740.${1 + below(9)}.${1 + below(500)}.${year}`,
    `działka nr ${parcel} AM-${1 + below(40)}`,
  ];
  return asked[at % asked.length] ?? "";
}
