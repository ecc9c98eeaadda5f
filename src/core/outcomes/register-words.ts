import { remembered } from "../remembered.ts";
import { isOneSlip } from "./one-slip.ts";

/** What an authority does to a case or a decision. */
export type Act =
  | "end"
  | "refuse"
  | "leave"
  | "suspend"
  | "repeal"
  | "amend"
  | "transfer"
  | "expire"
  | "annul"
  | "find"
  | "reopen"
  | "correct"
  | "stay"
  | "object"
  | "send_back"
  | "keep"
  | "impose"
  | "grant";

/**
 * How the act is told: `verb` and `noun` say that it was done („umarzam”, „umorzenie”); `of` is a noun that depends on
 * another word („odmowa uchylenia”), `which` and `done` are participles („decyzja umarzająca”, „postępowanie umorzone”).
 */
type Form = "verb" | "noun" | "of" | "which" | "done";

export type WordMeaning = { is: "act"; act: Act; form: Form } | { is: (typeof others)[number][0] | "other" };

/** Folded forms. What stands here whole is known also with one letter wrong, and cut off behind its fifth letter. */
const acts: readonly [Act, Readonly<Partial<Record<Form, string>>>][] = [
  [
    "end",
    {
      verb: "umarzam umarza umorzono umorzyl umorzyc",
      noun: "umorzenie",
      of: "umorzenia umorzeniu umorzeniem",
      which: "umarzajaca umarzajace umarzajacej",
      done: "umorzone umorzona umorzony",
    },
  ],
  [
    "refuse",
    {
      verb: "odmawiam odmawia odmowiono odmowil odmowic",
      noun: "odmowa odmowna",
      of: "odmowy odmowe odmowie",
      which: "odmawiajaca odmawiajace odmawiajacej",
      done: "odmowiona odmowione odmownej",
    },
  ],
  ["leave", { verb: "pozostawiam pozostawiono pozostawia pozostawic", noun: "pozostawienie", of: "pozostawienia" }],
  [
    "suspend",
    {
      verb: "zawieszam zawieszono zawiesic",
      noun: "zawieszenie",
      of: "zawieszenia zawieszeniu",
      done: "zawieszone zawieszonego",
    },
  ],
  [
    "repeal",
    {
      verb: "uchylam uchyla uchylono uchylil uchylic",
      noun: "uchylenie",
      of: "uchylenia uchyleniu uchyleniem",
      which: "uchylajaca uchylajacej",
      done: "uchylona uchylone uchylonej",
    },
  ],
  [
    "amend",
    {
      verb: "zmieniam zmieniono zmienic",
      noun: "zmiana zmiany",
      of: "zmiane zmianie zmianami",
      which: "zmieniajaca zmieniajacej",
      done: "zmieniona zmienione zmienionej",
    },
  ],
  [
    "transfer",
    {
      verb: "przenosze przenosi przeniesiono przeniesc",
      noun: "przeniesienie",
      of: "przeniesienia przeniesieniu",
      which: "przenoszaca",
      done: "przeniesiona przeniesione",
    },
  ],
  [
    "expire",
    {
      verb: "wygasla wygasa",
      noun: "wygasniecie wygaszenie",
      of: "wygasniecia wygasnieciu wygaszenia",
      which: "wygaszajaca",
      done: "wygaszona wygaszone wygaszonej",
    },
  ],
  ["annul", { noun: "niewaznosc uniewaznienie", of: "niewaznosci uniewaznienia", done: "uniewazniona" }],
  [
    "find",
    {
      verb: "stwierdzam stwierdza stwierdzono stwierdzic",
      noun: "stwierdzenie",
      of: "stwierdzenia stwierdzeniu",
      which: "stwierdzajaca",
    },
  ],
  [
    "reopen",
    {
      verb: "wznawiam wznowiono wznowic",
      noun: "wznowienie",
      of: "wznowienia wznowieniu",
      done: "wznowione wznowionego",
    },
  ],
  ["correct", { verb: "prostuje sprostowano", noun: "sprostowanie", of: "sprostowania sprostowaniu" }],
  ["stay", { verb: "wstrzymuje wstrzymano wstrzymac", noun: "wstrzymanie", of: "wstrzymania" }],
  ["object", { noun: "sprzeciw", of: "sprzeciwu sprzeciwie" }],
  ["send_back", { verb: "przekazuje przekazano", noun: "przekazanie", of: "przekazania" }],
  ["keep", { verb: "utrzymuje utrzymano", noun: "utrzymanie", of: "utrzymania" }],
  ["impose", { verb: "nakladam nalozono", noun: "nalozenie", of: "nalozenia", which: "nakladajace" }],
  [
    "grant",
    {
      verb: "udzielam udzielono zatwierdzam zatwierdzono",
      noun: "udzielenie zatwierdzenie",
      of: "udzielenia zatwierdzenia",
    },
  ],
];
/** Shorter than what a cut word is known by. */
const short: Readonly<Record<string, Act>> = {
  odm: "refuse",
  um: "end",
  zm: "amend",
  wyg: "expire",
  uch: "repeal",
  stw: "find",
  zatw: "grant",
};

const forms = acts.flatMap(([act, told]) =>
  Object.entries(told).flatMap(([form, words]) => words.split(" ").map((word) => ({ act, form: form as Form, word }))),
);
const exact = new Map(forms.map(({ word, act, form }) => [word, { is: "act", act, form } as const]));

/** Words of building that lie a letter away from those of deciding, and others that begin like them. */
const ordinary =
  /^(?:odnow\w*|wymian\w*|uchyln\w*|uchylno\w*|przewieszeni\w*|zawieszk\w*|prostownik\w*|umow\w*|zmienn\w*|zamian\w*|nachyleni\w*|pochyleni\w*|obudow\w*|zatwier?dz?on\w*|podwieszeni\w*|przekaznik\w*|przeniesieni\w+ow\w*|pozostal\w*)$/;

/** `unread` speaks of what an authority decided in a way that is not read; `withdrawal` takes a wish back. */
const others = [
  ["number", /^\d/],
  ["denial", /^(?:nie|bez|brak|braku|ani|zamiast|anulow\w*|anuluj\w*)$/],
  ["withdrawal", /^(?:cofn\w*|cofam|wycof\w*|rezygn\w*)$/],
  ["conjunction", /^(?:i|oraz|a|takze|jednoczesnie)$/],
  [
    "preposition",
    /^(?:o|na|po|przed|mimo|wobec|dot|dotycz\w*|ws|sprawie|zwiazku|wg|wedlug|zgodnie|do|od|z|ze|dla|za|celem)$/,
  ],
  ["application", /^(?:wniosk\w*|wniosek|podani[ea])$/],
  [
    "qualifier",
    /^(?:ostat\w*|wlasn\w*|prawomocn\w*|nr|adm\w*|w|calosci|jako|bezprz\w*|urzedu|wydani\w*|wyd|przedm\w*|sie|ww|r|dnia)$/,
  ],
  ["decision", /^(?:dec|decyz\w*|pozw|pozwol\w*|pnb|zezwol\w*)$/],
  ["proceedings", /^(?:post|poste|postep\w*)$/],
  [
    "unread",
    /^(?:postanowien\w*|orzecz\w*|zaswiadcz\w*|zgloszeni\w*|odwolani\w*|zazaleni\w*|odrzuc\w*|niedopuszcz\w*|wszcz\w*|legaliz\w*|samowol\w*|odstepstw\w*|nakaz\w*|zakaz\w*|zgod[ae]|uzgodni\w*|uzgadn\w*|aneks\w*|klauzul\w*|kpa)$/,
  ],
] as const satisfies readonly (readonly [string, RegExp])[];

/** What a folded word of a description is in the language of decisions. */
export const meaningOf = remembered((word: string): WordMeaning => {
  const known = exact.get(word);
  if (known) return known;
  if (ordinary.test(word)) return { is: "other" };
  const abbreviated = short[word];
  if (abbreviated) return { is: "act", act: abbreviated, form: "noun" };
  const other = others.find(([, pattern]) => pattern.test(word));
  if (other) return { is: other[0] };
  return misspelt(word) ?? { is: "other" };
});

/** Cut off, run together with the next word, or with one letter wrong, left out, put in or changed about. */
function misspelt(word: string): WordMeaning | undefined {
  if (word.length < 5) return undefined;
  const cut = forms.find((form) => form.word.startsWith(word)) ?? forms.find((form) => runTogether(word, form.word));
  const near = cut ?? forms.find((form) => form.word.length >= 6 && isOneSlip(word, form.word));
  if (near) return { is: "act", act: near.act, form: near.form };
  if (["postepowanie", "postepowania", "postepowan"].some((form) => isOneSlip(word, form) || runTogether(word, form)))
    return { is: "proceedings" };
  if (["decyzji", "decyzja", "decyzje", "pozwolenie", "pozwolenia"].some((form) => isOneSlip(word, form)))
    return { is: "decision" };
  return undefined;
}

function runTogether(word: string, form: string): boolean {
  return form.length >= 6 && word.length >= form.length + 3 && word.startsWith(form);
}
