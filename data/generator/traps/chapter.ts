import type { CaseModel, SequelMaker } from "../model.ts";
import type { Rng } from "../rng.ts";
import { copyOf, houseNumbers, scans } from "./copies.ts";
import { heirs, overTheTurn, unmapped, wrongName } from "./oddities.ts";
import { orders } from "./orders.ts";

/** What makes readers, searchers and models stumble, told in the list of traps. */
export const makeTraps: SequelMaker = (town, rng, cases) => {
  const permits = rng.fork("cases").shuffle(cases.filter(({ kind }) => kind === "permit"));
  const at = (index: number): CaseModel => {
    const model = permits[index % permits.length];
    if (!model) throw new Error("the archive has permits");
    return model;
  };
  const own = (label: string): Rng => rng.fork(label);
  const twins = houseNumbers(town, own("house numbers"));
  const turn = overTheTurn(town, own("turn"), at(0));
  const parts = [
    orders(town, own("orders")),
    heirs(town, own("heirs"), at(1)),
    unmapped(town, own("unmapped"), at(2)),
    unmapped(town, own("unmapped too"), at(3)),
    wrongName(town, own("wrong name")),
    turn,
    overTheTurn(town, own("another turn"), at(4)),
    twins,
    scans(own("scans")),
  ];
  const copies = [...turn.papers, ...twins.papers.slice(0, 1)].map((paper, index) =>
    copyOf(paper, `kopie/${["do akt", "Kopia (2) pisma"][index]}.pdf`),
  );
  return {
    papers: [...parts.flatMap(({ papers }) => papers), ...copies],
    cases: [],
    questions: parts.flatMap(({ questions }) => questions),
    traps: [
      ...parts.flatMap(({ traps }) => traps),
      ...copies.map(({ path, duplicateOf }) => ({
        name: "duplicate",
        document: path,
        note: `The same bytes as ${duplicateOf}`,
      })),
    ],
    notCovered: ["Skany z lat 1987–1998 nie mają warstwy tekstowej; ich treść zna tylko ten, kto je obejrzy."],
  };
};
