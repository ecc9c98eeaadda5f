import type { DecisionModel, QuestionDraft } from "../../model.ts";
import { dateForms, dateLong } from "../../polish.ts";
import type { Rng } from "../../rng.ts";
import type { Call } from "../calls.ts";
import { type CaseFile, factKey } from "../file.ts";
import { addressOf, atAddress } from "../words.ts";
import { bothStyles, eitherStyle, outcomeWords, unanswerable } from "./forms.ts";

export function deficiencies(rng: Rng, file: CaseFile, call: Call): QuestionDraft[] {
  const { signature } = file.model;
  const sources = [
    ...call.cores.map((_, index) => ({ fact: factKey(file, call.paper, `defect${index + 1}`) })),
    { fact: factKey(file, call.paper, "term") },
  ];
  return bothStyles(
    rng,
    [`braki z wezwania ${signature}, termin`, `co brakowalo w ${signature} i ile dni`],
    [
      `Jakie braki wytknięto w sprawie ${signature} i jaki wyznaczono termin na ich usunięcie?`,
      `Czego dotyczyło wezwanie w sprawie ${signature} i ile dni dano na uzupełnienie?`,
    ],
    {
      family: "call-deficiencies",
      outcome: "answered",
      sources,
      values: [...call.cores.map((core) => [core]), [`${call.term} dni`]],
      forbidden: [],
    },
  );
}

export function monuments(rng: Rng, file: CaseFile, told: { keys: string[]; words: string[] }): QuestionDraft[] {
  const { signature, site } = file.model;
  return bothStyles(
    rng,
    [`uzgodnione z WKZ? ${signature}`, `konserwator ${site.street} ${site.house} uzgodnienie`],
    [
      `Czy konserwator zabytków uzgodnił zamierzenie w sprawie ${signature}?`,
      `Jakie było stanowisko konserwatora zabytków w sprawie ${signature}?`,
    ],
    {
      family: "monument-agreement",
      outcome: "answered",
      sources: told.keys.map((key) => ({ fact: key })),
      values: [told.words],
      forbidden: [],
      why: "The application for an agreement is no agreement; silence after the term counts as one.",
    },
  );
}

export function fireRemarks(rng: Rng, file: CaseFile, fire: { name: string; remarks: string[] }): QuestionDraft[] {
  const { signature } = file.model;
  return eitherStyle(
    rng,
    [`uwagi strazy pozarnej ${signature}`, `opinia ppoz ${signature} uwagi`],
    [`Jakie uwagi zawiera opinia straży pożarnej w sprawie ${signature}?`],
    {
      family: "general",
      outcome: "answered",
      sources: [
        { fact: factKey(file, fire.name, "outcome") },
        ...fire.remarks.map((_, index) => ({ fact: factKey(file, fire.name, `remark${index + 1}`) })),
      ],
      values: fire.remarks.map((remark) => [remark]),
      forbidden: [],
    },
  );
}

/** @param wrong a day that only a wrong count gives */
export function objectionTermAsked(
  rng: Rng,
  file: CaseFile,
  deadline: string,
  wrong: string | undefined,
): QuestionDraft[] {
  const { applicationNumber } = file.model;
  return bothStyles(
    rng,
    [`do kiedy sprzeciw zgl. ${applicationNumber}`, `zgloszenie ${applicationNumber} termin sprzeciwu`],
    [
      `Do kiedy organ może wnieść sprzeciw wobec zgłoszenia nr ${applicationNumber}?`,
      `Z jakim dniem upływa termin na sprzeciw w sprawie zgłoszenia nr ${applicationNumber}?`,
    ],
    {
      family: "objection-term",
      outcome: "answered",
      sources: [{ fact: factKey(file, "adnotacja", "term") }],
      values: [dateForms(deadline)],
      forbidden: wrong ? dateForms(wrong) : [],
      why: wrong ? "The order to complete broke the term, which then ran anew." : "The term is that of its time.",
    },
  );
}

export function notified(rng: Rng, file: CaseFile, decision: DecisionModel, paper: string): QuestionDraft[] {
  const { applicationNumber, site } = file.model;
  return bothStyles(
    rng,
    [`zgl. ${applicationNumber} sprzeciw byl?`, `zgloszenie ${site.street} ${site.house} sprzeciw?`],
    [
      `Czy wobec zgłoszenia nr ${applicationNumber} wniesiono sprzeciw?`,
      `Jak zakończyło się zgłoszenie robót ${atAddress(site)}?`,
    ],
    {
      family: "look-up",
      outcome: "answered",
      sources: [{ fact: factKey(file, paper, "outcome") }, { row: decision.key }],
      values: [outcomeWords(decision.outcome)],
      forbidden: [],
    },
  );
}

/** Why an authority said no: its own ground, not what a party argued. */
export function whyRefused(
  rng: Rng,
  file: CaseFile,
  paper: string,
  heart: string[],
  forbidden: string[],
  number: string,
): QuestionDraft[] {
  const { site } = file.model;
  return bothStyles(
    rng,
    [`czemu odmowa ${site.street} ${site.house}`, `powod odmowy dec ${number}`],
    [
      `Z jakiego powodu odmówiono w decyzji nr ${number}?`,
      `Dlaczego organ odmówił w sprawie dotyczącej nieruchomości ${addressOf(site)}?`,
    ],
    {
      family: "refusal-ground",
      outcome: "answered",
      sources: [{ fact: factKey(file, paper, "ground") }],
      values: [heart],
      forbidden,
      why: "The grounds also hold a party's argument, which is not the authority's ground.",
    },
  );
}

export function whyObjected(rng: Rng, file: CaseFile, heart: string[], number: string): QuestionDraft[] {
  return eitherStyle(
    rng,
    [`powod sprzeciwu dec ${number}`, `czemu sprzeciw ${file.model.site.street} ${file.model.site.house}`],
    [`Z jakiego powodu wniesiono sprzeciw decyzją nr ${number}?`],
    {
      family: "refusal-ground",
      outcome: "answered",
      sources: [{ fact: factKey(file, "sprzeciw", "ground") }],
      values: [heart],
      forbidden: [],
    },
  );
}

export function occupancyAsked(rng: Rng, file: CaseFile, decision: DecisionModel): QuestionDraft[] {
  const { site } = file.model;
  return bothStyles(
    rng,
    [`pnu jest? ${site.street} ${site.house}`, `pozwolenie na uzytkowanie ${site.street} ${site.house}`],
    [
      `Czy dla obiektu ${atAddress(site)} wydano pozwolenie na użytkowanie?`,
      `Jaka jest decyzja w sprawie użytkowania obiektu pod adresem ${addressOf(site)}?`,
    ],
    {
      family: "occupancy",
      outcome: "answered",
      sources: [{ fact: factKey(file, "decyzja_pnu", "outcome") }, { fact: factKey(file, "decyzja_pnu", "number") }],
      values: [
        [decision.number, decision.number.replace(/\/20/, "/")],
        decision.outcome === "granted"
          ? [
              "udzielam pozwolenia na użytkowanie",
              "udzielono pozwolenia na użytkowanie",
              "pozwolenie na użytkowanie",
              "pozwolenia na użytkowanie",
            ]
          : outcomeWords("refused"),
      ],
      forbidden: [],
    },
  );
}

/** The inspectorate's papers are not here: the building permit is no answer. */
export function occupancyUnknown(rng: Rng, file: CaseFile, permit: DecisionModel): QuestionDraft[] {
  return unanswerable(
    rng,
    [`pnu jest? ${file.model.site.street} ${file.model.site.house}`, `pnu do pozwolenia ${permit.number}?`],
    [
      `Czy obiekt, na który wydano pozwolenie nr ${permit.number} z dnia ${dateLong(permit.date)}, uzyskał pozwolenie na użytkowanie?`,
    ],
    "Occupancy is the building inspectorate's affair; the archive holds no paper of it for this building.",
  );
}
