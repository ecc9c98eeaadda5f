import { outcomeWords } from "../../in-words.ts";
import type { DocumentKind } from "../../document.ts";
import type { Outcome } from "../../outcome.ts";
import type { Fault } from "../evidence.ts";
import type { Ground } from "../ground.ts";
import { type Case, contradicted, unsupported } from "../rule.ts";
import { saidIn } from "../said-in.ts";
import type { SaidOutcome } from "../said-outcomes.ts";

/**
 * Rule 5 of DESIGN §5: the outcome that the claim tells is that of the cited paper's operative part, of the register
 * row, or is stated by the quote outside of a decision's grounds. Outcomes of a decision that the claim numbers must
 * come from a place that bears or names this number.
 */
export function checkOutcome({ claim, grounds }: Case): Fault[] {
  const numbers = claim.decisions.map(({ value }) => value);
  return claim.outcomes.filter(claim.isFree).flatMap((said) => {
    const fitting = grounds.filter(
      (ground) => numbers.length === 0 || bears(ground, numbers) || names(ground, numbers) || actsOn(ground, numbers),
    );
    if (fitting.some((ground) => proves(ground, said, numbers, claim.text))) return [];
    const unread = grounds.find(({ case: permit, own }) => permit && own.outcomes.length === 0);
    if (unread) {
      const detail = `Wiersz rejestru nie mówi, jak sprawę rozstrzygnięto, więc nie dowodzi, że ${describe(said)}.`;
      return [unsupported("register_outcome_unread", detail)];
    }
    if (grounds.some((ground) => proves(ground, said, [], claim.text))) {
      const detail = `To, że ${describe(said)}, dotyczy w cytowanym miejscu innej decyzji niż nr ${numbers.join(", ")}.`;
      return [contradicted("outcome_of_other_decision", detail)];
    }
    const others = grounds.flatMap((ground) => [...ground.own.outcomes, ...stated(ground).map(({ value }) => value)]);
    const other = others.find((outcome) => said.negated || !tells(said.value, outcome));
    if (other === undefined) {
      return [unsupported("outcome_missing", `Z cytowanego miejsca nie wynika, że ${describe(said)}.`)];
    }
    const detail = `Twierdzenie mówi, że ${describe(said)}, a cytowane rozstrzygnięcie to: ${outcomeNames[other]}.`;
    return [contradicted("outcome_other", detail)];
  });
}

/** What a row's outcome bears out, whichever decision the claim numbers. */
export function tellsOf(ground: Ground, said: SaidOutcome): boolean {
  return ground.own.outcomes.some((outcome) => meets(said, { value: outcome, negated: false }));
}

/** Papers of parties, and letters: what they tell of a decision, the decision itself has to prove. */
const undeciding: ReadonlySet<DocumentKind> = new Set([
  "application",
  "appeal",
  "letter",
  "call",
  "design",
  "site_plan",
  "parties",
  "notification",
  "delivery",
]);
/** An authority that is asked answers by letter. */
const byLetter: ReadonlySet<Outcome> = new Set(["agreed", "not_agreed"]);

function mayProve({ document }: Ground, { value }: SaidOutcome): boolean {
  return !document || !undeciding.has(document.kind) || byLetter.has(value);
}

function proves(ground: Ground, said: SaidOutcome, numbers: readonly string[], claim: string): boolean {
  if (!mayProve(ground, said)) return false;
  const own = numbers.length === 0 || bears(ground, numbers) || actsOn(ground, numbers);
  const object = objectOf(said.about);
  const ofThis = alike(object, ownObject(ground));
  if (own && ofThis && ground.own.outcomes.some((outcome) => meets(said, { value: outcome, negated: false })))
    return true;
  return stated(ground, numbers).some(
    (other) => meets(said, other) && !isForeign(ground, other, claim) && alike(object, objectOf(other.about)),
  );
}

/** What the quote itself states. In the grounds only of another decision, and then the claim has to number it. */
function stated(ground: Ground, numbers: readonly string[] = []): SaidOutcome[] {
  // A row's own outcome is read already, and its description holds words of other decisions.
  if (ground.case) return [];
  const foreign = numbers.some((number) => !ground.own.decisions.includes(number)) && names(ground, numbers);
  if (ground.inGrounds && !foreign) return [];
  return saidIn(ground, (reading) => reading.outcomes);
}

/** What an outcome is about: conditions of building set are no permit granted. */
const objects: readonly [string, RegExp][] = [
  ["conditions", /warunk\p{L}*\s+zabudowy|lokalizacj\p{L}*\s+inwestycji/iu],
  ["use", /użytkowani/iu],
  ["permit", /pozwole[nń]|projekt/iu],
];

function objectOf(text: string): string | undefined {
  return objects.find(([, pattern]) => pattern.test(text))?.[0];
}

function ownObject({ document }: Ground): string | undefined {
  if (document?.kind === "planning_decision") return "conditions";
  if (document?.kind === "occupancy") return "use";
  return document?.kind === "permit_decision" ? "permit" : undefined;
}

function alike(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** „Zaskarżoną decyzją organ pierwszej instancji odmówił”: what another paper decided, unless the claim says so too. */
function isForeign(ground: Ground, { start, end }: SaidOutcome, claim: string): boolean {
  const foreign = /zaskarżon|pierwszej\s+instancji|organ\p{L}*\s+I\s+instancji/iu;
  const around = ground.source.text.slice(Math.max(0, start - 90), end + 60);
  return foreign.test(around) && !foreign.test(claim) && !/utrzym|uchyl/iu.test(ground.source.text.slice(start, end));
}

/** A paper that repeals, upholds or transfers another decision may be told by the number of that one. */
const acting: ReadonlySet<Outcome> = new Set([
  "repealed",
  "repealed_and_decided",
  "repealed_and_discontinued",
  "sent_back",
  "amended",
  "transferred",
  "expired",
  "annulled",
  "upheld",
  "change_refused",
  "stayed",
  "breach_found",
]);

function actsOn({ own, document, case: row, source }: Ground, numbers: readonly string[]): boolean {
  if (row) {
    const named = source.decisions.some(({ value }) => !own.decisions.includes(value) && numbers.includes(value));
    return named && own.outcomes.some((outcome) => acting.has(outcome));
  }
  const other = document?.facts.some(({ field, value }) => field === "refersToDecision" && numbers.includes(value));
  return other === true && own.outcomes.some((outcome) => acting.has(outcome));
}

function bears(ground: Ground, numbers: readonly string[]): boolean {
  return ground.own.decisions.length === 0 || ground.own.decisions.some((number) => numbers.includes(number));
}

function names(ground: Ground, numbers: readonly string[]): boolean {
  return saidIn(ground, (reading) => reading.decisions).some(({ value }) => numbers.includes(value));
}

function meets(said: SaidOutcome, held: { value: Outcome; negated: boolean }): boolean {
  if (said.negated === held.negated) return tells(said.value, held.value);
  return said.negated && said.value === "granted" && notGranted.has(held.value);
}

const notGranted: ReadonlySet<Outcome> = new Set(["refused", "discontinued", "left_unexamined", "objection"]);

/** „uchylono” is true of a repeal with whatever followed; nothing else is told by another's word. */
function tells(said: Outcome, held: Outcome): boolean {
  if (said === held) return true;
  const repeals: readonly Outcome[] = ["repealed_and_decided", "repealed_and_discontinued", "sent_back"];
  return said === "repealed" && repeals.includes(held);
}

function describe({ text, negated }: SaidOutcome): string {
  const words = text.replace(/\s+/gu, " ");
  const short = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  return negated && !/(?:^|\s)nie\s/iu.test(words) ? `„nie ${short}”` : `„${short}”`;
}

/** What one outcome stands for in papers of several kinds is told in full. */
const outcomeNames: Readonly<Record<Outcome, string>> = {
  ...outcomeWords,
  granted: "pozwolenie albo zgoda",
  agreed: "uzgodnienie albo opinia pozytywna",
  not_agreed: "odmowa uzgodnienia albo opinia negatywna",
};
