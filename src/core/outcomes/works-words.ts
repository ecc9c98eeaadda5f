import { isOneSlip } from "./one-slip.ts";

/**
 * What an office writes of works when it grants a permit, by the beginnings of folded words: what is done (`works`), to
 * what (`buildings`, `networks`, `places`). Only a description that speaks of one of these is a plain description of
 * works; a word that is unknown („akta”, „pismo”, „przywrócenie terminu”) tells no permit.
 */
const works =
  "(?:roz|prze|nad|do|od|wy|za|ob|w)?bud(?:ow|ynk|ynek|$)|rozbu|przebu|przeb$|nadbu|dobud|remont|rem$|rozbior|rozebr|wyburz|" +
  "mont|demont|adapt|wykon|termo|ociepl|dociepl|izolac|wymian|wym$|zamian|moderniz|likwid|posadow|ustaw|postaw|zamurow|" +
  "wydziel|podzial|zadasz|zabezpiecz|wzmocn|podniesien|rewital|odnow|odtworz|renow|konserw|przystos|dostos|zagospod|" +
  "przeloz|przedluz|uzbroj|polacz|wybic|wyciec|iluminac|oznak|ogrodz|utwardz|zarurow|nasadz|kompost|uzytkow";
const buildings =
  "budnek|bud\\w*nk|dom(?:$|[keuoyó])|domek|hal(?:$|[aei])|garaz|(?:jedno|dwu|wielo)?lokal(?!iz)|mieszk|jednorodz|wielorodz|biur|sklep|market|hotel|hostel|" +
  "pensjon|pawilon|kiosk|salon|gabinet|aptek|zaklad|fabryk|wytworn|produkc|magazyn|warsztat|introlig|kawiarn|" +
  "restaur|gastro|szkol|przedszk|zlob|osrod|kampus|szpital|przychod|kosciol|kaplic|stajni|stodol|obor|chlew|inwentar|gospodarcz|" +
  "wiat|altan|szopa|ganek|ganku|weranda|oranz|kotlown|piwnic|strych|poddasz|dach|polac|strop|scian|elewac|fundament|law|komin|balkon|" +
  "taras|loggi|schod|klatk|okn|okien|drzw|bram|winda|windy|dzwig|wnetrz|pomieszcz|pom$|konstrukc|obiekt|uslug|handl|zespol|centr|klub|" +
  "czesc|segment|etap|odcin|trybun|pochyln|platform";
const networks =
  "instal|inst$|siec|sieci|przyl|kanaliz|wodoc|gaz|cieplo|cieploc|rurociag|magistral|linia|lini[ei]$|kabl|kabel|zlacz|trafo|" +
  "transform|stacj|elektr|energet|swiatlow|oswietl|lamp|latarn|telef|telek|teletech|anten|maszt|wentyl|klimat|hydrant|" +
  "agregat|zbiorni|studni|szamb|przepomp|pompow|oczyszcz|odwodn|drenaz|infrastr|urzadz|posterun|technolog";
const places =
  "drog|ulic|zjazd|wjazd|dojazd|podjazd|parking|postojow|chodnik|sciezk|plac|most|kladk|tunel|przejsc|przejazd|torow|row(?:$|u|er)|" +
  "nawierzchn|boisk|kort|basen|stadion|park|skwer|fontann|pomnik|cmentar|grobow|wykop|reklam|nosnik|tablic|telebim|szyld|dziedzin|teren|plyt";
const ofWorks = new RegExp(`^(?:${works}|${buildings}|${networks}|${places})`);
/** Words that are known also with one letter wrong. */
const misspelt = [
  "budowa",
  "budowy",
  "budynek",
  "budynku",
  "przebudowa",
  "rozbudowa",
  "instalacja",
  "przylacze",
  "ustawienie",
];

/**
 * Words of an end of a case that no rule reads: with one of these among its words no description is a plain one.
 * „Nie-” joined to what an authority finds, not to what a building is („nieużytkowe poddasze”).
 */
const ofOffice =
  /^(?:nie|brak\w*|neg|negat\w*|anul\w*|zwro[tc]\w*|wygas\w*|o?myl\w*|pomyl\w*|bled\w*|zgod(?!n)\w*|skarg\w*|wezw\w*|przywroc\w*|termin(?!al)\w*|cofn\w*|rozpozn\w*|rozpatr\w*|tok[ui]?|zaniech\w*|zawieszon[aey]|akta|pism[oa]|oczeku\w*|oddal\w*|zakonczono|pouczen\w*|duplikat\w*|opini\w*|inwestor\w*|wlasciwosc\w*|warunk\w*|ustal\w*|wypis\w*|bezprz\w*|bezzasad\w*|utrac\w*|strac\w*|skresl\w*|wykresl\w*|odrzuc\w*|nie(?:waz|zgod|udziel|uwzgl|wyraz|wyda|zatw|dopuszcz|przyj|rozpatr|zasad|aktual|prawomoc|obowiaz|kompletn|zalatw|spelni)\w*)$/;

export function isOfOffice(word: string): boolean {
  return ofOffice.test(word);
}

export function isOfWorks(word: string): boolean {
  return !isOfOffice(word) && (ofWorks.test(word) || misspelt.some((form) => isOneSlip(word, form)));
}
