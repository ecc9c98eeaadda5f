import type { Block, FactSpec } from "../paper/blocks.ts";
import { centred, heading, para, point } from "../paper/compose.ts";
import { dateLong } from "../polish.ts";
import type { Rng } from "../rng.ts";
import type { Office } from "../town.ts";
import { type CaseFile, fact } from "./file.ts";

/** Head of an office's letter: name, signature of the case, place and day. */
export function letterhead(file: CaseFile, paper: string, office: Office, signature = file.model.signature): Block[] {
  const { rng, town, today } = file;
  const day = `${town.name}, dnia ${dateLong(today)}`;
  const label = rng.fork(`label ${office.cell}`).pick(["Znak sprawy: ", "Znak: ", "", "Nr sprawy: "]);
  const dateFact = fact(file, paper, "date", today, day);
  const signatureFact = fact(file, paper, "signature", signature, `${label}${signature}`);
  const name = office.nom.toUpperCase();
  const right = { align: "right", gap: 4 } as const;
  return [
    para(rng.chance(0.5) ? name : `${name}\n${office.address}`, [], { bold: true, gap: 4 }),
    ...(rng.chance(0.5)
      ? [para(day, [dateFact], right), para(`${label}${signature}`, [signatureFact])]
      : [para(`${label}${signature}`, [signatureFact], { gap: 2 }), para(day, [dateFact], right)]),
    { type: "gap", height: 8 },
  ];
}

/** Head of a letter that somebody outside writes. */
export function privateHead(file: CaseFile, paper: string, sender: string, addressee: string): Block[] {
  const day = `${file.town.name}, ${dateLong(file.today)}`;
  return [
    para(day, [fact(file, paper, "date", file.today, day)], { align: "right" }),
    para(sender, [], { gap: 10 }),
    para(addressee, [], { bold: true, left: 260, gap: 14 }),
  ];
}

/** „z up. STAROSTY”: who signed. */
export function signedBy(file: CaseFile, office: Office): Block[] {
  const { rng, clerk } = file;
  const degree = rng.pick(["mgr inż.", "mgr", "inż.", "mgr inż. arch."]);
  const post = rng.pick([
    "Naczelnik Wydziału",
    "Kierownik Referatu",
    "Główny Specjalista",
    "Zastępca Naczelnika Wydziału",
    "Inspektor",
  ]);
  const onBehalf = rng.chance(0.8) ? `z up. ${office.gen.toUpperCase()}\n` : "";
  return [
    { type: "gap", height: 16 },
    para(`${onBehalf}${degree} ${clerk.name}\n${post}`, [], { left: 280, gap: 10, keep: 3 }),
  ];
}

export function recipients(rng: Rng, list: string[]): Block[] {
  return [
    para(rng.pick(["Otrzymują:", "Otrzymują (za zwrotnym potwierdzeniem odbioru):"]), [], { size: 9, gap: 2, keep: 2 }),
    ...list.map(
      (name, index) => ({ ...point(`${index + 1}. ${name}`), style: { size: 9, left: 12, gap: 1 } }) as Block,
    ),
    { type: "gap", height: 8 },
  ];
}

export function title(text: string, facts: FactSpec[] = []): Block {
  return centred(text, facts);
}

/** UZASADNIENIE, POUCZENIE: spelt out or spaced as offices like it. */
export function section(rng: Rng, text: string): Block {
  const spaced = [...text.toUpperCase()].join(" ");
  return rng.chance(0.15) ? centred(spaced) : rng.chance(0.5) ? centred(text.toUpperCase()) : heading(text);
}

export function body(text: string, facts: FactSpec[] = []): Block {
  return para(text, facts, { indent: 18, gap: 7 });
}

export function stamp(text: string, facts: FactSpec[], color = "#27408b"): Block {
  return { type: "stamp", text, facts, color };
}
