import type { DecisionModel } from "../model.ts";
import { dateDots, dateLong, yearOf } from "../polish.ts";
import { para } from "../paper/compose.ts";
import { finalAfter, operativePoint, outcomeFact, writeDecision } from "./decision.ts";
import { addPaper, type CaseFile, fact, later } from "./file.ts";
import { act } from "./law.ts";
import { body, privateHead, signedBy, title } from "./pieces.ts";
import { named } from "./refer.ts";
import { atAddress, onParcels, parcelsShort, plainName, styled } from "./words.ts";

/** A copy of the building inspectorate's decision, kept with the permit: the archive holds few of them. */
export function writeOccupancy(file: CaseFile, permit: DecisionModel, outcome: "granted" | "refused"): DecisionModel {
  const { town, rng, model } = file;
  const office = town.offices.supervision;
  writeCompletionNotice(file, permit);
  later(file, 10, 20);
  writeInspection(file);
  later(file, 5, 10);
  const name = "decyzja_pnu";
  const words =
    outcome === "granted"
      ? `udzielam pozwolenia na użytkowanie obiektu: ${model.works.object} ${atAddress(model.site)}`
      : `odmawiam udzielenia pozwolenia na użytkowanie obiektu: ${model.works.object} ${atAddress(model.site)}`;
  return writeDecision(file, {
    name,
    kind: "occupancy",
    office,
    number: town.numbers.decision(yearOf(file.today)),
    outcome,
    titled: "o pozwoleniu na użytkowanie",
    title: `Decyzja w sprawie pozwolenia na użytkowanie – ${parcelsShort(model.site.parcels)}`,
    basis: `Na podstawie art. 55 i art. 59 ust. 1 ${act("building", file.today)} oraz art. 104 ${act("procedure", file.today)},`,
    matter: `po rozpatrzeniu wniosku ${styled(model.applicant, "gen")} z dnia ${dateLong(model.applicationDate)},`,
    operative: [
      operativePoint(words, [outcomeFact(file, name, outcome, words)]),
      operativePoint(`na ${onParcels(model.site.parcels)}.`),
    ],
    grounds: [
      `Obiekt wzniesiono na podstawie decyzji ${named(file, permit)}, którą udzielono pozwolenia na budowę.`,
      outcome === "granted"
        ? "Obowiązkowa kontrola wykazała zgodność wykonania z zatwierdzonym projektem. Organy, o których mowa w art. 56 Prawa budowlanego, nie zgłosiły sprzeciwu."
        : "Inwestor wnosił o pozwolenie na użytkowanie bez warunków. Kontrola wykazała niewykonanie drogi pożarowej oraz zmianę układu kondygnacji, a więc istotne odstąpienie od projektu.",
      rng.pick([
        "Stosownie do art. 59a Prawa budowlanego kontrolę przeprowadzono na wezwanie inwestora.",
        "Protokół kontroli stanowi integralną część akt organu nadzoru.",
      ]),
    ],
    instructions: [
      "Od decyzji służy odwołanie do wojewódzkiego inspektora nadzoru budowlanego w terminie 14 dni od dnia doręczenia.",
    ],
    recipients: [plainName(model.applicant), `${town.offices.permits.nom} – do wiadomości`],
    ...(outcome === "granted" ? { finalOn: finalAfter(file) } : {}),
    refersTo: [permit.key],
    logged: "decyzja organu nadzoru budowlanego (kopia)",
  });
}

function writeCompletionNotice(file: CaseFile, permit: DecisionModel): void {
  const { model, town } = file;
  const name = "zawiadomienie_zakonczenie";
  addPaper(file, {
    name,
    kind: "occupancy",
    title: "Zawiadomienie o zakończeniu budowy",
    date: file.today,
    logged: "zawiadomienie o zakończeniu budowy (kopia)",
    blocks: [
      ...privateHead(file, name, plainName(model.applicant), town.offices.supervision.nom),
      title("ZAWIADOMIENIE O ZAKOŃCZENIU BUDOWY\ni wniosek o pozwolenie na użytkowanie"),
      body(
        `Zawiadamiam o zakończeniu robót objętych decyzją ${named(file, permit)}: ${model.works.name} ${atAddress(model.site)}, i wnoszę o udzielenie pozwolenia na użytkowanie.`,
      ),
      body(
        "Załączam oryginał dziennika budowy, oświadczenie kierownika budowy, inwentaryzację powykonawczą, protokoły prób i odbiorów instalacji.",
      ),
      para(`(podpis) ${plainName(model.applicant)}`, [], { left: 300 }),
    ],
  });
}

function writeInspection(file: CaseFile): void {
  const { model, town, rng } = file;
  const name = "protokol_kontroli";
  const quote = `kontrolę przeprowadzono w dniu ${dateDots(file.today)} r.`;
  addPaper(file, {
    name,
    kind: "other",
    title: "Protokół obowiązkowej kontroli",
    date: file.today,
    blocks: [
      title("PROTOKÓŁ OBOWIĄZKOWEJ KONTROLI"),
      body(`Obiekt: ${model.works.object} ${atAddress(model.site)}; ${quote}`, [
        fact(file, name, "inspection", file.today, quote),
      ]),
      body(
        rng.pick([
          "Sprawdzono usytuowanie obiektu, jego parametry, wykonanie elementów konstrukcyjnych oraz uporządkowanie terenu. Wymiary zgodne z projektem w granicach dokładności pomiaru.",
          "Porównano rzędne i wymiary z dokumentacją. Urządzenia techniczne sprawne, protokoły prób okazano. Teren w trakcie porządkowania.",
        ]),
      ),
      ...signedBy(file, town.offices.supervision),
    ],
  });
}
