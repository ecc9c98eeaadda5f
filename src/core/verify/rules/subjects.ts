import { align, type Clause, clausesOf, sameWord } from "../align.ts";
import type { Fault } from "../evidence.ts";
import { type Case, contradicted } from "../rule.ts";
import type { Word } from "../words.ts";

/** Who acts in a case file, folded. */
const party =
  /^(?:inwestor|wnioskodawc|zglaszajac|wlasciciel|wspolwlasciciel|sasiad|stron|organ|projektant|pelnomocnik|wykonawc|zarzadc|najemc|skarzac|odwolujac|uzytkownik)/;
const acted = /(?:ł|ła|ło|li|ły)$/u;

/** Rule 6 of DESIGN §5: „X cofnął” is not told where another party of the same sentence did it. */
export function checkSubjects({ claim, grounds }: Case): Fault[] {
  const clauses = grounds.flatMap(clausesOf);
  return align(claim, grounds).flatMap(({ words }) =>
    words.flatMap((subject, position) => {
      const verb = words[position + 1];
      if (!verb || !party.test(subject.folded) || !acted.test(verb.text)) return [];
      if (!/^\s+(?:nie\s+)?$/iu.test(claim.text.slice(subject.end, verb.start))) return [];
      const others = clauses.flatMap((clause) =>
        clause.words.filter((held) => sameWord(held, verb)).map((held) => actorsOf(held, clause)),
      );
      const isOther = (actors: readonly Word[]) =>
        actors.length > 0 && !actors.some((actor) => sameWord(actor, subject));
      const [first] = others;
      if (!first || !others.every(isOther)) return [];
      const detail = `W źródle „${verb.text}” odnosi się do „${first[0]?.text ?? ""}”, a nie do „${subject.text}”.`;
      return [contradicted("subject_other", detail)];
    }),
  );
}

/** Parties between the commas that the verb stands between. */
function actorsOf(verb: Word, { ground, words, range }: Clause): Word[] {
  const { text } = ground.source;
  const before = text.slice(range.start, verb.start).search(/[,:;(][^,:;(]*$/u);
  const behind = text.slice(verb.end, range.end).search(/[,:;)]/u);
  const from = before < 0 ? range.start : range.start + before;
  const to = behind < 0 ? range.end : verb.end + behind;
  return words.filter(({ start, end, folded }) => from <= start && end <= to && party.test(folded));
}
