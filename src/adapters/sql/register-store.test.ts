import { describePermitRegister } from "../../core/ports/permit-register.contract.ts";
import { createPermitRegister } from "./register-store.ts";
import { sqliteHarness } from "./test-support/sqlite-harness.ts";

describePermitRegister("SQLite", sqliteHarness(createPermitRegister));
