import { type Cue, strengthOf } from "./cues.ts";

/** What kind of answer is asked for: the rows of DOMAIN.md's last table and the look-ups of everyday. */
const intents = [
  "permit_lookup", // was a permit issued for this parcel or address
  "decision_status", // where decision N stood on a day
  "decision_outcome", // what did decision N, or the case S, decide
  "issuer_and_date", // who issued it and when
  "case_documents", // the papers of a case, in date order
  "property_history", // everything about a parcel or an address
  "parcel_division", // was a parcel divided or joined, what came of it, where it came from
  "finality", // final? since when
  "transfer", // to whom transferred, the whole chain
  "replacement_design", // what the replacement design changes
  "expiry", // begun, not begun, expired
  "objection", // notification: objection or silence
  "plan_parameter", // height, storeys, share … of an area of a plan, or of a planning decision
  "plan_in_force", // which plan, since when
  "planning_decision", // WZ: valid, for what
  "refusal_ground", // why refused
  "appeal", // appealed, and with what result
  "party", // was X a party
  "delivery", // was it delivered, when
  "call", // what the call to complete asks, and its term
  "category_and_volume",
  "agreement", // conservator, fire, sanitary
  "occupancy", // permit for use
  "applicant", // who applied, who is the investor
  "designer", // who designed
  "design_figure", // a figure of the project description
  "general",
] as const;
export type Intent = (typeof intents)[number];

/** Cues in the order in which intents win a tie: the narrower first. */

/** Cues in the order in which intents win a tie: the narrower first. Separated by commas; a cue is a line of `cues.ts`. */
const written: Readonly<Record<Exclude<Intent, "general">, string>> = {
  case_documents: `
    spis* pism, spis* akt, spis* dokument*, list* dokument*, list* pism, wykaz* dokument*, wykaz* pism,
    co w aktach, co jest w aktach, zawartosc* akt, zawartosc* teczk*, co jest w teczce,
    dokument* w spraw*, pism* w spraw*, metryk* spraw*, pokaz* dokument*, wymien* dokument*,
    wymien* pism*, wszystk* dokument*, wszystk* pism*, akta spraw*, akt* dokument*, z czego sklad* sie,
    jakie+pism*, jakie+dokument*, spis+pism, jakie+papier*`,
  finality: `
    ostateczn*, prawomocn*, klauzul*, klauzul* ostateczn*, kiedy ostateczn*, od kiedy ostateczn*,
    stal* sie ostateczn*, uprawomocn*, czy ostateczn*`,
  transfer: `
    przenies*, przenosz*, na kogo przenies*, na kogo pozwoleni*, komu przenies*, przeniesieni*,
    nowy inwestor*, przejal* pozwoleni*, przepisan*, przepisa* pozwoleni*, zmian* inwestor*,
    kto przejal*, cesj*, aktualn* inwestor*, przenies* inwestor*, przenies* kto, przenies* komu`,
  replacement_design: `
    zamienn*, projekt* zamienn*, decyzj* zamienn*, co zmieni*, istotn* odstapi*, zmian* pozwoleni*,
    zmian* decyzj*, 36a, zmienion* decyzj*, zamien* do, czym rozn*`,
  expiry: `
    wygas*, wygasl*, wygasni*, czy wygasl*, nierozpoczet*, rozpoczet* budow*, nie rozpoczet*,
    rozpoczeci* robot, przerw* budow*, niewazn* pozwoleni*, rozpoczet* robot*, rozpoczet* prac*,
    kiedy rozpoczet*, kiedy rozpoczel*, rozpoczecie* robot*`,
  objection: `
    sprzeciw*, zgloszeni*, zgloszen* sprzeciw*, milcz*, milcz* zgod*, milcz* zgloszeni*,
    do kiedy sprzeciw*, wniesion* sprzeciw*, bez sprzeciw*, zaswiadczeni* sprzeciw*, zglosz* robot*`,
  agreement: `
    konserwator*, wkz, zabytk*, uzgodnion*, uzgodnieni*, uzgodni*, uzgodnion* konserwator*,
    uzgodnion* wkz, opini*, zaopiniowa*, opini* konserwator*, opini* pozarow*, opini* sanitarn*,
    rzeczoznawc*, ppoz, przeciwpozarow*, strazy, straz, sanepid*, sanitarn*, psp,
    stanowisk* konserwator*, uwag* opini*, opini* strazy, stanowisk* opini*, opini* uzgodni*, co opini*`,
  occupancy: `
    pnu, uzytkowani*, pozwoleni* uzytkowani*, oddan* uzytkowani*, zakonczeni* budow*,
    zawiadomieni* zakonczeni*, dopuszczon* uzytkowani*, odbior* budynk*`,
  appeal: `
    odwolan*, odwolal*, zaskarz*, wojewod*, sko, drug* instancj*, kto odwolal*, wynik* odwolan*,
    rozpatrz* odwolan*, samorzadow* kolegi*, instancj*, odwolawcz*, organ* odwolawcz*, ii instancj*,
    skarg*, sad administracyjn*, wsa, nsa, orzek* wojewod*, orzekl* wojewod*, orzek* sko, orzekl* sko,
    wojewod* decyzj*, co wojewod*`,
  refusal_ground: `
    czemu odm*, dlaczego odm*, powod* odm*, przyczyn* odm*, uzasadnieni* odm*, podstaw* odm*,
    odmow* uzasadn*, z jakiego powodu, z jakich powodow, dlaczego, czemu, z jakiej przyczyny,
    powod* umorz*, dlaczego umorz*, powod* sprzeciw*, dlaczego sprzeciw*, przyczyn* umorz*, czemu umorz*,
    czemu sprzeciw*, jak uzasadni*, motyw* odm*, powod*, przyczyn*`,
  delivery: `
    dorecz*, kiedy dorecz*, odebra*, zwrotn* potwierdzen*, zpo, data dorecz*, kiedy odebra*,
    potwierdzen* odbior*, awizo*, wyslan*, kto odebra*, komu dorecz*`,
  party: `
    stron*, stron* postepowan*, byl stron*, byla stron*, wykaz* stron, kto byl stron*, uczestni*,
    sasiad*, sasiad* stron*, uznan* stron*, list* stron, wlasciciel* dzialk*, wlasciciel* dz`,
  call: `
    brak*, wezwan*, wezwal*, wzywa*, uzupelni*, brak* wezwan*, termin* uzupelni*, brak* formaln*,
    czego brak*, co uzupelni*, termin* wezwan*, brak* wniosk*, do uzupelnieni*, w terminie uzupelni*,
    postanowieni* 35, czego wezwan*, wezwan* dni, dotycz* wezwani*, wezwani* uzupelni*, tresc* wezwani*`,
  category_and_volume: `
    kategori*, kat, kubatur*, kat kubatur*, kategori* kubatur*, kategori* obiekt*, jaka kategori*,
    jaka kubatur*, kub`,
  plan_parameter: `
    ustaleni* plan*, zapis* plan*, wedlug plan*, parametr* zabudow*, wskazni* zabudow*,
    przeznaczeni* teren*, co przewiduj* plan*, co mozna budow*, co wolno budow*, mpzp, w+plan*`,
  planning_decision: `
    wz, warunk* zabudow*, decyzj* wz, wz wazn*, lokalizacj* celu, wuzetk*, wzizt, ustalen* warunk*,
    wz dzialk*, wydan* wz, wz dla`,
  plan_in_force: `
    jaki mpzp, jaki plan, ktory plan, mpzp obowiazuj*, plan obowiazuj*, obowiazuj* plan*,
    jaki plan obowiazuj*, uchwal* plan*, ktora uchwal*, jaka uchwal*, czy jest mpzp, czy jest plan,
    wejsci* w zycie, wszedl* w zycie, jest plan, objet* plan*, jaki miejscow* plan*, plan* w dniu,
    mpzp w dniu, kiedy uchwalon*, kiedy wszedl*, numer* uchwal*, nr uchwal*`,
  parcel_division: `
    dzielon*, podzielon*, podzial* dzialk*, podziel* dzialk*, podzial*, scalon*, scaleni*, z+czego+powsta*, co+powsta*,
    z+jakiej+dzialk*, z+ktorej+dzialk*, z+jakich+dzialek, na+jakie+dzialk*, polaczon* dzialk*, dawn* numer*, dawn* dzialk*,
    poprzedni* numer* dzialk*, skad powsta*, wydzielon*`,
  property_history: `
    histori*, dziej* dzialk*, dziej* nieruchomosc*, dziej*, histori* dzialk*, histori* nieruchomosc*, co sie dzialo, wszystk* decyzj*, wszystk* spraw*,
    co mamy na, co mamy dla, co jest na, caly przebieg, przebieg* spraw*, wszystko co, wszystko na,
    co wydan*, zestawieni* decyzj*, co bylo, jakie+spraw*, jakie+decyzj*, jakie+postepowan*,
    jakie+rozstrzygniec*, wszystk* rozstrzygniec*, zestaw* rozstrzygniec*, zestaw* wszystk*`,
  design_figure: `
    powierzchni* uzytkow*, pow uzytkow*, powierzchni* calkowit*, opis* techniczn*, projektowan*,
    zaprojektowan*, ile mieszkan, ile lokal*, liczb* mieszkan, liczb* lokal*, w+projek*, wg+projekt*,
    wedlug+projekt*`,
  designer: `
    projektant*, kto projektow*, kto zaprojektow*, autor* projekt*, kto sporzadzil* projekt*,
    zaprojektowal*`,
  applicant: `
    kto wnioskow*, wnioskodawc*, inwestor*, kto inwestor*, kto zlozyl* wnios*, na czyj wnios*,
    kto wystapil*, dla kogo, komu wydan*, komu udzielon*, na rzecz kogo, kto dostal*, kto otrzymal*,
    kiedy zlozon* wnios*, data wniosk*, kiedy wplynal*, data wplyw*`,
  issuer_and_date: `
    kto wydal*, kiedy wydan*, kiedy wydal*, data wydan*, data decyzj*, z jakiego dnia, jaki organ*,
    ktory organ*, kto i kiedy, kto podpisal*, kiedy zapad*, kto ja wydal*, organ wydaj*,
    przez kogo wydan*, kiedy decyzj*, kiedy pnb, data organ*, organ* data, data i organ, organ* i data,
    z+kiedy`,
  decision_status: `
    status*, stan decyzj*, stan prawn*, na dzien, obowiazyw*, w mocy, w obrocie, wiaza*, byla wazn*, bylo wazn*,
    byl stan, byla ostateczn*`,
  decision_outcome: `
    co rozstrzyg*, rozstrzygniec*, co orzek*, co orzeczon*, jak sie skonczyl*, jak zakoncz*,
    czym zakoncz*, jaki wynik*, wynik* spraw*, czego dotycz*, co decyzj*, tresc* decyzj*, co zatwierdz*,
    co bylo w decyzj*, dec, decyzj*, jaka decyzj*, zapadl* decyzj*, odmow*, odmowion*, umorz*, umorzon*,
    uchylon*, co postanow*, jakie rozstrzyg*, co zdecydow*, jak rozpatrz*, co w decyzj*, czym+zakonczyl*,
    jak+zakonczyl*, w+mocy, nadal obowiazuj*, czy obowiazuj*, nadal wazn*, jeszcze wazn*,
    czy wazn* decyzj*, czy wazne pozwoleni*, czy obowiazuj* pozwoleni*`,
  permit_lookup: `
    pnb, pozwoleni*, pozwoleni* budow*, wydan* pozwoleni*, bylo pozwoleni*, czy jest pozwoleni*,
    czy bylo pozwoleni*, czy wydan* pozwoleni*, jest pnb, bylo pnb, czy wydan*, jakie pozwoleni*,
    czy cos wydan*, czy wydawal*, pozwol*`,
};

const intentCues = (Object.keys(written) as (keyof typeof written)[]).map((intent) => ({
  intent,
  cues: written[intent].split(",").map((cue): Cue => cue.trim()),
}));

/** Single words that speak of the trade: none of them is a street. */
export const tradeCues: readonly Cue[] = intentCues.flatMap(({ cues }) => cues.filter((cue) => !cue.includes(" ")));

/** Told by words that stand in questions of every kind: "decyzja", "pozwolenie". */
const wide: ReadonlySet<Intent> = new Set(["decision_outcome", "permit_lookup"]);

/** The words that made a question one of this kind. */
export function cuesOf(intent: Intent): readonly Cue[] {
  return intentCues.find((one) => one.intent === intent)?.cues ?? [];
}

/** Likeliest first; `general` when nothing fits. */
export function intentsOf(tokens: readonly string[]): Intent[] {
  const found = intentCues
    .map(({ intent, cues }) => ({ intent, strength: strengthOf(cues, tokens) * (wide.has(intent) ? 1 / 3 : 1) }))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength);
  return found.length > 0 ? found.map(({ intent }) => intent) : ["general"];
}
