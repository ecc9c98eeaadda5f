import type { Block } from "../paper/blocks.ts";
import { para, point, told } from "../paper/compose.ts";
import type { Rng } from "../rng.ts";
import type { Numbering } from "./site-texts.ts";
import type { Design } from "./design.ts";

export function services(rng: Rng, number: Numbering): Block[] {
  return [
    number.section("Instalacje"),
    number.sub("Instalacja wodociągowa"),
    para(
      rng.pick([
        "Zasilanie z sieci wodociągowej przyłączem z rur PE. Wodomierz główny w studzience lub w pomieszczeniu przyłącza, z zaworem antyskażeniowym. Przewody rozdzielcze z rur wielowarstwowych, w izolacji.",
        "Woda zimna z przyłącza wodociągowego, ciepła z zasobnika z cyrkulacją. Przewody prowadzone w bruzdach i warstwach podłogi, z izolacją termiczną.",
      ]),
    ),
    number.sub("Instalacja kanalizacyjna"),
    para(
      rng.pick([
        "Ścieki bytowe odprowadza się grawitacyjnie do sieci miejskiej. Piony z rur PVC wyprowadzone ponad dach i zakończone rurą wywiewną. Rewizje u podstawy pionów.",
        "Kanalizacja sanitarna z rur PVC-U klasy S, spadek przewodów odpływowych co najmniej 2%. Wody opadowe rozsącza się na terenie działki.",
      ]),
    ),
    number.sub("Ogrzewanie i wentylacja"),
    para(
      rng.pick([
        "Ogrzewanie podłogowe na parterze, grzejniki płytowe na pozostałych kondygnacjach. Wentylacja mechaniczna nawiewno-wywiewna z odzyskiem ciepła.",
        "Instalacja dwururowa z rozdziałem dolnym, grzejniki z zaworami termostatycznymi. Wentylacja grawitacyjna kanałami murowanymi, nawiew przez nawiewniki okienne.",
      ]),
    ),
    number.sub("Instalacje elektryczne"),
    para(
      rng.pick([
        "Zasilanie linią kablową z szafki pomiarowej w ogrodzeniu. Tablica rozdzielcza z wyłącznikami różnicowoprądowymi i ogranicznikami przepięć. Instalacja odgromowa w klasie LPS IV.",
        "Przyłącze kablowe, główny wyłącznik prądu przy wejściu. Oświetlenie LED, gniazda z bolcem ochronnym, uziom otokowy z bednarki ocynkowanej.",
      ]),
    ),
  ];
}

export function fire(rng: Rng, design: Design, number: Numbering): Block[] {
  const { key, fireClass, hazard, hydrant } = design;
  const classText = `wymagana klasa odporności pożarowej budynku – „${fireClass}”`;
  const hazardText = `${hazard.startsWith("ZL") ? "kategorii zagrożenia ludzi" : "klasy"} ${hazard}`;
  const waterText = `${hydrant} dm³/s`;
  return [
    number.section("Warunki ochrony przeciwpożarowej"),
    point(`1) budynek zakwalifikowano do ${hazardText};`, [told(`${key}.hazard`, "design-hazard", hazard, hazardText)]),
    point(`2) ${classText}, elementy budynku nierozprzestrzeniające ognia;`, [
      told(`${key}.fire-class`, "design-fire-class", fireClass, classText),
    ]),
    point(
      rng.pick([
        "3) budynek stanowi jedną strefę pożarową; ściany od strony granic bez otworów, w klasie REI 60;",
        "3) wydzielono strefy pożarowe dla części technicznej i użytkowej, ściany oddzielenia w klasie REI 60;",
      ]),
    ),
    point(
      "4) ewakuacja poziomymi i pionowymi drogami o szerokości nie mniejszej niż wymagana, drzwi otwierane na zewnątrz;",
    ),
    point(
      `5) wymagana ilość wody do zewnętrznego gaszenia pożaru wynosi ${waterText}, z hydrantów na sieci miejskiej;`,
      [told(`${key}.hydrant`, "design-hydrant", waterText, waterText)],
    ),
    point("6) dojazd pożarowy drogą publiczną, plac do zawracania nie jest wymagany;"),
    point("7) przed użytkowaniem budynek wyposaża się w gaśnice proszkowe i oznakowanie ewakuacyjne."),
  ];
}

export function safety(rng: Rng, number: Numbering): Block[] {
  return [
    number.section("Dostępność dla osób z niepełnosprawnościami"),
    para(
      rng.pick([
        "Wejście z poziomu terenu bez progów wyższych niż 2 cm. Szerokość drzwi w świetle ościeżnicy co najmniej 90 cm. W zasięgu wejścia wyznacza się stanowisko postojowe dla karty parkingowej, jeżeli wymagają tego przepisy.",
        "Dojście ma nachylenie nie większe niż 5%. Przestrzeń manewrowa przed wejściem 150 × 150 cm. Nie przewiduje się barier na drodze od wejścia do pomieszczeń ogólnodostępnych.",
      ]),
    ),
    number.section("Informacja dotycząca bezpieczeństwa i ochrony zdrowia"),
    para(
      rng.pick([
        "Kolejność robót: zagospodarowanie placu budowy, roboty ziemne i fundamentowe, stan surowy, dach, instalacje, wykończenie, zagospodarowanie terenu. Zagrożenia: upadek z wysokości, zasypanie w wykopie, porażenie prądem, praca sprzętu ciężkiego.",
        "Największe zagrożenia wiążą się z pracą na wysokości powyżej 5 m, robotami w wykopach i transportem pionowym. Kierownik budowy sporządza plan bezpieczeństwa i ochrony zdrowia przed rozpoczęciem robót.",
      ]),
    ),
    point("– instruktaż pracowników przeprowadza się przed przystąpieniem do robót szczególnie niebezpiecznych;"),
    point("– strefy niebezpieczne ogradza się i oznakowuje; stosuje się szelki, kaski i balustrady ochronne;"),
    point("– apteczkę i wykaz telefonów alarmowych umieszcza się w pomieszczeniu kierownika budowy."),
  ];
}
