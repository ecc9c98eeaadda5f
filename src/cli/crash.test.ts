import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRng } from "../../data/generator/rng.ts";
import { sha256Hex } from "../core/canonical-json.ts";
import type { Draft } from "../core/draft.ts";
import type { TeczkaError } from "../core/errors.ts";
import { openServices } from "../wiring-node.ts";
import type { OperatorServices } from "./operator-services.ts";
import { operator } from "./session.ts";
import { decisionText, type Teczka, teczkaIn } from "./test-support/teczka.ts";

/** `kill -9` this often, at moments that a seed draws between a command's first write and its usual end: 50 in all. */
const kills = { ingest: 20, import: 6, ask: 12, approve: 12 };
const papers = 40;
const question = "Kiedy wydano decyzję nr 1/2019?";

let teczka: Teczka;
let archive: string;
const random = makeRng("kill -9");

beforeAll(async () => {
  teczka = teczkaIn("crash");
  archive = join(teczka.folder, "archive");
  mkdirSync(archive);
  writeEdition(0);
  await teczka.run("ingest", archive);
});
afterAll(() => teczka.remove());

interface Running {
  child: ChildProcess;
  exited: Promise<unknown>;
}

/**
 * Starts the command and waits for its first write to the table: a kill while it still loads its own code would show
 * nothing. Another connection sees what is committed, and no event of the file system tells so much.
 */
async function untilItWrites(table: string, args: string[]): Promise<Running> {
  const raw = new DatabaseSync(join(teczka.data, "teczka.sqlite"), { readOnly: true, timeout: 10_000 });
  const state = raw.prepare(`SELECT count(*) AS count, max(rowid) AS last FROM ${table}`);
  const before = JSON.stringify(state.get());
  const child = teczka.spawn(...args);
  child.stdout?.resume();
  child.stderr?.resume();
  const exited = once(child, "exit");
  while (child.exitCode === null && JSON.stringify(state.get()) === before) await setTimeout(2);
  raw.close();
  return { child, exited };
}

/** Milliseconds from the first write to the end, when nobody kills it. */
async function durationOf(table: string, ...args: string[]): Promise<number> {
  const { child, exited } = await untilItWrites(table, args);
  const before = performance.now();
  await exited;
  expect(child.exitCode).toBe(0);
  return performance.now() - before;
}

async function killAtRandom(duration: number, table: string, ...args: string[]): Promise<void> {
  const { child, exited } = await untilItWrites(table, args);
  const ended = new AbortController();
  const kill = setTimeout(random.next() * duration, undefined, { signal: ended.signal }).then(
    () => child.kill("SIGKILL"),
    () => false,
  );
  await exited;
  ended.abort();
  await kill;
}

/** The store as a process that comes after sees it. */
async function afterwards<T>(look: (services: OperatorServices) => Promise<T>): Promise<T> {
  const services = await openServices({ data: teczka.data, port: 0, host: "127.0.0.1", sample: false });
  try {
    await services.ready();
    return await look(services);
  } finally {
    await services.close();
  }
}

/** Every paper in a new edition: the same names, other words. */
function writeEdition(edition: number): void {
  for (let number = 1; number <= papers; number += 1) {
    const text = Array.from({ length: 2 }, (_, part) => `${decisionText(number)}\n\nCzęść ${part}, wydanie${edition}.`);
    writeFileSync(join(archive, `decyzja-${number}.txt`), text.join("\n\n"));
  }
}

function hashesOnDisk(): Set<string> {
  const names = readdirSync(archive).map((name) => join(archive, name));
  return new Set(names.map((path) => sha256Hex(readFileSync(path, "utf8"))));
}

/** Nothing half there, nothing twice, whatever edition of it. */
async function expectWhole({ archive: { documents, passages }, files }: OperatorServices): Promise<string[]> {
  const listed = await documents.list({ access: "all" });
  expect(new Set(listed.map(({ ref }) => ref.path)).size).toBe(listed.length);
  for (const { ref, pageCount, passageCount } of listed) {
    const page = await documents.page(ref.id, 1, "all");
    expect([pageCount, page?.textSha256]).toEqual([1, sha256Hex(page?.text ?? "")]);
    expect(await documents.passages(ref)).toHaveLength(passageCount);
    const bytes = await files?.get(ref.sha256);
    expect(sha256Hex(new TextDecoder().decode(bytes))).toBe(ref.sha256);
  }
  const found = await passages.search({ text: "wydanie część decyzja", filter: { access: "all" }, limit: 1000 });
  expect(found.documentsSearched).toBe(listed.length);
  const hits = found.hits.map(({ document, passage }) => `${document.id} ${document.version} ${passage.ordinal}`);
  expect(new Set(hits).size).toBe(hits.length);
  const standing = new Set(listed.map(({ ref }) => `${ref.id} ${ref.version}`));
  expect(new Set(hits.map((hit) => hit.slice(0, hit.lastIndexOf(" "))))).toEqual(standing);
  return listed.map(({ ref }) => ref.sha256);
}

describe("kill -9 while documents come in", () => {
  it("leaves whole documents of one edition each, and the next ingest brings the rest", async () => {
    writeEdition(1);
    const duration = await durationOf("documents", "ingest", archive);
    let midway = 0;
    for (let edition = 2; edition < kills.ingest + 2; edition += 1) {
      writeEdition(edition);
      // From what a killed ingest left behind is cleared away, or from the first paper that is whole.
      await killAtRandom(duration, edition % 2 === 0 ? "documents" : "audit", "ingest", archive);
      const standing = await afterwards(expectWhole);
      expect(standing).toHaveLength(papers);
      const fresh = standing.filter((sha256) => hashesOnDisk().has(sha256)).length;
      if (stagedVersions() > 0 || (fresh > 0 && fresh < papers)) midway += 1;
      // Whoever asks now is told that something may be missing.
      const unfinished = await afterwards((services) => services.unfinishedIngests());
      expect(fresh === papers || unfinished.includes(archive)).toBe(true);
    }
    // Or else no kill fell while papers came in, and nothing has been shown.
    expect(midway).toBeGreaterThan(0);
    await durationOf("documents", "ingest", archive);
    expect(new Set(await afterwards(expectWhole))).toEqual(hashesOnDisk());
    expect(stagedVersions()).toBe(0);
    expect(await afterwards((services) => services.unfinishedIngests())).toEqual([]);
  }, 300_000);
});

describe("kill -9 while a register comes in", () => {
  const columns =
    "numer_gunb#nazwa_organu#numer_decyzji_urzedu#data_wydania_decyzji#jednosta_numer_ew#miasto#ulica#nr_domu#obreb_numer#numer_dzialki";
  const writeRegister = (name: string, rows: number): string => {
    const row = (_: unknown, at: number) => `G${at}#Prezydent Miasta Brzezina#${at + 1}/2019#2019-03-12#102101_1#####`;
    const file = join(teczka.folder, name);
    writeFileSync(file, [columns, ...Array.from({ length: rows }, row)].join("\n"));
    return file;
  };
  const filesNow = () =>
    afterwards(async ({ archive: { register } }) =>
      (await register.registers()).flatMap(({ files }) => files.map(({ file, rows }) => `${file} ${rows}`)),
    );
  /** Rows and headers of imports that nobody reads. */
  const leftovers = (): number => {
    const raw = new DatabaseSync(join(teczka.data, "teczka.sqlite"));
    const left = ["register_rows", "register_terms", "register_columns"].map(
      (table) =>
        `(SELECT count(*) FROM ${table} WHERE import_id NOT IN (SELECT import_id FROM register_files WHERE state = 'current'))`,
    );
    const row = raw
      .prepare(`SELECT ${left.join(" + ")} + (SELECT count(*) FROM register_files WHERE state <> 'current') AS count`)
      .get();
    raw.close();
    return Number(row?.count);
  };

  it("leaves the old rows or the new ones, of one file and of a register replaced whole, and the next import clears up", async () => {
    const first = writeRegister("rejestr.csv", 5000);
    const duration = await durationOf("register_files", "register", "import", first);
    let before = ["rejestr.csv 5000"];
    for (let round = 1; round <= kills.import; round += 1) {
      const whole = round % 2 === 0;
      const name = whole ? `rejestr-${round}.csv` : (before[0]?.split(" ")[0] ?? "");
      const file = writeRegister(name, 5000 + round);
      await killAtRandom(duration, "register_files", "register", "import", file, ...(whole ? ["--replace"] : []));
      const now = await filesNow();
      expect([before, [`${name} ${5000 + round}`]]).toContainEqual(now);
      before = now;
    }
    await durationOf("register_files", "register", "import", writeRegister("koniec.csv", 5), "--replace");
    expect([await filesNow(), leftovers()]).toEqual([["koniec.csv 5"], 0]);
  }, 240_000);
});

describe("kill -9 between question and approval", () => {
  it("loses no draft: what was begun is taken up and ends before the clerk", async () => {
    const duration = await durationOf("drafts", "ask", question);
    for (let round = 0; round < kills.ask; round += 1) await killAtRandom(duration, "drafts", "ask", question);
    endLeases();
    await afterwards(async ({ drafts }) => {
      const begun = await drafts.list({ status: "running" }, operator());
      expect(await drafts.recover()).toBe(begun.length);
    });
    const all = await draftsNow();
    expect(all.length).toBeGreaterThan(kills.ask / 4);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(["awaiting_approval"]));
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(1);
  }, 240_000);

  it("approves each draft once, though approvals are killed and another process approves again", async () => {
    const [first, ...others] = await draftsNow();
    const approval = ({ id, hash }: Draft) => ["drafts", "approve", id, "--hash", hash];
    const duration = await durationOf("draft_events", ...approval(first as Draft));
    for (let round = 0; round < kills.approve; round += 1) {
      const draft = others[round % others.length] as Draft;
      await killAtRandom(duration, "draft_events", ...approval(draft));
      const [now] = (await draftsNow()).filter(({ id }) => id === draft.id);
      expect(["awaiting_approval", "approved"]).toContain(now?.status);
    }
    await afterwards(async ({ drafts, audit }) => {
      for (const { id, hash } of await draftsNow()) {
        const again = drafts.decide(id, { decision: "approve", hash }, operator());
        const told = await again.then(
          () => "approved",
          (error: TeczkaError) => error.code,
        );
        expect(["approved", "draft_already_decided"]).toContain(told);
        const actions = (await audit.list({ subject: id })).map(({ action }) => action);
        expect(actions.filter((action) => action === "asked")).toHaveLength(1);
        expect(actions.filter((action) => action === "drafted")).toHaveLength(1);
        expect(actions.filter((action) => action === "approved")).toHaveLength(1);
        expect(await drafts.answer(id, operator())).toMatchObject({ id, hash });
      }
    });
  }, 240_000);
});

async function draftsNow(): Promise<Draft[]> {
  return afterwards(async ({ drafts }) => (await drafts.list({ limit: 1000 }, operator())) as Draft[]);
}

/** What a killed ingest has written and not published: seen by nobody, and removed by the next one. */
function stagedVersions(): number {
  const raw = new DatabaseSync(join(teczka.data, "teczka.sqlite"));
  const row = raw.prepare("SELECT count(*) AS count FROM documents WHERE state = 'staged'").get();
  raw.close();
  return Number(row?.count);
}

/** As if half a minute had gone by since the processes died. */
function endLeases(): void {
  const raw = new DatabaseSync(join(teczka.data, "teczka.sqlite"));
  raw.exec("UPDATE drafts SET lease_until = '2000-01-01T00:00:00.000Z' WHERE status = 'running'");
  raw.close();
}
