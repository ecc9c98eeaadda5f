import { z } from "zod";
import { checkClaim } from "../src/core/verify/check-claim.ts";
import { checkedClaimSchema, proposedClaimSchema } from "../src/core/verify/proposed.ts";
import { EvidenceLoader } from "./citation-evidence.ts";
import type { Tool } from "./tool.ts";

/** What `teczka check FILE` and `POST /v1/citations/check` take: an answer by anyone. */
const input = z.object({ claims: z.array(proposedClaimSchema) });
const output = z.object({ claims: z.array(checkedClaimSchema) });

export const checkCitations: Tool<typeof input, typeof output> = {
  name: "check_citations",
  description:
    "Sprawdza, czy cytaty stoją na podanych stronach i czy każde twierdzenie mówi tylko to, co z nich wynika: te same " +
    "numery, daty, działki, liczby, rozstrzygnięcie. Wyrok wydaje kod, nie model.",
  input,
  output,
  run: async ({ claims }, { archive, access }) => {
    const loader = new EvidenceLoader(archive, access);
    const checked: z.infer<typeof checkedClaimSchema>[] = [];
    const renamings = (await archive.streets?.renamings()) ?? [];
    for (const claim of claims) checked.push(checkClaim(claim, { ...(await loader.load(claim)), renamings }));
    return { claims: checked };
  },
};
