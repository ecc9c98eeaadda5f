import { dayInPoland } from "../../../src/core/in-words.ts";
import type { Clock } from "../../../src/core/ports/surroundings.ts";
import { understand } from "../../../src/core/question/understand.ts";
import type { PermitClerk } from "../state.ts";

/** @param clock tells of which day „jaki jest status …” asks */
export function createUnderstand(clock: Clock | undefined) {
  return ({ question }: PermitClerk): Partial<PermitClerk> => ({
    understanding: understand(question, clock && dayInPoland(clock.now())),
  });
}
