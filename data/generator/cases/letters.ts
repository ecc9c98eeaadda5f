import type { Block } from "../paper/blocks.ts";
import { drawLook, para } from "../paper/compose.ts";
import { addDays, dateLong, workday } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Cabinet } from "./file.ts";
import { title } from "./pieces.ts";

/** Letters with nothing of use: they speak of permits, heights and decisions in general and of no case. */
const texts: readonly { name: string; heading: string; text: string[] }[] = [
  {
    name: "zaproszenie_szkolenie",
    heading: "Zaproszenie na szkolenie",
    text: [
      "Serdecznie zapraszamy pracowników wydziału na jednodniowe szkolenie o zmianach w przepisach budowlanych. W programie: pojęcie strony, odmowa zatwierdzenia projektu, przeniesienie decyzji oraz terminy na wniesienie sprzeciwu w praktyce urzędów.",
      "Koszt uczestnictwa obejmuje materiały, obiad i zaświadczenie. Zgłoszenia przyjmujemy telefonicznie do wyczerpania miejsc.",
    ],
  },
  {
    name: "godziny_pracy",
    heading: "Ogłoszenie o godzinach przyjęć",
    text: [
      "Informujemy, że z powodu inwentaryzacji zasobu archiwum zakładowe będzie nieczynne przez dwa tygodnie. Akta spraw zakończonych udostępniane będą po uprzednim umówieniu.",
      "Prosimy o składanie zamówień z podaniem znaku sprawy, roku i nazwiska inwestora.",
    ],
  },
  {
    name: "zapytanie_statystyka",
    heading: "Prośba o dane statystyczne",
    text: [
      "W związku z opracowaniem rocznika proszę o podanie liczby wydanych pozwoleń na budowę, odmów, umorzeń i sprzeciwów z podziałem na kategorie obiektów.",
      "Dane można przesłać w dowolnym formacie, najlepiej w arkuszu kalkulacyjnym.",
    ],
  },
  {
    name: "skarga_parkowanie",
    heading: "Skarga na parkowanie",
    text: [
      "Zwracam uwagę, że na chodniku przed urzędem parkują samochody, a interesanci z wózkami nie mogą przejść. Proszę o ustawienie słupków.",
      "Pismo w tej sprawie kierowałam już dwukrotnie i nie otrzymałam odpowiedzi.",
    ],
  },
  {
    name: "oferta_drukarki",
    heading: "Oferta handlowa",
    text: [
      "Proponujemy dzierżawę urządzeń wielofunkcyjnych z podajnikiem skanującym do 80 stron na minutę. Urządzenia rozpoznają tekst decyzji i nadają plikom nazwy.",
      "Do oferty dołączamy tusz na pierwszy rok.",
    ],
  },
  {
    name: "podziekowanie",
    heading: "Podziękowanie",
    text: [
      "Dziękuję za uprzejmą i rzeczową obsługę przy załatwianiu wypisu z planu. Wszystko trwało krócej, niż się spodziewałem.",
      "Życzę całemu zespołowi dalszych sukcesów.",
    ],
  },
  {
    name: "pytanie_ogolne",
    heading: "Zapytanie",
    text: [
      "Proszę o wyjaśnienie, czy na budowę altany potrzebne jest pozwolenie i jaka może być jej wysokość. Działki jeszcze nie kupiłem i nie wiem, w którym będzie obrębie.",
      "Interesuje mnie też, po ilu latach pozwolenie wygasa i czy można je przenieść na brata.",
    ],
  },
  {
    name: "odpowiedz_ogolna",
    heading: "Odpowiedź na zapytanie",
    text: [
      "Uprzejmie informuję, że organ nie udziela porad prawnych. Przepisy Prawa budowlanego są ogólnie dostępne, a ocena zamierzenia jest możliwa po złożeniu wniosku lub zgłoszenia.",
      "Z treścią planów miejscowych można zapoznać się w siedzibie urzędu.",
    ],
  },
  {
    name: "notatka_awaria",
    heading: "Notatka o awarii",
    text: [
      "W nocy nastąpiła awaria ogrzewania w magazynie akt. Zalaniu uległ regał z segregatorami pustymi; akta spraw nie ucierpiały.",
      "Wezwano konserwatora, usterkę usunięto do południa.",
    ],
  },
  {
    name: "zyczenia",
    heading: "Życzenia",
    text: [
      "Z okazji nadchodzących świąt składamy Państwu życzenia zdrowia i pomyślności, a w nowym roku samych decyzji ostatecznych i żadnych odwołań.",
      "Zespół pracowni projektowej.",
    ],
  },
  {
    name: "zmiana_konta",
    heading: "Informacja o zmianie rachunku bankowego",
    text: [
      "Zawiadamiamy, że opłatę skarbową za pozwolenie na budowę, pełnomocnictwo i zaświadczenie należy od nowego roku wpłacać na inny rachunek, którego numer podano w kasie.",
      "Wpłaty na dotychczasowe konto będą zwracane.",
    ],
  },
  {
    name: "lista_obecnosci",
    heading: "Protokół narady wydziału",
    text: [
      "Omówiono terminowość załatwiania spraw, zaległości w archiwizacji oraz sposób oznaczania pism. Przypomniano, że decyzję o odmowie podpisuje naczelnik.",
      "Na tym naradę zakończono.",
    ],
  },
];

/** A folder of correspondence beside the case files. */
export function writeLetters(cabinet: Cabinet, rng: Rng, count: number): void {
  const { town } = cabinet;
  for (const [index, { name, heading, text }] of rng.shuffle(texts).slice(0, count).entries()) {
    const day = workday(addDays(`${rng.int(2009, 2018)}-01-05`, rng.int(0, 350)));
    const blocks: Block[] = [
      para(`${town.name}, ${dateLong(day)}`, [], { align: "right" }),
      title(heading),
      ...text.map((paragraph) => para(paragraph, [], { indent: 18 })),
      para(rng.pick(["Z poważaniem", "Z wyrazami szacunku", "(podpis nieczytelny)"]), [], { left: 300 }),
    ];
    const format = index % 4 === 3 ? "html-word" : index % 4 === 2 ? "txt" : "pdf";
    cabinet.papers.push({
      path: `korespondencja/${String(index + 1).padStart(3, "0")}_${name}.${format === "pdf" ? "pdf" : format === "txt" ? "txt" : "html"}`,
      format,
      kind: "letter",
      title: heading,
      blocks,
      look: drawLook(rng.fork(name)),
      date: day,
      parcels: [],
      traps: ["nothing-of-use"],
    });
  }
}
