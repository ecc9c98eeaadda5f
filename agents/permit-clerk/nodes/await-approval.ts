import { interrupt } from "@langchain/langgraph";
import type { ClerkDecision, PermitClerk } from "../state.ts";

/**
 * The graph stops here until a clerk has decided. `interrupt` pauses by throwing, so nothing around it may catch; and
 * nothing stands before it, since the node runs from its start again when the graph is resumed.
 */
export function awaitApproval({ findings }: PermitClerk): Partial<PermitClerk> {
  const decision = interrupt<{ outcome: string; claims: number }, ClerkDecision>({
    outcome: findings.outcome,
    claims: findings.claims.length,
  });
  return { decision };
}
