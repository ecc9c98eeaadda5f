import { printDate } from "../../identity/dates.ts";
import type { ClaimReading } from "../claim-reading.ts";
import type { DateRole, DatedThing } from "../date-roles.ts";
import type { Fault } from "../evidence.ts";
import type { Reading } from "../reading.ts";
import { type Case, contradicted, unsupported } from "../rule.ts";
import { saidIn } from "../said-in.ts";

const roleNames: Readonly<Record<Exclude<DateRole, "">, string>> = {
  act: "data rozstrzygnięcia",
  issue: "data wydania",
  application: "data wniosku",
  finality: "data ostateczności",
  delivery: "data doręczenia",
  filing: "data wpływu",
  force: "data wejścia w życie",
  expiry: "data wygaśnięcia",
  until: "termin końcowy",
};
/** An application is filed, a term expires: cues that name one thing in two ways. */
const akin: readonly (readonly DateRole[])[] = [
  ["application", "filing"],
  ["expiry", "until"],
];

/**
 * Rules 3 and 4 of DESIGN §5 for dates: the day stands in the quote or in metadata, as the date of the same thing
 * (filing, issue, delivery, finality are different dates); and a decision's date is that of this very decision.
 */
export function checkDates(checked: Case): Fault[] {
  const { claim, grounds } = checked;
  const held = grounds.flatMap((ground) => [
    ...saidIn(ground, (reading) => reading.dates),
    ...ground.own.dates,
    // What a paper decides is decided on the day of its issue.
    ...ground.own.dates.filter((date) => date.role === "issue").map(({ value }) => ({ value, role: "act" as const })),
  ]);
  const faults = claim.dates.filter(claim.isFree).flatMap((date) => judgeDate(date, held));
  faults.push(...impossibleDates(claim));
  return faults.length > 0 ? faults : checkNumberedDates(checked);
}

const spelled =
  /(?<!\d)\d{1,2}\s+(?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)\s+\d{4}(?!\d)/giu;

/** „31 września 2013” is in no calendar, so no reader finds a date there. */
function impossibleDates({ text, dates, isFree }: ClaimReading): Fault[] {
  return [...text.matchAll(spelled)].flatMap((match) => {
    const range = { start: match.index, end: match.index + match[0].length };
    if (!isFree(range) || dates.some(({ start, end }) => start < range.end && range.start < end)) return [];
    return [unsupported("date_impossible", `Nie ma takiej daty: ${match[0]}.`)];
  });
}

function judgeDate({ value, role }: DatedThing, held: readonly { value: string; role: DateRole }[]): Fault[] {
  const day = printDate(value);
  const same = held.filter((other) => other.value === value);
  const alike = role === "" ? undefined : held.find((date) => date.value !== value && date.role === role);
  // Where the cited place tells the date of this very thing, a date of nothing in particular is not it.
  if (same.some((other) => meets(role, other.role) && (other.role !== "" || !alike))) return [];
  const [other] = same;
  if (other && other.role !== "") {
    const [said, is] = [name(role), name(other.role)];
    return [contradicted("date_of_other_thing", `${day} to w cytowanym miejscu ${is}, a nie ${said}.`)];
  }
  if (alike) {
    const detail = `W cytowanym miejscu nie ma daty ${day}; ${name(role)} to ${printDate(alike.value)}.`;
    return [contradicted("date_other", detail)];
  }
  return [unsupported("date_missing", `W cytowanym miejscu nie ma daty ${day}.`)];
}

function meets(said: DateRole, held: DateRole): boolean {
  return (
    said === held ||
    said === "" ||
    (held === "" && said !== "act") ||
    akin.some((pair) => pair.includes(said) && pair.includes(held))
  );
}

function name(role: DateRole): string {
  return role === "" ? "inna data" : roleNames[role];
}

/** Between a number and its date: „nr 614/2014 z dnia …”, „nr 614/2014 wydano dnia …”. */
const joint = /^\W{0,3}(?:(?:zosta\p{L}+\s+)?wyda\p{L}+\s+)?(?:z\s+|w\s+)?(?:dni[au]\s+)?$/u;

/** The number of a decision and the day of its issue belong to one decision. */
function checkNumberedDates({ claim, grounds }: Case): Fault[] {
  return claim.decisions.filter(claim.isFree).flatMap((number) => {
    const date = claim.dates.find(
      ({ start }) => start >= number.end && joint.test(claim.text.slice(number.end, start)),
    );
    if (!date || grounds.some((ground) => datesNumber(ground.source, number.value, date.value))) return [];
    const owners = grounds.filter(({ own }) => own.decisions.includes(number.value));
    const issued = owners.flatMap(({ own }) => own.dates.filter(({ role }) => role === "issue"));
    if (issued.some(({ value }) => value === date.value)) return [];
    const [day] = issued;
    const said = `Decyzja nr ${number.value}`;
    if (day) {
      const detail = `${said} ma w cytowanym miejscu datę ${printDate(day.value)}, a nie ${printDate(date.value)}.`;
      return [contradicted("decision_date_other", detail)];
    }
    const other = grounds.flatMap(({ source }) => dayBehind(source, number.value) ?? [])[0];
    if (other) {
      const detail = `${said} ma w cytowanym miejscu datę ${printDate(other)}, a nie ${printDate(date.value)}.`;
      return [contradicted("decision_date_other", detail)];
    }
    const detail = `Z cytowanego miejsca nie wynika, że ${said.toLowerCase()} jest z dnia ${printDate(date.value)}.`;
    return [unsupported("decision_date_missing", detail)];
  });
}

function datesNumber(source: Reading, number: string, day: string): boolean {
  return dayBehind(source, number) === day;
}

/** The first date behind a decision's number, close by. */
function dayBehind({ decisions, dates }: Reading, number: string): string | undefined {
  const named = decisions.find(({ value }) => value === number);
  return named && dates.find(({ start }) => start >= named.end && start - named.end < 40)?.value;
}
