import type { CaseModel, DecisionModel } from "../model.ts";
import { dateDots, dateLong } from "../polish.ts";
import type { Office, Town } from "../town.ts";
import type { CaseFile } from "./file.ts";

/** The office that gave a decision. */
function officeOf(town: Town, decision: DecisionModel): Office {
  const office = Object.values(town.offices).find((one) => one.nom === decision.authority);
  if (!office) throw new Error(`no office is called ${decision.authority}`);
  return office;
}

/** „Starosty Jodłowskiego nr 614/2014 z dnia 12 marca 2014 r.”: another decision named in running text. */
export function named(file: CaseFile, decision: DecisionModel): string {
  const day = file.rng.chance(0.6) ? dateLong(decision.date) : `${dateDots(decision.date)} r.`;
  return `${officeOf(file.town, decision).gen} nr ${decision.number} z dnia ${day}`;
}

/** Neighbourhood gossip of grounds: a decision of another case, its outcome told, which is not what this one decides. */
export function aside(file: CaseFile, decision: DecisionModel, model: CaseModel): string {
  const parcel = model.site.parcels[0]?.number ?? "";
  const told =
    decision.outcome === "refused" ? "odmówiono udzielenia pozwolenia na budowę" : "udzielono pozwolenia na budowę";
  return file.rng.pick([
    `Strona powołała się na to, że w sprawie ${model.signature} decyzją ${named(file, decision)} ${told} na działce nr ${parcel}. Tamto rozstrzygnięcie dotyczy innej nieruchomości i nie wiąże organu w sprawie niniejszej.`,
    `Z urzędu wiadomo organowi, że dla działki nr ${parcel} decyzją ${named(file, decision)} ${told}; okoliczność ta pozostaje bez wpływu na wynik sprawy, gdyż każde zamierzenie ocenia się odrębnie.`,
  ]);
}
