import fc from "fast-check";
import type { TestPaper } from "../../../agents/permit-clerk/test-support/archive.ts";
import type { Subjects } from "./tool-answers.ts";

/*
 * Few numbers, parcels, signatures and streets, so that papers drawn at random are of each other's cases, speak of each
 * other's decisions, contradict and copy each other.
 */

const numbers = ["614/2014", "88/2016", "9/2015"];
const parcels = ["87/14", "87/1", "12/3"];
const signatures = ["AB.6740.1.234.2014.JK", "AB.6740.1.900.2015.JK"];
const streets = ["Kruczej 64", "Wroniej 7"];
const days = ["12 marca 2014", "9 września 2015", "4 lutego 2016"];
const labels = ["a", "b", "c"];

interface Drawn {
  kind: keyof typeof bodies;
  number: string;
  other: string;
  parcel: string;
  signature: string;
  street: string;
  day: string;
  labels: string[];
}

const bodies = {
  grant: ({ number, parcel, street }: Drawn) =>
    `DECYZJA Nr ${number}\n\nzatwierdzam projekt budowlany i udzielam pozwolenia na budowę\nbudynku na działce nr ${parcel}, AM-28, obręb Poświętne, przy ul. ${street}\nkategoria obiektu budowlanego: I, kubatura 780 m³`,
  refusal: ({ number, parcel, street }: Drawn) =>
    `DECYZJA Nr ${number}\n\nodmawiam zatwierdzenia projektu budowlanego i udzielenia pozwolenia na budowę\nhali na działce nr ${parcel}, AM-28, obręb Poświętne, przy ul. ${street}\n\nUZASADNIENIE\n\nWysokość hali 14 m przekracza 9 m dopuszczone planem miejscowym.`,
  transfer: ({ number, other }: Drawn) =>
    `DECYZJA Nr ${number}\n\nprzenoszę decyzję nr ${other} z dnia 12 marca 2014 r. na rzecz Mur-Bet S.A.`,
  repeal: ({ number, other }: Drawn) =>
    `DECYZJA Nr ${number}\n\nuchylam decyzję nr ${other} z dnia 12 marca 2014 r. o pozwoleniu na budowę.`,
  finality: ({ other }: Drawn) =>
    `POŚWIADCZENIE OSTATECZNOŚCI\n\nPoświadcza się, że decyzja nr ${other} z dnia 12 marca 2014 r. stała się ostateczna z dniem 3 kwietnia 2014 r.`,
  split: ({ number, parcel }: Drawn) =>
    `DECYZJA Nr ${number}\n\nzatwierdzam podział działki nr ${parcel}, AM-28, obręb Poświętne, na działki nr 300/1 i 300/2, AM-28, obręb Poświętne.`,
  log: () =>
    "METRYKA SPRAWY\n\nLp.\tData\tCzynność\n1\t5 lutego 2014 r.\tWniosek\n2\t12 marca 2014 r.\tDecyzja nr 614/2014",
  letter: ({ other, street }: Drawn) => `PISMO\n\nW sprawie decyzji nr ${other}: opłata, ul. ${street}.`,
} as const;

const drawn: fc.Arbitrary<Drawn> = fc.record({
  kind: fc.constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[])),
  number: fc.constantFrom(...numbers),
  other: fc.constantFrom(...numbers),
  parcel: fc.constantFrom(...parcels),
  signature: fc.constantFrom(...signatures),
  street: fc.constantFrom(...streets),
  day: fc.constantFrom(...days),
  labels: fc.subarray(labels),
});

function paperOf(one: Drawn, at: number): TestPaper {
  const head = `STAROSTA BRZEGOWSKI\nZnak sprawy: ${one.signature}\nBrzegowo, dnia ${one.day} r.`;
  return { path: `${one.signature}/${at % 7}.txt`, text: `${head}\n\n${bodies[one.kind](one)}`, labels: one.labels };
}

/** Papers with labels, sometimes enough of them to have lines in common that count as letterhead. */
export const randomPapers: fc.Arbitrary<TestPaper[]> = fc
  .array(drawn, { minLength: 1, maxLength: 24, size: "max" })
  .map((all) => {
    const papers = all.map(paperOf);
    // One path under one set of labels is one document: of such the last stays.
    return [...new Map(papers.map((paper) => [JSON.stringify([paper.path, paper.labels]), paper])).values()];
  });

export const randomHeld: fc.Arbitrary<string[]> = fc.subarray(labels);

/** Of everything that such a paper may be about. */
export const drawnSubjects: Omit<Subjects, "documents"> = {
  numbers,
  parcels: [...parcels, "300/1"],
  signatures: signatures.map((signature) => signature.replace(".JK", "")),
  addresses: ["Krucza 64", "Wronia 7"],
  words: ["wysokość hali", "opłata Krucza", "wysokosc opłta 87/14", "uchylam decyzję 614/2014", "nigdzie"],
  questions: [
    "jaki jest status decyzji 614/2014",
    "pnb na 87/14",
    "czemu odmowa 9/2015",
    "czy działka 87/14 była dzielona",
  ],
};
