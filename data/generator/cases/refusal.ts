import type { DecisionModel } from "../model.ts";
import { dateLong, figure, yearOf } from "../polish.ts";
import type { Block } from "../paper/blocks.ts";
import { para } from "../paper/compose.ts";
import { finalAfter, operativePoint, outcomeFact, writeDecision } from "./decision.ts";
import { addPaper, type CaseFile, fact, later } from "./file.ts";
import { act } from "./law.ts";
import { type Neighbour, writeApplication, writeCommencement, writeDelivery, writeParties } from "./papers.ts";
import { drawNeighbours, matterOf, ownerOf, permitBasis } from "./permit.ts";
import { body, privateHead, title } from "./pieces.ts";
import { named } from "./refer.ts";
import { permitLaw, procedureLaw } from "./wording/legal.ts";
import { design, figures, filed, parties } from "./wording/permit.ts";
import { drawRemark, type RefusalGround, refusalGrounds, type Remark, remarkText } from "./wording/remarks.ts";
import { atAddress, dayWriter, onParcels, parcelsShort, plainName, styled } from "./words.ts";

export interface Refused {
  decision: DecisionModel;
  ground: RefusalGround;
  remark: Remark;
  neighbours: Neighbour[];
}

/** A permit refused, for a ground of the authority's own among arguments of others. */
export function writeRefusal(
  file: CaseFile,
  aside: string[],
  options: { final: boolean; between?: (file: CaseFile) => void },
): Refused {
  const { rng, model, office } = file;
  const neighbours = drawNeighbours(file, 2);
  writeApplication(
    file,
    office,
    `o zatwierdzenie projektu budowlanego i udzielenie pozwolenia na ${model.works.accusative}`,
  );
  later(file, 4, 12);
  writeParties(file, office, neighbours);
  writeCommencement(file, office, neighbours);
  options.between?.(file);
  later(file, 20, 50);
  const height = model.works.height ?? 9;
  const ground = rng.pick(refusalGrounds)({ asked: `${figure(height)} m`, allowed: `${figure(height - 1.5)} m` });
  const remark = drawRemark(rng);
  const decision = decideRefusal(file, { ground, remark, neighbours, aside, final: options.final });
  writeDelivery(file, `decyzja nr ${decision.number}`, plainName(model.applicant), office.nom);
  return { decision, ground, remark, neighbours };
}

interface RefusalInput extends Omit<Refused, "decision"> {
  aside: string[];
  final: boolean;
}

function decideRefusal(file: CaseFile, input: RefusalInput): DecisionModel {
  const { town, rng, model, office } = file;
  const name = "decyzja_odmowna";
  const words = rng.pick([
    "odmawiam zatwierdzenia projektu budowlanego i udzielenia pozwolenia na budowę",
    "ODMAWIAM ZATWIERDZENIA PROJEKTU BUDOWLANEGO I UDZIELENIA POZWOLENIA NA BUDOWĘ",
    "odmawiam zatwierdzenia projektu budowlanego oraz udzielenia pozwolenia na budowę",
  ]);
  const what = `dla zamierzenia: ${model.works.name} ${atAddress(model.site)}, na ${onParcels(model.site.parcels)}`;
  return writeDecision(file, {
    name,
    kind: "permit_decision",
    office,
    second: town.offices.appeals,
    number: town.numbers.decision(yearOf(file.today)),
    outcome: "refused",
    title: `Decyzja odmowna – ${parcelsShort(model.site.parcels)}`,
    basis: permitBasis(file),
    matter: matterOf(file),
    operative: [
      operativePoint(words, [outcomeFact(file, name, "refused", words)]),
      operativePoint(what, [fact(file, name, "works", model.works.name, what)]),
      operativePoint(`wnioskodawca: ${plainName(model.applicant)}.`),
    ],
    grounds: refusalText(file, name, input),
    instructions: [],
    recipients: [plainName(model.applicant), ...input.neighbours.map((one) => plainName(one.party)), "a/a"],
    ...(input.final ? { finalOn: finalAfter(file) } : {}),
    logged: "decyzja odmawiająca udzielenia pozwolenia",
  });
}

function refusalText(
  file: CaseFile,
  name: string,
  { ground, remark, neighbours, aside }: RefusalInput,
): (string | Block)[] {
  const { rng } = file;
  const context = { file, day: dayWriter(rng) };
  const law = rng.shuffle(permitLaw);
  const own = fact(file, name, "ground", ground.heart[0] ?? "", ground.sentence);
  return [
    filed(context),
    parties(context),
    ...law.slice(0, rng.int(6, 8)),
    design(context),
    figures(context),
    ...neighbours.slice(0, 1).map((one) => remarkText(rng, ownerOf(one), file.today, remark)),
    ...aside,
    para(ground.sentence, [own], { indent: 18, gap: 7 }),
    ...law.slice(8, 8 + rng.int(6, 10)),
    rng.pick([
      "Wobec powyższego należało orzec jak w sentencji.",
      "W tym stanie rzeczy uwzględnienie wniosku nie było możliwe.",
      "Inwestor może wystąpić z nowym wnioskiem po usunięciu opisanej przeszkody.",
    ]),
  ];
}

/** What the refused investor, or a neighbour, writes to the second instance. */
export function writeAppeal(file: CaseFile, decision: DecisionModel, who: string, second: string): void {
  const { rng } = file;
  later(file, 10, 16);
  const name = "odwolanie";
  const said = rng.pick([
    "zarzucam błędne ustalenie stanu faktycznego i pominięcie dowodów złożonych wraz z wnioskiem",
    "zarzucam naruszenie art. 7, art. 77 i art. 107 § 3 Kodeksu postępowania administracyjnego, gdyż organ nie wyjaśnił, z jakich przyczyn odmówił wiary przedłożonym opiniom",
    "zarzucam dowolną ocenę projektu oraz niewezwanie do usunięcia nieprawidłowości przed wydaniem decyzji",
  ]);
  addPaper(file, {
    name,
    kind: "appeal",
    title: `Odwołanie od decyzji nr ${decision.number}`,
    date: file.today,
    logged: "odwołanie",
    blocks: [
      ...privateHead(file, name, who, second),
      title("ODWOŁANIE"),
      body(`Od decyzji ${named(file, decision)} wnoszę odwołanie. Decyzji tej ${said}.`),
      body(
        rng.pick([
          "Wnoszę o uchylenie decyzji w całości i przekazanie sprawy do ponownego rozpatrzenia, ewentualnie o jej uchylenie i orzeczenie co do istoty sprawy zgodnie z żądaniem.",
          "Proszę o uchylenie zaskarżonej decyzji i udzielenie pozwolenia na budowę.",
        ]),
      ),
      body(
        "Uzasadniając odwołanie, wskazuję, że rozwiązania przyjęte w projekcie mieszczą się w granicach wyznaczonych przez przepisy, a w okolicy stoją obiekty podobne, wzniesione na podstawie pozwoleń, których nikt nie podważył. Organ powinien był zatem potraktować mnie jednakowo.",
      ),
      para(`(podpis) ${who}`, [], { left: 300 }),
    ],
  });
}

/** The second instance upholds, or sends the case back (which refuses nothing). */
export function writeAppealDecision(
  file: CaseFile,
  decision: DecisionModel,
  outcome: "upheld" | "sent_back",
): DecisionModel {
  const { town, rng, model } = file;
  const planning = decision.authority === town.offices.planning.nom && model.kind === "planning";
  const office = planning ? town.offices.planningAppeals : town.offices.appeals;
  later(file, 30, 70);
  const name = "decyzja_ii_instancji";
  const collegial = planning;
  const words =
    outcome === "upheld"
      ? `${collegial ? "utrzymuje" : "utrzymuję"} w mocy zaskarżoną decyzję`
      : `${collegial ? "uchyla" : "uchylam"} zaskarżoną decyzję w całości i ${collegial ? "przekazuje" : "przekazuję"} sprawę do ponownego rozpatrzenia organowi pierwszej instancji`;
  const count = town.numbers.caseNumber();
  const year = yearOf(file.today);
  const signature =
    year < 2011
      ? `${office.cell.replace(/-.*/, "")}.I.7119-${count}/${String(year).slice(2)}`
      : planning
        ? `SKO.4122.${count}.${year}`
        : `${office.cell}.7840.${count}.${year}`;
  const paragraph = outcome === "upheld" ? "art. 138 § 1 pkt 1" : "art. 138 § 2";
  return writeDecision(file, {
    name,
    kind: "appeal_decision",
    office,
    number: town.numbers.decision(year),
    outcome,
    title: `Decyzja drugiej instancji w sprawie ${model.signature}`,
    basis: `Na podstawie ${paragraph} ${act("procedure", file.today)},`,
    matter: `po rozpatrzeniu odwołania ${styled(model.applicant, "gen")} od decyzji ${named(file, decision)}, znak: ${model.signature},`,
    operative: [operativePoint(words, [outcomeFact(file, name, outcome, words)])],
    grounds: [
      `Zaskarżoną decyzją organ pierwszej instancji odmówił uwzględnienia wniosku dotyczącego ${model.works.genitive}. W odwołaniu podniesiono, że odmowa jest bezpodstawna, i wniesiono o udzielenie pozwolenia.`,
      ...rng.shuffle(procedureLaw).slice(0, 2),
      ...rng.shuffle(permitLaw).slice(0, 5),
      outcome === "upheld"
        ? rng.pick([
            "Organ odwoławczy podzielił ustalenia organu pierwszej instancji. Przeszkoda wskazana w decyzji istnieje i nie została usunięta, a zarzuty odwołania sprowadzają się do polemiki.",
            "Rozstrzygnięcie jest zgodne z prawem, choć uzasadnienie mogłoby być pełniejsze. Strona nie przedstawiła niczego, co podważałoby ustalenia stanowiące podstawę odmowy.",
          ])
        : rng.pick([
            "Organ pierwszej instancji nie wyjaśnił istotnych okoliczności i nie wezwał inwestora do usunięcia nieprawidłowości w trybie art. 35 ust. 3 Prawa budowlanego. Zakres koniecznych ustaleń wykracza poza uzupełniające postępowanie dowodowe.",
            "Sprawę rozpoznano z uchybieniem przepisom o postępowaniu, a to, co pozostało niewyjaśnione, może przesądzić o jej wyniku. Organ ponownie oceni projekt po umożliwieniu inwestorowi jego poprawienia.",
          ]),
      `Sprawę odnotowano w organie odwoławczym w dniu ${dateLong(file.today)}.`,
    ],
    instructions: [
      "Decyzja jest ostateczna w administracyjnym toku instancji. Służy na nią skarga do wojewódzkiego sądu administracyjnego, wnoszona w terminie trzydziestu dni od dnia doręczenia za pośrednictwem organu, który ją wydał.",
    ],
    recipients: [plainName(model.applicant), "organ pierwszej instancji", "a/a"],
    refersTo: [decision.key],
    signature,
    logged: "decyzja organu drugiej instancji",
  });
}
