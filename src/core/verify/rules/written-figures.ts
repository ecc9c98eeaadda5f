import type { Range } from "../../text/sentences.ts";
import type { Fault } from "../evidence.ts";
import { type Case, unsupported } from "../rule.ts";

/** What a sign, a fraction or a point makes of a figure is not read, so it must stand in the source as it is written. */
const writings: readonly RegExp[] = [
  /(?<![\p{L}.,)\]]|\d\s?)[-−–+±]\d+(?:[.,]\d+)?/gu,
  /(?:\d\s?)*[¼-¾⅐-⅞]/gu,
  /\d+\s?\d?\s?⁄\s?\d+/gu,
  /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]?\d)/gu,
];

/** Rule 4 of DESIGN §5: „12.500 m²” may be twelve or twelve thousand; neither is guessed. */
export function checkWrittenFigures({ claim, grounds }: Case): Fault[] {
  const named: readonly Range[] = [claim.dates, claim.signatures, claim.parcels, claim.decisions, claim.law].flat();
  const isNamed = ({ start, end }: Range) => named.some((other) => start < other.end && other.start < end);
  return writings.flatMap((writing) =>
    [...claim.text.matchAll(writing)].flatMap((match) => {
      const range = { start: match.index, end: match.index + match[0].length };
      if (!claim.isFree(range) || isNamed(range)) return [];
      const written = plainly(match[0]);
      if (grounds.some(({ source, quoted }) => plainly(source.text.slice(quoted.start, quoted.end)).includes(written)))
        return [];
      const detail = `W cytowanym miejscu liczba nie jest zapisana jako „${match[0].trim()}”; tak zapisana może znaczyć co innego.`;
      return [unsupported("figure_writing", detail)];
    }),
  );
}

function plainly(text: string): string {
  return text.replace(/\s/gu, "").replace(/[−–]/gu, "-");
}
