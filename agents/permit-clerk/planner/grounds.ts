/**
 * How much a sentence of the grounds tells of why the authority decided so. Most of the grounds are law retold and
 * parties' words; the reason is said once, by words that decide.
 */
export function groundWeight(text: string): number {
  let weight = 0;
  for (const [pattern, value] of marks) if (pattern.test(text)) weight += value;
  return weight;
}

const marks: readonly [RegExp, number][] = [
  [
    /decyduj|przesadz|rozstrzygajac\p{L}* znaczenie (?:mial|ma)|z tego (?:powodu|wzgledu)|z tych (?:powodow|wzgledow)|powodem|wynika z tego|polega na tym|przyczyna (?:odmowy|jest|byl)|zadecydowal|podstaw\p{L}* (?:sprzeciwu|odmowy|umorzenia|rozstrzygniecia) (?:jest|byl|stanowi)/u,
    4,
  ],
  [
    /wobec (?:tego|powyzszego|czego)|dlatego|w konsekwencji|tym samym|stad |co (?:uniemozliwia|wyklucza|stanowi|oznacza|czyni)/u,
    2,
  ],
  [
    /(?:organ|sprawdzeni|analiz)\p{L}* .{0,40}(?:stwierdz|ustal|uzna|wykaza|ujawni)|stwierdzono|ustalono|okazalo sie/u,
    2,
  ],
  [
    /niezgodn|narusz|sprzeczn|koliduj|zakazuj|zabrania|przekracz|przekroczy|nie odpowiada|nie spelni|nie spelnia|nie zachow|nie zapewni/u,
    2,
  ],
  [
    /nie (?:usunal|usunieto|uzupelni|przedloz|przedstawi|dolacz|uzyska|dochowa|wykaza|wykonal|udzieli)|bez(?:skuteczn|przedmiot)|wycof|cofn|nie wymaga|wymaga zgody|nie (?:dopuszcza|przewiduje|pozwala)/u,
    2,
  ],
  [/poniewaz|gdyz|z uwagi na|ze wzgledu na|z powodu/u, 3],
  [/odmow\p{L}*|odmowi\p{L}*|sprzeciw\p{L}*/u, 1],
  [/\d/u, 1],
  [/(?:^|\s)(?:nie|zadn\p{L}*|brak\p{L}*)\s/u, 1],
  // Law retold: what every such decision says.
  [
    /zgodnie z (?:art|§|przepis)|w mysl (?:art|§|przepis)|stosownie do|o czym (?:stanowi|mowa)|przepis\p{L}* (?:ten|te|art)|wedlug art|rolą organu|rola organu|co do zasady|organ (?:nie moze|bada|ma obowiazek|jest obowiazany)|kodeks/u,
    -4,
  ],
  [
    /organ nie (?:sprawdza|bada|ocenia|jest uprawniony)|nie (?:podlega|jest) ocen|nie rodzi praw|nie jest zwiazany/u,
    -5,
  ],
  [/orzeczono jak|jak w sentencji|wniesiono jak/u, -6],
  [/wniosek (?:zlozon|wplyn)|postepowanie (?:wszcz|zainicj)|w dniu .{4,24} (?:wystapi|zlozy|wplyn)/u, -2],
];
