import { z } from "zod";
import { citationSchema, derivedOps, reasonSchema, verdictSchema } from "../draft.ts";
import { registerRowRefSchema } from "../permit.ts";

/** A claim as anyone may hand it in: the agent, a model, another product, a person. Nothing in it is believed. */

const proposedPassageSchema = z.object({
  /** Document id, file name, path or SHA-256. */
  document: z.string(),
  page: z.int().positive(),
  quote: z.string(),
});
const proposedRowsSchema = z.object({ register: z.string(), rows: z.array(registerRowRefSchema).min(1) });
const proposedLawSchema = z.object({ act: z.string(), unit: z.string(), quote: z.string().optional() });
const proposedDerivedSchema = z.object({
  op: z.enum(derivedOps),
  over: z.string(),
  get inputs(): z.ZodArray<typeof proposedCitationSchema> {
    return z.array(proposedCitationSchema);
  },
});
const proposedCitationSchema = z.union([
  proposedPassageSchema,
  proposedRowsSchema,
  proposedLawSchema,
  proposedDerivedSchema,
]);
export const proposedClaimSchema = z.object({ text: z.string(), citations: z.array(proposedCitationSchema) });
export type ProposedCitation = z.infer<typeof proposedCitationSchema>;
export type ProposedClaim = z.infer<typeof proposedClaimSchema>;

const checkedCitationSchema = z.object({
  proposed: proposedCitationSchema,
  /** The quote stands, the rows exist: rule 1 and the like. Says nothing of the claim. */
  found: z.boolean(),
  /** With offsets and hashes, when found. */
  citation: citationSchema.optional(),
  reasons: z.array(reasonSchema),
});
export const checkedClaimSchema = z.object({
  text: z.string(),
  verdict: verdictSchema,
  reasons: z.array(reasonSchema),
  citations: z.array(checkedCitationSchema),
});
export type CheckedCitation = z.infer<typeof checkedCitationSchema>;
export type CheckedClaim = z.infer<typeof checkedClaimSchema>;
