import type { CaseModel, DecisionModel, QuestionDraft, SourceDraft, Works } from "../../model.ts";
import type { Party } from "../../people.ts";
import { dateForms, figure, figureForms, numberForms } from "../../polish.ts";
import type { Rng } from "../../rng.ts";
import { type CaseFile, factKey } from "../file.ts";
import type { Conditions } from "../planning.ts";
import { bothStyles, eitherStyle, nameForms, outcomeWords } from "./forms.ts";

function short(decision: DecisionModel): string {
  return numberForms(decision.number).at(-1) ?? decision.number;
}

/** To whom a permit went, over all steps of the chain. */
export function transferredTo(
  rng: Rng,
  earlier: DecisionModel,
  steps: { file: CaseFile; party: Party; decision: DecisionModel }[],
): QuestionDraft[] {
  const sources: SourceDraft[] = steps.map(({ file }) => ({ fact: factKey(file, "decyzja_przeniesienie", "outcome") }));
  return bothStyles(
    rng,
    [`na kogo przeniesiona ${short(earlier)}`, `przeniesienie ${earlier.number} kto inwestor`],
    [
      `Na kogo przeniesiono decyzję nr ${earlier.number}?`,
      `Kto kolejno przejął pozwolenie na budowę nr ${earlier.number}?`,
    ],
    {
      family: "transfer",
      outcome: "answered",
      sources,
      ...(steps.length > 1 ? { all: true } : {}),
      values: steps.map(({ party }) => nameForms(party.name)),
      forbidden: [],
      why: "The first investor is not the answer; a chain has several.",
    },
  );
}

export function replacedWhat(rng: Rng, file: CaseFile, earlier: DecisionModel, old: Works): QuestionDraft[] {
  const { works } = file.model;
  const cells = ["old_volume", "new_volume"].map((what) => ({ fact: factKey(file, "decyzja_zamienna", what) }));
  const pair = (before: number | undefined, after: number | undefined, unit: string) =>
    [before, after].map((value) => figureForms(value ?? 0, unit));
  return [
    ...bothStyles(
      rng,
      [`zamienny do ${short(earlier)} co zmienia`, `projekt zamienny ${earlier.number} zmiany`],
      [
        `Co zmienia projekt zamienny do decyzji nr ${earlier.number}?`,
        `Jakie parametry zmieniono decyzją o projekcie zamiennym do pozwolenia nr ${earlier.number}?`,
      ],
      {
        family: "replacement-design",
        outcome: "answered",
        sources: cells,
        values: [...pair(old.volume, works.volume, "m³"), ...pair(old.height, works.height, "m")],
        forbidden: [],
        why: "Old and new value stand side by side; the first design alone is superseded.",
      },
    ),
    ...eitherStyle(
      rng,
      [`kubatura po zamiennym ${short(earlier)}`],
      [`Jaka kubatura obowiązuje po zatwierdzeniu projektu zamiennego do decyzji nr ${earlier.number}?`],
      {
        family: "category-volume",
        outcome: "answered",
        sources: cells,
        values: [figureForms(works.volume ?? 0, "m³")],
        forbidden: [],
        why: `The superseded design has ${figure(old.volume ?? 0)} m³.`,
      },
    ),
  ];
}

export function expiredAsked(
  rng: Rng,
  file: CaseFile,
  earlier: DecisionModel,
  decision: DecisionModel,
): QuestionDraft[] {
  return bothStyles(
    rng,
    [`pnb ${earlier.number} nierozpoczete, wygaslo?`, `dec ${short(earlier)} wygasla?`],
    [
      `Czy stwierdzono wygaśnięcie decyzji nr ${earlier.number}?`,
      `Czy pozwolenie nr ${earlier.number} wygasło i jaką decyzją to stwierdzono?`,
    ],
    {
      family: "expiry",
      outcome: "answered",
      sources: [
        { fact: factKey(file, "decyzja_wygasniecie", "outcome") },
        { fact: factKey(file, "decyzja_wygasniecie", "number") },
        { row: decision.key },
      ],
      values: [outcomeWords("expired")],
      forbidden: [],
      why: "The term is that of the permit's own time.",
    },
  );
}

/** What became of a decision: repealed, amended, or left standing. */
export function whatBecame(
  rng: Rng,
  file: CaseFile,
  paper: string,
  earlier: DecisionModel,
  decision: DecisionModel,
  more: string[][] = [],
): QuestionDraft[] {
  const asks: Partial<Record<DecisionModel["outcome"], [string, string]>> = {
    repealed: [`dec ${short(earlier)} uchylona?`, `Czy decyzja nr ${earlier.number} została uchylona?`],
    change_refused: [
      `czy ${short(earlier)} uchylono`,
      `Jak zakończył się wniosek o uchylenie decyzji nr ${earlier.number}?`,
    ],
    amended: [`zmiana dec ${short(earlier)} czego`, `Czy i w jakiej części zmieniono decyzję nr ${earlier.number}?`],
    upheld: [
      `co II instancja ${short(earlier)}`,
      `Jak organ drugiej instancji rozstrzygnął odwołanie od decyzji nr ${earlier.number}?`,
    ],
    sent_back: [
      `odwolanie od ${short(earlier)} wynik`,
      `Co orzekł organ odwoławczy w sprawie decyzji nr ${earlier.number}?`,
    ],
  };
  const [shorthand, sentence] = asks[decision.outcome] ?? ["", ""];
  if (!shorthand) throw new Error(`nobody asks of ${decision.outcome}`);
  const words =
    decision.outcome === "change_refused"
      ? ["odmawiam uchylenia", "odmówiono uchylenia", "odmowa uchylenia"]
      : outcomeWords(decision.outcome);
  return bothStyles(rng, [shorthand], [sentence], {
    family: "decision-number",
    outcome: "answered",
    sources: [{ fact: factKey(file, paper, "outcome") }, { row: decision.key }],
    values: [words, ...more],
    forbidden: [],
  });
}

/** A planning decision: is it there, is it final, and what does it allow. */
export function planningAsked(
  rng: Rng,
  file: CaseFile,
  decision: DecisionModel,
  conditions: Conditions,
): QuestionDraft[] {
  const { number = "", precinct = "" } = file.model.site.parcels[0] ?? {};
  const ask = (short: string[], long: string, what: string[], values: string[], why?: string): QuestionDraft[] =>
    eitherStyle(rng, short, [long], {
      family: "planning-decision",
      outcome: "answered",
      sources: [...what.map((one) => ({ fact: factKey(file, "decyzja_wz", one) })), { row: decision.key }],
      values: [values],
      forbidden: [],
      ...(why ? { why } : {}),
    });
  const kinds = [
    ask(
      [`wz ${number} wysokosc`, `wysokosc wg wz ${short(decision)}`],
      `Jaką wysokość zabudowy dopuszcza decyzja o warunkach zabudowy nr ${decision.number}?`,
      ["height"],
      figureForms(conditions.height, "m"),
      "The heights of the neighbours stand in the analysis.",
    ),
    ask(
      [`wz ${short(decision)} pow. biol. czynna`],
      `Jaka powierzchnia biologicznie czynna wynika z decyzji o warunkach zabudowy nr ${decision.number}?`,
      ["green"],
      figureForms(conditions.green, "%"),
    ),
    ask(
      [`wz na ${number}?`, `czy sa wz dz ${number} ${precinct}`],
      `Czy dla działki nr ${number}, obręb ${precinct}, wydano decyzję o warunkach zabudowy?`,
      ["number", "outcome"],
      numberForms(decision.number),
    ),
    decision.finalOn
      ? ask(
          [`wz ${number} wazna? od kiedy ostateczna`],
          `Od kiedy ostateczna jest decyzja o warunkach zabudowy nr ${decision.number}?`,
          ["finality"],
          dateForms(decision.finalOn),
        )
      : [],
  ];
  return rng.shuffle(kinds).slice(0, 3).flat();
}

/** A parcel whose request was refused or dropped: the answer is that, and not silence. */
export function endedWithout(
  rng: Rng,
  model: CaseModel,
  decision: DecisionModel,
  sources: SourceDraft[],
): QuestionDraft[] {
  const [parcel] = model.site.parcels;
  return bothStyles(
    rng,
    [`pnb na ${parcel?.number}?`, `${parcel?.number} AM-${parcel?.sheet} pozwolenie?`],
    [
      `Jak zakończyła się sprawa pozwolenia na budowę dla działki nr ${parcel?.number}, obręb ${parcel?.precinct}?`,
      `Czy dla działki nr ${parcel?.number}, AM-${parcel?.sheet}, obręb ${parcel?.precinct}, udzielono pozwolenia na budowę?`,
    ],
    {
      family: "permit-on-parcel",
      outcome: "answered",
      sources,
      values: [numberForms(decision.number), outcomeWords(decision.outcome)],
      forbidden: [],
      why: "There is a decision, and it is no permit.",
    },
  );
}
