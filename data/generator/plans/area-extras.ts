import type { Rng } from "../rng.ts";

/** What a plan says of an area beside its figures. No figure here may be mistaken for one that a question asks for. */
export function areaExtras(rng: Rng, symbol: string): string[] {
  const kind = symbol.replace(/\d/g, "").replace("/", "");
  const drawn = rng.shuffle(byKind(kind)).slice(0, rng.int(3, 5));
  return [...drawn, access(rng, kind)];
}

function byKind(kind: string): string[] {
  if (kind.startsWith("MN")) return homes;
  if (kind === "MW") return flats;
  if (kind === "U" || kind === "P") return services;
  return kind === "ZP" ? green : streets;
}

const homes = [
  "dopuszcza się zabudowę wolno stojącą i bliźniaczą, zakazuje się zabudowy szeregowej",
  "dopuszcza się lokale usług nieuciążliwych w parterach budynków mieszkalnych, o udziale nieprzekraczającym przepisów odrębnych",
  "kalenica główna równoległa do drogi, z której odbywa się wjazd na działkę",
  "zakaz lokalizacji warsztatów naprawy pojazdów, stacji paliw i punktów zbierania odpadów",
  "garaże wbudowane albo dobudowane; wolno stojące wyłącznie w głębi działki",
  "budynki istniejące, niespełniające ustaleń planu, mogą być remontowane i przebudowywane bez powiększania kubatury",
  "w przypadku działek narożnych ogrodzenie ścina się tak, aby zapewnić widoczność na skrzyżowaniu",
  "dopuszcza się sytuowanie budynku przy granicy działki, jeżeli na działce sąsiedniej istnieje budynek zwrócony ścianą bez otworów",
];
const flats = [
  "w parterach od strony drogi publicznej dopuszcza się lokale usługowe z wejściem wprost z chodnika",
  "nakazuje się urządzenie placu zabaw i miejsca rekreacji dostępnego dla osób z niepełnosprawnościami",
  "parkowanie w garażach podziemnych i na parkingach terenowych rozdzielonych zielenią",
  "zakaz grodzenia wnętrz międzyblokowych",
  "miejsca gromadzenia odpadów w zadaszonych osłonach albo w bryle budynku",
  "elewacje dłuższe rozczłonkowuje się przez uskoki, loggie lub zmianę materiału",
  "dopuszcza się nadwieszenia kondygnacji nad parterem w granicach linii zabudowy",
];
const services = [
  "dopuszcza się usługi handlu, gastronomii, biur, zdrowia i oświaty; zakazuje się obiektów handlu wielkopowierzchniowego",
  "dostawy i place manewrowe lokalizuje się od strony zaplecza",
  "wzdłuż granicy z terenami mieszkaniowymi nakazuje się pas zieleni zimozielonej",
  "dopuszcza się jeden lokal mieszkalny dla właściciela albo zarządcy obiektu",
  "oświetlenie terenu nie może powodować olśnienia na drogach publicznych",
  "magazynowanie materiałów na wolnym powietrzu dopuszcza się wyłącznie za osłoną z zieleni",
];
const green = [
  "zakaz zabudowy, z wyjątkiem obiektów małej architektury i urządzeń rekreacji",
  "dopuszcza się ścieżki piesze i rowerowe o nawierzchni przepuszczalnej",
  "dopuszcza się place zabaw oraz siłownie terenowe",
  "istniejący drzewostan podlega zachowaniu, z wyjątkiem cięć sanitarnych",
  "nakazuje się utrzymanie rowów i oczek wodnych jako otwartych",
];
const streets = [
  "chodniki obustronne, dopuszcza się jednostronne w istniejącym pasie drogowym",
  "w liniach rozgraniczających dopuszcza się sieci infrastruktury technicznej oraz zieleń przyuliczną",
  "zakaz lokalizacji reklam w pasie drogowym",
  "dopuszcza się ścieżki rowerowe i zatoki postojowe",
  "odwodnienie do kanalizacji deszczowej albo rowów przydrożnych",
];

function access(rng: Rng, kind: string): string {
  if (kind.startsWith("KD")) return "powiązanie z układem zewnętrznym przez skrzyżowania z istniejącymi drogami";
  return rng.pick([
    "obsługa komunikacyjna z przyległych dróg publicznych i wewnętrznych",
    "dostęp do terenu z drogi 1KDD oraz z dróg niewyznaczonych na rysunku planu",
    "wjazdy na działki z dróg dojazdowych, z wyłączeniem dróg wyższych klas",
  ]);
}
