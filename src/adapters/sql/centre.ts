import type { Embedder } from "../../core/ports/embedder.ts";

/** Made up, of many matters, so that what they have in common is the model's and no paper's. */
const texts = [
  "Po rozpatrzeniu wniosku zatwierdza się projekt budowlany i udziela pozwolenia na budowę budynku mieszkalnego.",
  "Wysokość zabudowy nie może przekraczać 9 m, a dachy mają być dwuspadowe o nachyleniu od 30 do 45 stopni.",
  "Strona może wnieść odwołanie w terminie czternastu dni od dnia doręczenia decyzji.",
  "Ściany zewnętrzne z pustaków ceramicznych, ocieplone wełną mineralną, tynk cienkowarstwowy.",
  "Działka ma dostęp do drogi publicznej przez zjazd indywidualny, urządzony na koszt inwestora.",
  "Opłatę skarbową w wysokości 48 zł wpłacono na rachunek urzędu; dowód wpłaty w aktach.",
  "Kocioł gazowy kondensacyjny o mocy 24 kW, instalacja centralnego ogrzewania wodna, pompowa.",
  "Roboty ziemne w pobliżu zabytku należy prowadzić pod nadzorem archeologicznym.",
  "Do zawiadomienia o zakończeniu budowy dołączono oświadczenie kierownika budowy i inwentaryzację geodezyjną.",
  "Zaliczka na poczet kosztów postępowania została zwrócona na wskazany rachunek bankowy.",
  "Wodę opadową odprowadza się do studni chłonnej na terenie własnej nieruchomości.",
  "Posiedzenie rady otworzyła przewodnicząca, która przywitała radnych i mieszkańców.",
  "Drzewa o obwodzie pnia powyżej 50 cm pozostają; wycinka wymaga osobnego zezwolenia.",
  "Autobus odjeżdża z przystanku przy szkole co dwadzieścia minut, w niedziele co godzinę.",
  "Rzeka płynie doliną na północ, a jej brzegi porastają łęgi i szuwary.",
  "Ustawa wchodzi w życie po upływie trzydziestu dni od dnia ogłoszenia.",
  "Zespół wydał trzecią płytę i wyruszył w trasę koncertową po kilkunastu miastach.",
  "Właściciel lokalu odpowiada za szkody, które wyrządził przy przebudowie ścianki działowej.",
  "Schody ewakuacyjne obudowane ścianami o klasie odporności ogniowej REI 60.",
  "Pełnomocnik przedłożył uzupełnioną mapę do celów projektowych w czterech egzemplarzach.",
  "Mecz zakończył się remisem po bramce zdobytej w ostatniej minucie.",
  "Temperatura w pomieszczeniu magazynowym nie powinna spadać poniżej pięciu stopni.",
  "Garaż podziemny na czterdzieści stanowisk, wentylacja mechaniczna, wjazd pochylnią.",
  "W latach trzydziestych w tym miejscu stał młyn, po którym zostały fundamenty.",
];

/** Where a model's vectors of passages gather, whatever they are about. The same for every archive. */
export async function centreOf(embedder: Embedder): Promise<Float32Array> {
  const vectors = await embedder.embedPassages(texts);
  const centre = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (const [place, number] of vector.entries()) centre[place] = (centre[place] as number) + number / vectors.length;
  return centre;
}
