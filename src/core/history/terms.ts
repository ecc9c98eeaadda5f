import { printDate } from "../identity/dates.ts";

/**
 * The act of 26 June 2008 (Dz. U. Nr 145, poz. 914), in force on this day, made the two years of PB art. 37 ust. 1 three:
 * for the permits, too, that had not expired by then.
 */
const threeYearsFrom = "2008-08-23";
/** PB of 7 July 1994 came into force; what was granted under the act before it is not computed. */
const actFrom = "1995-01-01";

export interface Term {
  years: 2 | 3;
  /** Day on which the term of PB art. 37 ust. 1 had run out, ISO. */
  endsOn: string;
}

/** The term within which works had to begin, by the law of its time; evidence only, nothing expires by it here. */
export function buildingTerm(finalOn: string): Term | undefined {
  if (finalOn < actFrom) return undefined;
  const short = addYears(finalOn, 2);
  return short <= threeYearsFrom ? { years: 2, endsOn: short } : { years: 3, endsOn: addYears(finalOn, 3) };
}

/** 29 February ends on the 28th. */
function addYears(day: string, years: number): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const later = `${Number(year) + years}-${month}-`;
  return month === "02" && date === "29" ? `${later}28` : `${later}${date}`;
}

/** With its inputs shown: from which day, how long, by which article; and what is not known. */
export function termInWords(finalOn: string, { years, endsOn }: Term, on: string): string {
  const length = years === 2 ? "2 lata" : "3 lata";
  const past = endsOn <= on ? `upłynęły ${printDate(endsOn)}` : `upływają ${printDate(endsOn)}`;
  return (
    `Termin rozpoczęcia budowy policzony od dnia ostateczności ${printDate(finalOn)}: ${length} (art. 37 ust. 1 Prawa ` +
    `budowlanego w brzmieniu z tego czasu) ${past} To wyliczenie, nie stwierdzenie wygaśnięcia: czy i kiedy budowę ` +
    "rozpoczęto albo przerwano, wie organ nadzoru budowlanego."
  );
}
