/** One fault each, as DESIGN §5 forbids it. `codes`: what the rule has to say. */
export interface Mutation {
  fault: string;
  /** Identity, figure and outcome faults must never pass. */
  group: "identity" | "figure" | "outcome" | "words";
  codes: RegExp;
  mutate: (text: string) => string[];
}

/** Every place where `pattern` matches is changed alone. */
function each(pattern: RegExp, change: (...groups: string[]) => string | readonly string[]): Mutation["mutate"] {
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const changed = change(...match.map((group) => group ?? ""));
      return (typeof changed === "string" ? [changed] : changed).map(
        (part) => text.slice(0, match.index) + part + text.slice(match.index + match[0].length),
      );
    });
}

const plus = (digits: string, by = 1) => String(Number(digits) + by);
const parcel = /(dział\p{L}+ (?:nr )?)(\d+)\/(\d+)/gu;
const numbered = /(nr )(\d+)\/(\d{4})/gu;
const written = /(\d{1,2}) (lutego|marca|kwietnia|maja|czerwca|września) (\d{4})/gu;
const dotted = /(\d{1,2})\.(\d{1,2})\.(\d{4})/gu;
const figure = /(?<![\d/.,-])(\d+)((?:,\d+)?)(?= ?(?:m[²³2 ]|m\.|m$|cm|%|procent|stopni|°|dni|kondygn|miejsc))/gu;

const identity: Omit<Mutation, "group">[] = [
  {
    fault: "parcel's neighbour",
    codes: /^(?:parcel|number)/,
    mutate: each(parcel, (_, cue, a, b) => [`${cue}${a}/${plus(b ?? "")}`, `${cue}${plus(a ?? "")}/${b}`]),
  },
  {
    fault: "parcel cut short",
    codes: /^(?:parcel|number)/,
    mutate: each(parcel, (whole, cue, a, b) => (b && b.length > 1 ? `${cue}${a}/${b[0]}` : `${whole}9`)),
  },
  {
    fault: "parcel turned round",
    codes: /^(?:parcel|number)/,
    mutate: each(parcel, (_, cue, a, b) => `${cue}${b}/${a}`),
  },
  {
    fault: "other sheet",
    codes: /^(?:parcel|token)/,
    mutate: each(/AM-(\d+)/gu, (_, sheet) => `AM-${plus(sheet ?? "")}`),
  },
  {
    fault: "other decision number",
    codes: /^(?:decision|number)/,
    mutate: each(numbered, (_, cue, a, year) => [`${cue}${plus(a ?? "")}/${year}`, `${cue}${a}/${plus(year ?? "")}`]),
  },
  {
    fault: "other signature",
    codes: /^signature/,
    mutate: each(/AB\.6740\.1\.(\d+)\.(\d{4})/gu, (_, n, year) => [
      `AB.6740.1.${plus(n ?? "")}.${year}`,
      `AB.6740.1.${n}.${plus(year ?? "")}`,
      `AB.6730.1.${n}.${year}`,
    ]),
  },
  { fault: "other initials", codes: /^signature/, mutate: each(/2014\.JK/gu, () => "2014.MW") },
  {
    fault: "date shifted",
    codes: /^(?:date|decision_date|figure)/,
    mutate: each(written, (_, day, month, year) => [
      `${plus(day ?? "")} ${month} ${year}`,
      `${day} października ${year}`,
      `${day} ${month} ${plus(year ?? "", -1)}`,
    ]),
  },
  {
    fault: "date shifted, in digits",
    codes: /^(?:date|decision_date)/,
    mutate: each(dotted, (_, day, month, year) => [
      `${plus(day ?? "")}.${month}.${year}`,
      `${day}.11.${year}`,
      `${day}.${month}.${plus(year ?? "")}`,
    ]),
  },
  {
    fault: "other authority",
    codes: /^(?:authority|words)/,
    mutate: each(/(Starost\p{L}+|Burmistrz\p{L}*|Prezydent\p{L}* Miasta) (Brzeg\p{L}+)/gu, (_, office, place) => [
      `${office} Lipowieckiego`,
      `Wojewoda ${place}`,
    ]),
  },
  { fault: "other street", codes: /^(?:address|words)/, mutate: each(/Krucz\p{L}+|Młyńsk\p{L}+/gu, () => "Lipowej") },
  {
    fault: "other house",
    codes: /^(?:address|figure|token|number)/,
    mutate: each(/((?:Krucz|Młyńsk)\p{L}+) (\d+)/gu, (_, street, number) => `${street} ${plus(number ?? "", 2)}`),
  },
  {
    fault: "other investor",
    codes: /^words/,
    mutate: each(/Dom Nova|Zielony Brzeg/gu, (name) => (name === "Dom Nova" ? "Dom Vega" : "Złoty Brzeg")),
  },
  { fault: "other area", codes: /^area/, mutate: each(/([34])MN/gu, (_, n) => `${n === "3" ? "4" : "3"}MN`) },
  { fault: "other unit of law", codes: /^law/, mutate: each(/§ (\d+)/gu, (_, n) => `§ ${plus(n ?? "")}`) },
  {
    fault: "other category",
    codes: /^words|^token/,
    mutate: each(/(kategori\p{L} obiektu(?: budowlanego)?) I(?!\p{L})/gu, (_, cue) => `${cue} II`),
  },
];

const figures: Omit<Mutation, "group">[] = [
  {
    fault: "figure changed",
    codes: /^figure/,
    mutate: each(figure, (_, whole, rest) => [`${plus(whole ?? "")}${rest}`, `${whole}0${rest}`]),
  },
  {
    fault: "decimals changed",
    codes: /^figure/,
    mutate: each(/(\d+),(\d)(\d?)(?= m)/gu, (_, whole, a, b) => `${whole},${plus(a ?? "")}${b}`.replace(",10", ",05")),
  },
  {
    fault: "unit changed",
    codes: /^figure/,
    mutate: each(
      /(\d) (m²|m³|m|cm|dni|%)(?![\p{L}\d])/gu,
      (_, n, unit) =>
        `${n} ${({ "m²": "m³", "m³": "m²", m: "cm", cm: "m", dni: "miesięcy", "%": "m²" } as Record<string, string>)[unit ?? ""]}`,
    ),
  },
  {
    fault: "limit turned round",
    codes: /^figure_limit|^figure/,
    mutate: each(/maksymalna|maks\.|najwyżej|nie więcej niż|co najmniej|minimum|minimalny/gu, (cue) =>
      /^(?:m?aks|najw|nie w)/u.test(cue) ? "co najmniej" : "najwyżej",
    ),
  },
  {
    fault: "limit dropped",
    codes: /^figure|^words|^quote/,
    mutate: each(/(?:maksymalna |maks\. |najwyżej |nie więcej niż |co najmniej |minimum )(?=.*\d)/gu, () => ""),
  },
  {
    fault: "number word changed",
    codes: /^figure|^words/,
    mutate: each(
      /\bdwa\b|\bdwie\b|czternaście|dziewięciu/gu,
      (word) => ({ dwa: "trzy", dwie: "trzy", czternaście: "piętnaście", dziewięciu: "dziesięciu" })[word] ?? "",
    ),
  },
];

const outcomes: Omit<Mutation, "group">[] = [
  {
    fault: "granted for refused",
    codes: /^(?:outcome|words|negation)/,
    mutate: each(/odmówi(?:ono|ł)|odmawiam/gu, () => "udzielono"),
  },
  {
    fault: "refused for granted",
    codes: /^(?:outcome|words)/,
    mutate: each(/udzielono|udzielił|udzielam/gu, () => "odmówiono udzielenia"),
  },
  {
    fault: "approved or moved becomes repealed",
    codes: /^(?:outcome|words)/,
    mutate: each(/zatwierdzono|zatwierdzam|przeniesiono|przeniósł|przenoszę/gu, () => "uchylono"),
  },
  {
    fault: "nie added",
    codes: /^(?:negation|outcome|modality|figure|words)/,
    mutate: each(
      /(?<!nie )(?<=^|[\s„])(wynosi|udzielił|udzielono|udzielam|zatwierdzono|zatwierdzam|odmówiono|odmówił|odmawiam|ustalił|przeniesiono|przeniósł|przenoszę|dopuszcza się|zakazuje się|należy|jest obowiązany|można|obejmuje|usytuowano|wydał|opiniuje)(?=\s)/giu,
      (_, verb) => `nie ${verb}`,
    ),
  },
  {
    fault: "nie dropped",
    codes: /^(?:negation|modality|words|figure)/,
    mutate: each(/(?<!\p{L})[Nn]ie (?=(?:wymaga|narusza|podzielił|przekracza|może))/gu, () => ""),
  },
  {
    fault: "may becomes must",
    codes: /^modality|^words/,
    mutate: each(/dopuszcza się|można|może/giu, () => "nakazuje się"),
  },
  {
    fault: "must becomes may",
    codes: /^modality|^words/,
    mutate: each(/należy|jest obowiązany|ma obowiązek/giu, () => "może"),
  },
  {
    fault: "forbidden becomes allowed",
    codes: /^modality|^words|^negation/,
    mutate: each(/zakazuje się/giu, () => "dopuszcza się"),
  },
];

const words: Omit<Mutation, "group">[] = [
  {
    fault: "condition dropped",
    codes: /^(?:condition|quote)/,
    mutate: each(/,? (?:o ile|pod warunkiem|chyba że) [^.;”]+/gu, () => ""),
  },
  { fault: "other subject", codes: /^words/, mutate: each(/mieszkaln\p{L}+/gu, () => "gospodarczego") },
  {
    fault: "more than is said",
    codes: /^words/,
    mutate: (text) => [`${text.replace(/[.]$/u, "")} oraz rozbiórkę szopy.`, `Po sprzeciwie sąsiadów: ${text}`],
  },
  { fault: "Cyrillic а", codes: /^look_alike/, mutate: (text) => [text.replace(/a(?=\p{L})/u, "а")] },
  {
    fault: "zero-width space",
    codes: /^look_alike/,
    mutate: (text) => [text.replace(/(\p{L}{3})(\p{L}{2})/u, "$1\u200B$2")],
  },
];

const inGroup = (group: Mutation["group"], list: readonly Omit<Mutation, "group">[]): Mutation[] =>
  list.map((mutation) => ({ ...mutation, group }));

export const mutations: readonly Mutation[] = [
  ...inGroup("identity", identity),
  ...inGroup("figure", figures),
  ...inGroup("outcome", outcomes),
  ...inGroup("words", words),
];
