import type { Block } from "../paper/blocks.ts";
import { para } from "../paper/compose.ts";
import type { Rng } from "../rng.ts";
import type { Numbering } from "./site-texts.ts";

interface Trade {
  /** Genitive, after „roboty z zakresu”. */
  scope: string;
  title: string;
  materials: string;
  tools: string;
  care: string;
  check: string;
}

const trades: Trade[] = [
  {
    title: "Roboty ziemne",
    scope: "wykopów, podsypek i zasypek",
    materials: "piasek średni i pospółka o wilgotności zbliżonej do optymalnej",
    tools: "koparka podsiębierna, walec wibracyjny, ubijaki i pompy do odwodnienia wykopu",
    care: "dno wykopu chroni się przed rozmyciem i przemarznięciem, a ostatnią warstwę gruntu wybiera ręcznie",
    check: "wskaźnik zagęszczenia bada się płytą dynamiczną w miejscach wskazanych przez inspektora",
  },
  {
    title: "Fundamenty i płyta denna",
    scope: "płyty fundamentowej, ław i stóp",
    materials: "beton wodoszczelny z domieszką uszczelniającą, stal żebrowana, taśmy w przerwach roboczych",
    tools: "pompa do betonu, wibratory wgłębne, deskowania systemowe",
    care: "beton układa się warstwami bez przerw dłuższych niż czas wiązania, a po ułożeniu pielęgnuje wodą",
    check: "sprawdza się otulinę, rozstaw prętów i szczelność przerw roboczych",
  },
  {
    title: "Konstrukcje żelbetowe",
    scope: "słupów, ścian, stropów i klatek schodowych",
    materials: "beton towarowy o klasie podanej na rysunkach, stal A-IIIN, dystanse z betonu",
    tools: "deskowania wielkowymiarowe, stojaki stropowe, żuraw wieżowy",
    care: "rozdeskowanie następuje po uzyskaniu wytrzymałości wskazanej przez projektanta konstrukcji",
    check: "próbki sześcienne pobiera się z każdej partii, a odchyłki mierzy geodeta",
  },
  {
    title: "Roboty murowe",
    scope: "ścian nośnych, działowych i obudów szachtów",
    materials: "bloczki silikatowe, zaprawa cienkowarstwowa, nadproża prefabrykowane",
    tools: "pilarki do bloczków, mieszadła, rusztowania warszawskie",
    care: "pierwszą warstwę poziomuje się na zaprawie wyrównawczej, a spoiny wypełnia całkowicie",
    check: "sprawdza się pion, przewiązanie i szerokość spoin",
  },
  {
    title: "Izolacje przeciwwodne",
    scope: "izolacji części podziemnej, tarasów i łazienek",
    materials: "papy termozgrzewalne, masy bitumiczne modyfikowane, szlamy elastyczne",
    tools: "palniki gazowe, wałki, urządzenia do pomiaru grubości powłoki",
    care: "podłoże oczyszcza się, gruntuje i wyokrągla w narożach przed ułożeniem powłoki",
    check: "grubość warstwy mierzy się na mokro, a tarasy poddaje próbie wodnej",
  },
  {
    title: "Dachy i obróbki blacharskie",
    scope: "stropodachów, pokryć, rynien i obróbek",
    materials: "papa wierzchniego krycia, wełna mineralna dachowa, blacha tytan-cynk",
    tools: "zgrzewarki, giętarki, nożyce do blach",
    care: "prace prowadzi się przy suchej pogodzie, a ułożoną izolację przykrywa tego samego dnia",
    check: "sprawdza się spadki, zakłady i szczelność przy wpustach",
  },
  {
    title: "Tynki i okładziny",
    scope: "tynków wewnętrznych, gładzi i okładzin ceramicznych",
    materials: "gips tynkarski, zaprawy klejowe, płytki gatunku pierwszego",
    tools: "agregaty tynkarskie, łaty, poziomice laserowe",
    care: "tynkowanie rozpoczyna się po osadzeniu ościeżnic i próbie instalacji podtynkowych",
    check: "odchylenie powierzchni od płaszczyzny mierzy się łatą dwumetrową",
  },
  {
    title: "Elewacje",
    scope: "ociepleń i wypraw elewacyjnych",
    materials: "płyty z wełny lamelowej, siatka z włókna szklanego, tynk silikonowy",
    tools: "rusztowania elewacyjne, pace, mieszadła wolnoobrotowe",
    care: "nie prowadzi się prac przy silnym nasłonecznieniu, deszczu ani przymrozku",
    check: "sprawdza się przyczepność kleju, liczbę łączników i barwę na próbce wzorcowej",
  },
  {
    title: "Stolarka i ślusarka",
    scope: "okien, drzwi, balustrad i krat",
    materials: "profile sześciokomorowe, kotwy stalowe, taśmy rozprężne",
    tools: "wkrętarki, przyssawki, kliny montażowe",
    care: "szczeliny wypełnia się pianą niskoprężną, od wewnątrz folią paroszczelną",
    check: "sprawdza się działanie okuć, szczelność przylg i zgodność z zestawieniem",
  },
  {
    title: "Instalacje wodociągowe i kanalizacyjne",
    scope: "pionów, podejść, przyborów i przyłączy",
    materials: "rury wielowarstwowe, rury kanalizacyjne niskoszumowe, izolacje kauczukowe",
    tools: "zaciskarki, obcinarki, pompy do prób ciśnieniowych",
    care: "przewody prowadzi się ze spadkiem w kierunku odwodnień, z punktami stałymi i kompensacją",
    check: "wykonuje się próbę szczelności i płukanie, a wodę bada pod względem bakteriologicznym",
  },
  {
    title: "Instalacja centralnego ogrzewania",
    scope: "węzła, rozdzielaczy, grzejników i liczników ciepła",
    materials: "rury stalowe zaprasowywane, grzejniki płytowe, zawory równoważące",
    tools: "gwinciarki, zgrzewarki, manometry klasy dokładnej",
    care: "instalację napełnia się wodą uzdatnioną i odpowietrza w najwyższych punktach",
    check: "próbę na gorąco prowadzi się przez trzy doby, z regulacją nastaw",
  },
  {
    title: "Wentylacja mechaniczna",
    scope: "kanałów, wentylatorów, nawiewników i klap",
    materials: "kanały z blachy ocynkowanej, tłumiki, klapy przeciwpożarowe",
    tools: "nitownice, uszczelniacze, anemometry",
    care: "przejścia przez przegrody uszczelnia się materiałem o odporności przegrody",
    check: "mierzy się strumienie powietrza i poziom hałasu w pomieszczeniach",
  },
  {
    title: "Instalacje elektryczne",
    scope: "wewnętrznych linii zasilających, tablic, oświetlenia i gniazd",
    materials: "przewody miedziane bezhalogenowe, rozdzielnice modułowe, oprawy LED",
    tools: "mierniki instalacji, bruzdownice, prasy hydrauliczne",
    care: "obwody opisuje się w rozdzielnicach, a połączenia wykonuje tylko w puszkach",
    check: "mierzy się rezystancję izolacji, impedancję pętli zwarcia i działanie wyłączników",
  },
  {
    title: "Instalacje teletechniczne",
    scope: "okablowania, domofonu, telewizji i monitoringu",
    materials: "kable światłowodowe, skrętka ekranowana, szafy krosowe",
    tools: "spawarki światłowodowe, reflektometry, testery okablowania",
    care: "zachowuje się odstępy od obwodów zasilających oraz promienie gięcia",
    check: "wykonuje się pomiary tłumienności i protokół z każdego łącza",
  },
  {
    title: "Dźwigi",
    scope: "dostawy i montażu dźwigów osobowych",
    materials: "kabina ze stali nierdzewnej, prowadnice, napęd bezreduktorowy",
    tools: "wciągniki, pionowniki laserowe, klucze dynamometryczne",
    care: "szyb utrzymuje się suchy i wentylowany, z oświetleniem na czas montażu",
    check: "urządzenie zgłasza się do odbioru dozoru technicznego",
  },
  {
    title: "Drogi wewnętrzne i chodniki",
    scope: "nawierzchni, krawężników i odwodnienia",
    materials: "kostka betonowa, kruszywo łamane, krawężniki wibroprasowane",
    tools: "zagęszczarki, równiarki, piły do kostki",
    care: "podbudowę zagęszcza się warstwami, a spoiny wypełnia piaskiem płukanym",
    check: "nośność podbudowy bada się płytą, równość łatą czterometrową",
  },
  {
    title: "Zieleń i mała architektura",
    scope: "trawników, nasadzeń, placu zabaw i ławek",
    materials: "ziemia urodzajna, sadzonki z bryłą korzeniową, nawierzchnie bezpieczne",
    tools: "glebogryzarki, wały, świdry glebowe",
    care: "drzewa paliuje się i podlewa przez dwa sezony, a trawnik kosi po osiągnięciu 10 cm",
    check: "sprawdza się udatność nasadzeń i certyfikaty urządzeń zabawowych",
  },
];

/** What a description says of each trade: scope, materials, execution, quality, acceptance; the first `count` trades. */
export function tradeBlocks(rng: Rng, number: Numbering, count = trades.length): Block[] {
  return trades
    .slice(0, count)
    .flatMap((trade) => [
      number.section(trade.title),
      number.sub("Zakres"),
      para(
        rng.pick([
          `Ustalenia tego rozdziału dotyczą ${trade.scope}. Roboty obejmują prace przygotowawcze, zasadnicze i porządkowe, wraz z transportem poziomym i pionowym oraz wywozem odpadów na składowisko wykonawcy.`,
          `Rozdział obejmuje wykonanie ${trade.scope} we wszystkich sekcjach. Wykonawca zapewnia dostawę, montaż, próby, dokumentację powykonawczą oraz przeszkolenie użytkownika, o ile rodzaj robót tego wymaga.`,
        ]),
      ),
      number.sub("Materiały i sprzęt"),
      para(
        `Stosuje się: ${trade.materials}. ${rng.pick([
          "Wyroby muszą mieć deklarację właściwości użytkowych i być składowane zgodnie z instrukcją producenta, w miejscu osłoniętym przed opadami i uszkodzeniem.",
          "Materiały dostarcza się w oryginalnych opakowaniach z oznakowaniem partii; wyroby uszkodzone w transporcie wymienia się przed wbudowaniem.",
        ])} Sprzęt: ${trade.tools}.`,
      ),
      number.sub("Wykonanie"),
      para(
        `Przy wykonaniu przyjmuje się zasadę, że ${trade.care}. ${rng.pick([
          "Kolejność robót uzgadnia się z kierownikiem budowy, tak aby nie uszkodzić elementów już wykonanych. Przerwy technologiczne wynikają z instrukcji producentów i nie mogą być skracane bez zgody projektanta.",
          "Roboty zanikające zgłasza się do odbioru przed zakryciem. Zmiany rozwiązań wymagają akceptacji projektanta w dzienniku budowy, a zmiany istotne – odrębnej decyzji.",
        ])}`,
      ),
      number.sub("Kontrola jakości i odbiór"),
      para(
        `W ramach kontroli ${trade.check}. ${rng.pick([
          "Wyniki wpisuje się do protokołu, który stanowi załącznik do dokumentacji odbiorowej. Usterki usuwa się w terminie wyznaczonym przez inspektora nadzoru.",
          "Odbiór częściowy następuje po zakończeniu robót w każdej sekcji, odbiór końcowy po usunięciu usterek. Podstawą jest kompletna dokumentacja powykonawcza.",
        ])}`,
      ),
    ]);
}
