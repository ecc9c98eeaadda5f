import type { Rng } from "./rng.ts";

/** A name in the cases that official prose needs. */
export interface Inflected {
  nom: string;
  gen: string;
  dat: string;
  acc: string;
  ins: string;
}

/** A made-up person, or a made-up company (then `female` says the grammar of the word it begins with). */
export interface Party {
  kind: "person" | "company";
  name: Inflected;
  female: boolean;
  /** Where letters go: made up like all else. */
  address: string;
}

export interface Designer {
  name: Inflected;
  first: string;
  last: string;
  female: boolean;
  /** Number of the building licence. */
  licence: string;
}

const men: [string, string, string, string][] = [
  ["Adam", "Adama", "Adamowi", "Adamem"],
  ["Bogdan", "Bogdana", "Bogdanowi", "Bogdanem"],
  ["Cezary", "Cezarego", "Cezaremu", "Cezarym"],
  ["Damian", "Damiana", "Damianowi", "Damianem"],
  ["Edward", "Edwarda", "Edwardowi", "Edwardem"],
  ["Feliks", "Feliksa", "Feliksowi", "Feliksem"],
  ["Grzegorz", "Grzegorza", "Grzegorzowi", "Grzegorzem"],
  ["Henryk", "Henryka", "Henrykowi", "Henrykiem"],
  ["Ireneusz", "Ireneusza", "Ireneuszowi", "Ireneuszem"],
  ["Jerzy", "Jerzego", "Jerzemu", "Jerzym"],
  ["Konrad", "Konrada", "Konradowi", "Konradem"],
  ["Leszek", "Leszka", "Leszkowi", "Leszkiem"],
  ["Mirosław", "Mirosława", "Mirosławowi", "Mirosławem"],
  ["Norbert", "Norberta", "Norbertowi", "Norbertem"],
  ["Robert", "Roberta", "Robertowi", "Robertem"],
  ["Stefan", "Stefana", "Stefanowi", "Stefanem"],
  ["Tomasz", "Tomasza", "Tomaszowi", "Tomaszem"],
  ["Zenon", "Zenona", "Zenonowi", "Zenonem"],
];
const women: [string, string, string, string, string][] = [
  ["Agnieszka", "Agnieszki", "Agnieszce", "Agnieszkę", "Agnieszką"],
  ["Beata", "Beaty", "Beacie", "Beatę", "Beatą"],
  ["Celina", "Celiny", "Celinie", "Celinę", "Celiną"],
  ["Dorota", "Doroty", "Dorocie", "Dorotę", "Dorotą"],
  ["Elżbieta", "Elżbiety", "Elżbiecie", "Elżbietę", "Elżbietą"],
  ["Halina", "Haliny", "Halinie", "Halinę", "Haliną"],
  ["Irena", "Ireny", "Irenie", "Irenę", "Ireną"],
  ["Justyna", "Justyny", "Justynie", "Justynę", "Justyną"],
  ["Katarzyna", "Katarzyny", "Katarzynie", "Katarzynę", "Katarzyną"],
  ["Lucyna", "Lucyny", "Lucynie", "Lucynę", "Lucyną"],
  ["Monika", "Moniki", "Monice", "Monikę", "Moniką"],
  ["Renata", "Renaty", "Renacie", "Renatę", "Renatą"],
  ["Teresa", "Teresy", "Teresie", "Teresę", "Teresą"],
  ["Urszula", "Urszuli", "Urszuli", "Urszulę", "Urszulą"],
];
/** Syllables put together by chance: nobody is meant. */
const beginnings =
  "Brzó Czerwo Drzewo Gwizdo Jarzębo Kłobu Łuczo Mrozo Niedźwio Olszo Pietrzo Rzepo Skowro Świerko Trzmielo Wąwo Zimo Żabo Chmuro Dzięcio Grzmo Kruszo Mgło Pędzi Szypo".split(
    " ",
  );
const middles = "bor cho dal gór kal łom mir now pal rad sad tor wal zbor".split(" ");

function surname(rng: Rng, female: boolean): Inflected {
  const stem = `${rng.pick(beginnings)}${rng.pick(middles)}${rng.pick(["s", "c", "ow-s", "iń-s"])}k`.replace("-", "");
  if (female) return { nom: `${stem}a`, gen: `${stem}iej`, dat: `${stem}iej`, acc: `${stem}ą`, ins: `${stem}ą` };
  return { nom: `${stem}i`, gen: `${stem}iego`, dat: `${stem}iemu`, acc: `${stem}iego`, ins: `${stem}im` };
}

function forename(rng: Rng, female: boolean): Inflected {
  if (female) {
    const [nom, gen, dat, acc, ins] = rng.pick(women);
    return { nom, gen, dat, acc, ins };
  }
  const [nom, gen, dat, ins] = rng.pick(men);
  return { nom, gen, dat, acc: gen, ins };
}

/** "Halina Rzepodalska", never the same name twice from one maker. */
function fullName(rng: Rng, used: Set<string>): { first: string; last: string; female: boolean; name: Inflected } {
  for (;;) {
    const female = rng.chance(0.5);
    const [first, last] = [forename(rng, female), surname(rng, female)];
    const root = last.nom.slice(0, -1);
    if (used.has(root)) continue;
    used.add(root);
    const join = (key: keyof Inflected) => `${first[key]} ${last[key]}`;
    const name = { nom: join("nom"), gen: join("gen"), dat: join("dat"), acc: join("acc"), ins: join("ins") };
    return { first: first.nom, last: last.nom, female, name };
  }
}

const trades = "Bud Dom Inwest Invest Dewelop Konstrukt Hal Mur Term Gaz Agro Logist".split(" ");
const endings = "mex pol bud ix eks tor stal dom ax inwest".split(" ");

export interface PeopleMaker {
  person(address: string): Party;
  company(address: string): Party;
  designer(): Designer;
  /** A clerk: name and the initials that stand in signatures. */
  clerk(): { name: string; initials: string; female: boolean };
}

/** Makes people and companies that no other call of the same maker has made. */
export function makePeople(rng: Rng): PeopleMaker {
  const used = new Set<string>();
  const person = (address: string): Party => {
    const { name, female } = fullName(rng, used);
    return { kind: "person", name, female, address };
  };
  return {
    person,
    company(address) {
      for (;;) {
        const core = `${rng.pick(beginnings)}${rng.pick(endings)}-${rng.pick(trades)}`;
        if (used.has(core)) continue;
        used.add(core);
        const form = rng.pick(["sp. z o.o.", "S.A.", "sp. z o.o. sp. k."]);
        const name = `${core} ${form}`;
        return {
          kind: "company",
          name: {
            nom: `spółka ${name}`,
            gen: `spółki ${name}`,
            dat: `spółce ${name}`,
            acc: `spółkę ${name}`,
            ins: `spółką ${name}`,
          },
          female: true,
          address,
        };
      }
    },
    designer() {
      const { first, last, female, name } = fullName(rng, used);
      const licence = `${rng.int(11, 987)}/${rng.pick(["ZPA", "POW", "NDR"])}/${rng.int(78, 99)}`;
      return { first, last, female, name, licence };
    },
    clerk() {
      const { first, last, female, name } = fullName(rng, used);
      return { name: name.nom, initials: `${plainCapital(first)}${plainCapital(last)}`, female };
    },
  };
}

function plainCapital(word: string): string {
  return (word[0] ?? "X")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace("Ł", "L");
}
