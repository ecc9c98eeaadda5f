import { type Actor, maySee } from "../access.ts";
import type { Draft } from "../draft.ts";
import type { DecidedDraft, Decision } from "../ports/draft-store.ts";

/** What everyone may see of a draft of his: how it stands, nothing of what it says. */
export interface DraftBrief {
  id: string;
  question: string;
  createdAt: string;
  askedBy: string;
  origin: Draft["origin"];
  status: Draft["status"];
  /** Not there while the draft is in the making, nor when it was never finished. */
  outcome?: Draft["outcome"];
  note?: string;
}

/** A whole draft, with what was decided about it. */
export type DraftWhole = Draft & { decision?: Decision };

/** After approval an asker reads what the answer holds; what was withheld stays between agent and clerk. */
type DraftReleased = DraftBrief & Pick<Draft, "claims" | "conflicts" | "search" | "hash" | "labels">;

export type DraftView = DraftBrief | DraftReleased | DraftWhole;

export function isWhole(view: DraftView): view is DraftWhole {
  return "withheld" in view;
}

/** A draft has a hash from the moment the agent is done; one that was cancelled or failed before has none. */
export function isMade(draft: Pick<Draft, "hash">): boolean {
  return draft.hash !== "";
}

/** `undefined` when the actor must not know that there is such a draft. */
export function viewOf({ draft, decision }: DecidedDraft, actor: Actor): DraftView | undefined {
  const own = draft.askedBy === actor.id;
  if (actor.role === "asker" && !own) return undefined;
  if (!isMade(draft)) return own || actor.access === "all" ? briefOf(draft) : withoutNote(briefOf(draft));
  const visible = maySee(actor.access, draft.labels);
  if (actor.role !== "asker") return visible ? { ...draft, ...(decision ? { decision } : {}) } : undefined;
  if (draft.status !== "approved" || !visible) return briefOf(draft);
  const { claims, conflicts, search, hash, labels } = draft;
  return { ...briefOf(draft), claims, conflicts, search, hash, labels };
}

/** Why a draft failed may name a paper that its asker may see; a draft in the making has no labels to go by yet. */
function withoutNote({ note: _note, ...brief }: DraftBrief): DraftBrief {
  return brief;
}

function briefOf(draft: Draft): DraftBrief {
  const { id, question, createdAt, askedBy, origin, status, outcome, note } = draft;
  return {
    id,
    question,
    createdAt,
    askedBy,
    origin,
    status,
    ...(isMade(draft) ? { outcome } : {}),
    ...(note === undefined ? {} : { note }),
  };
}
