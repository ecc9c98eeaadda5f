import { understand } from "../../../src/core/question/understand.ts";
import type { PermitClerk } from "../state.ts";

export function understandQuestion({ question }: PermitClerk): Partial<PermitClerk> {
  return { understanding: understand(question) };
}
