import type { DerivedCitation } from "../draft.ts";
import type { DerivedEvidence, Fault } from "./evidence.ts";
import { foundGround, type Ground } from "./ground.ts";
import { caseOf } from "./row-case.ts";
import { saidIn } from "./said-in.ts";

/** What a derived citation comes to when code makes it again from its inputs. */
export interface Derived {
  op: DerivedCitation["op"];
  over: string;
  inputs: readonly Ground[];
  /** Distinct documents and register cases among the inputs. */
  count: number;
  /** Of a `status`, and of a count over a register's query: the whole sentence that it comes to. */
  state?: string;
}

/** Recomputes a derived citation whose inputs all stand (DESIGN §4, §5). */
export function derive(
  { op, over }: { op: DerivedCitation["op"]; over: string },
  inputs: readonly Ground[],
  { found, state }: Pick<DerivedEvidence, "found" | "state">,
): { derived: Derived; grounds: Ground[]; faults: Fault[] } {
  const derived: Derived = { op, over, inputs, count: countThings(inputs) };
  if (op === "absent") return { derived, ...absence(over, found) };
  if (op === "count" && state !== undefined) return statusOf(derived, state);
  if (op === "status") return state === undefined ? { derived, ...statusUnknown(over) } : statusOf(derived, state);
  if (op === "compare") return { derived, grounds: [foundGround(comparison(inputs))], faults: [] };
  if (op === "list") return { derived, grounds: [foundGround("lista, wykaz, zestawienie, kolejno")], faults: [] };
  return { derived, grounds: [foundGround("liczba dokumentów, pism, wpisów, decyzji, spraw")], faults: [] };
}

function statusOf(derived: Derived, state: string): ReturnType<typeof derive> {
  return { derived: { ...derived, state }, grounds: [foundGround(state)], faults: [] };
}

function statusUnknown(over: string): { grounds: Ground[]; faults: Fault[] } {
  const detail = `Stanu („${over}”) nie można sprawdzić: nie wiadomo, o którą decyzję chodzi, albo nie ma jej w archiwum.`;
  return { grounds: [], faults: [{ verdict: "abstained", code: "status_unknown", detail }] };
}

function countThings(inputs: readonly Ground[]): number {
  return new Set(inputs.map((ground) => ground.document?.ref.id ?? (ground.case ? caseOf(ground) : ground.source.text)))
    .size;
}

/** The absence of what `over` names, and of nothing else: „nie wydano” is more than „nie znaleziono”. */
function absence(over: string, found: DerivedEvidence["found"]): { grounds: Ground[]; faults: Fault[] } {
  if (!found) {
    const detail = `Braku („${over}”) nie można sprawdzić: nie podano znaku sprawy, numeru decyzji, działki ani adresu.`;
    return { grounds: [], faults: [{ verdict: "abstained", code: "absence_unreadable", detail }] };
  }
  const { documents, cases, unread } = found;
  if (documents + cases > 0) {
    const detail = `Twierdzenie mówi o braku („${over}”), a w archiwum są dokumenty: ${documents}, wpisy w rejestrach: ${cases}.`;
    return { grounds: [], faults: [{ verdict: "contradicted", code: "absence_refuted", detail }] };
  }
  if (unread > 0) {
    const detail = `Braku („${over}”) nie można sprawdzić: nie odczytano rozstrzygnięcia dokumentów lub wpisów (${unread}), które mogą go dotyczyć.`;
    return { grounds: [], faults: [{ verdict: "abstained", code: "absence_unreadable", detail }] };
  }
  const said = ["nie znaleziono", "nie odnaleziono", "nie ma", "brak"].map(
    (none) => `W archiwum i w rejestrach ${none} ${over}. W archiwum i w rejestrach ${none}: ${over}.`,
  );
  const scope = "W archiwum i w rejestrach dokument, pismo, decyzja, wpis, sprawa.";
  return { grounds: [foundGround([...said, scope].join(" "))], faults: [] };
}

const differing = "różni się, różnią się, różnica, inny, odmienny, niezgodny, sprzeczny, rozbieżność";
const equal = "zgodny, taki sam, identyczny, jednakowy, zgadza się";

function comparison(inputs: readonly Ground[]): string {
  const contents = new Set(inputs.map(contentOf));
  return contents.size > 1 ? differing : equal;
}

/** Figures, dates, numbers and outcomes of a quote: what two places can agree or differ in. */
function contentOf(ground: Ground): string {
  const figures = saidIn(ground, (reading) => reading.quantities).map(({ value }) => `${value.value} ${value.unit}`);
  const dates = saidIn(ground, (reading) => reading.dates).map(({ value }) => value);
  const numbers = saidIn(ground, (reading) => reading.decisions).map(({ value }) => value);
  const outcomes = saidIn(ground, (reading) => reading.outcomes).map(({ value }) => value);
  return [...figures, ...dates, ...numbers, ...outcomes].sort().join("|");
}
