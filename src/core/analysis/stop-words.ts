/** Words that tell nothing of what is sought, without diacritics. Question words among them. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a aby albo ale ani az bez bo by byc byl byla bylo byly bym byt ci cie co czy czyli da dla do dosc gdy gdyz gdzie go i ich ile im inne inny " +
    "innych ja jak jaka jakie jakich jakiej jakiego jakim jaki jako je jego jej jest jestem jeszcze jesli jezeli juz kiedy kiedys kim kto ktora ktore ktorej ktorego " +
    "ktory ktorych ktorym ktorzy lecz lub ma maja mam mi miedzy mnie moja moje moze mozna mu my na nad nam nas nasz nia nic nich nie niego niej nim niz no o obok od on ona " +
    "one oni oraz pan po pod podczas ponad poniewaz przed przez przy pytanie sa sie skad soba swoje ta tak taka taki takie takze tam te tego tej ten to toba tobie tu " +
    "tych tym tymi u w we wiec wlasnie wsrod wszystkie z za zas ze zeby prosze podaj wskaz wymien powiedz znajdz pokaz sprawdz czemu dlaczego bylo zostal zostala zostalo zostaly"
  ).split(/\s+/u),
);
