import type { DecisionModel } from "../model.ts";
import { table } from "../paper/compose.ts";
import type { Block } from "../paper/blocks.ts";
import { dateLong, figure, yearOf } from "../polish.ts";
import { finalAfter, operativePoint, outcomeFact, writeDecision } from "./decision.ts";
import { addPaper, type CaseFile, fact, factKey, later } from "./file.ts";
import { act } from "./law.ts";
import { type Neighbour, writeApplication, writeCommencement, writeDelivery, writeParties } from "./papers.ts";
import { drawNeighbours, matterOf, ownerOf } from "./permit.ts";
import { body, letterhead, signedBy, title } from "./pieces.ts";
import { permitLaw, planningLaw } from "./wording/legal.ts";
import { drawRemark, type Remark, remarkText } from "./wording/remarks.ts";
import { addressOf, atAddress, dayWriter, onParcels, parcelsShort, plainName, styled, theParcels } from "./words.ts";

/** What a planning decision lets be built. */
export interface Conditions {
  height: number;
  storeys: number;
  width: number;
  cover: number;
  green: number;
  line: number;
}

export interface Planned {
  decision: DecisionModel;
  neighbours: Neighbour[];
  conditions: Conditions;
  /** The authority's own ground, when it refused. */
  heart: string[];
  remark: Remark;
}

function drawConditions(file: CaseFile): Conditions {
  const { rng } = file;
  return {
    height: rng.pick([7.2, 7.8, 8.4, 9.2, 9.6, 10.8, 11.6]),
    storeys: rng.int(1, 3),
    width: rng.pick([11, 12.5, 13, 14.5, 16, 18]),
    cover: rng.pick([18, 22, 24, 27, 31, 33]),
    green: rng.pick([38, 41, 44, 47, 52]),
    line: rng.pick([4.5, 5.5, 6.5, 7.5, 9]),
  };
}

function conditionBlocks(file: CaseFile, name: string, conditions: Conditions): Block[] {
  const cell = (what: string, text: string) => ({
    text,
    fact: { key: factKey(file, name, what), kind: what, value: text },
  });
  const rows = [
    ["Wysokość zabudowy do kalenicy", cell("height", `do ${figure(conditions.height)} m`)],
    ["Liczba kondygnacji nadziemnych", cell("storeys", String(conditions.storeys))],
    ["Szerokość elewacji frontowej", cell("width", `do ${figure(conditions.width)} m`)],
    ["Wskaźnik powierzchni zabudowy", cell("cover", `do ${conditions.cover}%`)],
    ["Powierzchnia biologicznie czynna", cell("green", `co najmniej ${conditions.green}%`)],
    ["Obowiązująca linia zabudowy", cell("line", `${figure(conditions.line)} m od granicy z drogą`)],
  ];
  return [
    operativePoint("1. Rodzaj inwestycji: zabudowa kubaturowa z niezbędną infrastrukturą techniczną."),
    operativePoint("2. Warunki i wymagania ochrony i kształtowania ładu przestrzennego:"),
    table(
      ["Parametr", "Ustalenie"],
      rows.map((row) => row.map((one) => (typeof one === "string" ? { text: one } : one))),
      [2, 2],
    ),
    operativePoint("3. Obsługa komunikacyjna: istniejącym lub projektowanym zjazdem z drogi publicznej."),
    operativePoint(
      "4. Linie rozgraniczające teren inwestycji wyznaczono na mapie w skali 1:500, stanowiącej załącznik nr 1.",
    ),
  ];
}

const refusals: readonly { sentence: string; heart: string[] }[] = [
  {
    sentence:
      "Przyczyną odmowy jest brak dostępu terenu do drogi publicznej: działka drogowa, przez którą miałby prowadzić dojazd, należy do osób trzecich, a służebności nie ustanowiono.",
    heart: ["brak dostępu terenu do drogi publicznej"],
  },
  {
    sentence:
      "Odmówiono ustalenia warunków, ponieważ w obszarze analizowanym żadna działka dostępna z tej samej drogi publicznej nie jest zabudowana, a więc zasady dobrego sąsiedztwa nie można zastosować.",
    heart: [
      "żadna działka dostępna z tej samej drogi publicznej nie jest zabudowana",
      "żadna działka dostępna z tej samej drogi",
    ],
  },
  {
    sentence:
      "Decydujące znaczenie miało to, że grunt klasy IIIa wymaga zgody na zmianę przeznaczenia na cele nierolnicze, której nie uzyskano.",
    heart: ["wymaga zgody na zmianę przeznaczenia", "grunt klasy IIIa"],
  },
  {
    sentence:
      "Warunków nie można było ustalić z uwagi na to, że istniejące uzbrojenie nie wystarcza dla zamierzenia, a gestor sieci odmówił zawarcia umowy o jej rozbudowę.",
    heart: ["istniejące uzbrojenie nie wystarcza", "gestor sieci odmówił"],
  },
];

/** From application to the decision on planning conditions; `outcome` refused or granted. */
export function writePlanning(
  file: CaseFile,
  outcome: "granted" | "refused",
  options: { final: boolean; number?: string },
): Planned {
  const { rng, model } = file;
  const { office } = file;
  const neighbours = drawNeighbours(file, rng.int(1, 3));
  writeApplication(file, office, `o ustalenie warunków zabudowy dla ${model.works.genitive}`);
  later(file, 6, 20);
  writeParties(file, office, neighbours);
  writeCommencement(file, office, neighbours);
  later(file, 15, 40);
  if (outcome === "granted") writeAnalysis(file);
  later(file, 15, 40);
  const conditions = drawConditions(file);
  const refusal = rng.pick(refusals);
  const remark = drawRemark(rng);
  const decision = decidePlanning(file, {
    outcome,
    conditions,
    refusal,
    remark,
    neighbours,
    ...options,
    name: outcome === "granted" ? "decyzja_wz" : "decyzja_wz_odmowa",
  });
  writeDelivery(file, `decyzja nr ${decision.number}`, plainName(model.applicant), office.nom);
  return { decision, neighbours, conditions, heart: refusal.heart, remark };
}

interface PlanningInput {
  name: string;
  outcome: "granted" | "refused";
  conditions: Conditions;
  refusal: (typeof refusals)[number];
  remark: Remark;
  neighbours: Neighbour[];
  final: boolean;
  number?: string;
}

function decidePlanning(file: CaseFile, input: PlanningInput): DecisionModel {
  const { town, rng, model } = file;
  const { name, outcome } = input;
  const granted = outcome === "granted";
  const where = `${model.works.genitive} ${atAddress(model.site)}, na ${onParcels(model.site.parcels)}`;
  const words = granted
    ? rng.pick([
        `ustalam warunki zabudowy dla inwestycji polegającej na realizacji ${where}`,
        `ustalam na rzecz ${styled(model.applicant, "gen")} warunki zabudowy dla ${where}`,
      ])
    : `odmawiam ustalenia warunków zabudowy dla ${where}`;
  return writeDecision(file, {
    name,
    kind: "planning_decision",
    office: town.offices.planning,
    second: town.offices.planningAppeals,
    number: input.number ?? town.numbers.decision(yearOf(file.today)),
    outcome,
    titled: "o warunkach zabudowy",
    title: `Decyzja o warunkach zabudowy – ${parcelsShort(model.site.parcels)}`,
    basis: `Na podstawie art. 4 ust. 2, art. 59 ust. 1, art. 60 ust. 1 i art. 61 ${act("planning", file.today)} oraz art. 104 ${act("procedure", file.today)},`,
    matter: matterOf(file),
    operative: [
      operativePoint(words, [outcomeFact(file, name, outcome, words)]),
      ...(granted ? conditionBlocks(file, name, input.conditions) : []),
    ],
    grounds: planningGrounds(file, input),
    instructions: granted
      ? [
          "Wnioskodawcy, który nie uzyskał prawa do terenu, nie przysługuje roszczenie o zwrot nakładów poniesionych w związku z otrzymaną decyzją.",
          rng.pick([
            "Organ stwierdza wygaśnięcie decyzji, jeżeli inny wnioskodawca uzyskał pozwolenie na budowę albo dla terenu uchwalono plan miejscowy o innych ustaleniach, chyba że wydano już ostateczne pozwolenie.",
            "Decyzja traci znaczenie z chwilą wejścia w życie planu miejscowego o odmiennych ustaleniach, o ile nie wydano wcześniej ostatecznego pozwolenia na budowę; wygaśnięcie stwierdza organ.",
          ]),
        ]
      : [],
    recipients: [plainName(model.applicant), ...input.neighbours.map((one) => plainName(one.party)), "a/a"],
    ...(input.final ? { finalOn: finalAfter(file) } : {}),
    logged: granted ? "decyzja o warunkach zabudowy" : "decyzja odmawiająca ustalenia warunków zabudowy",
  });
}

function planningGrounds(
  file: CaseFile,
  { outcome, remark, refusal, neighbours, name }: PlanningInput,
): (string | Block)[] {
  const { rng, model, town } = file;
  const day = dayWriter(rng);
  const law = rng.shuffle(planningLaw);
  const general = rng.shuffle(permitLaw);
  const neighbour = neighbours[0];
  return [
    rng.pick([
      `Wnioskiem z dnia ${day(model.applicationDate)}, nr ${model.applicationNumber}, ${styled(model.applicant, "nom")} ${model.applicant.female ? "wystąpiła" : "wystąpił"} o ustalenie warunków zabudowy dla ${model.works.genitive}. Teren inwestycji stanowi ${theParcels(model.site.parcels)}.`,
      `Postępowanie zainicjował wniosek ${styled(model.applicant, "gen")} złożony ${day(model.applicationDate)} (nr ${model.applicationNumber}), dotyczący nieruchomości: ${theParcels(model.site.parcels)}.`,
    ]),
    `Dla terenu nie obowiązuje plan miejscowy, a ${town.offices.planning.nom} nie przystąpił do jego sporządzenia.`,
    ...law.slice(0, 4),
    ...general.slice(0, 3),
    ...(neighbour ? [remarkText(rng, ownerOf(neighbour), file.today, remark)] : []),
    ...(outcome === "refused"
      ? [
          {
            type: "text",
            text: refusal.sentence,
            style: { indent: 18, gap: 7 },
            facts: [fact(file, name, "ground", refusal.heart[0] ?? "", refusal.sentence)],
          } as Block,
        ]
      : [
          "Projekt decyzji uzgodniono w zakresie przewidzianym ustawą. Parametry zabudowy przyjęto jako średnie wartości występujące w obszarze analizowanym, z odstępstwami wynikającymi z analizy.",
        ]),
    ...law.slice(4),
    ...general.slice(3, 3 + rng.int(1, 3)),
    rng.pick([
      "Mając powyższe na uwadze, orzeczono jak w sentencji.",
      "Z przytoczonych względów rozstrzygnięto jak wyżej.",
    ]),
  ];
}

/** The analysis annexed to a planning decision: averages around the site, which are not what is allowed on it. */
function writeAnalysis(file: CaseFile): void {
  const { rng, model } = file;
  const name = "analiza";
  const rows = Array.from({ length: rng.int(7, 13) }, () => [
    `${rng.int(11, 398)}/${rng.int(28, 44)}`,
    `${figure(rng.int(54, 128) / 10)} m`,
    `${rng.int(9, 21)} m`,
    `${rng.int(11, 46)}%`,
    rng.pick(["dwuspadowy", "płaski", "wielospadowy", "kopertowy"]),
  ]);
  addPaper(file, {
    name,
    kind: "other",
    title: "Analiza funkcji oraz cech zabudowy i zagospodarowania terenu",
    date: file.today,
    logged: "analiza urbanistyczna",
    blocks: [
      title("ANALIZA FUNKCJI ORAZ CECH ZABUDOWY I ZAGOSPODAROWANIA TERENU"),
      body(
        `Analizę sporządzono ${dateLong(file.today)} dla wniosku nr ${model.applicationNumber}, dotyczącego terenu: ${theParcels(model.site.parcels)}, ${addressOf(model.site)}.`,
      ),
      body(
        "Granice obszaru analizowanego wyznaczono na kopii mapy zasadniczej w odległości trzykrotności frontu terenu. W obszarze przeważa zabudowa mieszkaniowa o zróżnicowanej formie, uzupełniona obiektami usługowymi i gospodarczymi. Linia istniejącej zabudowy przebiega wzdłuż drogi nieregularnie.",
      ),
      table(["Działka sąsiednia", "Wysokość", "Front", "Zabudowa", "Dach"], rows, [1.4, 1, 1, 1, 1.4]),
      body(
        "Wartości skrajne pominięto przy obliczaniu średnich. Zestawienie opisuje stan istniejący działek sąsiednich i nie stanowi ustaleń dla terenu inwestycji.",
      ),
      ...signedBy(file, file.town.offices.planning),
    ],
  });
}

/** A visit of the office to the site; nothing is decided there. */
export function writeSiteNote(file: CaseFile): void {
  const name = "notatka";
  const { office } = file;
  addPaper(file, {
    name,
    kind: "letter",
    title: "Notatka służbowa",
    date: file.today,
    format: file.rng.chance(0.3) ? "txt" : "pdf",
    logged: "notatka z oględzin",
    blocks: [
      ...letterhead(file, name, office),
      title("NOTATKA SŁUŻBOWA"),
      body(
        `W dniu dzisiejszym dokonano wizji terenu ${atAddress(file.model.site)}. Teren jest ogrodzony, porośnięty trawą, w części utwardzony. Sporządzono sześć fotografii, które włączono do akt.`,
      ),
      ...signedBy(file, office),
    ],
  });
}
