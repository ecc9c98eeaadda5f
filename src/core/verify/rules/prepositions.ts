import { align, sameWord } from "../align.ts";
import type { Fault } from "../evidence.ts";
import { type Case, contradicted } from "../rule.ts";
import { foldSameLength } from "../same-length.ts";
import type { Word } from "../words.ts";

const opposites: readonly (readonly [string, string])[] = [
  ["przed", "po"],
  ["nad", "pod"],
  ["do", "od"],
  ["powyzej", "ponizej"],
];
const preposition = /(?<![a-z])(przed|po|nad|pod|do|od|powyzej|ponizej)\s+$/u;

/** Rule 6 of DESIGN §5: „po upływie” is not „przed upływem”; such small words are no content and turn the sense all the same. */
export function checkPrepositions({ claim, grounds }: Case): Fault[] {
  return align(claim, grounds)
    .flatMap(({ words, clause }) =>
      words.flatMap((word) => {
        const said = clause && before(claim.text, word);
        if (!clause || !said) return [];
        const held = clause.words
          .filter((other) => sameWord(word, other))
          .map((other) => before(clause.ground.source.text, other));
        if (held.length === 0 || !held.every((other) => other !== undefined && turns(said, other))) return [];
        return [
          contradicted("preposition_turned", `Twierdzenie mówi „${said} ${word.text}”, a źródło „${held[0] ?? ""}”.`),
        ];
      }),
    )
    .slice(0, 1);
}

function before(text: string, { start }: Word): string | undefined {
  return preposition.exec(foldSameLength(text.slice(Math.max(0, start - 12), start)))?.[1];
}

function turns(a: string, b: string): boolean {
  return opposites.some(([left, right]) => (a === left && b === right) || (a === right && b === left));
}
