import { figure } from "../../polish.ts";
import type { CaseFile } from "../file.ts";
import { atAddress, capital, onParcels, styled, theParcels } from "../words.ts";

/** Paragraphs of grounds that any permit case may have; each has several wordings, drawn by the seed. */
export interface GroundsContext {
  file: CaseFile;
  day: (iso: string) => string;
}

export function filed({ file, day }: GroundsContext): string {
  const { model, rng } = file;
  const { applicant, works, site } = model;
  return rng.pick([
    `W dniu ${day(model.applicationDate)} do tutejszego urzędu wpłynął wniosek ${styled(applicant, "gen")} o zatwierdzenie projektu budowlanego i udzielenie pozwolenia na ${works.accusative} ${atAddress(site)}, na ${onParcels(site.parcels)}. Wniosek zarejestrowano pod nr ${model.applicationNumber}.`,
    `Postępowanie wszczęto na wniosek ${styled(applicant, "gen")}, złożony w dniu ${day(model.applicationDate)} (nr wniosku ${model.applicationNumber}). Dotyczy on zamierzenia polegającego na ${locative(works.genitive)} na terenie oznaczonym w ewidencji gruntów jako ${theParcels(site.parcels)}.`,
    `${capital(styled(applicant, "nom"))} w dniu ${day(model.applicationDate)} ${applicant.female ? "wystąpiła" : "wystąpił"} o pozwolenie na ${works.accusative}, do realizacji ${atAddress(site)}. Pismo wpisano do rejestru jako wniosek nr ${model.applicationNumber}.`,
  ]);
}

/** „polegającego na budowie …”. */
function locative(genitive: string): string {
  return genitive.replace(/^(\p{L}*budow)y /u, "$1ie ");
}

export function parties({ file }: GroundsContext): string {
  return file.rng.pick([
    "O wszczęciu postępowania zawiadomiono strony, pouczając je o możliwości zapoznania się z aktami i składania wniosków. Krąg stron ustalono na podstawie wypisu z rejestru gruntów oraz określonego w projekcie obszaru oddziaływania obiektu.",
    "Strony ustalone w oparciu o obszar oddziaływania obiektu powiadomiono o toczącym się postępowaniu. Do dnia wydania decyzji zapoznał się z aktami jedynie pełnomocnik inwestora.",
    "Zgodnie z art. 61 § 4 Kodeksu postępowania administracyjnego organ zawiadomił o wszczęciu wszystkie osoby będące stronami. Zawiadomienia doręczono za zwrotnym potwierdzeniem odbioru.",
    "Zawiadomienie o wszczęciu postępowania rozesłano do właścicieli nieruchomości wymienionych w wykazie stron. Wyznaczono siedmiodniowy termin na zapoznanie się z zebranym materiałem.",
  ]);
}

export function design({ file }: GroundsContext): string {
  const { designer, works } = file.model;
  const wrote = designer.female ? "sporządziła" : "sporządził";
  return file.rng.pick([
    `Projekt budowlany ${wrote} mgr inż. arch. ${designer.name.nom}, nr uprawnień ${designer.licence}, wraz z zespołem projektantów branżowych. Do projektu dołączono zaświadczenia o przynależności do izb samorządu zawodowego, aktualne na dzień opracowania, oraz oświadczenia o sporządzeniu projektu zgodnie z przepisami i zasadami wiedzy technicznej.`,
    `Do wniosku dołączono cztery egzemplarze projektu budowlanego, którego głównym projektantem jest ${designer.name.nom} (uprawnienia nr ${designer.licence}). Projekt zawiera informację dotyczącą bezpieczeństwa i ochrony zdrowia oraz część rysunkową w zakresie stosownym do specyfiki zamierzenia, którym jest ${works.object}.`,
  ]);
}

export function figures({ file }: GroundsContext): string {
  const { works, designer } = file.model;
  const parts = [
    works.volume ? `kubatura ${figure(works.volume)} m³` : "",
    works.footprint ? `powierzchnia zabudowy ${figure(works.footprint)} m²` : "",
    works.height ? `wysokość ${figure(works.height)} m` : "",
  ].filter(Boolean);
  if (parts.length === 0)
    return `Obiekt zaliczono do kategorii ${works.category}. Projekt jest dziełem zespołu, którym kierowała jedna osoba: ${designer.name.nom}.`;
  return file.rng.pick([
    `Z części opisowej wynikają następujące parametry projektowanego obiektu: ${parts.join(", ")}. Zaliczono go do kategorii ${works.category} obiektów budowlanych.`,
    `Parametry zamierzenia przedstawiają się następująco: ${parts.join(", ")}; kategoria obiektu budowlanego – ${works.category}.`,
  ]);
}

export function utilities({ file }: GroundsContext): string {
  return file.rng.pick([
    "Obiekt zostanie zaopatrzony w wodę z sieci miejskiej, ścieki bytowe odprowadzone zostaną do kanalizacji sanitarnej, a wody opadowe zagospodarowane w granicach działki. Warunki przyłączenia zapewnili gestorzy sieci w pismach dołączonych do projektu.",
    "Dostęp do drogi publicznej zapewnia istniejący zjazd, na którego przebudowę zarządca drogi wyraził zgodę odrębnym pismem. Zasilanie w energię elektryczną przewidziano z sieci niskiego napięcia na podstawie umowy przyłączeniowej.",
    "Teren nie jest położony na obszarze szczególnego zagrożenia powodzią ani na obszarze Natura 2000. Zamierzenie nie należy do przedsięwzięć mogących znacząco oddziaływać na środowisko i nie wymaga decyzji o środowiskowych uwarunkowaniach.",
    "Grunt pod zamierzenie oznaczono w ewidencji symbolem B lub Bp, w związku z czym wyłączenie z produkcji rolniczej nie było wymagane. Kategorię geotechniczną obiektu ustalono jako pierwszą, a warunki gruntowe jako proste.",
  ]);
}

export function checked({ file }: GroundsContext): string {
  return file.rng.pick([
    "Organ sprawdził zgodność projektu budowlanego z ustaleniami obowiązującymi dla terenu, zgodność projektu zagospodarowania działki z przepisami techniczno-budowlanymi, kompletność opracowania oraz wykonanie projektu przez osoby uprawnione. Sprawdzenie to nie ujawniło przeszkód do uwzględnienia wniosku.",
    "Po dokonaniu sprawdzeń, o których mowa w art. 35 ust. 1 Prawa budowlanego, nie stwierdzono nieprawidłowości. Projekt jest kompletny i ma wymagane opinie, uzgodnienia, pozwolenia i sprawdzenia.",
  ]);
}

export function granted({ file }: GroundsContext): string {
  return file.rng.pick([
    "Wobec spełnienia przez inwestora wymagań ustawowych należało orzec jak w sentencji.",
    "Biorąc powyższe pod uwagę, orzeczono jak na wstępie.",
    "Mając na względzie przytoczone okoliczności i obowiązujące przepisy, postanowiono jak w osnowie decyzji.",
    "Skoro więc inwestor dopełnił wszystkich obowiązków, odmowa byłaby sprzeczna z prawem, a wniosek zasługiwał na uwzględnienie w całości.",
  ]);
}
