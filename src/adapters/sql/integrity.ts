import { type RawBuilder, sql } from "kysely";
import type { Access } from "../../core/access.ts";
import { TeczkaError } from "../../core/errors.ts";
import type { SqlDatabase } from "./database.ts";
import { visibleTo } from "./document-rows.ts";
import { registerLayout } from "./register-pack.ts";

/*
 * Rows that are gone (a half-restored copy, a hand in the database) would read as "nothing found". Each check is one
 * statement, so that it sees one state of the database while another process writes, and looks for fewer rows than
 * were counted when they were written.
 */

/** @throws TeczkaError `facts_missing`, of papers that the asker may see; walks through an index, so: once a revision */
export async function checkFacts(database: SqlDatabase, access: Access): Promise<void> {
  const { rows } = await sql<{ lost: number }>`select (select coalesce(sum(fact_count), 0) from documents)
    > (select count(*) from facts) as lost`.execute(database.db);
  if (rows[0]?.lost)
    await refuse(database, "facts_missing", "danych odczytanych z dokumentów", documentsLacking("facts", access));
}

/** Segments that have lost their postings, by id; one look a segment. */
export async function lostSegments({ db }: SqlDatabase): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from index_segments where ${isLost}`.execute(db);
  return rows.map(({ id }) => id);
}

const isLost = sql`term_count > 0
  and not exists (select 1 from index_postings where index_postings.segment = index_segments.id)`;

/** @throws TeczkaError `index_incomplete` */
function checkSegments(database: SqlDatabase): Promise<void> {
  return refuse(
    database,
    "index_incomplete",
    "haseł indeksu do fragmentów dokumentów",
    sql`select documents.path as name from documents join index_documents on index_documents.document = documents.id
      and index_documents.version = documents.version
      where documents.state = 'current'
        and index_documents.segment in (select id from index_segments where ${isLost})`,
  );
}

/** @throws TeczkaError `register_outdated` or `register_incomplete`; two looks a file */
export async function checkRegisters(database: SqlDatabase): Promise<void> {
  const outdated = await database.db
    .selectFrom("register_files")
    .select("file")
    .where("state", "=", "current")
    .where("layout", "!=", registerLayout)
    .executeTakeFirst();
  if (outdated) throw registerOutdated(outdated.file);
  await refuse(
    database,
    "register_incomplete",
    "wierszy rejestru albo haseł do nich, z plików",
    sql`select file as name from register_files where state = 'current' and row_count > 0
      and not (exists (select 1 from register_rows where register_rows.import_id = register_files.import_id)
        and exists (select 1 from register_terms where register_terms.import_id = register_files.import_id))`,
  );
}

function registerOutdated(file: string): TeczkaError {
  return new TeczkaError(
    "unavailable",
    "register_outdated",
    `Rejestr z pliku „${file}” wczytała inna wersja Teczki; wyszukiwanie w nim mogłoby coś pominąć.`,
    "Wczytaj pliki rejestru ponownie (teczka register import); dotychczasowe dane pozostają do tego czasu na miejscu.",
  );
}

/** Counts everything that can be counted, which reads most of the index: for the operator, not for a question. */
export async function checkCounts(database: SqlDatabase): Promise<void> {
  await checkSegments(database);
  await checkRegisters(database);
  await refuse(database, "facts_missing", "danych odczytanych z dokumentów", documentsLacking("facts"));
  await refuse(database, "pages_missing", "stron dokumentów", documentsLacking("pages"));
  await refuse(database, "passages_missing", "fragmentów dokumentów", documentsLacking("passages"));
  await refuse(
    database,
    "register_incomplete",
    "wierszy rejestru z plików",
    sql`select file as name from register_files where state = 'current' and row_count >
      (select count(*) from register_rows where register_rows.import_id = register_files.import_id)`,
  );
  await refuse(
    database,
    "index_incomplete",
    "haseł indeksu do fragmentów dokumentów",
    sql`select documents.path as name from documents join index_documents on index_documents.document = documents.id
      and index_documents.version = documents.version
      where documents.state = 'current' and index_documents.segment in (select id from index_segments where term_count >
        (select coalesce(sum(own.term_count), 0) from index_postings as own where own.segment = index_segments.id))`,
  );
}

const counted = { facts: "fact_count", pages: "page_count", passages: "passage_count" } as const;

function documentsLacking(table: keyof typeof counted, access: Access = "all"): RawBuilder<unknown> {
  return sql`select path as name from documents where state != 'staged' and ${visibleTo(access)} and ${sql.ref(counted[table])} >
    (select count(*) from ${sql.table(table)} as own
      where own.document = documents.id and own.version = documents.version)`;
}

/** Names of files are told, three at most. */
async function refuse({ db }: SqlDatabase, code: string, what: string, lacking: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string }>`${lacking} order by 1 limit 4`.execute(db);
  if (rows.length === 0) return;
  const names = rows.slice(0, 3).map(({ name }) => `„${name}”`);
  throw new TeczkaError(
    "unavailable",
    code,
    `W magazynie danych brakuje ${what}: ${names.join(", ")}${rows.length > 3 ? " i innych" : ""}. Nie wiadomo, czy czegoś nie ma.`,
    "Przywróć bazę danych z kopii zapasowej albo wczytaj dokumenty i rejestry do nowego katalogu TECZKA_DATA (teczka ingest, teczka register import).",
  );
}
