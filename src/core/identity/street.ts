import { remembered } from "../remembered.ts";
import { nameStems, nameWords } from "./inflection.ts";

/** What a street is beside a plain one. A square and a street often bear one name; an avenue mostly has it alone. */
type StreetKind = "square" | "avenue" | "estate" | "embankment" | "roundabout" | "boulevard" | "green";

const kinds: [kind: StreetKind, words: RegExp, prefix: string][] = [
  ["square", /^(?:pl|plac\p{L}{0,3})$/u, "pl."],
  ["avenue", /^(?:al|alej\p{L}{0,3})$/u, "al."],
  ["estate", /^(?:os|osiedl\p{L}{0,3})$/u, "os."],
  ["embankment", /^(?:wyb|wybrzez\p{L}{0,3})$/u, "wyb."],
  ["roundabout", /^rond\p{L}{0,3}$/u, "rondo"],
  ["boulevard", /^(?:bulw|bulwar\p{L}{0,4})$/u, "bulwar"],
  ["green", /^skwer\p{L}{0,3}$/u, "skwer"],
];

/** Words that stand beside a name and are no part of it. */
const titles = new Set(
  "ul ulic ulica ulicy ulice im imienia gen gener ks ksiedz bp bisk biskup abp kard kardynal sw swiet dr doktor prof profesor plk pulkown mjr kpt por marsz marszalk mar inz hm i oraz".split(
    " ",
  ),
);

/** First names alone name no street: „Jana Kochanowskiego” is not „Jana Pawła II”. As stems. */
const firstNames = new Set(
  nameStems(
    "Adama Aleksandra Andrzeja Antoniego Augusta Bolesława Bronisława Cypriana Czesława Edwarda Elizy Emilii Ewy Feliksa Franciszka Fryderyka Gabrieli Grzegorza Henryka Heleny Ignacego Jacka Jakuba Jana Janusza Jerzego Joachima Józefa Juliana Juliusza Kamila Karola Kazimierza Konstantego Leona Leopolda Ludwika Łukasza Macieja Marcina Marii Marka Mieczysława Michała Mikołaja Pawła Piotra Romana Romualda Stanisława Stefana Tadeusza Teodora Tomasza Wacława Walerego Władysława Wincentego Wiktora Witolda Włodzimierza Wojciecha Zbigniewa Zofii Zygmunta",
  ),
);

interface Name {
  kind?: StreetKind;
  /** Of the words that tell, sorted; never empty unless nothing tells. */
  stems: string[];
  words: string[];
}

/** Registers say the same streets over and over. */
const nameOf = remembered((street: string): Name => {
  const words = nameWords(street);
  const kind = words.map((word) => kinds.find(([, form]) => form.test(word))?.[0]).find(Boolean);
  // „1-go Maja”, „3-ego Maja”: how the day is said.
  const own = words.filter(
    (word, at) =>
      !kinds.some(([, form]) => form.test(word)) &&
      !(/^(?:e?go|ej|a)$/u.test(word) && /^\d/u.test(words[at - 1] ?? "")),
  );
  // „Mieszka I” ends in a numeral; „Ewy I Karola” in capitals joins two.
  const ordinal = street.trim().endsWith(" I");
  const isNumeral = (word: string, at: number) => /\d/u.test(word) || (ordinal && at === own.length - 1);
  const telling = own.filter((word, at) => isNumeral(word, at) || (!titles.has(word) && word.length > 1));
  const kept = telling.length > 0 ? telling : own;
  const stems = kept.flatMap((word) => nameStems(word)).sort();
  return { ...(kind ? { kind } : {}), stems, words: kept };
});

/** `plac`, `Placu`, `pl.` → `pl.`; undefined for a plain street. */
export function kindPrefix(word: string): string | undefined {
  const [plain = ""] = nameWords(word);
  return kinds.find(([, form]) => form.test(plain))?.[2];
}

/**
 * What a street is looked up by: its words' stems, sorted, without titles and kind. `ul. Tadeusza Kościuszki` =
 * `Kościuszki Tadeusza`; two that may be the same share a word, and `matchStreet` decides.
 */
export function streetKey(street: string): string {
  return nameOf(street).stems.join(" ");
}

/**
 * Is `held` the street that is asked for? Every word of the one must be in the other. A square is no street of the same
 * name: told apart where both say what they are, possible where one does not.
 */
export function matchStreet(asked: string, held: string): "same" | "possible" | "different" {
  const [wanted, there] = [nameOf(asked), nameOf(held)];
  const [few, many] = [wanted, there].sort((a, b) => a.stems.length - b.stems.length) as [Name, Name];
  if (few.stems.length === 0 || !few.stems.every((stem) => many.stems.includes(stem))) return "different";
  if (wanted.kind && there.kind && wanted.kind !== there.kind) return "different";
  const more = many.stems.length > few.stems.length;
  if (more && numerals(few).join() !== numerals(many).join() && numerals(few).length > 0) return "different";
  if (more && few.stems.every((stem) => firstNames.has(stem) || /^(?:\d+|[ivx]+)$/u.test(stem))) return "possible";
  const square = [wanted, there].find(({ kind }) => kind && kind !== "avenue" && kind !== "embankment");
  if (!square || wanted.kind === there.kind) return "same";
  return unlikeGender(square, square === wanted ? there : wanted) ? "different" : "possible";
}

function numerals({ stems }: Name): string[] {
  return stems.filter((stem) => /^(?:\d+|[ivx]+)$/u.test(stem));
}

/** „Grunwaldzka” is a street and no „plac Grunwaldzki”: adjectives agree with what they name. */
function unlikeGender(square: Name, street: Name): boolean {
  if (square.kind === "estate" || square.kind === "roundabout") return false;
  return street.words.some(
    (word) =>
      /(?:sk|ck|dzk|n|w)(?:a|iej|ej)$/u.test(word) &&
      square.words.some((other) => other !== word && /(?:sk|ck|dzk|n|w)(?:i|y|iego|ego|im|ym|iemu|emu)$/u.test(other)),
  );
}
