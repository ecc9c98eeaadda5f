/** Folded words that say nothing of their own: function words, auxiliaries, and the frame that a report is told in. */
const words =
  "i oraz a w we z ze na do od po przy dla o u pod nad przed za przez ku wobec wzgledem miedzy pomiedzy obok wsrod podczas wedlug wg zgodnie stosownie " +
  "ktory ktora ktore ktorego ktorej ktoremu ktorym ktorych ktorymi ktorzy co to ten ta te tego tej temu tym tych tymi ta tę jego jej ich im go mu ja on ona ono oni nia nim niej nich niego nimi " +
  "jest sa byl byla bylo byly byli bedzie beda byc zostal zostala zostalo zostaly zostana zostanie zostac bywa sie swoj swoja swoje swojej swojego swoich " +
  "ze iz ale lecz natomiast jednak zas wiec zatem tez takze rowniez jako jak czyli tj tzn tzw np itd itp m in ww w/w wyzej ponizej nizej tu tam " +
  "nr numer numerem numeru numerze numerami numery nry dnia dniu dzien dniem data daty date datą r rok roku rokiem lat s str strona stronie strony pkt poz ust lit art par " +
  "wynosi wynosza wynosil wynosila wynosilo wynoszaca wynoszacy wynoszacej wynosic stanowic stanowi stanowia dotyczy dotycza dotyczacy dotyczaca dotyczace dotyczacego dotyczacej dotyczacych dotyczyla dotyczyl " +
  "nastepujacy nastepujaca nastepujace nastepujacych nastepujacej brzmi brzmienie tresc tresci wskazano podano zapisano zapisany zapisana zapisanym zapisanej zapisane wpisano wpisana wpisany wpisane figuruje figuruja widnieje odnotowano odnotowana wymieniono ujawniono okreslono " +
  "okresla okreslaja ustalono ustala zawiera obejmuje przedmiotem przedmiotowy przedmiotowa przedmiotowej przedmiotowego powyzszy powyzsza powyzszego dany danej dana danego sprawa sprawy sprawie sprawe spraw sprawach " +
  "dokument dokumentu dokumencie dokumenty dokumentow pismo pisma pismie znak znaku pod poz pozycja wpis wpisu wpisie wiersz wierszu rejestr rejestru rejestrze rejestrow ewidencji zakres zakresie zakresu tytul tytulem " +
  "mowi tak nalezy nalezaca nalezace lezy leza znajduje znajduja jezeli jesli gdy ile chyba mozliwe mozliwy mozliwa niepewne niepewny niepewna dopasowanie dopasowania nosi posiada ma maja mial miala ws dot odnosnie otrzymuja";
const stopWords = new Set(words.split(" "));

export function isStopWord(folded: string): boolean {
  return stopWords.has(folded);
}
