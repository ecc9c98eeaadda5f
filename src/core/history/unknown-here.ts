import type { DecisionRecord } from "./decisions.ts";

export interface UnknownHere {
  /** Who keeps it. */
  authority: string;
  text: string;
}

/**
 * What other authorities keep, so that its absence here proves nothing (DOMAIN.md, „Who does what”): building supervision
 * (PB art. 54, 55, 83), second instance (PB art. 82 ust. 3, KPA art. 127; SKO for planning decisions), courts.
 */
export function unknownHere(records: readonly DecisionRecord[]): UnknownHere[] {
  const of = (kind: DecisionRecord["kind"]) => records.filter((record) => record.kind === kind);
  const unknown: UnknownHere[] = [];
  if (of("permit_decision").length + of("notification_result").length > 0) {
    const copies =
      of("occupancy").length > 0
        ? "Kopie z tych spraw, które tu są, nie zastępują akt nadzoru."
        : "Brak takich pism tutaj niczego nie dowodzi.";
    unknown.push({
      authority: "powiatowy inspektor nadzoru budowlanego",
      text: `Rozpoczęcie i zakończenie budowy, dziennik budowy, pozwolenie na użytkowanie, samowole: prowadzi je inspektor nadzoru budowlanego. ${copies}`,
    });
    unknown.push({
      authority: "wojewoda",
      text: "Odwołania od pozwoleń na budowę i sprzeciwów, stwierdzenie nieważności: rozstrzyga je wojewoda. Jeśli jego decyzji tu nie ma, nie znaczy to, że jej nie wydano.",
    });
  }
  if (of("planning_decision").length > 0) {
    unknown.push({
      authority: "samorządowe kolegium odwoławcze",
      text: "Odwołania od decyzji o warunkach zabudowy i stwierdzenie ich nieważności: rozstrzyga je samorządowe kolegium odwoławcze. Jeśli jego decyzji tu nie ma, nie znaczy to, że jej nie wydano.",
    });
  }
  if (records.length > 0) {
    unknown.push({
      authority: "sądy administracyjne",
      text: "Wyroków sądów administracyjnych to archiwum nie gromadzi: orzeczenie mogło zmienić stan decyzji.",
    });
  }
  return unknown;
}
