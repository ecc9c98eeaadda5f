import type { CaseModel, DecisionModel, PlanModel, QuestionDraft, SourceDraft } from "../../model.ts";
import { dateForms, dateLong, figureForms, numberForms } from "../../polish.ts";
import type { Rng } from "../../rng.ts";
import { bothStyles, categoryForms, eitherStyle, nameForms, numbers, outcomeWords, unanswerable } from "./forms.ts";
import type { Neighbour } from "../papers.ts";
import { addressOf, streetLocative } from "../words.ts";

/** Where a decision says the essential of itself, and the register row of it. */
export function decisionSources(model: CaseModel, decision: DecisionModel, paper: string): SourceDraft[] {
  return [{ fact: `${model.key}/${paper}/number` }, { fact: `${model.key}/${paper}/outcome` }, { row: decision.key }];
}

/** `87/14 AM-28`, `dz. nr 87/14`, …: as a parcel is asked for. */
function parcelAsked(rng: Rng, model: CaseModel): { short: string; long: string } {
  const [parcel] = model.site.parcels;
  if (!parcel) throw new Error("a site has a parcel");
  return {
    short: rng.pick([
      `${parcel.number} AM-${parcel.sheet}`,
      `${parcel.number}`,
      `dz ${parcel.number} ${parcel.precinct}`,
    ]),
    long: rng.pick([
      `działki nr ${parcel.number}, AM-${parcel.sheet}, obręb ${parcel.precinct}`,
      `działki nr ${parcel.number} w obrębie ${parcel.precinct}`,
    ]),
  };
}

/** @param all every decision on the parcel, told apart; @param forbidden numbers of the neighbours' */
export function onParcel(
  rng: Rng,
  model: CaseModel,
  all: DecisionModel[],
  sources: SourceDraft[],
  forbidden: string[] = [],
): QuestionDraft[] {
  const { short, long } = parcelAsked(rng, model);
  return bothStyles(
    rng,
    [`pnb na ${short}?`, `pozwolenie ${short}`, `czy jest pnb dz. ${short}`],
    [
      `Czy dla ${long} wydano pozwolenie na budowę i pod jakim numerem?`,
      `Jakie decyzje o pozwoleniu na budowę dotyczą ${long}?`,
    ],
    {
      family: "permit-on-parcel",
      outcome: "answered",
      sources,
      values: all.map((one) => numberForms(one.number)),
      forbidden,
    },
  );
}

export function byNumber(
  rng: Rng,
  decision: DecisionModel,
  sources: SourceDraft[],
  forbidden: string[] = [],
): QuestionDraft[] {
  const [long = "", short = long] = numberForms(decision.number);
  return bothStyles(
    rng,
    [`dec ${short}`, `co w dec. ${short}?`, `decyzja ${long} rozstrzygniecie`],
    [
      `Co rozstrzygnięto w decyzji nr ${long}?`,
      `Jak zakończyła się sprawa, w której wydano decyzję nr ${long} z dnia ${dateLong(decision.date)}?`,
    ],
    { family: "decision-number", outcome: "answered", sources, values: [outcomeWords(decision.outcome)], forbidden },
  );
}

export function whenFinal(rng: Rng, decision: DecisionModel, source: SourceDraft): QuestionDraft[] {
  if (!decision.finalOn) throw new Error(`${decision.key} is not final`);
  const [long = "", short = long] = numberForms(decision.number);
  return bothStyles(
    rng,
    [`${long} ostateczna? od kiedy`, `od kiedy ostateczna dec. ${short}`, `dec ${short} ostateczna od`],
    [`Od kiedy decyzja nr ${long} jest ostateczna?`, `Z jakim dniem stała się ostateczna decyzja nr ${long}?`],
    {
      family: "finality",
      outcome: "answered",
      sources: [source],
      values: [dateForms(decision.finalOn)],
      forbidden: [],
      why: "The day of issue and the day of the stamp are other days.",
    },
  );
}

export function categoryAndVolume(
  rng: Rng,
  model: CaseModel,
  decision: DecisionModel,
  sources: SourceDraft[],
  forbidden: string[] = [],
): QuestionDraft[] {
  const { works } = model;
  const [long = "", short = long] = numberForms(decision.number);
  const volume = works.volume ? [figureForms(works.volume, "m³")] : [];
  return eitherStyle(
    rng,
    [`kat. i kubatura ${short}`, `kategoria i kubatura dec. ${long}`],
    [
      `Jaką kategorię obiektu i jaką kubaturę podaje decyzja nr ${long}?`,
      `Do której kategorii zaliczono obiekt z decyzji nr ${long} i ile wynosi jego kubatura?`,
    ],
    {
      family: "category-volume",
      outcome: "answered",
      sources,
      values: [categoryForms(works.category), ...volume],
      forbidden,
    },
  );
}

export function documentsOf(
  rng: Rng,
  model: CaseModel,
  sources: SourceDraft[],
  forbidden: string[] = [],
): QuestionDraft[] {
  const opening = model.kind === "notification" ? ["zgłoszenie", "zgłoszenia"] : ["wniosek", "wniosku"];
  return bothStyles(
    rng,
    [`spis pism ${model.signature}`, `jakie pisma w ${model.signature}`],
    [
      `Jakie pisma znajdują się w aktach sprawy ${model.signature}?`,
      `Proszę o wykaz dokumentów sprawy ${model.signature} w kolejności dat.`,
    ],
    {
      family: "case-documents",
      outcome: "answered",
      sources,
      values: [...model.decisions.map((one) => numberForms(one.number)), opening],
      forbidden,
    },
  );
}

export function whoDesigned(
  rng: Rng,
  model: CaseModel,
  decision: DecisionModel,
  sources: SourceDraft[],
): QuestionDraft[] {
  return eitherStyle(
    rng,
    [`projektant ${decision.number}`, `kto projektowal ${decision.number}`],
    [`Kto jest autorem projektu zatwierdzonego decyzją nr ${decision.number}?`],
    { family: "look-up", outcome: "answered", sources, values: [nameForms(model.designer.name)], forbidden: [] },
  );
}

export function whoIssued(
  rng: Rng,
  model: CaseModel,
  decision: DecisionModel,
  sources: SourceDraft[],
  authorityForms: string[],
): QuestionDraft[] {
  return eitherStyle(
    rng,
    [
      `kto i kiedy wydal pnb ${model.site.street} ${model.site.house}`,
      `pnb ${model.site.street} ${model.site.house} data organ`,
    ],
    [
      `Kto i kiedy wydał pozwolenie na budowę przy ul. ${streetLocative(model.site.street)} ${model.site.house}?`,
      `Z jakiego dnia i jakiego organu jest pozwolenie na budowę pod adresem ${addressOf(model.site)}?`,
    ],
    {
      family: "look-up",
      outcome: "answered",
      sources,
      values: [dateForms(decision.date), authorityForms],
      forbidden: [],
    },
  );
}

export function wasParty(rng: Rng, model: CaseModel, neighbour: Neighbour, sources: SourceDraft[]): QuestionDraft[] {
  const { parcel, party } = neighbour;
  return eitherStyle(
    rng,
    [`sasiad ${parcel} byl strona? ${model.signature}`, `wlasciciel dz. ${parcel} strona w ${model.signature}?`],
    [`Czy właściciel działki nr ${parcel} był stroną w sprawie ${model.signature} i kto nim jest?`],
    {
      family: "neighbour-party",
      outcome: "answered",
      sources,
      values: [[parcel], nameForms(party.name)],
      forbidden: [],
    },
  );
}

export function history(
  rng: Rng,
  model: CaseModel,
  all: DecisionModel[],
  sources: SourceDraft[],
  forbidden: string[] = [],
): QuestionDraft[] {
  const { short, long } = parcelAsked(rng, model);
  return eitherStyle(
    rng,
    [`historia ${short}`, `wszystkie decyzje ${short}`, `co sie dzialo na dz. ${short}`],
    [`Jaka jest historia decyzji dotyczących ${long}?`, `Proszę zestawić wszystkie rozstrzygnięcia dotyczące ${long}.`],
    { family: "history", outcome: "answered", sources, values: all.map((one) => numbers(one.number)), forbidden },
  );
}

/** No paper tells a finality, and the day of issue is none. */
export function finalityUntold(rng: Rng, decision: DecisionModel): QuestionDraft[] {
  return unanswerable(
    rng,
    [`${decision.number} ostateczna? od kiedy`, `data ostatecznosci dec ${decision.number}`],
    [`Od jakiego dnia decyzja nr ${decision.number} jest ostateczna?`],
    "No clause, stamp or attestation of its finality is in the archive.",
  );
}

/** The plan that the grounds name as binding on the day of the decision. */
export function planAtDate(
  rng: Rng,
  decision: DecisionModel,
  plan: PlanModel,
  source: SourceDraft,
  forbidden: string[],
): QuestionDraft[] {
  return eitherStyle(
    rng,
    [`jaki mpzp w dniu decyzji ${decision.number}`, `mpzp dla dec ${decision.number}`],
    [
      `Jaki plan miejscowy obowiązywał w dniu wydania decyzji nr ${decision.number}?`,
      `Na jaką uchwałę w sprawie planu miejscowego powołuje się decyzja nr ${decision.number}?`,
    ],
    {
      family: "plan-at-date",
      outcome: "answered",
      sources: [source],
      values: [[plan.resolution]],
      forbidden,
      why: "The plan of that day, not the newest one.",
    },
  );
}
