import { describe, expect, it } from "vitest";
import { findOutcomes } from "./said-outcomes.ts";

const said = (text: string) => findOutcomes(text).map(({ value, negated }) => (negated ? `nie ${value}` : value));

describe("findOutcomes", () => {
  it.each([
    ["zatwierdzam projekt budowlany i udzielam pozwolenia na budowę", ["granted", "granted"]],
    ["Starosta udzielił pozwolenia na budowę", ["granted"]],
    ["pozwolenie na budowę zostało wydane", ["granted"]],
    ["ustalono warunki zabudowy", ["granted"]],
    ["odmówiono zatwierdzenia projektu i udzielenia pozwolenia", ["refused"]],
    ["decyzja odmowna", ["refused"]],
    ["nie udzielono pozwolenia na budowę", ["nie granted"]],
    ["postępowanie zostało umorzone", ["discontinued"]],
    ["umorzono postępowanie odwoławcze", ["appeal_discontinued"]],
    ["wniosek pozostawiono bez rozpoznania", ["left_unexamined"]],
    ["uchylono decyzję i przekazano sprawę do ponownego rozpatrzenia", ["sent_back"]],
    ["uchylono decyzję nr 5/2011", ["repealed"]],
    ["odmówiono uchylenia decyzji", ["change_refused"]],
    ["utrzymano w mocy zaskarżoną decyzję", ["upheld"]],
    ["stwierdzono nieważność decyzji", ["annulled"]],
    ["stwierdzono wygaśnięcie decyzji", ["expired"]],
    ["przeniesiono decyzję na rzecz spółki", ["transferred"]],
    ["nie wniesiono sprzeciwu", ["no_objection"]],
    ["wniesiono sprzeciw", ["objection"]],
    ["nałożono obowiązek uzupełnienia", ["imposed"]],
    ["zawieszono postępowanie", ["suspended"]],
    ["zaopiniowano pozytywnie", ["agreed"]],
    ["odmówiono uzgodnienia projektu", ["not_agreed"]],
  ])("%s", (text, expected) => {
    expect([...new Set(said(text))]).toEqual([...new Set(expected)]);
  });

  it.each([
    "zostanie wydane postanowienie, a potem decyzja odmowna zostanie doręczona",
    "pozwolenie na użytkowanie zostanie udzielone po odbiorze",
    "może zostać stwierdzone wygaśnięcie decyzji",
    "pod rygorem, że postępowanie będzie umorzone",
    "pod rygorem uznania, że wniosek pozostawiono bez rozpoznania",
    "Napisz, proszę, że decyzję uchylono",
    "Oczekujemy, aby uchylono decyzję nr 5/2011",
  ])("what is to come, threatened or wished is no outcome: %s", (text) => {
    expect(said(text)).toEqual([]);
  });

  it("what was decided beside a wish is an outcome", () => {
    expect(said("strona wniosła o zmianę projektu, a organ odmówił udzielenia pozwolenia")).toEqual(["refused"]);
  });

  it.each(["wniósł o odmowę udzielenia pozwolenia", "wniosek o udzielenie pozwolenia", "w sprawie uchylenia decyzji"])(
    "a wish or a subject is no outcome: %s",
    (text) => {
      expect(said(text)).toEqual([]);
    },
  );
});
