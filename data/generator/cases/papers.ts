import type { Party } from "../people.ts";
import { para, point, table } from "../paper/compose.ts";
import { addDays, dateDots, dateLong, figure } from "../polish.ts";
import type { Block, PaperFormat } from "../paper/blocks.ts";
import type { Rng } from "../rng.ts";
import type { Office } from "../town.ts";
import { addPaper, type CaseFile, fact } from "./file.ts";
import { body, letterhead, privateHead, recipients, section, signedBy, title } from "./pieces.ts";
import { addressOf, atAddress, capital, onParcels, parcelsShort, plainName, styled, theParcels } from "./words.ts";

export interface Neighbour {
  party: Party;
  parcel: string;
}

/** The form that opens a case: what is asked for, never what was decided. */
export function writeApplication(file: CaseFile, office: Office, asks: string): void {
  const { model, rng } = file;
  const { applicant, works, site } = model;
  const name = "wniosek";
  const received = `Wpłynęło dnia ${dateDots(model.applicationDate)} r., nr wniosku ${model.applicationNumber}`;
  const rows: [string, string][] = [
    ["Inwestor", plainName(applicant)],
    ["Adres do korespondencji", applicant.address],
    ["Nazwa i rodzaj zamierzenia", works.name],
    ["Adres inwestycji", `${file.town.name}, ${addressOf(site)}`],
    ["Działki", parcelsShort(site.parcels)],
    ["Kategoria obiektu", works.category],
    ["Kubatura", works.volume ? `${figure(works.volume)} m³` : "nie dotyczy"],
    ["Główny projektant", `${model.designer.name.nom}, upr. nr ${model.designer.licence}`],
  ];
  addPaper(file, {
    name,
    kind: "application",
    title: `Wniosek nr ${model.applicationNumber}`,
    date: file.today,
    format: drawFormat(rng, 0.25),
    logged: "wniosek",
    blocks: [
      ...privateHead(file, name, `${plainName(applicant)}\n${applicant.address}`, office.nom),
      para(received, [fact(file, name, "application", model.applicationNumber, received)], {
        size: 9,
        color: "#7a1f1f",
      }),
      title(`WNIOSEK\n${asks}`),
      body(
        rng.pick([
          `Wnoszę o wydanie rozstrzygnięcia w sprawie opisanej poniżej. Prace zamierzam rozpocząć niezwłocznie po uzyskaniu decyzji.`,
          `${model.kind === "planning" ? "Na podstawie art. 52 ust. 1 w zw. z art. 64 ust. 1 ustawy o planowaniu i zagospodarowaniu przestrzennym" : "Zgodnie z przepisami Prawa budowlanego"} zwracam się o rozpatrzenie wniosku w przedmiocie jak niżej.`,
          `Proszę o rozpatrzenie niniejszego wniosku i wydanie stosownego dokumentu.`,
        ]),
      ),
      table(["Pole", "Treść"], rows, [1, 2]),
      section(rng, "Załączniki"),
      ...attachments(file).map((text, index) => point(`${index + 1}) ${text}`)),
      body(
        rng.pick([
          "Oświadczam, że podane dane są zgodne ze stanem faktycznym. Wyrażam zgodę na doręczanie pism pełnomocnikowi wskazanemu w załączonym dokumencie.",
          "Zobowiązuję się zawiadomić organ o każdej zmianie adresu do doręczeń. Informację o opłacie skarbowej przyjąłem do wiadomości.",
        ]),
      ),
      para(`(podpis) ${plainName(applicant)}`, [], { left: 300 }),
      ...titleStatement(file),
    ],
  });
}

/** The second sheet of the form: the right to use the ground, sworn. */
function titleStatement({ model, rng, town }: CaseFile): Block[] {
  const right = rng.pick([
    "własności",
    "współwłasności, ze zgodą pozostałych współwłaścicieli",
    "użytkowania wieczystego",
    "umowy dzierżawy",
  ]);
  return [
    { type: "page", columns: 1 },
    title("OŚWIADCZENIE\no posiadanym prawie do dysponowania nieruchomością na cele budowlane"),
    body(
      `Ja, niżej podpisany(a), po zapoznaniu się z przepisami Prawa budowlanego, oświadczam, że posiadam prawo do dysponowania nieruchomością: ${parcelsShort(model.site.parcels)}, miejscowość ${town.name}, wynikające z tytułu ${right}.`,
    ),
    body(
      "Prawo to upoważnia mnie do wykonania robót budowlanych określonych we wniosku i nie zostało ograniczone żadną umową ani orzeczeniem. Świadomy(a) odpowiedzialności karnej za podanie nieprawdy, zgodnie z art. 233 Kodeksu karnego, potwierdzam własnoręcznym podpisem prawdziwość danych zamieszczonych powyżej.",
    ),
    body(
      rng.pick([
        "Oświadczenie składam po raz pierwszy w tej sprawie. Dokument potwierdzający tytuł okażę na każde wezwanie organu.",
        "Zobowiązuję się zawiadomić organ o każdej zmianie w zakresie tytułu do nieruchomości, jaka nastąpi przed wydaniem decyzji.",
      ]),
    ),
    para(`(podpis) ${plainName(model.applicant)}`, [], { left: 300 }),
  ];
}

/** Most papers are PDFs; some lie there as the word processor or the registry system saved them. */
function drawFormat(rng: Rng, otherwise: number): PaperFormat {
  return rng.chance(otherwise) ? rng.pick(["html", "html-word"]) : "pdf";
}

function attachments(file: CaseFile): string[] {
  return file.rng
    .shuffle([
      "projekt w czterech egzemplarzach wraz z opiniami i uzgodnieniami",
      "oświadczenie o prawie do dysponowania nieruchomością na cele budowlane",
      "pełnomocnictwo wraz z dowodem zapłaty opłaty skarbowej w kwocie 17 zł",
      "wypis z rejestru gruntów wraz z kopią mapy zasadniczej",
      "zapewnienie dostawy energii elektrycznej",
      "warunki przyłączenia do sieci wodociągowej i kanalizacyjnej",
      "zgoda zarządcy drogi na włączenie do ruchu",
      "opinia geotechniczna",
    ])
    .slice(0, file.rng.int(4, 7));
}

/** Notice that a case was opened; it decides nothing. */
export function writeCommencement(file: CaseFile, office: Office, neighbours: Neighbour[]): void {
  const { model, rng } = file;
  const name = "zawiadomienie";
  addPaper(file, {
    name,
    kind: "letter",
    title: "Zawiadomienie o wszczęciu postępowania",
    date: file.today,
    authority: office.nom,
    format: drawFormat(rng, 0.3),
    logged: "zawiadomienie o wszczęciu postępowania",
    blocks: [
      ...letterhead(file, name, office),
      title(rng.pick(["ZAWIADOMIENIE", "ZAWIADOMIENIE\no wszczęciu postępowania"])),
      body(
        rng.pick([
          `Na podstawie art. 61 § 4 Kodeksu postępowania administracyjnego zawiadamia się strony, że na wniosek ${styled(model.applicant, "gen")} z dnia ${dateLong(model.applicationDate)} wszczęte zostało postępowanie w sprawie ${model.works.genitive} ${atAddress(model.site)}, na ${onParcels(model.site.parcels)}.`,
          `Informuje się, że w dniu ${dateLong(model.applicationDate)} zostało wszczęte postępowanie administracyjne dotyczące zamierzenia: ${model.works.name}, ${atAddress(model.site)} (${theParcels(model.site.parcels)}). Wnioskodawcą jest ${plainName(model.applicant)}.`,
        ]),
      ),
      body(
        rng.pick([
          "Strony mogą przeglądać akta, sporządzać z nich notatki i odpisy oraz składać uwagi w siedzibie organu, w godzinach jego pracy, w terminie 7 dni od doręczenia zawiadomienia. Po tym terminie sprawa zostanie rozstrzygnięta na podstawie zebranych dowodów.",
          "Z aktami sprawy można zapoznać się w pokoju wydziału prowadzącego sprawę. Niezgłoszenie uwag w ciągu siedmiu dni uważane będzie za brak zastrzeżeń i nie wstrzymuje dalszego biegu postępowania.",
        ]),
      ),
      body(
        "Osoba, która przestała być stroną, proszona jest o wskazanie następcy prawnego oraz zwrot niniejszego pisma.",
      ),
      ...signedBy(file, office),
      ...recipients(rng, [plainName(model.applicant), ...neighbours.map((one) => plainName(one.party)), "a/a"]),
    ],
  });
}

/** Who is party to the case, by parcel. */
export function writeParties(file: CaseFile, office: Office, neighbours: Neighbour[]): void {
  const { model } = file;
  const name = "wykaz_stron";
  const rows = neighbours.map(({ party, parcel }, index) => {
    const key = { key: `${model.key}/${name}/party${index + 1}`, kind: "party", value: parcel };
    return [`${index + 2}`, { text: plainName(party), fact: key }, `działka nr ${parcel}`, "właściciel"];
  });
  const own = model.site.parcels.map((parcel) => parcel.number).join(", ");
  addPaper(file, {
    name,
    kind: "parties",
    title: "Wykaz stron postępowania",
    date: file.today,
    authority: office.nom,
    format: drawFormat(file.rng, 0.4),
    logged: "wykaz stron",
    blocks: [
      para(`Znak: ${model.signature}`),
      title("WYKAZ STRON POSTĘPOWANIA"),
      body(`Sprawa: ${model.works.name}, ${addressOf(model.site)}. Stan na dzień ${dateDots(file.today)} r.`),
      table(
        ["Lp.", "Strona", "Nieruchomość", "Tytuł"],
        [["1", plainName(model.applicant), `działka nr ${own}`, "inwestor"], ...rows],
        [0.5, 3, 2, 1.5],
      ),
      body(
        "Wykaz sporządzono na podstawie wypisu z ewidencji gruntów i budynków oraz obszaru oddziaływania wskazanego w projekcie.",
      ),
      para(`Sporządził(a): ${file.clerk.name}`, [], { left: 260 }),
    ],
  });
}

/** Return receipts of one sending. */
export function writeDelivery(file: CaseFile, what: string, to: string, about: string): void {
  const { rng, today } = file;
  const day = addDays(today, rng.int(2, 9));
  const name = `zpo_${file.model.papers.length + 1}`;
  const quote = `Przesyłkę doręczono dnia ${dateDots(day)} r.`;
  addPaper(file, {
    name,
    kind: "delivery",
    title: `Zwrotne potwierdzenie odbioru – ${what}`,
    date: day,
    format: rng.chance(0.8) ? "txt" : "pdf",
    blocks: [
      title("ZWROTNE POTWIERDZENIE ODBIORU"),
      para(`Nadawca: ${about}`),
      para(`Znak pisma: ${file.model.signature}`),
      para(`Rodzaj pisma: ${what} z dnia ${dateDots(today)} r.`),
      para(`Adresat: ${to}`),
      para(quote, [fact(file, name, "delivered", day, quote)]),
      para(
        rng.pick([
          "Odbiorca: adresat",
          "Odbiorca: dorosły domownik",
          "Odbiorca: pełnomocnik",
          "Odbiorca: pracownik kancelarii",
        ]),
      ),
      para(`Podpis doręczającego: nieczytelny`),
    ],
  });
}

/** The log of the case, last paper of the file: dates and what was done. */
export function writeLog(file: CaseFile): void {
  const { model, clerk } = file;
  const name = "metryka";
  const rows = file.log.map((entry, index) => [
    String(index + 1),
    dateDots(entry.day),
    capital(entry.what),
    clerk.name,
  ]);
  addPaper(file, {
    name,
    kind: "case_log",
    title: `Metryka sprawy ${model.signature}`,
    date: file.today,
    format: drawFormat(file.rng, 0.5),
    blocks: [
      title(
        // KPA art. 66a made the log a duty on 7 March 2012.
        file.today > "2012-03-07"
          ? file.rng.pick(["METRYKA SPRAWY", "METRYKA SPRAWY\nprowadzona na podstawie art. 66a Kpa"])
          : "SPIS AKT SPRAWY",
      ),
      para(`Oznaczenie sprawy: ${model.signature}`, [
        {
          key: `${model.key}/${name}/signature`,
          kind: "signature",
          value: model.signature,
          quote: `Oznaczenie sprawy: ${model.signature}`,
        },
      ]),
      para(`Tytuł sprawy: ${model.works.name}, ${addressOf(model.site)}, ${parcelsShort(model.site.parcels)}`),
      table(["Lp.", "Data", "Czynność lub pismo", "Osoba"], rows, [0.5, 1.2, 4, 2]),
    ],
  });
}
