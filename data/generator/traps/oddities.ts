import { atAddress } from "../cases/words.ts";
import type { CaseModel, Chapter, QuestionDraft } from "../model.ts";
import type { Block, Paper } from "../paper/blocks.ts";
import { para, table, told } from "../paper/compose.ts";
import { layOut } from "../paper/layout.ts";
import { addDays, dateForms, dateLong, workday } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Town } from "../town.ts";
import { dayIn, head, letter } from "./letter.ts";
import { falsePesel } from "./personal.ts";

type Part = Pick<Chapter, "papers" | "questions" | "traps">;

/** A list of heirs with numbers like PESEL, in an inheritance of a permit's plot. */
export function heirs(town: Town, rng: Rng, model: CaseModel): Part {
  const date = workday(addDays(model.applicationDate, 400));
  const path = `korespondencja/${date}_spadkobiercy.pdf`;
  const people = Array.from({ length: 4 }, () => town.people.person(""));
  const blocks: Block[] = [
    ...head(town, date, people[0]?.name.nom ?? "", town.offices.permits.nom),
    para(
      `Zawiadamiam o następstwie prawnym po właścicielu nieruchomości, której dotyczy sprawa ${model.signature}. Spadkobiercami są:`,
    ),
    table(
      ["Imię i nazwisko", "PESEL", "Udział"],
      people.map(({ name }) => [name.nom, falsePesel(rng), "1/4"]),
      [40, 30, 20],
    ),
    para(
      "Postanowienie sądu o stwierdzeniu nabycia spadku dołączam w kopii. Proszę o aktualizację adresów do doręczeń.",
    ),
  ];
  return {
    papers: [letter(rng, { path, title: "Zawiadomienie o spadkobiercach", date, blocks, trap: "pesel-numbers" })],
    questions: [],
    traps: [
      { name: "pesel-numbers", document: path, page: 1, note: "Numbers shaped like PESEL, with wrong check digits" },
    ],
  };
}

/** A paper that looks well and whose text layer is noise. */
export function unmapped(town: Town, rng: Rng, model: CaseModel): Part {
  const date = workday(addDays(model.applicationDate, 500));
  const path = `korespondencja/${date}_stanowisko_zarzadcy_drogi.pdf`;
  const width = `${rng.int(4, 7)},${rng.int(1, 9)}0 m`;
  const sentence = `zjazd o szerokości ${width} uzgadnia się bez uwag`;
  const blocks = [
    ...head(town, date, town.offices.roads.nom, model.applicant.name.nom),
    para(
      `W odpowiedzi na wystąpienie dotyczące nieruchomości ${atAddress(model.site)} informuje się, że ${sentence}.`,
      [told(`unmapped.${model.key}`, "driveway-width", width, sentence)],
    ),
    para(
      "Uzgodnienie traci ważność po upływie trzech lat, jeżeli robót nie rozpoczęto. Zajęcie pasa drogowego wymaga odrębnego zezwolenia.",
    ),
  ];
  return {
    papers: [
      letter(rng, {
        path,
        title: "Stanowisko zarządcy drogi",
        date,
        blocks,
        trap: "no-to-unicode",
        look: { noToUnicode: true },
      }),
    ],
    questions: [],
    traps: [
      {
        name: "no-to-unicode",
        document: path,
        page: 1,
        note: "The fonts have no map to Unicode: the text layer is noise",
      },
    ],
  };
}

/** A text file that somebody named .pdf. */
export function wrongName(town: Town, rng: Rng): Part {
  const date = workday(dayIn(rng, 2009, 2019));
  const path = `korespondencja/${date}_notatka.pdf`;
  const blocks = [
    para("NOTATKA SŁUŻBOWA"),
    para(`${town.name}, ${dateLong(date)}`),
    para(
      "W dniu dzisiejszym interesant pytał telefonicznie o tryb wglądu do akt. Wyjaśniono, że wymagany jest wniosek oraz wykazanie interesu prawnego. Rozmowę zakończono.",
    ),
  ];
  return {
    papers: [letter(rng, { path, title: "Notatka służbowa", date, blocks, trap: "wrong-extension", format: "txt" })],
    questions: [],
    traps: [{ name: "wrong-extension", document: path, note: "Plain text under the name of a PDF" }],
  };
}

/** An opinion of the road office whose decisive sentence runs over the page turn, its words cut by hyphens. */
export function overTheTurn(town: Town, rng: Rng, model: CaseModel): Part {
  const date = workday(addDays(model.applicationDate, 21));
  const key = `turn.${model.key}`;
  const until = addDays(date, 730);
  const sentence = `uzgodnienie lokalizacji zjazdu zachowuje ważność do dnia ${dateLong(until)}, po którym to terminie inwestor obowiązany jest wystąpić o ponowne uzgodnienie z przedłożeniem zaktualizowanej dokumentacji projektowej oraz oświadczenia o prawie do dysponowania nieruchomością`;
  const path = `korespondencja/${date}_uzgodnienie_zjazdu.pdf`;
  const make = (gap: number): Paper =>
    letter(rng, {
      path,
      title: "Uzgodnienie lokalizacji zjazdu",
      date,
      kind: "opinion",
      authority: town.offices.roads.nom,
      parcels: model.site.parcels,
      trap: "page-turn",
      look: { hyphenate: true, header: town.offices.roads.nom },
      blocks: [
        ...head(town, date, town.offices.roads.nom, model.applicant.name.nom),
        para(`dotyczy: zjazdu do nieruchomości ${atAddress(model.site)}`, [], { bold: true }),
        ...preamble,
        { type: "gap", height: gap },
        para(
          "Po analizie przedłożonego projektu, uwzględniającej widoczność, natężenie ruchu oraz odwodnienie pasa drogowego, zarządca drogi stwierdza, co następuje:",
        ),
        para(`Niniejsze ${sentence}.`, [told(`${key}.until`, "agreement-until", until, sentence)]),
        para(
          "Roboty w pasie drogowym należy zgłosić z wyprzedzeniem czternastu dni. Koszt utrzymania zjazdu ponosi właściciel nieruchomości.",
        ),
      ],
    });
  return {
    papers: [turned(make)],
    questions: [untilQuestion(rng, key, model, until)],
    traps: [
      {
        name: "page-turn",
        document: path,
        fact: `${key}.until`,
        note: "The sentence with the date runs over the page turn",
      },
    ],
  };
}

const preamble = [
  "Zarządca drogi rozpatrzył wystąpienie wraz z załączonym projektem zagospodarowania, mapą oraz oświadczeniem o prawie do dysponowania nieruchomością na cele budowlane.",
  "Droga, do której ma prowadzić zjazd, jest drogą publiczną klasy lokalnej. W odcinku objętym wystąpieniem nie ma łuków poziomych, a pochylenie niwelety nie przekracza wartości dopuszczalnych.",
  "Pomiar ruchu przeprowadzony w dniu roboczym wykazał natężenie niewymagające budowy dodatkowych pasów. Udział pojazdów ciężkich jest znikomy i nie przewiduje się jego wzrostu.",
  "W pasie drogowym znajdują się: oświetlenie uliczne, kabel telekomunikacyjny oraz rów przydrożny, w którym pod zjazdem należy ułożyć przepust o średnicy dobranej do przepływu miarodajnego.",
  "Zieleń przydrożna nie ogranicza trójkątów widoczności. Żywopłot od strony nieruchomości sąsiedniej wymaga jednak przycinania, co leży w interesie obu właścicieli.",
  "Nawierzchnię zjazdu w granicach pasa drogowego wykonuje się z kostki betonowej na podbudowie z kruszywa, z obramowaniem opornikiem i wyokrągleniem krawędzi jezdni.",
  "Spadek podłużny zjazdu kieruje się od jezdni, tak aby wody opadowe z nieruchomości nie spływały na drogę. Niedopuszczalne jest odprowadzanie tych wód do rowu bez zgody zarządcy.",
].map((text) => para(text));

/** Moves the text down until the sentence breaks over the page. */
function turned(make: (gap: number) => Paper): Paper {
  for (let gap = 0; gap < 620; gap += 6) {
    const paper = make(gap);
    if (layOut(paper).facts.some(({ endPage, page }) => endPage !== undefined && endPage > page)) return paper;
  }
  throw new Error("no gap brings the sentence over the page turn");
}

function untilQuestion(rng: Rng, key: string, model: CaseModel, until: string): QuestionDraft {
  const where = atAddress(model.site);
  return {
    family: "look-up",
    style: "sentence",
    question: rng.pick([
      `Do kiedy ważne jest uzgodnienie lokalizacji zjazdu ${where}?`,
      `Jaki termin ważności ma uzgodnienie zjazdu dla nieruchomości ${where}?`,
    ]),
    outcome: "answered",
    sources: [{ fact: `${key}.until` }],
    values: [dateForms(until)],
    forbidden: [],
    why: "The sentence runs over the page turn",
  };
}
