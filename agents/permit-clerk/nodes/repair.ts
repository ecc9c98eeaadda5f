import type { Checked, PermitClerk, ProposedPart } from "../state.ts";

/** One narrower try: whoever fails with the bare quote as the claim has nothing narrower to say. */
const mostRepairs = 1;

export function worthRepair({ checked, repairs }: Pick<PermitClerk, "checked" | "repairs">): boolean {
  return repairs < mostRepairs && checked.some(isMendable);
}

/** Puts the narrower wording in the place of each claim that did not hold. */
export function repair({ proposal, checked, repairs }: PermitClerk): Partial<PermitClerk> {
  const parts = checked.flatMap((one): ProposedPart[] => {
    if (one.ofConflict) return [];
    if (!isMendable(one)) return [one.part];
    return (one.part.narrower ?? []).map((claim) => ({ claim, main: one.part.main }));
  });
  return { proposal: { ...proposal, parts }, repairs: repairs + 1 };
}

function isMendable({ part, claim }: Checked): boolean {
  return claim.verdict !== "supported" && (part.narrower?.length ?? 0) > 0;
}
