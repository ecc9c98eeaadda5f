import { openRegister } from "../adapters/register-csv/open-register.ts";
import { buffersOf, packRows } from "../adapters/sql/register-pack.ts";
import { serveRegisters } from "../adapters/threads/serve-registers.ts";

// Started as a thread by intake.ts.
serveRegisters({ open: openRegister, pack: packRows, buffersOf });
