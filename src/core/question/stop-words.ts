/** Words of a question that say nothing of the thing asked for, folded. Not the index's list: a question has its own. */
export const questionStopWords: ReadonlySet<string> = new Set(
  (
    "a aby ale albo az bardzo bez bo by byc byl byla bylo byly byli chce chcialbym ci cos co cokolwiek czego czemu czy czyj czyja dla dlaczego " +
    "do gdzie go i ich ile im ja jak jaka jaki jakie jakiego jakiej jakim jakich jaką jako je jego jej jest jesli juz kiedy kim kogo " +
    "komu kto ktora ktore ktorego ktorej ktory ktorych ktorym lub ma mam mamy maja mi mial miala mialo mnie moge mozna moze musi na nad nam nas nie " +
    "niech nim no o od on ona one oni oraz po pod podaj podac pokaz pokazac powiedz poprosze prosze prosba przed przez przy przypadku sa sie sprawdz sprawdzic " +
    "skad sobie stalo stala ta tak taki takie tam te tego tej ten tez to tu tutaj tych tylko tym u w we wg wedlug wiec wiadomo witam wlasnie z za zas ze zeby znajdz zostal " +
    "zostala zostalo zostaly dzien dobry temat sprawie sprawa sprawy spraw sprawe dotyczy dotyczace dotyczaca chodzi potrzebuje interesuje " +
    "nr numer numery numerze numerem ul ulica ulicy ulicą al pl dz dzialka dzialki dzialce dzialke dzialek dzialkach am ar obr obreb obrebie obrebu " +
    "roku rok r dnia dniu znak znaku sygn sygnatura sygnaturze pytanie jeszcze teraz obecnie mial maja musza powinno powinna powinien tzn czyli ew ewid ewidencyjny"
  ).split(/\s+/u),
);
