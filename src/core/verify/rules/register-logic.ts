import type { Fault } from "../evidence.ts";
import { type Case, unsupported } from "../rule.ts";
import { foldSameLength } from "../same-length.ts";

const force =
  /(?<!\p{L})(?:obowiazuj\p{L}*|w mocy|wazn[aey]\p{L}?|wiaz(?:e|aca|acy|ace)|prawomocn\p{L}*|ostateczn\p{L}*|nadal|aktualn\p{L}*)(?!\p{L})/u;

/** Rule 8 of DESIGN §5: a row never proves that a permit binds; repeal, expiry and transfer come after it. */
export function checkRegisterLogic({ claim, grounds }: Case): Fault[] {
  if (!grounds.some((ground) => ground.case) || grounds.some((ground) => ground.document)) return [];
  const word = force.exec(foldSameLength(claim.text));
  if (!word || grounds.some(({ source }) => foldSameLength(source.text).includes(word[0]))) return [];
  const said = claim.text.slice(word.index, word.index + word[0].length);
  return [
    unsupported(
      "register_proves_no_force",
      `Wpis w rejestrze nie dowodzi, że decyzja wiąże („${said}”): późniejszego uchylenia, wygaśnięcia ani przeniesienia tam nie ma.`,
    ),
  ];
}
