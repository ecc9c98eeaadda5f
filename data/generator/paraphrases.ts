import { z } from "zod";

/**
 * Questions that bear no content word of the passages that answer them: whoever searches by words alone cannot find
 * these. The synonyms are chosen by hand against the generator's own wordings, of all papers; `archive.test.ts` of
 * evals proves on the committed sample that no word is shared. They name no case: any page that tells it answers.
 */
interface Topic {
  /** What stands in a passage that answers, white space folded. */
  told: string;
  asked: string[];
}

const topics: readonly Topic[] = [
  {
    told: String.raw`miejsc\p{L}* (?:postojow\p{L}*|do parkowania)`,
    asked: ["Ile aut się tam zmieści?", "Gdzie zmieszczą się auta gości?"],
  },
  {
    told: String.raw`dźwig\p{L}* osobow\p{L}*`,
    asked: ["Ile kilogramów uniesie winda?", "Jaka winda będzie w bloku?"],
  },
  { told: String.raw`hydrant\p{L}*`, asked: ["Ile litrów poleci z sikawki?"] },
  {
    told: String.raw`posadowion\p{L}* na głębokości`,
    asked: ["Jak daleko w dół sięgają wykopy?", "Jak nisko sięga podstawa domu?"],
  },
  {
    told: String.raw`praw\p{L}* wniesienia odwołania|odwołanie kieruje się`,
    asked: ["Jak i do kiedy zaskarżyć takie rozstrzygnięcie?", "Gdzie się poskarżyć na taki werdykt?"],
  },
  {
    told: String.raw`(?:przesyłkę|pismo) doręczono`,
    asked: ["Kiedy listonosz oddał kopertę?", "Komu listonosz wręczył list?"],
  },
  { told: String.raw`archeologiczn\p{L}*`, asked: ["Czy mogą się trafić wykopaliska?"] },
  { told: String.raw`w[oó]d\p{L}* (?:opadow|deszczow)\p{L}*`, asked: ["Co zrobić z deszczówką?"] },
  {
    told: String.raw`odpad\p{L}* komunaln\p{L}*|gromadzeni\p{L}* odpadów`,
    asked: ["Kto i jak pozbędzie się śmieci?", "Gdzie będzie śmietnik?"],
  },
  { told: String.raw`hałas\p{L}*`, asked: ["Czy będzie głośno?"] },
  { told: String.raw`przenoszę (?:na rzecz|decyzję)`, asked: ["Kto wszedł w buty poprzednika?"] },
  { told: "stwierdzam wygaśnięcie", asked: ["Komu przepadły papiery, bo zwlekał z pracami?"] },
  { told: "stała się ostateczna|jest ostateczna od", asked: ["Kiedy klamka zapadła?"] },
  { told: String.raw`wentylacj\p{L}* (?:grawitacyjn|mechaniczn)\p{L}*`, asked: ["Którędy ucieka zaduch?"] },
  { told: String.raw`niepełnosprawn\p{L}*`, asked: ["Czy wjedzie tam wózek inwalidzki?"] },
  {
    told: String.raw`stawk\p{L}* procentow\p{L}*|wzrostu wartości nieruchomości`,
    asked: ["Jaki podatek od zarobku na sprzedaży ziemi?", "Ile zabierze gmina, kiedy sprzedam drożej?"],
  },
  { told: String.raw`zbiornik\p{L}* retencyjn\p{L}*`, asked: ["Ile litrów deszczówki da się zatrzymać?"] },
  { told: String.raw`zjazd\p{L}*`, asked: ["Którędy wjadą auta?"] },
  { told: String.raw`ewakuacyjn\p{L}*`, asked: ["Którędy uciekać, gdy wybuchną płomienie?"] },
  {
    told: String.raw`nieodnawialn\p{L}* energi\p{L}*`,
    asked: ["Jak oszczędny będzie dom?", "Ile prądu i gazu pochłonie dom?"],
  },
  { told: String.raw`kondygnacj\p{L}* nadziemn\p{L}*`, asked: ["Na ile pięter można sobie pozwolić?"] },
  {
    told: String.raw`biologicznie czynn\p{L}*`,
    asked: ["Ile ma być murawy i klombów?"],
  },
  { told: String.raw`nieprzekraczaln\p{L}* lini\p{L}* zabudowy`, asked: ["Jak blisko jezdni można murować?"] },
  {
    told: String.raw`nowo wydzielan\p{L}*|działki wydzielanej`,
    asked: ["Na jak małe kawałki można pociąć pole?"],
  },
  {
    told: String.raw`pozwoleni\p{L}* na użytkowanie`,
    asked: ["Kiedy można się wprowadzić?", "Czy lokatorzy mogą się już wprowadzać?"],
  },
  { told: String.raw`budynk\p{L}* gospodarcz\p{L}*`, asked: ["Jak duża może być szopa albo komórka?"] },
  { told: String.raw`ogrodzeni\p{L}*`, asked: ["Jaki może być płot?"] },
  { told: String.raw`reklam\p{L}*`, asked: ["Czy można rozwiesić baner?"] },
  { told: "nr uprawnień", asked: ["Kto to narysował?"] },
  { told: "kontrolę przeprowadzono|oględziny", asked: ["Co urzędnicy zobaczyli na własne oczy?"] },
  { told: String.raw`konserwator\p{L}* zabytków`, asked: ["Kto pilnuje kamienic?"] },
  { told: String.raw`klas\p{L}* odporności pożarowej`, asked: ["Ile wytrzymają mury w płomieniach?"] },
  { told: "odmawiam", asked: ["Komu urzędnicy powiedzieli „nie”?", "Kto odszedł z kwitkiem?"] },
  { told: String.raw`numer porządkow\p{L}*`, asked: ["Pod jakim adresem będzie mieszkać rodzina?"] },
  { told: "została podzielona", asked: ["Czy pole pocięto na mniejsze kawałki?"] },
  { told: "umarzam", asked: ["Co zakończono bez wyniku, bo straciło sens?"] },
];

export const paraphraseTruthSchema = z.object({
  id: z.string(),
  question: z.string(),
  /** A pattern (JavaScript, flags `iu`) that every passage that answers holds, white space folded. */
  told: z.string(),
  /** Pages that hold it; any one of them answers. */
  sources: z.array(z.object({ document: z.string(), page: z.int().positive() })),
});
export type ParaphraseTruth = z.infer<typeof paraphraseTruthSchema>;

export interface WrittenPage {
  document: string;
  page: number;
  text: string;
}

/** Those that some page of this archive answers. */
export function makeParaphrases(pages: readonly WrittenPage[]): ParaphraseTruth[] {
  return topics
    .flatMap(({ told, asked }) => {
      const pattern = new RegExp(told, "iu");
      const sources = pages.flatMap(({ document, page, text }) => (pattern.test(text) ? [{ document, page }] : []));
      return sources.length === 0 ? [] : asked.map((question) => ({ question, told, sources }));
    })
    .map((paraphrase, at) => ({ id: `p${String(at + 1).padStart(2, "0")}`, ...paraphrase }));
}
