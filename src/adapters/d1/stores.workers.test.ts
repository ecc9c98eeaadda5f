import { describeDocumentStore } from "../../core/ports/document-store.contract.ts";
import { describeDraftStore } from "../../core/ports/draft-store.contract.ts";
import { describeKeyStore } from "../../core/ports/key-store.contract.ts";
import { describePassageIndex } from "../../core/ports/passage-index.contract.ts";
import { describePermitRegister } from "../../core/ports/permit-register.contract.ts";
import { createAuditLog } from "../sql/audit-log.ts";
import { createDocumentStore } from "../sql/document-store.ts";
import { createDraftStore } from "../sql/draft-store.ts";
import { createKeyStore } from "../sql/key-store.ts";
import { createPermitRegister } from "../sql/register-store.ts";
import { indexHarness } from "../sql/test-support/indexed-archive.ts";
import { d1Harness } from "./test-support/d1-harness.ts";

describeDocumentStore("D1", d1Harness(createDocumentStore));
describePassageIndex("D1", indexHarness(d1Harness));
describePermitRegister("D1", d1Harness(createPermitRegister));
describeDraftStore(
  "D1",
  d1Harness((database) => ({ drafts: createDraftStore(database), audit: createAuditLog(database) })),
);
describeKeyStore("D1", d1Harness(createKeyStore));
