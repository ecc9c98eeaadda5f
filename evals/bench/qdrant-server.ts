import { setTimeout as wait } from "node:timers/promises";

/** What the benchmark asks a Qdrant server beside what Teczka does. */
export interface QdrantServer {
  /** Collections behind this alias, of an earlier run, go. */
  drop(alias: string): Promise<void>;
  /** A collection whose indexes are still being built answers slower. Resolves to the milliseconds waited. */
  untilGreen(alias: string): Promise<number>;
  /** Megabytes that the server takes now, with all collections it holds; `undefined` when it does not tell. */
  memory(): Promise<number | undefined>;
}

export function qdrantServer(url: string): QdrantServer {
  const call = async (path: string, method = "GET"): Promise<Response> => {
    const apiKey = process.env.QDRANT_API_KEY;
    const response = await fetch(`${url}${path}`, { method, headers: apiKey ? { "api-key": apiKey } : {} });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const resultOf = async (path: string) => ((await (await call(path)).json()) as { result: unknown }).result;
  return {
    drop: async (alias) => {
      const { collections } = (await resultOf("/collections")) as { collections: { name: string }[] };
      for (const { name } of collections)
        if (name.startsWith(`${alias}-`)) await call(`/collections/${name}`, "DELETE");
    },
    untilGreen: async (alias) => {
      const before = performance.now();
      while (((await resultOf(`/collections/${alias}`)) as { status: string }).status !== "green") await wait(500);
      return performance.now() - before;
    },
    memory: async () => {
      const told = /^memory_resident_bytes (\S+)/mu.exec(await (await call("/metrics")).text())?.[1];
      return told === undefined ? undefined : Math.round(Number(told) / 2 ** 20);
    },
  };
}
