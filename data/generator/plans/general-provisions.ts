import type { Rng } from "../rng.ts";

/** A paragraph (§) of a plan that sets nothing for a single area: what all plans hold, in drawn wordings. */
export interface Provision {
  title: string;
  points: string[];
}

/** @param symbols the areas of the plan, for the lists that name them */
export function generalProvisions(rng: Rng, symbols: string[]): Provision[] {
  const homes = symbols.filter((symbol) => /M[NW]/.test(symbol)).join(", ");
  return [
    order(rng),
    environment(rng, homes),
    heritage(rng),
    publicSpace(rng),
    merging(rng),
    roads(rng),
    networks(rng),
  ];
}

function order(rng: Rng): Provision {
  return {
    title: "Zasady ochrony i kształtowania ładu przestrzennego",
    points: [
      rng.pick([
        "na całym obszarze planu zakazuje się lokalizacji tymczasowych obiektów budowlanych, z wyjątkiem zaplecza budowy na czas jej trwania",
        "zakazuje się wznoszenia obiektów tymczasowych, nie dotyczy to obiektów organizacji placu budowy",
      ]),
      rng.pick([
        "elewacje budynków należy utrzymać w barwach stonowanych, pastelowych, z użyciem materiałów naturalnych takich jak drewno, cegła i kamień",
        "dla elewacji dopuszcza się tynki w odcieniach bieli, beżu i szarości oraz okładziny z drewna, cegły lub kamienia; zakazuje się okładzin z blachy trapezowej",
      ]),
      rng.pick([
        "pokrycie dachów stromych dachówką lub materiałem o fakturze dachówki, w odcieniach czerwieni, brązu i grafitu",
        "dachy strome kryje się dachówką ceramiczną, cementową albo blachą płaską łączoną na rąbek, w kolorze ceglastym lub grafitowym",
      ]),
      rng.pick([
        "ogrodzenia od strony dróg publicznych muszą być ażurowe; zakazuje się ogrodzeń z prefabrykatów betonowych",
        "od strony przestrzeni publicznych zakazuje się ogrodzeń pełnych oraz przęseł betonowych",
      ]),
      rng.pick([
        "nośniki reklamowe dopuszcza się wyłącznie jako szyldy na elewacjach parterów lokali usługowych",
        "reklamy wolno stojące są zakazane; szyldy nie mogą zasłaniać detalu architektonicznego",
      ]),
    ],
  };
}

function environment(rng: Rng, homes: string): Provision {
  return {
    title: "Zasady ochrony środowiska, przyrody i krajobrazu",
    points: [
      rng.pick([
        `tereny ${homes} są terenami chronionymi akustycznie w rozumieniu przepisów o ochronie środowiska`,
        `w zakresie ochrony przed hałasem tereny ${homes} traktuje się jak tereny zabudowy mieszkaniowej`,
      ]),
      rng.pick([
        "nie dopuszcza się przedsięwzięć, które zawsze mogą znacząco oddziaływać na środowisko; wyjątkiem są drogi i sieci infrastruktury technicznej",
        "na obszarze planu nie dopuszcza się przedsięwzięć mogących zawsze znacząco oddziaływać na środowisko, z wyjątkiem inwestycji celu publicznego",
      ]),
      rng.pick([
        "istniejące szpalery drzew wzdłuż dróg należy zachować i uzupełnić gatunkami rodzimymi",
        "nakazuje się zachowanie drzew o obwodzie pnia powyżej 100 cm, o ile nie zagrażają bezpieczeństwu ludzi lub mienia",
      ]),
      rng.pick([
        "wody opadowe i roztopowe z dachów zagospodarowuje się w granicach działki, w miarę możliwości przez rozsączanie",
        "wody z powierzchni utwardzonych dróg i parkingów przed odprowadzeniem do odbiornika oczyszcza się z piasku i substancji ropopochodnych",
      ]),
      "masy ziemne z wykopów zagospodarowuje się na terenie działki albo wywozi zgodnie z przepisami o odpadach",
    ],
  };
}

function heritage(rng: Rng): Provision {
  return {
    title: "Zasady ochrony dziedzictwa kulturowego i zabytków oraz dóbr kultury współczesnej",
    points: [
      rng.pick([
        "wyznacza się strefę „OW” obserwacji archeologicznej, w której prace ziemne wymagają zawiadomienia właściwego konserwatora zabytków",
        "w granicach strefy „OW” roboty ziemne prowadzi się pod nadzorem archeologicznym",
      ]),
      rng.pick([
        "budynki wpisane do gminnej ewidencji zabytków zachowują gabaryt, kształt dachu i rytm otworów okiennych",
        "przebudowa budynków ujętych w gminnej ewidencji zabytków nie może zmieniać formy dachu ani detalu elewacji frontowej",
      ]),
      "na obszarze planu nie ma dóbr kultury współczesnej wymagających ochrony",
    ],
  };
}

function publicSpace(rng: Rng): Provision {
  return {
    title: "Wymagania wynikające z potrzeb kształtowania przestrzeni publicznych",
    points: [
      rng.pick([
        "przestrzeniami publicznymi są drogi publiczne oraz tereny zieleni urządzonej",
        "do przestrzeni publicznych zalicza się place, drogi publiczne i zieleń urządzoną dostępną bez ograniczeń",
      ]),
      rng.pick([
        "nawierzchnie chodników, latarnie, ławki i kosze ujednolica się w obrębie jednej ulicy",
        "mała architektura w przestrzeniach publicznych ma być jednorodna pod względem formy i barwy",
      ]),
      "przestrzenie publiczne urządza się tak, aby korzystać z nich mogły osoby z niepełnosprawnościami",
    ],
  };
}

function merging(rng: Rng): Provision {
  return {
    title: "Szczegółowe zasady i warunki scalania i podziału nieruchomości",
    points: [
      rng.pick([
        "granice nowych działek prowadzi się do drogi pod kątem od 70° do 110°",
        "granice nowych działek prowadzi się prostopadle do pasa drogowego, z odchyleniem nie większym niż 20°",
      ]),
      rng.pick([
        "na obszarze planu nie wyznacza się granic obszarów wymagających przeprowadzenia scaleń i podziałów",
        "plan nie określa obszarów, na których scalanie i podział byłyby obowiązkowe",
      ]),
      "działki pod urządzenia infrastruktury technicznej mogą mieć dowolną powierzchnię",
    ],
  };
}

function roads(rng: Rng): Provision {
  return {
    title: "Zasady modernizacji, rozbudowy i budowy systemów komunikacji",
    points: [
      rng.pick([
        "obsługę komunikacyjną zapewniają drogi publiczne wyznaczone na rysunku planu oraz drogi wewnętrzne",
        "dojazd do działek prowadzi się z dróg publicznych i wewnętrznych, z ograniczeniem liczby zjazdów na drogi wyższych klas",
      ]),
      rng.pick([
        "drogi nieprzelotowe zakończa się placem do zawracania odpowiadającym przepisom przeciwpożarowym",
        "na zakończeniach dróg dojazdowych przewiduje się place do zawracania pojazdów",
      ]),
      "miejsca przeznaczone na postój pojazdów zaopatrzonych w kartę parkingową wyznacza się według przepisów o drogach publicznych",
    ],
  };
}

function networks(rng: Rng): Provision {
  return {
    title: "Zasady modernizacji, rozbudowy i budowy systemów infrastruktury technicznej",
    points: [
      rng.pick([
        "zaopatrzenie w wodę z miejskiej sieci wodociągowej; do czasu jej rozbudowy dopuszcza się ujęcia własne",
        "wodę doprowadza się z sieci wodociągowej, z zapewnieniem wydajności do celów przeciwpożarowych",
      ]),
      rng.pick([
        "odprowadzanie ścieków bytowych do kanalizacji sanitarnej; zakazuje się przydomowych oczyszczalni z rozsączaniem do gruntu",
        "ścieki bytowe odprowadza się do kanalizacji sanitarnej, a do czasu jej wybudowania do szczelnych zbiorników bezodpływowych",
      ]),
      rng.pick([
        "ogrzewanie z sieci ciepłowniczej, gazem, energią elektryczną lub ze źródeł odnawialnych",
        "w zakresie ciepła dopuszcza się sieć ciepłowniczą oraz źródła indywidualne niskoemisyjne",
      ]),
      rng.pick([
        "nowe linie elektroenergetyczne średniego i niskiego napięcia prowadzi się jako kablowe podziemne",
        "linie napowietrzne przy przebudowie zastępuje się kablowymi",
      ]),
      "dopuszcza się lokalizację infrastruktury telekomunikacyjnej zgodnie z przepisami o wspieraniu rozwoju usług i sieci telekomunikacyjnych",
      "gospodarkę odpadami prowadzi się zgodnie z gminnym regulaminem utrzymania czystości i porządku",
    ],
  };
}
