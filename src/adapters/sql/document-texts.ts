import type { Access } from "../../core/access.ts";
import { sha256Hex } from "../../core/canonical-json.ts";
import type { DocumentRef, Page, Passage } from "../../core/document.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { SqlDatabase } from "./database.ts";
import { isCurrent, type PassageRow, passageOf, visibleTo } from "./document-rows.ts";

/**
 * What is cited is read here, so here it is compared with what the ingest put down: a text changed behind Teczka's
 * back is no evidence, and one that is gone is not "no such page".
 * @throws TeczkaError `page_hash_mismatch`, `page_missing`
 */
export async function page(
  { db }: SqlDatabase,
  id: string,
  number: number,
  access: Access,
  version: number | undefined,
): Promise<Page | undefined> {
  let query = db
    .selectFrom("documents")
    .leftJoin("pages", (join) =>
      join
        .onRef("pages.document", "=", "documents.id")
        .onRef("pages.version", "=", "documents.version")
        .on("pages.number", "=", number),
    )
    .select(["documents.path", "documents.page_count", "pages.text", "pages.text_sha256", "pages.unreadable"])
    .where("documents.id", "=", id)
    .where(visibleTo(access));
  query =
    version === undefined
      ? query.where(isCurrent)
      : query.where("documents.version", "=", version).where("documents.state", "!=", "staged");
  const row = await query.executeTakeFirst();
  if (!row) return undefined;
  const { text, text_sha256: textSha256, unreadable } = row;
  if (text === null || textSha256 === null) {
    if (!Number.isInteger(number) || number < 1 || number > row.page_count) return undefined;
    throw damaged("page_missing", `Z magazynu danych zniknęła strona ${number} dokumentu „${row.path}”.`);
  }
  if (sha256Hex(text) !== textSha256) {
    const told = `Tekst strony ${number} dokumentu „${row.path}” zmieniono w magazynie danych po wczytaniu (nie zgadza się skrót SHA-256).`;
    throw damaged("page_hash_mismatch", told);
  }
  const found: Page = { number, text, textSha256 };
  return unreadable === null ? found : { ...found, unreadable: unreadable as NonNullable<Page["unreadable"]> };
}

/** @throws TeczkaError `passages_missing` */
export async function passages({ db }: SqlDatabase, { id, version, path }: DocumentRef): Promise<Passage[]> {
  const rows = await db
    .selectFrom("documents")
    .leftJoin("passages", (join) =>
      join.onRef("passages.document", "=", "documents.id").onRef("passages.version", "=", "documents.version"),
    )
    .selectAll("passages")
    .select("documents.passage_count")
    .where("documents.id", "=", id)
    .where("documents.version", "=", version)
    .orderBy("passages.ordinal")
    .execute();
  // A document without passages is one row of the join without a passage.
  const found = rows.filter((row): row is PassageRow & typeof row => row.ordinal !== null);
  const expected = rows[0]?.passage_count ?? 0;
  if (found.length !== expected) {
    const told = `W magazynie danych jest ${found.length} z ${expected} fragmentów dokumentu „${path}”.`;
    throw damaged("passages_missing", told);
  }
  return found.map(passageOf);
}

function damaged(code: string, message: string): TeczkaError {
  return new TeczkaError(
    "unavailable",
    code,
    message,
    "Przywróć bazę danych z kopii zapasowej albo wczytaj dokumenty do nowego katalogu TECZKA_DATA.",
  );
}
