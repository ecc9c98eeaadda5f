import { documentsMigration } from "./001-documents.ts";
import { draftsMigration } from "./002-drafts.ts";
import { keysMigration } from "./003-keys.ts";
import { checkpointsMigration } from "./004-checkpoints.ts";
import { registerMigration } from "./005-register.ts";
import { passageIndexMigration } from "./006-passage-index.ts";
import { archiveStateMigration } from "./007-archive-state.ts";
import { currentDocumentsMigration } from "./008-current-documents.ts";
import { registerPostingsMigration } from "./009-register-postings.ts";
import { keptCountsMigration } from "./010-kept-counts.ts";
import { registerBlocksMigration } from "./011-register-blocks.ts";
import { streetNamesMigration } from "./012-street-names.ts";
import { registerLayoutMigration } from "./013-register-layout.ts";
import { indexLedgerMigration } from "./014-index-ledger.ts";
import { embeddingsMigration } from "./015-embeddings.ts";
import { segmentSizesMigration } from "./016-segment-sizes.ts";
import { documentLinesMigration } from "./017-document-lines.ts";
import { postingBlocksMigration } from "./018-posting-blocks.ts";
import type { Migration } from "./migration.ts";

/** In order, for ever: a migration that has shipped is never changed, a new one is added at the end. */
export const migrations: readonly Migration[] = [
  documentsMigration,
  draftsMigration,
  keysMigration,
  checkpointsMigration,
  registerMigration,
  passageIndexMigration,
  archiveStateMigration,
  currentDocumentsMigration,
  registerPostingsMigration,
  keptCountsMigration,
  registerBlocksMigration,
  streetNamesMigration,
  registerLayoutMigration,
  indexLedgerMigration,
  embeddingsMigration,
  segmentSizesMigration,
  documentLinesMigration,
  postingBlocksMigration,
];
