import type { RunnableConfig } from "@langchain/core/runnables";
import {
  BaseCheckpointSaver,
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointTuple,
  compareWritesSortKeys,
  copyCheckpoint,
  getCheckpointId,
  maxChannelVersion,
  type PendingWrite,
  TASKS,
  WRITES_IDX_MAP,
  writesSortKey,
} from "@langchain/langgraph-checkpoint";
import type { Selectable } from "kysely";
import type { SqlDatabase, Statement } from "./database.ts";
import type { Schema } from "./schema.ts";

type Row = Selectable<Schema["checkpoints"]>;

/**
 * LangGraph's checkpoints on the SQL layer: checkpoints without channel values, the values by channel and version
 * (they rarely change between steps), and the writes of each step. `put` and `putWrites` are one batch each.
 */
export class SqlCheckpointer extends BaseCheckpointSaver<string> {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    super();
    this.#database = database;
  }

  /** A counter, padded so that text order is number order, and a random tail: plain integers corrupt forks. */
  override getNextVersion(current: string | undefined): string {
    const counter = current === undefined ? 0 : Number.parseInt(current, 10);
    return `${String(counter + 1).padStart(16, "0")}.${crypto.randomUUID().slice(0, 8)}`;
  }

  async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { thread, namespace } = placeOf(config);
    if (thread === undefined) return undefined;
    const id = getCheckpointId(config);
    let query = this.#database.db
      .selectFrom("checkpoints")
      .selectAll()
      .where("thread", "=", thread)
      .where("namespace", "=", namespace);
    query = id ? query.where("id", "=", id) : query.orderBy("id", "desc").limit(1);
    const row = await query.executeTakeFirst();
    return row && this.#tupleOf(row);
  }

  async *list(config: RunnableConfig, options?: CheckpointListOptions): AsyncGenerator<CheckpointTuple> {
    const { thread } = placeOf(config);
    const namespace = config.configurable?.checkpoint_ns as string | undefined;
    const id = getCheckpointId(config);
    const before = options?.before?.configurable?.checkpoint_id as string | undefined;
    let query = this.#database.db.selectFrom("checkpoints").selectAll().orderBy("id", "desc");
    if (thread !== undefined) query = query.where("thread", "=", thread);
    if (namespace !== undefined) query = query.where("namespace", "=", namespace);
    if (id) query = query.where("id", "=", id);
    if (before) query = query.where("id", "<", before);
    let left = options?.limit ?? Number.POSITIVE_INFINITY;
    for (const row of await query.execute()) {
      if (left <= 0) return;
      const metadata = JSON.parse(row.metadata) as Record<string, unknown>;
      if (!Object.entries(options?.filter ?? {}).every(([key, value]) => metadata[key] === value)) continue;
      left -= 1;
      yield await this.#tupleOf(row);
    }
  }

  async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const { thread, namespace } = requirePlace(config);
    const { channel_values: values, ...rest } = copyCheckpoint(checkpoint);
    const { db } = this.#database;
    const blobs: Statement[] = [];
    for (const [channel, version] of Object.entries(newVersions)) {
      const [type, value] = channel in values ? await this.#dump(values[channel]) : ["empty", ""];
      const row = { thread, namespace, channel, version: String(version), type, value };
      blobs.push(
        db
          .insertInto("checkpoint_blobs")
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .compile(),
      );
    }
    const row: Row = {
      thread,
      namespace,
      id: checkpoint.id,
      parent: (config.configurable?.checkpoint_id as string | undefined) ?? null,
      checkpoint: JSON.stringify(rest),
      metadata: JSON.stringify(metadata),
    };
    const upsert = db
      .insertInto("checkpoints")
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(["thread", "namespace", "id"])
          .doUpdateSet({ parent: row.parent, checkpoint: row.checkpoint, metadata: row.metadata }),
      );
    await this.#database.batch([...blobs, upsert.compile()]);
    return { configurable: { thread_id: thread, checkpoint_ns: namespace, checkpoint_id: checkpoint.id } };
  }

  async putWrites(config: RunnableConfig, writes: PendingWrite[], taskId: string, taskPath = ""): Promise<void> {
    const { thread, namespace } = requirePlace(config);
    const checkpoint = config.configurable?.checkpoint_id as string | undefined;
    if (checkpoint === undefined) throw new Error('putWrites needs a "checkpoint_id" in the configuration');
    const statements: Statement[] = [];
    for (const [position, [channel, value]] of writes.entries()) {
      const special = WRITES_IDX_MAP[channel];
      const [type, dumped] = await this.#dump(value);
      const key = { thread, namespace, checkpoint, task: taskId, idx: special ?? position };
      const insert = this.#database.db
        .insertInto("checkpoint_writes")
        .values({ ...key, task_path: taskPath, channel, type, value: dumped });
      // Special writes (errors, interrupts) replace what stood there; ordinary ones are written once.
      const columns = ["thread", "namespace", "checkpoint", "task", "idx"] as const;
      statements.push(
        insert
          .onConflict((conflict) =>
            special === undefined
              ? conflict.columns(columns).doNothing()
              : conflict.columns(columns).doUpdateSet({ channel, type, value: dumped, task_path: taskPath }),
          )
          .compile(),
      );
    }
    await this.#database.batch(statements);
  }

  async deleteThread(threadId: string): Promise<void> {
    const { db } = this.#database;
    await this.#database.batch(
      (["checkpoints", "checkpoint_blobs", "checkpoint_writes"] as const).map((table) =>
        db.deleteFrom(table).where("thread", "=", threadId).compile(),
      ),
    );
  }

  async #tupleOf(row: Row): Promise<CheckpointTuple> {
    const place = { thread_id: row.thread, checkpoint_ns: row.namespace };
    const checkpoint = { ...JSON.parse(row.checkpoint), channel_values: await this.#valuesOf(row) } as Checkpoint;
    if (checkpoint.v < 4 && row.parent !== null) await this.#migratePendingSends(checkpoint, row, row.parent);
    return {
      config: { configurable: { ...place, checkpoint_id: row.id } },
      checkpoint,
      metadata: JSON.parse(row.metadata) as CheckpointMetadata,
      ...(row.parent === null ? {} : { parentConfig: { configurable: { ...place, checkpoint_id: row.parent } } }),
      pendingWrites: (await this.#writesOf(row, row.id)).map(({ task, channel, value }) => [task, channel, value]),
    };
  }

  async #valuesOf(row: Row): Promise<Record<string, unknown>> {
    const wanted = (JSON.parse(row.checkpoint) as Checkpoint).channel_versions;
    const blobs = await this.#database.db
      .selectFrom("checkpoint_blobs")
      .selectAll()
      .where("thread", "=", row.thread)
      .where("namespace", "=", row.namespace)
      .execute();
    const values: Record<string, unknown> = {};
    for (const blob of blobs) {
      if (blob.type === "empty" || String(wanted[blob.channel]) !== blob.version) continue;
      values[blob.channel] = await this.#load(blob.type, blob.value);
    }
    return values;
  }

  async #writesOf(row: Row, checkpoint: string) {
    const rows = await this.#database.db
      .selectFrom("checkpoint_writes")
      .selectAll()
      .where("thread", "=", row.thread)
      .where("namespace", "=", row.namespace)
      .where("checkpoint", "=", checkpoint)
      .execute();
    rows.sort((a, b) =>
      compareWritesSortKeys(writesSortKey(a.task_path, a.task, a.idx), writesSortKey(b.task_path, b.task, b.idx)),
    );
    return Promise.all(
      rows.map(async ({ task, channel, type, value }) => ({ task, channel, value: await this.#load(type, value) })),
    );
  }

  /** Checkpoints before format 4 kept sends among the parent's writes. */
  async #migratePendingSends(checkpoint: Checkpoint, row: Row, parent: string): Promise<void> {
    const writes = await this.#writesOf(row, parent);
    checkpoint.channel_values[TASKS] = writes.filter(({ channel }) => channel === TASKS).map(({ value }) => value);
    const versions = Object.values(checkpoint.channel_versions);
    checkpoint.channel_versions[TASKS] =
      versions.length > 0 ? maxChannelVersion(...versions) : this.getNextVersion(undefined);
  }

  /** Text as it is when JSON; anything else in base64, since D1 and PostgreSQL disagree on blobs. */
  async #dump(value: unknown): Promise<[type: string, value: string]> {
    const [type, bytes] = await this.serde.dumpsTyped(value);
    if (type === "json") return [type, new TextDecoder().decode(bytes)];
    return [`${type};base64`, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))];
  }

  async #load(type: string, value: string): Promise<unknown> {
    if (!type.endsWith(";base64")) return this.serde.loadsTyped(type, value);
    const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
    return this.serde.loadsTyped(type.slice(0, -";base64".length), bytes);
  }
}

function placeOf(config: RunnableConfig): { thread: string | undefined; namespace: string } {
  return {
    thread: config.configurable?.thread_id as string | undefined,
    namespace: (config.configurable?.checkpoint_ns as string | undefined) ?? "",
  };
}

function requirePlace(config: RunnableConfig): { thread: string; namespace: string } {
  const { thread, namespace } = placeOf(config);
  if (thread === undefined) throw new Error('A checkpoint needs a "thread_id" in the configuration');
  return { thread, namespace };
}
