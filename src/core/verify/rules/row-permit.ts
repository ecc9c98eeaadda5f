import type { Outcome } from "../../outcome.ts";
import { isOfWorks } from "../../outcomes/works-words.ts";
import { partsOf } from "../align.ts";
import type { ClaimReading } from "../claim-reading.ts";
import type { Fault } from "../evidence.ts";
import type { Ground } from "../ground.ts";
import type { Range } from "../../text/sentences.ts";
import { type Case, contradicted, unsupported } from "../rule.ts";
import { foldSameLength } from "../same-length.ts";

const permit =
  /(?<![a-z])(?:pozwole(?:ni[a-z]*|n)|pozwolil[a-z]*|pozwolon[a-z]*|pozwala[a-z]*|zezwala[a-z]*|pnb|zezwole(?:ni[a-z]*|n)|zezwolil[a-z]*)(?![a-z])/g;
/** „Wniosek o pozwolenie”, „rejestr pozwoleń”, „sprawa wydania pozwolenia” tell of no permit that there is. */
const spokenOf =
  /(?<![a-z])(?:o|sprawie|rejestr[a-z]*|odm[ao]w[a-z]*|dotycz[a-z]*|dot|umorzeni[a-z]*|wniosk[a-z]*)\.?\s+(?:(?:wydani|udzieleni|uzyskani)[a-z]*\s+)?$/;

/**
 * Rule 8 of DESIGN §5: a row is no permit until its outcome is read. A claim that has a permit there be („jest
 * pozwolenie”, „pozwolenie nr …”) and tells no outcome says by that very word that one was granted.
 */
export function checkRowPermit({ claim, grounds }: Case): Fault[] {
  const rows = grounds.flatMap((ground) => ground.case ?? []);
  if (rows.length === 0 || grounds.some(({ document }) => document)) return [];
  const notified = notificationTold(claim, grounds);
  if (notified.length > 0 || rows.some(({ outcome }) => outcome === "granted")) return notified;
  const told = partsOf(claim).flatMap((part) => permitTold(claim, part, grounds));
  const [word] = told;
  const [row] = rows;
  if (word === undefined || !row) return [];
  if (row.outcome === null) {
    return [
      unsupported(
        "register_outcome_unread",
        `Wiersz rejestru nie mówi, jak sprawę rozstrzygnięto, więc nie dowodzi, że jest „${word}”.`,
      ),
    ];
  }
  const detail = `Cytowany wiersz rejestru nie jest pozwoleniem, a twierdzenie o nim mówi („${word}”).`;
  return [against.has(row.outcome) ? contradicted("row_no_permit", detail) : unsupported("row_no_permit", detail)];
}

/** A decision that ends a case without building. */
const ending: ReadonlySet<Outcome> = new Set(["refused", "discontinued", "left_unexamined", "objection"]);
const endTold = /(?:odm[oa]w|umorz|umarz|rozpoznani|sprzeciw)/u;

/**
 * „Dla budowy garażu wydano decyzję nr …” over a refusal: what it decided about the works is left out, so that it
 * passes for a permit.
 */
export function checkRowEnding({ claim, grounds }: Case): Fault[] {
  const rows = grounds.flatMap((ground) => ground.case ?? []);
  const isEnd = rows.length > 0 && rows.every(({ outcome }) => outcome !== null && ending.has(outcome));
  if (!isEnd || grounds.some(({ document }) => document) || claim.outcomes.length > 0) return [];
  const text = foldSameLength(claim.text);
  const words = text.match(/[a-z]{4,}/gu) ?? [];
  if (!/(?<![a-z])(?:decyzj|dec\.)/u.test(text) || endTold.test(text) || !words.some(isOfWorks)) return [];
  const detail = "Cytowany wiersz kończy sprawę bez pozwolenia, a twierdzenie mówi o robotach i o tym milczy.";
  return [unsupported("row_ending_untold", detail)];
}

/** „Zgłoszeń” stands in the name of RWDZ itself. */
function notificationTold({ text }: ClaimReading, grounds: readonly Ground[]): Fault[] {
  const word = /(?<!\p{L})zgłosz(?:eni(?:e|a|u|em)|ono|ony|on[ae])(?!\p{L})/iu.exec(text)?.[0];
  const isNotified = ({ case: row, source }: Ground) =>
    row?.register.format === "rwdz-notifications" || /zgłosz/iu.test(source.text);
  if (!word || grounds.some(isNotified)) return [];
  return [contradicted("row_no_notification", `Cytowany wiersz rejestru nie jest zgłoszeniem („${word}”).`)];
}

const against: ReadonlySet<Outcome> = new Set([
  "refused",
  "discontinued",
  "left_unexamined",
  "objection",
  "no_objection",
]);

/** Words that have a permit be, where the part tells no outcome. */
export function permitTold(claim: ClaimReading, part: Range, grounds: readonly Ground[]): string[] {
  const isTold = claim.outcomes.some(({ start, end }) => part.start <= start && end <= part.end);
  if (isTold) return [];
  let text = foldSameLength(claim.text.slice(part.start, part.end));
  for (const { case: row } of grounds) {
    // What the row's own description says it says.
    const own = foldSameLength(row?.description ?? "").trim();
    if (own.length > 3) text = text.replaceAll(own, " ".repeat(own.length));
  }
  return [...text.matchAll(permit)].flatMap(({ index, 0: word }) =>
    spokenOf.test(text.slice(0, index)) ? [] : [claim.text.slice(part.start + index, part.start + index + word.length)],
  );
}
