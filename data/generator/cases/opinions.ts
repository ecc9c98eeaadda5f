import type { Block } from "../paper/blocks.ts";
import { para, point } from "../paper/compose.ts";
import { addDays, dateLong, workday, yearOf } from "../polish.ts";
import { outcomeFact } from "./decision.ts";
import { addPaper, type CaseFile, fact, factKey } from "./file.ts";
import { act } from "./law.ts";
import { body, letterhead, privateHead, recipients, signedBy, title } from "./pieces.ts";
import { addressOf, atAddress, onParcels, plainName, theParcels } from "./words.ts";

function foreignSignature(file: CaseFile, cell: string, jrwa: string): string {
  return `${cell}.${jrwa}.${file.town.numbers.caseNumber()}.${yearOf(file.today)}`;
}

export type MonumentAnswer = "agreed" | "not_agreed" | "silent";

/** Which facts tell the conservator's answer, what the grounds of the permit say of it, and words of a right answer. */
export interface MonumentsTold {
  keys: string[];
  grounds: Block[];
  words: string[];
}

/** The conservator asked, and what came of it: an order either way, or silence after the term, which counts as consent. */
export function writeMonuments(file: CaseFile, answer: MonumentAnswer): MonumentsTold {
  const asked = file.today;
  writeMonumentsApplication(file);
  file.today = workday(addDays(file.today, file.rng.int(12, 24)));
  return answer === "silent" ? silence(file, asked) : writeMonumentsOrder(file, answer, asked);
}

function writeMonumentsApplication(file: CaseFile): void {
  const { model, office, town } = file;
  const name = "wystapienie_wkz";
  addPaper(file, {
    name,
    kind: "application",
    title: "Wystąpienie o uzgodnienie",
    date: file.today,
    logged: "wystąpienie do konserwatora zabytków o uzgodnienie",
    blocks: [
      ...letterhead(file, name, office),
      para(town.offices.monuments.nom, [], { left: 260, bold: true, gap: 12 }),
      title("WNIOSEK O UZGODNIENIE"),
      body(
        `Zwracam się o uzgodnienie projektu decyzji w sprawie ${model.works.genitive} ${atAddress(model.site)}, na ${onParcels(model.site.parcels)}. Teren leży w strefie ochrony konserwatorskiej.`,
      ),
      ...signedBy(file, office),
    ],
  });
}

function silence(file: CaseFile, asked: string): MonumentsTold {
  const quote = `${file.town.offices.monuments.nom} nie zajął stanowiska w terminie 30 dni od doręczenia wystąpienia z dnia ${dateLong(asked)}, co uważa się za uzgodnienie`;
  file.today = workday(addDays(file.today, 20));
  const text = `Teren położony jest w strefie ochrony konserwatorskiej. ${quote}.`;
  return {
    keys: [factKey(file, "decyzja", "monuments")],
    grounds: [para(text, [fact(file, "decyzja", "monuments", "silence", quote)], { indent: 18, gap: 7 })],
    words: ["uważa się za uzgodnienie", "nie zajął stanowiska"],
  };
}

function writeMonumentsOrder(file: CaseFile, answer: "agreed" | "not_agreed", asked: string): MonumentsTold {
  const { rng, town, model } = file;
  const office = town.offices.monuments;
  const name = "postanowienie_wkz";
  const signature = foreignSignature(file, office.cell, "5183");
  const agreed = answer === "agreed";
  const words = agreed
    ? rng.pick(["uzgadniam projekt bez uwag", "uzgadniam pod względem konserwatorskim przedłożony projekt"])
    : "odmawiam uzgodnienia przedłożonego projektu";
  addPaper(file, {
    name,
    kind: "opinion",
    title: agreed ? "Postanowienie uzgadniające" : "Postanowienie o odmowie uzgodnienia",
    date: file.today,
    authority: office.nom,
    outcome: answer,
    signature,
    logged: "postanowienie konserwatora zabytków",
    blocks: [
      ...letterhead(file, name, office, signature),
      title("POSTANOWIENIE"),
      body(
        `Na podstawie art. 39 ust. 3 Prawa budowlanego, art. 89 ${act("monuments", file.today)} oraz art. 106 ${act("procedure", file.today)}, po rozpatrzeniu wystąpienia z dnia ${dateLong(asked)},`,
      ),
      para(words, [outcomeFact(file, name, answer, words)], { left: 14, gap: 5 }),
      para(`dotyczący: ${model.works.genitive} ${atAddress(model.site)}, ${theParcels(model.site.parcels)}.`, [], {
        left: 14,
      }),
      title("UZASADNIENIE"),
      body(
        agreed
          ? "Rozwiązania materiałowe i gabaryt obiektu nawiązują do otoczenia. Nie stwierdzono zagrożenia dla wartości zabytkowych układu urbanistycznego ani dla stanowisk archeologicznych."
          : "Inwestor wnosił o uzgodnienie bez zastrzeżeń. Projektowana bryła dominuje jednak nad zabudową historyczną, a pokrycie dachu blachą trapezową jest w strefie niedopuszczalne.",
      ),
      body(
        "Na postanowienie służy zażalenie do ministra właściwego do spraw kultury i ochrony dziedzictwa narodowego, za pośrednictwem organu, który je wydał, w terminie siedmiu dni.",
      ),
      ...signedBy(file, office),
      ...recipients(rng, [file.office.nom, plainName(model.applicant)]),
    ],
  });
  const stem = agreed
    ? ["uzgadniam", "uzgodniono", "uzgodniony", "uzgodnił"]
    : ["odmawiam uzgodnienia", "odmówiono uzgodnienia", "odmowa uzgodnienia", "odmówił uzgodnienia"];
  const ground = "Projekt przedstawiono organowi ochrony zabytków, którego stanowisko znajduje się w aktach.";
  return { keys: [factKey(file, name, "outcome")], grounds: [para(ground, [], { indent: 18, gap: 7 })], words: stem };
}

const fireRemarks: readonly string[] = [
  "zapewnić drogę pożarową o szerokości co najmniej 4 m, połączoną z drogą publiczną",
  "wyposażyć budynek w hydranty wewnętrzne DN 25 na każdej kondygnacji",
  "oznakować drogi ewakuacyjne znakami fotoluminescencyjnymi",
  "zastosować drzwi o klasie odporności ogniowej EI 30 między strefą garażu a klatką schodową",
  "zapewnić zaopatrzenie w wodę do zewnętrznego gaszenia w ilości 20 dm³/s",
];

/** An opinion of the fire service, with or without remarks. */
export function writeFireOpinion(file: CaseFile, positive: boolean): { name: string; remarks: string[] } {
  const { rng, town, model } = file;
  const office = town.offices.fire;
  const name = "opinia_ppoz";
  const remarks = rng.shuffle(fireRemarks).slice(0, positive ? 2 : 3);
  const words = positive
    ? "opiniuję pozytywnie przedłożony projekt, z uwagami:"
    : "opiniuję negatywnie przedłożony projekt z powodów:";
  const signature = foreignSignature(file, office.cell, "5595");
  addPaper(file, {
    name,
    kind: "opinion",
    title: "Opinia w zakresie ochrony przeciwpożarowej",
    date: file.today,
    authority: office.nom,
    outcome: positive ? "agreed" : "not_agreed",
    signature,
    logged: "opinia straży pożarnej",
    blocks: [
      ...letterhead(file, name, office, signature),
      title("OPINIA\nw zakresie ochrony przeciwpożarowej"),
      body(
        `Po zapoznaniu się z projektem, którego przedmiotem jest ${model.works.object} ${atAddress(model.site)}, na ${onParcels(model.site.parcels)}, ${words}`,
        [outcomeFact(file, name, positive ? "agreed" : "not_agreed", words)],
      ),
      ...remarks.map((text, index) =>
        point(`${index + 1}. ${text}.`, [fact(file, name, `remark${index + 1}`, text, text)]),
      ),
      body(
        "Opinia nie zastępuje uzgodnienia projektu z rzeczoznawcą do spraw zabezpieczeń przeciwpożarowych ani stanowiska wymaganego przed przystąpieniem do użytkowania.",
      ),
      ...signedBy(file, office),
      ...recipients(rng, [plainName(model.applicant), "a/a"]),
    ],
  });
  return { name, remarks };
}

/** The sanitary inspector has nothing against it. */
export function writeSanitaryOpinion(file: CaseFile): void {
  const { rng, town, model } = file;
  const office = town.offices.sanitary;
  const name = "opinia_sanitarna";
  const signature = foreignSignature(file, office.cell, "9022");
  const words = rng.pick(["opiniuję pozytywnie", "nie wnoszę zastrzeżeń"]);
  addPaper(file, {
    name,
    kind: "opinion",
    title: "Opinia sanitarna",
    date: file.today,
    authority: office.nom,
    outcome: "agreed",
    signature,
    logged: "opinia sanitarna",
    blocks: [
      ...letterhead(file, name, office, signature),
      title("OPINIA SANITARNA"),
      body(
        `Pod względem wymagań higienicznych i zdrowotnych ${words} do projektu: ${model.works.name}, ${addressOf(model.site)}.`,
        [outcomeFact(file, name, "agreed", words)],
      ),
      body(
        "Pomieszczenia przeznaczone na pobyt ludzi mają wymaganą wysokość i oświetlenie, a zaplecze sanitarne wydzielono zgodnie z przepisami.",
      ),
      ...signedBy(file, office),
    ],
  });
}

/** The owner lets somebody act for him. */
export function writePowerOfAttorney(file: CaseFile): void {
  const { model, town, rng } = file;
  const name = "pelnomocnictwo";
  const agent = town.people.person("");
  addPaper(file, {
    name,
    kind: "other",
    title: "Pełnomocnictwo",
    date: file.today,
    blocks: [
      ...privateHead(file, name, plainName(model.applicant), ""),
      title("PEŁNOMOCNICTWO"),
      body(
        rng.pick([
          `Upoważniam ${agent.name.acc} do reprezentowania mnie przed organami administracji we wszystkich sprawach związanych z zamierzeniem: ${model.works.name}, ${addressOf(model.site)}.`,
          `Niniejszym udzielam pełnomocnictwa: ${agent.name.nom}, do składania wniosków i odbioru pism w sprawie dotyczącej nieruchomości: ${theParcels(model.site.parcels)}.`,
        ]),
      ),
      body("Pełnomocnictwo nie obejmuje prawa do udzielania dalszych pełnomocnictw."),
      para(`(podpis) ${plainName(model.applicant)}`, [], { left: 300 }),
    ],
  });
}
