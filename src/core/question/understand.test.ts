import { describe, expect, it } from "vitest";
import { askedOutcomes } from "./asked-outcomes.ts";
import { focusOf } from "./focus.ts";
import type { Intent } from "./intents.ts";
import type { Topic } from "./topics.ts";
import { understand } from "./understand.ts";

describe("the kind of answer", () => {
  it.each<[string, Intent]>([
    ["pnb na 87/14 AM-28?", "permit_lookup"],
    ["dec 9/09", "decision_outcome"],
    ["spis pism AB.6740.1.234.2018", "case_documents"],
    ["jakie papiery sa w teczce AB.6740.1.234.2018", "case_documents"],
    ["614/2010 ostateczna? od kiedy", "finality"],
    ["kiedy uprawomocnila sie dec 614/10", "finality"],
    ["pnb 2006 nierozpoczęte, wygasło?", "expiry"],
    ["na kogo przeniesiona 3405/14", "transfer"],
    ["zamienny do 3405/14 co zmienia", "replacement_design"],
    ["do kiedy sprzeciw zgł. 123/2019", "objection"],
    ["wys. w 3MN", "plan_parameter"],
    ["jaki mpzp w dniu decyzji 614/2014", "plan_in_force"],
    ["wz 21/4 ważna?", "planning_decision"],
    ["czemu odmowa Krucza 64-66", "refusal_ground"],
    ["sąsiad 22/3 był stroną?", "party"],
    ["braki z wezwania, termin", "call"],
    ["kat. i kubatura 614/14", "category_and_volume"],
    ["uzgodnione z WKZ? AB.6740.1.234.2018", "agreement"],
    ["pnu jest? Krucza 64", "occupancy"],
    ["kto i kiedy wydał decyzję 614/2014", "issuer_and_date"],
    ["co orzekł wojewoda od dec 614/14", "appeal"],
    ["kto projektował 614/14", "designer"],
    ["historia działki 87/14", "property_history"],
    ["dzieje działki 87/14", "property_history"],
    ["czy działka 87/14 była dzielona?", "parcel_division"],
    ["z czego powstała działka 87/14", "parcel_division"],
    ["na jakie działki podzielono 87/14 obr. Zatorze", "parcel_division"],
    ["Jakie decyzje o pozwoleniu na budowę dotyczą działki nr 87/14", "property_history"],
    ["minimalna powierzchnia przy podziale w 3MN", "plan_parameter"],
    ["czy wydano decyzję o podziale", "permit_lookup"],
    ["kiedy doręczono decyzję 614/14", "delivery"],
    ["czy dec 3405/14 obowiazywala 1.03.2016", "decision_status"],
    ["status 614/2010 na dzień 5 maja 2015 r.", "decision_status"],
    ["stan decyzji nr 614/2010 z dnia 1.03.2010 na dzień 5.05.2015", "decision_status"],
    ["czy decyzja nr 614/2010 z dnia 1 marca 2010 r. nadal obowiązuje?", "decision_outcome"],
    ["status 614/2010", "decision_outcome"],
    ["jaki mpzp obowiązywał dla działki 5/3 na dzień 12.03.2014", "plan_in_force"],
  ])("%s → %s", (question, intent) => {
    expect(understand(question).intents[0]).toBe(intent);
  });

  it("bears one slip of the keyboard in a long word", () => {
    expect(understand("czy 614/2014 jest ostatecnza").intents[0]).toBe("finality");
    expect(understand("kubatrua 614/2014").intents[0]).toBe("category_and_volume");
  });
});

describe("what the question names", () => {
  it("is read once, each as what it is", () => {
    const { parcels, signatures, decisionNumbers, bareNumbers } = understand(
      "dz. 87/14 AM-28 obr. Poświętne, AB.6740.1.234.2018.JK, decyzja nr 614/2014",
    );
    expect(parcels).toEqual([{ number: "87/14", sheet: "28", precinct: "Poświętne" }]);
    expect(signatures).toEqual(["AB.6740.1.234.2018.JK"]);
    expect(decisionNumbers).toEqual(["614/2014"]);
    expect(bareNumbers).toEqual([]);
  });

  it.each([
    ["pnb na 701?", "701"],
    ["wz 920 ważna", "920"],
    ["sąsiad 22/3 był stroną", "22/3"],
  ])("%s names the parcel %s", (question, number) => {
    expect(understand(question).parcels).toEqual([{ number }]);
  });

  it("leaves open what a number without a word is", () => {
    expect(understand("614/10 co to").bareNumbers).toEqual([
      { text: "614/10", parcel: { number: "614/10" }, decisionNumber: "614/2010" },
    ]);
  });

  it("knows a decision in a request to repeal it, and a notification's number", () => {
    expect(understand("wniosek o uchylenie decyzji nr 283/2016").decisionNumbers).toEqual(["283/2016"]);
    expect(understand("zgł. 31017/17 sprzeciw?").applicationNumbers).toEqual(["31017/2017"]);
  });

  it("finds a street without its title, and no street in a number with a year", () => {
    expect(understand("czemu odmowa krucza 64-66").addresses).toEqual([{ street: "krucza", number: "64-66" }]);
    expect(understand("projekt zamienny 656/2010").addresses).toEqual([]);
  });

  it("takes no area of a plan for a parcel", () => {
    const { areaSymbols, parcels } = understand("min. dzialka 3MN plan Zatorze");
    expect(areaSymbols).toEqual(["3MN"]);
    expect(parcels).toEqual([]);
  });

  it("reads years that stand alone", () => {
    expect(understand("pnb z 2006 na 87/14").years).toEqual([2006]);
  });
});

describe("what of the thing is asked", () => {
  it.each<[string, Topic]>([
    ["wys. w 3MN", "height"],
    ["kat dachu 5MN", "roof"],
    ["pow. biol. czynna 2MN", "green_share"],
    ["ile miejsc do parkowania na 2MW", "parking"],
    ["jaką najmniejszą działkę można wydzielić na 4MN", "plot_size"],
    ["stawka renty planistycznej", "planning_fee"],
  ])("%s → %s", (question, topic) => {
    expect(understand(question).topics).toContain(topic);
  });

  it("takes an angle (kąt) for no category (kat.)", () => {
    expect(understand("kąt nachylenia dachu 614/2014").topics).not.toContain("category");
  });
});

describe("what an answer has to speak of", () => {
  it.each([
    ["jaki kolor elewacji w dec. 614/2014", ["kolor", "elewacji"]],
    ["co rozstrzygnięto w decyzji nr 614/2014", []],
    ["udźwig dźwigu w sekcji A, dec. 614/2014", ["udźwig", "dźwigu", "sekcji", "A"]],
    ["pow. lokalu C-22 dec. 614/2014", ["lokalu", "C-22"]],
  ])("%s", (question, words) => {
    expect(focusOf(understand(question))).toEqual(words);
  });

  it("is one outcome when the question names it", () => {
    expect(askedOutcomes("jaką decyzją uchylono 614/2014")).toContain("repealed");
    expect(askedOutcomes("co z 614/2014")).toBeUndefined();
  });
});
