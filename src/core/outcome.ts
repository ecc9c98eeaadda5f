/**
 * What a paper decided. Read in the operative part only (rozstrzygnięcie): the grounds quote other people's wishes
 * and other decisions. Words that tell, with their articles: see `readOutcome` and the table in ARCHITECTURE.md.
 */
export const outcomes = [
  "granted", // zatwierdzam projekt … i udzielam pozwolenia; ustalam warunki zabudowy; wyrażam zgodę
  "refused", // odmawiam zatwierdzenia projektu i udzielenia pozwolenia; odmawiam ustalenia
  "discontinued", // umarzam postępowanie (KPA art. 105)
  "left_unexamined", // pozostawiam bez rozpoznania (KPA art. 64 § 2): not a decision
  "repealed", // uchylam decyzję (KPA art. 145, 151, 154, 155, 162; PB art. 36a ust. 2)
  "amended", // zmieniam decyzję (PB art. 36a ust. 1, KPA art. 154, 155)
  "transferred", // przenoszę decyzję (PB art. 40)
  "expired", // stwierdzam wygaśnięcie (PB art. 37, KPA art. 162)
  "annulled", // stwierdzam nieważność (KPA art. 156, 158)
  "change_refused", // odmawiam uchylenia / zmiany / przeniesienia / stwierdzenia nieważności: the decision stands
  "upheld", // utrzymuję w mocy (KPA art. 138 § 1 pkt 1)
  "repealed_and_decided", // uchylam i orzekam (KPA art. 138 § 1 pkt 2)
  "repealed_and_discontinued", // uchylam i umarzam postępowanie pierwszej instancji (KPA art. 138 § 1 pkt 2)
  "sent_back", // uchylam i przekazuję do ponownego rozpatrzenia (KPA art. 138 § 2): no refusal
  "appeal_discontinued", // umarzam postępowanie odwoławcze (KPA art. 138 § 1 pkt 3)
  "imposed", // nakładam obowiązek (PB art. 35 ust. 3): an order on the way
  "suspended", // zawieszam postępowanie (KPA art. 97, 98)
  "corrected", // prostuję omyłkę (KPA art. 113)
  "stayed", // wstrzymuję wykonanie decyzji (KPA art. 152, 159)
  "breach_found", // stwierdzam, że decyzję wydano z naruszeniem prawa (KPA art. 151 § 2, 158 § 2): the decision stands
  "objection", // wnoszę sprzeciw (PB art. 30)
  "no_objection", // nie wniesiono sprzeciwu; zaświadczenie o braku podstaw do sprzeciwu
  "agreed", // uzgadniam, opiniuję pozytywnie (another authority's agreement or opinion)
  "not_agreed", // odmawiam uzgodnienia, opiniuję negatywnie
] as const;

export type Outcome = (typeof outcomes)[number];
