import { printDate } from "../../src/core/identity/dates.ts";
import type { GroundTruth, StatusTruth } from "../../data/generator/ground-truth.ts";
import type { PropertyHistory } from "../../tools/property-history.ts";
import { propertyHistory } from "../../tools/property-history.ts";
import type { ToolContext } from "../../tools/tool.ts";
import { printParcel } from "../../src/core/identity/parcel.ts";

/** So many of so many, and what was not as it should be. */
export interface Share {
  right: number;
  of: number;
  wrong: string[];
}

export interface HistoryScore {
  /** Where each decision stood on each telling day. */
  statuses: Share;
  /** Decisions of a property that its history tells (`of`: all there are). */
  told: Share;
  /** Decisions that a history tells and that are of the property (`of`: all that were told). */
  ownOnly: Share;
  /** Planted: decisions spoken of and not held, days of a log without a paper. */
  missing: Share;
  /** Missing things reported that nobody planted: to be looked at, not all of them false. */
  alsoMissing: string[];
}

/** Histories against what the generator knows; the software reads nothing of it back. */
export async function evaluateHistories(truth: GroundTruth, context: ToolContext): Promise<HistoryScore> {
  const ask = (query: object, on = "2025-01-01") =>
    propertyHistory.run(propertyHistory.input.parse({ ...query, on }), context);
  const score: HistoryScore = {
    statuses: share(),
    told: share(),
    ownOnly: share(),
    missing: share(),
    alsoMissing: [],
  };
  for (const status of truth.statuses)
    judgeStatus(status, await ask({ number: status.number }, status.on), score.statuses);
  for (const { parcel, decisions } of truth.histories.properties) {
    const { sheet, ...rest } = parcel;
    const printed = printParcel({
      number: rest.number,
      ...(sheet ? { sheet: String(sheet) } : {}),
      ...(rest.precinct ? { precinct: rest.precinct } : {}),
    });
    const history = await ask({ parcel: printed });
    const told = new Set(history.decisions.flatMap(({ number, date }) => (number ? `${number} ${date}` : [])));
    const own = new Set(decisions.map(({ number, date }) => `${number} ${date}`));
    for (const one of own) count(score.told, told.has(one), `${printed}: ${one}`);
    for (const one of told) count(score.ownOnly, own.has(one), `${printed}: ${one}`);
    score.alsoMissing.push(...othersMissing(history, truth));
  }
  for (const { number, by } of truth.histories.missing)
    count(
      score.missing,
      (await ask({ number: by })).missing.some(({ code, text }) => code === "decision" && text.includes(number)),
      number,
    );
  for (const { signature, day } of truth.histories.gaps) {
    const found = (await ask({ signature })).missing.filter(({ code }) => code === "log_entry");
    count(score.missing, found.length === 1, `${signature} ${day}`);
  }
  return score;
}

function judgeStatus({ number, date, on, status }: StatusTruth, { decisions }: PropertyHistory, share: Share): void {
  const found = decisions.find((decision) => decision.number === number && decision.date === date);
  count(share, found?.status.code === status, `${number} on ${on}: ${status}, told ${found?.status.code ?? "nothing"}`);
}

function othersMissing({ subject, missing }: PropertyHistory, { histories, conflicts }: GroundTruth): string[] {
  // A number or a day that a paper was made to tell wrongly is one of no decision.
  const wrong = conflicts.flatMap(({ field, other }) => {
    if (!other || (field !== "number" && field !== "date")) return [];
    return [{ number: field === "date" ? printDate(other.value) : other.value }];
  });
  const absent = [...histories.missing, ...wrong];
  return missing
    .filter(({ code, text }) => code === "decision" && !absent.some(({ number }) => text.includes(number)))
    .map(({ text }) => `${subject.label}: ${text}`)
    .concat(
      missing
        .filter(
          ({ code, text }) =>
            code === "log_entry" && !histories.gaps.some(() => text.includes("opinia zarządcy drogi")),
        )
        .map(({ text }) => `${subject.label}: ${text}`),
    );
}

function share(): Share {
  return { right: 0, of: 0, wrong: [] };
}

function count(share: Share, isRight: boolean, what: string): void {
  share.of += 1;
  if (isRight) share.right += 1;
  else share.wrong.push(what);
}
