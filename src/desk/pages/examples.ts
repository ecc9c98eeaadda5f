import type { DocumentFact, StoredDocument } from "../../core/document.ts";
import { valueInWords } from "../../core/in-words.ts";

/** Larger archives are not read through for the sake of examples. */
export const smallArchive = 2000;

/** Kinds of question, as officers put them; what these name is only by way of example. */
const general = [
  "Czy wydano pozwolenie na budowę na działce nr 87/14, AM-28?",
  "Co rozstrzygnięto decyzją nr 614/2014?",
  "Wymień pisma w sprawie AB.6740.1.234.2018.",
];

const forms: { field: DocumentFact["field"]; question: (value: string) => string }[] = [
  { field: "parcel", question: (value) => `Czy wydano pozwolenie na budowę na działce nr ${value}?` },
  { field: "decisionNumber", question: (value) => `Co rozstrzygnięto decyzją nr ${value}?` },
  { field: "signature", question: (value) => `Wymień pisma w sprawie ${value}.` },
];

/** Questions about decisions that the archive holds, each form about another one; general ones where it holds none. */
export function exampleQuestions(documents: readonly StoredDocument[]): string[] {
  const decisions = documents.filter(({ kind }) => kind === "permit_decision");
  const found = forms.flatMap(({ field, question }, at) => {
    const telling = decisions.filter(({ facts }) => facts.some((fact) => fact.field === field));
    const chosen = telling[Math.floor((telling.length * at) / forms.length)];
    const fact = chosen?.facts.find((candidate) => candidate.field === field);
    return fact ? [question(valueInWords(field, fact.value).replace(/^dz\. nr /u, ""))] : [];
  });
  return found.length > 0 ? found : general;
}
