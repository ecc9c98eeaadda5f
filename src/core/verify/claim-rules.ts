import { readClaim } from "./claim-reading.ts";
import type { Derived } from "./derived.ts";
import type { Fault } from "./evidence.ts";
import type { Ground } from "./ground.ts";
import type { Rule } from "./rule.ts";
import { checkAttribution } from "./rules/attribution.ts";
import { checkBinding } from "./rules/binding.ts";
import { checkConditions } from "./rules/conditions.ts";
import { checkTokens, checkWords } from "./rules/coverage.ts";
import { checkCounts } from "./rules/counts.ts";
import { checkDates } from "./rules/dates.ts";
import { checkDenial } from "./rules/denial.ts";
import { checkDerivedScope } from "./rules/derived-scope.ts";
import { checkEmptiness } from "./rules/emptiness.ts";
import { checkFigures } from "./rules/figures.ts";
import { checkIdentity } from "./rules/identity.ts";
import { checkLawUnits } from "./rules/law-units.ts";
import { checkLookAlikes } from "./rules/look-alike.ts";
import { checkOutcome } from "./rules/outcome.ts";
import { checkPolarity } from "./rules/polarity.ts";
import { checkPrepositions } from "./rules/prepositions.ts";
import { checkRegisterLogic } from "./rules/register-logic.ts";
import { checkRoles } from "./rules/roles.ts";
import { checkRowActs } from "./rules/row-acts.ts";
import { checkRowEnding, checkRowPermit } from "./rules/row-permit.ts";
import { checkRowsApart } from "./rules/rows-apart.ts";
import { checkSubjects } from "./rules/subjects.ts";
import { checkWrittenFigures } from "./rules/written-figures.ts";
import { isStatus } from "./status-told.ts";

const rules: readonly Rule[] = [
  checkEmptiness,
  checkLookAlikes,
  checkIdentity,
  checkDates,
  checkLawUnits,
  checkFigures,
  checkWrittenFigures,
  checkCounts,
  checkDerivedScope,
  checkOutcome,
  checkRowPermit,
  checkRowEnding,
  checkRowActs,
  checkRowsApart,
  checkBinding,
  checkRoles,
  checkSubjects,
  checkPolarity,
  checkDenial,
  checkPrepositions,
  checkAttribution,
  checkRegisterLogic,
  checkConditions,
  checkTokens,
  checkWords,
];

/** Rules 3 to 6 and 8 of DESIGN §5, on a claim all or some of whose citations stand. */
export function claimRules(text: string, grounds: readonly Ground[], derived: readonly Derived[]): Fault[] {
  if (isStatus(text, derived)) return [];
  const claim = readClaim(text, grounds);
  return rules.flatMap((rule) => rule({ claim, grounds, derived }));
}
