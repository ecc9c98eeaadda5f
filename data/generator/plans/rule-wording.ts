import type { FactSpec } from "../paper/blocks.ts";
import { figure } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { AreaRules } from "./plan.ts";

/** One sentence of a plan's text, with the fact that it tells. */
export interface RuleSentence {
  rule: keyof AreaRules;
  text: string;
  fact: FactSpec;
}

const storeyCounts: Record<number, { upTo: string; genitive: string }> = {
  2: { upTo: "dwie kondygnacje nadziemne", genitive: "dwóch kondygnacji nadziemnych" },
  3: { upTo: "trzy kondygnacje nadziemne", genitive: "trzech kondygnacji nadziemnych" },
  4: { upTo: "cztery kondygnacje nadziemne", genitive: "czterech kondygnacji nadziemnych" },
  5: { upTo: "pięć kondygnacji nadziemnych", genitive: "pięciu kondygnacji nadziemnych" },
  6: { upTo: "sześć kondygnacji nadziemnych", genitive: "sześciu kondygnacji nadziemnych" },
};

/** Every way in which the count of storeys may stand in an answer. */
export function storeyForms(storeys: number): string[] {
  const words = storeyCounts[storeys];
  const noun = storeys < 5 ? "kondygnacje" : "kondygnacji";
  return [
    ...(words ? [words.upTo, words.genitive] : []),
    `${storeys} ${noun}`,
    `${storeys} kondygnacji`,
    `kondygnacji nadziemnych: do ${storeys}`,
    `kondygnacji nadziemnych – ${storeys}`,
  ];
}

/** The parameters of an area in the words of one plan: a plan keeps its manner, another plan has another. */
export function ruleSentences(rng: Rng, key: string, rules: AreaRules): RuleSentence[] {
  return [
    ...heights(rng, key, rules),
    ...shares(rng, key, rules),
    ...shapes(rng, key, rules),
    ...grounds(rng, key, rules),
  ];
}

function sentence(key: string, rule: keyof AreaRules, value: string, text: string): RuleSentence {
  return { rule, text, fact: { key: `${key}.${rule}`, kind: `plan-${rule}`, value, quote: text } };
}

function heights(rng: Rng, key: string, rules: AreaRules): RuleSentence[] {
  const { height, storeys, garage } = rules;
  const told: RuleSentence[] = [];
  if (height !== undefined && storeys !== undefined) {
    const metres = `${figure(height)} m`;
    const { upTo, genitive } = storeyCounts[storeys] ?? { upTo: "", genitive: "" };
    const text = rng.pick([
      `maksymalna wysokość budynków – ${metres}, nie więcej niż ${upTo}`,
      `wysokość budynków nie może przekraczać ${metres} oraz ${genitive}`,
      `ustala się wysokość zabudowy do ${metres}, przy czym dopuszcza się nie więcej niż ${upTo}, licząc z poddaszem użytkowym`,
      `wysokość budynku mierzona od poziomu terenu do najwyższego punktu dachu: do ${metres}, liczba kondygnacji nadziemnych: do ${storeys}`,
    ]);
    told.push(sentence(key, "height", `${height} m; ${storeys}`, text));
  }
  if (garage !== undefined) {
    const metres = `${figure(garage)} m`;
    const text = rng.pick([
      `wysokość budynków gospodarczych i garaży – do ${metres}, jedna kondygnacja`,
      `garaże wolno stojące i budynki gospodarcze parterowe, o wysokości nie większej niż ${metres}`,
    ]);
    told.push(sentence(key, "garage", `${garage} m`, text));
  }
  return told;
}

function shares(rng: Rng, key: string, rules: AreaRules): RuleSentence[] {
  const told: RuleSentence[] = [];
  const { cover, green, intensity } = rules;
  if (cover !== undefined) {
    const text = rng.pick([
      `powierzchnia zabudowy nie może przekroczyć ${cover}% powierzchni działki budowlanej`,
      `maksymalna powierzchnia zabudowy – ${cover}% powierzchni działki`,
      `udział powierzchni zabudowy w powierzchni działki budowlanej: do ${cover}%`,
    ]);
    told.push(sentence(key, "cover", `${cover}%`, text));
  }
  if (green !== undefined) {
    const text = rng.pick([
      `co najmniej ${green}% powierzchni działki należy pozostawić jako powierzchnię biologicznie czynną`,
      `minimalny udział powierzchni biologicznie czynnej – ${green}% powierzchni działki budowlanej`,
      `teren biologicznie czynny stanowić ma nie mniej niż ${green}% powierzchni działki`,
    ]);
    told.push(sentence(key, "green", `${green}%`, text));
  }
  if (intensity) {
    const [low, top] = [figure(intensity[0]), figure(intensity[1])];
    const text = rng.pick([
      `wskaźnik intensywności zabudowy: od ${low} do ${top}`,
      `minimalna intensywność zabudowy – ${low}, maksymalna intensywność zabudowy – ${top}`,
    ]);
    told.push(sentence(key, "intensity", `${low}–${top}`, text));
  }
  return told;
}

function shapes(rng: Rng, key: string, rules: AreaRules): RuleSentence[] {
  const told: RuleSentence[] = [];
  if (rules.roof) {
    const [low, top] = rules.roof;
    const text = rng.pick([
      `dachy dwuspadowe lub wielospadowe o nachyleniu połaci od ${low}° do ${top}°`,
      `geometria dachu: dachy strome, symetryczne, o kącie nachylenia głównych połaci ${low}°–${top}°`,
    ]);
    told.push(sentence(key, "roof", `${low}–${top}°`, text));
  }
  if (rules.flatRoof) {
    const text = rng.pick([
      "dachy płaskie o kącie nachylenia połaci do 12°",
      "stosuje się wyłącznie dachy płaskie, o spadku nie większym niż 12°",
    ]);
    told.push(sentence(key, "flatRoof", "12°", text));
  }
  return told;
}

function grounds(rng: Rng, key: string, rules: AreaRules): RuleSentence[] {
  const told: RuleSentence[] = [];
  const { parking, line, plot } = rules;
  if (parking) {
    const places = `${figure(parking.places)} ${placeNoun(parking.places)}`;
    const text = rng.pick([
      `należy zapewnić co najmniej ${places} na ${parking.per}`,
      `nakaz urządzenia w granicach działki nie mniej niż ${places} na ${parking.per}`,
    ]);
    told.push(sentence(key, "parking", `${places} / ${parking.per}`, text));
  }
  if (line) {
    const text = rng.pick([
      `nieprzekraczalna linia zabudowy w odległości ${line.metres} m od linii rozgraniczającej drogi ${line.road}`,
      `ustala się nieprzekraczalną linię zabudowy – ${line.metres} m od linii rozgraniczającej terenu ${line.road}`,
    ]);
    told.push(sentence(key, "line", `${line.metres} m`, text));
  }
  if (plot !== undefined) {
    const text = rng.pick([
      `minimalna powierzchnia nowo wydzielanej działki budowlanej – ${figure(plot)} m²`,
      `powierzchnia działki wydzielanej pod budynek wolno stojący nie może być mniejsza niż ${figure(plot)} m²`,
    ]);
    told.push(sentence(key, "plot", `${plot} m²`, text));
  }
  return told;
}

function placeNoun(places: number): string {
  return places === 1 ? "miejsce do parkowania" : "miejsca do parkowania";
}
