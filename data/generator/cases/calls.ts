import { para, point } from "../paper/compose.ts";
import { dateDots, dateLong } from "../polish.ts";
import { addPaper, type CaseFile, fact, later } from "./file.ts";
import { act } from "./law.ts";
import { body, letterhead, privateHead, recipients, signedBy, title } from "./pieces.ts";
import { atAddress, onParcels, plainName } from "./words.ts";

/** Defects that a call lists; `core` is what an answer must name. */
const defects: readonly { text: string; core: string }[] = [
  {
    text: "brak oświadczenia o prawie do dysponowania nieruchomością na cele budowlane",
    core: "oświadczenia o prawie do dysponowania nieruchomością",
  },
  {
    text: "brak zaświadczenia o przynależności projektanta branży sanitarnej do izby samorządu zawodowego",
    core: "zaświadczenia o przynależności projektanta",
  },
  { text: "niepodpisanie wniosku przez jednego ze współinwestorów", core: "niepodpisanie wniosku" },
  { text: "brak dowodu wniesienia opłaty skarbowej od pełnomocnictwa", core: "opłaty skarbowej od pełnomocnictwa" },
  {
    text: "niespójność między częścią opisową a rysunkiem co do rzędnej posadzki parteru",
    core: "rzędnej posadzki parteru",
  },
  {
    text: "brak wymiarowania odległości obiektu od granic działki na rysunku zagospodarowania",
    core: "odległości obiektu od granic",
  },
  { text: "nieokreślenie obszaru oddziaływania obiektu", core: "obszaru oddziaływania obiektu" },
  { text: "brak analizy nasłonecznienia budynku sąsiedniego", core: "analizy nasłonecznienia" },
  {
    text: "brak warunków przyłączenia do sieci elektroenergetycznej",
    core: "warunków przyłączenia do sieci elektroenergetycznej",
  },
  { text: "sporządzenie projektu zagospodarowania na nieaktualnej kopii mapy", core: "nieaktualnej kopii mapy" },
];

export type CallKind = "formal" | "design" | "notification";

const forms: Record<
  CallKind,
  {
    paper: string;
    kind: "call" | "order";
    heading: string;
    basis: (day: string) => string;
    verb: string;
    sanction: string;
  }
> = {
  formal: {
    paper: "wezwanie",
    kind: "call",
    heading: "WEZWANIE",
    basis: (day) => `Na podstawie art. 64 § 2 ${act("procedure", day)}`,
    verb: "wzywa się do usunięcia następujących braków wniosku:",
    sanction: "pod rygorem pozostawienia podania bez rozpoznania",
  },
  design: {
    paper: "postanowienie",
    kind: "order",
    heading: "POSTANOWIENIE",
    basis: (day) => `Na podstawie art. 35 ust. 3 ${act("building", day)} oraz art. 123 ${act("procedure", day)}`,
    verb: "nakładam na inwestora obowiązek usunięcia następujących nieprawidłowości:",
    sanction: "po którego bezskutecznym upływie zostanie wydana decyzja o odmowie zatwierdzenia projektu",
  },
  notification: {
    paper: "postanowienie",
    kind: "order",
    heading: "POSTANOWIENIE",
    // Since 2017 the order stands in ust. 5c, before that in ust. 2.
    basis: (day) => `Na podstawie art. 30 ust. ${day < "2017-01-01" ? "2" : "5c"} ${act("building", day)}`,
    verb: "nakładam na zgłaszającego obowiązek uzupełnienia zgłoszenia:",
    sanction: "pod rygorem wniesienia sprzeciwu w drodze decyzji",
  },
};

export interface Call {
  paper: string;
  cores: string[];
  /** Days given. */
  term: number;
  /** Day of the call. */
  date: string;
}

/** A call to complete: what is missing, within which term, and with which consequence. It decides nothing. */
export function writeCall(file: CaseFile, kind: CallKind): Call {
  const { rng, model } = file;
  const form = forms[kind];
  const term = kind === "formal" ? rng.pick([7, 14]) : rng.pick([14, 21, 30, 60]);
  const listed = rng.shuffle(defects).slice(0, rng.int(2, 4));
  const name = form.paper;
  const { office } = file;
  const sentence = `Braki należy usunąć w terminie ${term} dni od dnia doręczenia niniejszego pisma, ${form.sanction}.`;
  const quote = `w terminie ${term} dni od dnia doręczenia`;
  const outcome = kind === "formal" ? {} : { outcome: "imposed" as const };
  addPaper(file, {
    name,
    kind: form.kind,
    title: `${form.heading} – ${model.signature}`,
    date: file.today,
    authority: office.nom,
    ...outcome,
    logged: kind === "formal" ? "wezwanie do uzupełnienia braków" : "postanowienie o usunięciu nieprawidłowości",
    blocks: [
      ...letterhead(file, name, office),
      title(form.heading),
      body(
        `${form.basis(file.today)}, w sprawie ${model.works.genitive} ${atAddress(model.site)}, na ${onParcels(model.site.parcels)} (wniosek nr ${model.applicationNumber}),`,
      ),
      para(form.verb, kind === "formal" ? [] : [fact(file, name, "outcome", "imposed", form.verb)], { keep: 2 }),
      ...listed.map(({ text, core }, index) =>
        point(`${index + 1}) ${text}${index + 1 < listed.length ? ";" : "."}`, [
          fact(file, name, `defect${index + 1}`, core, text),
        ]),
      ),
      body(sentence, [fact(file, name, "term", `${term} dni`, quote)]),
      body(
        rng.pick([
          "Jednocześnie informuje się, że termin załatwienia sprawy ulega przesunięciu o czas oczekiwania na uzupełnienie.",
          "Uzupełnienia można złożyć osobiście w kancelarii lub przesłać pocztą; o zachowaniu terminu decyduje data nadania.",
          "Do czasu uzupełnienia sprawa nie może być rozpoznana co do istoty.",
        ]),
      ),
      ...signedBy(file, office),
      ...recipients(rng, [plainName(model.applicant), "a/a"]),
    ],
  });
  return { paper: name, cores: listed.map((one) => one.core), term, date: file.today };
}

/** The answer to a call. */
export function writeCompletion(file: CaseFile, call: Call): string {
  const { rng, model } = file;
  later(file, 8, 14);
  const name = "uzupelnienie";
  const { office } = file;
  const quote = rng.pick([
    `Braki zostały uzupełnione w dniu ${dateLong(file.today)}`,
    `W dniu ${dateLong(file.today)} składam komplet brakujących dokumentów`,
  ]);
  addPaper(file, {
    name,
    kind: "letter",
    title: "Uzupełnienie wniosku",
    date: file.today,
    logged: "uzupełnienie braków",
    blocks: [
      ...privateHead(file, name, plainName(model.applicant), office.nom),
      para(`Dotyczy: pisma z dnia ${dateDots(call.date)} r., znak ${model.signature}`, [], { bold: true }),
      body(`${quote}. W załączeniu przekazuję wymagane oświadczenia, poprawione arkusze i dowody wpłat.`, [
        fact(file, name, "completed", file.today, quote),
      ]),
      para(`(podpis) ${plainName(model.applicant)}`, [], { left: 300 }),
    ],
  });
  return quote;
}

/** KPA art. 64 § 2: nobody answered the call; a letter ends the case, and no decision. */
export function writeLeftUnexamined(file: CaseFile, call: Call): void {
  const { rng, model } = file;
  const name = "pismo_koncowe";
  const { office } = file;
  const words = "pozostawiam podanie bez rozpoznania";
  addPaper(file, {
    name,
    kind: "letter",
    title: `Pozostawienie podania bez rozpoznania – ${model.signature}`,
    date: file.today,
    authority: office.nom,
    outcome: "left_unexamined",
    logged: "pozostawienie podania bez rozpoznania",
    blocks: [
      ...letterhead(file, name, office),
      title("ZAWIADOMIENIE"),
      body(
        `Wobec nieuzupełnienia braków wskazanych w wezwaniu z dnia ${dateLong(call.date)}, na podstawie art. 64 § 2 Kodeksu postępowania administracyjnego ${words}, złożone pod nr ${model.applicationNumber}.`,
        [fact(file, name, "outcome", "left_unexamined", words)],
      ),
      body(
        "Niniejsze pismo nie jest decyzją i nie służy od niego odwołanie. Wniosek, wolny od braków, można złożyć ponownie w każdym czasie.",
      ),
      ...signedBy(file, office),
      ...recipients(rng, [plainName(model.applicant), "a/a"]),
    ],
  });
}
