import { printDate } from "../identity/dates.ts";
import type { Outcome } from "../outcome.ts";
import { actsBefore, actsOn, appealsOf, type Chain, type Finality, finalityOf } from "./chain.ts";
import type { DecisionRecord } from "./decisions.ts";
import type { Status, StatusCode, Step } from "./model.ts";
import { openQuestions } from "./open-questions.ts";
import { byDecision, contradictionInWords, outOfOrder } from "./words.ts";

/** After these a decision has no effect, unless what was done to it is undone. */
const ending: Partial<Record<Outcome, StatusCode & Step["code"]>> = {
  repealed: "repealed",
  annulled: "annulled",
  expired: "expired",
  sent_back: "sent_back",
  repealed_and_decided: "replaced",
  repealed_and_discontinued: "replaced",
};
/** These leave it standing, changed or not. */
const passing: Partial<Record<Outcome, Step["code"]>> = {
  transferred: "transferred",
  amended: "amended",
  corrected: "corrected",
  change_refused: "challenge_failed",
  discontinued: "challenge_failed",
  upheld: "upheld",
  appeal_discontinued: "upheld",
  breach_found: "breach_found",
  stayed: "stayed",
};
const inPart: Partial<Record<Outcome, string>> = { annulled: "nieważna", expired: "wygasła" };
const gone: ReadonlySet<StatusCode> = new Set(["sent_back", "replaced", "repealed", "expired", "annulled"]);

/**
 * Where a decision stands on a day, by what the archive holds and nothing else: an end is stated by a decision or not at
 * all, a day that no source tells is unknown and named in `open`. The law of KPA art. 16 (finality), 130 (a decision that
 * may be appealed has no effect before) and 138, PB art. 36a, 37, 40.
 * @param on ISO day
 */
export function statusOn(record: DecisionRecord, chain: Chain, on: string): Status {
  return walk(record, chain, on, [record.id]);
}

function walk(record: DecisionRecord, chain: Chain, on: string, seen: readonly string[]): Status {
  const { date } = record;
  if (!date) return bare(on, "undated", "żadne źródło nie podaje dnia wydania");
  if (on < date) return bare(on, "not_issued", `w tym dniu jeszcze nie wydana (jest z dnia ${printDate(date)})`);
  const final = finalityOf(record, chain);
  const appeals = appealsOf(record, chain).filter((appeal) => (appeal.date ?? "9999") <= on);
  const acts = actsOn(record, chain).filter((act) => (act.date ?? "9999") <= on);
  const steps: Step[] = [{ code: "issued", date, text: `wydana ${printDate(date)}`, sources: record.sources }];
  for (const { date: filed = null, source } of appeals)
    steps.push({ code: "appeal_filed", date: filed, text: "wniesiono odwołanie", sources: [source] });
  if (final && final.surelyFrom <= on)
    steps.push({ code: "final", date: final.surelyFrom, text: finalInWords(final), sources: final.sources });
  for (const act of acts) steps.push(stepOf(act, chain, on, seen));
  const ordered = steps.toSorted((a, b) => (a.date ?? "").localeCompare(b.date ?? ""));
  const code = codeOf(record, ordered, final, on);
  const open = openQuestions({ record, code, acts, on, ...(final ? { final } : {}) }, chain);
  const early = actsBefore(record, chain).map((act) => outOfOrder(act, record));
  return { on, code, text: [textOf(code, ordered, final), ...early].join("; "), steps: ordered, open };
}

function finalInWords(final: Finality): string {
  if (final.days.length === 1) return `ostateczna od ${printDate(final.from)}`;
  return `ostateczna, lecz od kiedy, nie wiadomo: ${contradictionInWords(final)}`;
}

function bare(on: string, code: StatusCode, text: string): Status {
  return { on, code, text, steps: [], open: [] };
}

/** What an act did, as far as it had effect on the day: it may not have been final, or have been undone itself. */
function stepOf(act: DecisionRecord, chain: Chain, on: string, seen: readonly string[]): Step {
  const { date = null, sources, outcome } = act;
  const whole = (outcome && (ending[outcome] ?? passing[outcome])) ?? "amended";
  const code = act.scope ? "partly_ended" : whole;
  const step = { date, sources, text: effectInWords(code, act) };
  const own = seen.includes(act.id) ? undefined : walk(act, chain, on, [...seen, act.id]);
  if (own && gone.has(own.code)) return { ...step, code: "undone", text: `${step.text} – a ta decyzja: ${own.text}` };
  if (code === "stayed" && isOver(act, chain, on))
    return { ...step, code: "undone", text: `${step.text}, do rozstrzygnięcia tamtej sprawy` };
  const isLasting = code !== "challenge_failed" && code !== "upheld" && act.kind !== "appeal_decision";
  const final = finalityOf(act, chain)?.surelyFrom;
  if (isLasting && code !== "stayed" && (own?.code === "appealed" || (final !== undefined && on < final)))
    return { ...step, code: "not_yet_effective", text: `${step.text} – w tym dniu jeszcze nieostateczną` };
  return { ...step, code };
}

/** A stay lasts until the case in which it was ordered is decided (KPA art. 152 § 1, 159 § 1). */
function isOver({ caseKey, date, id }: DecisionRecord, { records }: Chain, on: string): boolean {
  return records.some(
    (other) =>
      other.caseKey === caseKey &&
      other.id !== id &&
      other.date !== undefined &&
      other.date > (date ?? "") &&
      other.date <= on,
  );
}

function effectInWords(code: Step["code"], act: DecisionRecord): string {
  const by = byDecision(act);
  switch (code) {
    case "transferred":
      return `przeniesiona ${by}${act.holder ? ` na rzecz: ${act.holder}` : ""}`;
    case "corrected":
      return `sprostowana postanowieniem lub ${by}`;
    case "challenge_failed":
      if (act.outcome === "discontinued") return `postępowanie w jej sprawie umorzono ${by}`;
      return `utrzymana: ${by} odmówiono jej wzruszenia`;
    case "upheld":
      return act.outcome === "upheld" ? `utrzymana w mocy ${by}` : `postępowanie odwoławcze umorzono ${by}`;
    case "breach_found":
      return `pozostaje w obrocie, choć ${by} stwierdzono jej wydanie z naruszeniem prawa`;
    case "stayed":
      return `jej wykonanie wstrzymano postanowieniem ${act.date ? `z dnia ${printDate(act.date)}` : "bez odczytanej daty"}`;
    case "partly_ended":
      return act.scope === "part"
        ? `${inPart[act.outcome ?? "repealed"] ?? "uchylona"} w części ${by}: w jakim zakresie, trzeba przeczytać w tej decyzji`
        : `rozstrzygnięcie niejednoznaczne ${by} – przeczytaj: jednym pismem coś uchylono i odmówiono uchylenia`;
    case "repealed":
      return `uchylona ${by}`;
    case "sent_back":
      return `uchylona ${by}, sprawę przekazano do ponownego rozpatrzenia`;
    case "replaced":
      return `uchylona ${by}, która rozstrzyga inaczej`;
    case "expired":
      return `wygasła: wygaśnięcie stwierdzono ${by}`;
    case "annulled":
      return `nieważna: nieważność stwierdzono ${by} (ze skutkiem od dnia wydania)`;
    default:
      return `zmieniona ${by}`;
  }
}

function codeOf(record: DecisionRecord, steps: readonly Step[], final: Finality | undefined, on: string): StatusCode {
  const codes = steps.map(({ code }) => code);
  const end = codes.find((code) => gone.has(code as StatusCode));
  if (end) return end as StatusCode;
  if (codes.includes("partly_ended")) return "partly_ended";
  if (codes.includes("stayed")) return "stayed";
  if (final && final.surelyFrom <= on) return "final";
  // No appeal lies against a decision of second instance, nor against one that it upheld (KPA art. 16 § 1).
  if (record.kind === "appeal_decision" || codes.includes("upheld")) return "final";
  if (record.outcome === "no_objection") return "not_a_decision";
  if (codes.includes("appeal_filed")) return "appealed";
  return final && on < final.from ? "not_final" : "finality_unknown";
}

const stated: Record<StatusCode, string> = {
  undated: "bez daty",
  not_issued: "jeszcze nie wydana",
  not_a_decision: "organ nie wniósł sprzeciwu; to nie decyzja, więc nie staje się ostateczna",
  finality_unknown: "wydana; czy ostateczna, tego źródła nie mówią",
  not_final: "wydana, jeszcze nieostateczna",
  appealed: "zaskarżona, jeszcze nieostateczna",
  final: "ostateczna",
  stayed: "",
  partly_ended: "",
  sent_back: "",
  replaced: "",
  repealed: "",
  expired: "",
  annulled: "",
};

/** The state first, then what happened to it, in the order of days. */
function textOf(code: StatusCode, steps: readonly Step[], final: Finality | undefined): string {
  const end = steps.find((step) => step.code === code);
  const unsure =
    code === "finality_unknown" && final
      ? `wydana; czy w tym dniu ostateczna, nie wiadomo: ${contradictionInWords(final)}`
      : undefined;
  const head =
    end && stated[code] === "" ? end.text : steps.find((step) => step.code === "final" && code === "final")?.text;
  const inHead = ["issued", "appeal_filed", ...(code === "partly_ended" ? [] : ["final"])];
  const others = steps.filter((step) => step !== end && !inHead.includes(step.code));
  return [head ?? unsure ?? stated[code], ...others.map(({ text }) => text)].join("; ");
}
