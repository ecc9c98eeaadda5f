import type { RegistersMaker } from "../model.ts";
import { yearOf } from "../polish.ts";
import { cityFile } from "./city.ts";
import { plantConflicts } from "./conflicts.ts";
import { type Entry, entriesOf, registerOf, type RegisterName } from "./entry.ts";
import { registerQuestions } from "./questions.ts";
import { drawRegisterOnly } from "./register-only.ts";
import { notificationsFile, permitsFile } from "./rwdz.ts";

/** The national exports from 2016 on and the city's own files of 2009–2015, made of the cases and of many others. */
export const makeRegisters: RegistersMaker = (town, rng, cases) => {
  const drawn = drawRegisterOnly(town, rng.fork("register only"));
  const planted = plantConflicts(rng.fork("conflicts"), town, cases);
  const changed = new Map(planted.map(({ entry }) => [entry.key, entry]));
  const own = cases.flatMap((model) => entriesOf(model, town.offices.permits.nom));
  const all = [...own.map((entry) => changed.get(entry.key) ?? entry), ...Object.values(drawn).flat()];
  const of = (name: RegisterName) => all.filter((entry) => registerOf(entry) === name);
  const early = of("city-early");
  // The late file begins with what the early one ends with: rows repeat across the city's files.
  const late = [...of("city-late"), ...rng.fork("repeated").shuffle(early.filter(isLast)).slice(0, 7)];
  return {
    files: [
      permitsFile(rng.fork("permits"), town, of("rwdz-permits")),
      notificationsFile(rng.fork("notifications"), town, of("rwdz-notifications")),
      cityFile(rng.fork("early"), { name: "pozwolenia na budowe cz.1.csv", late: false, firstIndex: 1 }, early),
      cityFile(rng.fork("late"), { name: "pozwolenia na budowe cz.2.csv", late: true, firstIndex: 2001 }, late),
    ],
    questions: registerQuestions(rng.fork("questions"), town, drawn),
    conflicts: planted.map(({ conflict }) => conflict),
    notCovered: [
      "Rejestr krajowy (RWDZ) obejmuje tylko rozstrzygnięcia pozytywne od 2016 roku; brak wpisu nie oznacza odmowy.",
      "Rejestr miejski obejmuje lata 2009–2015; starszych decyzji nie ma w żadnym rejestrze.",
      "W rejestrze miejskim część numerów decyzji zniekształcił arkusz kalkulacyjny; nie da się ich odtworzyć.",
    ],
  };
};

function isLast({ date }: Entry): boolean {
  return yearOf(date) === 2012;
}
