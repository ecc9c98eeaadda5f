import { sha256Hex } from "../../../core/canonical-json.ts";

/** Of the Worker under test; a deployment has its own, as a secret. */
export const operatorKey = "tk_operator-under-test";
export const operatorKeySha256 = sha256Hex(operatorKey);
