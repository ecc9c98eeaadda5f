import type { ProposedCitation } from "../proposed.ts";
import { finality, permit, plan, table, transfer, turned, twin } from "./town.ts";

export interface Saying {
  text: string;
  citations: ProposedCitation[];
}

const on = (paper: { id: string }, page: number, quote: string): ProposedCitation => ({
  document: paper.id,
  page,
  quote,
});
const row = (register: string, file: string, number: number): ProposedCitation => ({
  register,
  rows: [{ file, row: number }],
});
const say = (text: string, ...citations: ProposedCitation[]): Saying => ({ text, citations });

const grant = on(permit, 1, "zatwierdzam projekt budowlany i udzielam pozwolenia na budowę");
const subject = on(
  permit,
  1,
  "obejmującego budowę budynku mieszkalnego jednorodzinnego z garażem dwustanowiskowym na działce nr 87/14, AM-28, obręb Poświętne, przy ul. Kruczej 64, kategoria obiektu budowlanego I, kubatura 1 234,5 m³, powierzchnia zabudowy 186,40 m².",
);
const height = on(permit, 2, "Wysokość budynku wynosi 8,90 m, a szerokość elewacji frontowej 14,20 m.");
const distance = on(
  permit,
  2,
  "Organ nie podzielił tych zastrzeżeń, ponieważ budynek usytuowano w odległości 4,5 m od granicy z działką nr 87/1.",
);
const environment = on(
  permit,
  2,
  "Projekt nie narusza przepisów o ochronie środowiska i nie wymaga uzyskania decyzji o środowiskowych uwarunkowaniach.",
);
const duty = on(
  permit,
  1,
  "Inwestor jest obowiązany zawiadomić organ nadzoru budowlanego o zakończeniu budowy co najmniej 14 dni przed zamierzonym terminem przystąpienia do użytkowania.",
);
const planning = on(
  permit,
  2,
  "Dla terenu inwestycji Burmistrz Brzegowa decyzją nr 12/2013 z dnia 4 września 2013 r. ustalił warunki zabudowy.",
);
const refusal = on(twin, 1, "odmawiam zatwierdzenia projektu budowlanego i udzielenia pozwolenia na budowę");
const maxHeight = on(plan, 1, "maksymalna wysokość zabudowy: 9 m, nie więcej niż dwie kondygnacje nadziemne");
const otherHeight = on(plan, 1, "maksymalna wysokość zabudowy: 12 m");
const green = on(plan, 1, "minimalny udział powierzchni biologicznie czynnej: 40% powierzchni działki");
const services = on(
  plan,
  1,
  "dopuszcza się lokalizację usług nieuciążliwych, o ile ich powierzchnia nie przekracza 30% powierzchni użytkowej budynku",
);
const adverts = on(plan, 1, "zakazuje się lokalizacji wolno stojących reklam");
const roofs = on(plan, 1, "dachy dwuspadowe lub czterospadowe o nachyleniu połaci 30–45°");
const parking = on(plan, 1, "należy zapewnić co najmniej dwa miejsca postojowe na jeden lokal mieszkalny");
const moved = on(
  transfer,
  1,
  "przenoszę decyzję nr 614/2014 z dnia 12 marca 2014 r. o pozwoleniu na budowę budynku mieszkalnego jednorodzinnego, wydaną dla Dom Nova sp. z o.o., na rzecz Zielony Brzeg S.A.",
);
const final = on(
  finality,
  1,
  "Stwierdzam, że decyzja nr 614/2014 z dnia 12 marca 2014 r. stała się ostateczna z dniem 2 kwietnia 2014 r.",
);
const usable = on(table, 1, "Powierzchnia użytkowa\t148,25\tbez garażu");
const opinion = on(
  turned,
  1,
  "Powiatowy Konserwator Zabytków w Brzegowie opiniuje pozytywnie przebudowę kamienicy przy ul. Młyńskiej 3 pod warunkiem zachowania historycznego podziału okien oraz kolorystyki elewacji w odcieniach piaskowca.",
);
const rwdz = row("RWDZ", "rwdz.csv", 1);
const city = row("Rejestr miejski", "miasto.csv", 5);

const quoteOf = (citation: ProposedCitation): string => ("quote" in citation ? (citation.quote ?? "") : "");
const verbatim = (citation: ProposedCitation): Saying => say(quoteOf(citation), citation);
const led = (lead: string, citation: ProposedCitation): Saying => say(`${lead} „${quoteOf(citation)}”`, citation);

/** What an extractive agent says: sentences as they stand, with a lead-in, from rows, from metadata. */
export const extractive: Saying[] = [
  ...[
    height,
    distance,
    environment,
    duty,
    planning,
    services,
    adverts,
    roofs,
    parking,
    moved,
    final,
    opinion,
    maxHeight,
  ].map(verbatim),
  led("Decyzja nr 614/2014 z dnia 12.03.2014 r. (AB.6740.1.234.2014):", grant),
  led("Decyzja nr 614/2014 z dnia 12.03.2014 r. (AB.6740.1.234.2014.JK):", subject),
  led("Decyzja Starosty Brzegowskiego nr 614/2015 z 20 maja 2015 r.:", refusal),
  led("Uchwała nr XII/34/2010, § 12, teren 3MN:", maxHeight),
  led("Plan miejscowy osiedla Poświętne, § 13, teren 4MN:", otherHeight),
  led("Decyzja nr 614/2014, uzasadnienie (s. 2):", height),
  say("„zatwierdzam projekt budowlany i udzielam pozwolenia na budowę”", grant),
  say(
    "Decyzją nr 614/2014 z dnia 12 marca 2014 r. Starosta Brzegowski udzielił pozwolenia na budowę: Budowa budynku mieszkalnego jednorodzinnego z garażem dwustanowiskowym, działka nr 87/14, AM-28, obręb 0022, Brzegów, ul. Krucza 64.",
    rwdz,
  ),
  say("Wniosek wpłynął 5 lutego 2014 r. (nr BR-1/WNIOSEK/118/2014), decyzję nr 614/2014 wydano 12 marca 2014 r.", rwdz),
  say("Inwestor: Dom Nova sp. z o.o., kategoria obiektu I, kubatura 1234,5 m³.", rwdz),
  say(
    "Decyzją nr 77/2011 z dnia 30 czerwca 2011 r. odmówiono udzielenia pozwolenia na budowę hali magazynowej, działka nr 20/17, AM-6, obręb Widawa, Młyńska 12a.",
    city,
  ),
  say("Decyzja nr 614/2014 z dnia 12 marca 2014 r.", on(permit, 1, "DECYZJA Nr 614/2014")),
  say("Decyzję nr 614/2014 wydał Starosta Brzegowski.", on(permit, 1, "STAROSTA BRZEGOWSKI")),
  say(
    "Decyzja dotyczy działki nr 87/14, AM-28, obręb Poświętne.",
    on(permit, 1, "działce nr 87/14, AM-28, obręb Poświętne"),
  ),
  say("Decyzja nr 614/2014 stała się ostateczna z dniem 2 kwietnia 2014 r.", final),
  say("Decyzja nr 614/2014: pozwolenia na budowę udzielono.", grant),
];

/** The same things in other words: inflected, re-ordered, figures and dates written another way. */
export const paraphrased: Saying[] = [
  say("Starosta Brzegowski udzielił pozwolenia na budowę.", grant),
  say("Udzielono pozwolenia na budowę i zatwierdzono projekt budowlany.", grant),
  say("Decyzją z 12.03.2014 r. nr 614/14 zatwierdzono projekt budowlany.", grant),
  say("Pozwolenie na budowę nr 614/2014 zostało udzielone.", grant),
  say("Pozwolenie obejmuje budowę budynku mieszkalnego jednorodzinnego z garażem na działce 87/14.", subject),
  say("Kubatura budynku to 1234,50 m3.", subject),
  say("Powierzchnia zabudowy wynosi 186,4 m kw.", subject),
  say("Budynek przy ul. Kruczej 64 ma powierzchnię zabudowy 186,40 m².", subject),
  say("Budynek ma wysokość 8,9 m.", height),
  say("Szerokość elewacji frontowej: 14,2 m.", height),
  say("Elewacja frontowa ma szerokość 1420 cm.", height),
  say("Budynek usytuowano 4,5 m od granicy z działką nr 87/1.", distance),
  say("Odległość budynku od granicy działki nr 87/1 wynosi 4,50 m.", distance),
  say("Projekt nie narusza przepisów o ochronie środowiska.", environment),
  say("Nie wymaga się uzyskania decyzji o środowiskowych uwarunkowaniach.", environment),
  say(
    "Inwestor ma obowiązek zawiadomić organ nadzoru budowlanego o zakończeniu budowy na co najmniej czternaście dni przed terminem przystąpienia do użytkowania.",
    duty,
  ),
  say("Warunki zabudowy ustalił Burmistrz Brzegowa decyzją nr 12/2013 z 4.09.2013 r.", planning),
  say("Starosta odmówił udzielenia pozwolenia na budowę.", refusal),
  say("Decyzją nr 614/2015 odmówiono zatwierdzenia projektu budowlanego.", refusal),
  say("W terenie 3MN maksymalna wysokość zabudowy to 9,0 m.", maxHeight),
  say("Wysokość zabudowy na terenie 3MN nie może przekraczać dziewięciu metrów.", maxHeight),
  say("Teren 3MN: wysokość zabudowy maks. 9 m i 2 kondygnacje nadziemne.", maxHeight),
  say("W terenie 4MN wysokość zabudowy wynosi najwyżej 12 m.", otherHeight),
  say("Udział powierzchni biologicznie czynnej: co najmniej 40%.", green),
  say("Powierzchnia biologicznie czynna musi stanowić minimum 40 procent powierzchni działki.", green),
  say(
    "Dopuszcza się usługi nieuciążliwe, o ile ich powierzchnia nie przekracza 30% powierzchni użytkowej budynku.",
    services,
  ),
  say("Lokalizacja wolno stojących reklam jest zakazana.", adverts),
  say("Zakazuje się lokalizacji reklam wolno stojących.", adverts),
  say("Dachy dwuspadowe lub czterospadowe, nachylenie połaci od 30 do 45 stopni.", roofs),
  say("Należy zapewnić co najmniej 2 miejsca parkingowe na lokal mieszkalny.", parking),
  say("Decyzję nr 614/2014 przeniesiono na rzecz Zielony Brzeg S.A.", moved),
  say(
    "Decyzją nr 702/2016 z 3 czerwca 2016 r. Starosta Brzegowski przeniósł decyzję nr 614/2014 na Zielony Brzeg S.A.",
    moved,
  ),
  say("Decyzja nr 614/2014 z 12.03.2014 r. jest ostateczna od 2 kwietnia 2014 r.", final),
  say("Decyzja stała się ostateczna 2.04.2014.", final),
  say("Powierzchnia użytkowa wynosi 148,25 m² (bez garażu).", usable),
  say(
    "Konserwator zaopiniował pozytywnie przebudowę kamienicy przy Młyńskiej 3 pod warunkiem zachowania historycznego podziału okien i kolorystyki elewacji.",
    opinion,
  ),
  say("W dniu 12.03.2014 r. udzielono pozwolenia na budowę nr 614/2014 dla Dom Nova sp. z o.o.", rwdz),
  say("Pozwolenie na budowę budynku jednorodzinnego przy ul. Kruczej 64 wydał Starosta Brzegowski.", rwdz),
  say("Prezydent Miasta Brzegowa odmówił pozwolenia na budowę hali magazynowej (decyzja nr 77/11).", city),
  say("Decyzja nr 614/2014 jest ostateczna, a udzielono nią pozwolenia na budowę.", grant, final),
];
