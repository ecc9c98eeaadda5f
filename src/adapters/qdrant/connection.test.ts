import { describe, expect, it } from "vitest";
import { preparedDocument } from "../../core/ports/test-support/prepared.ts";
import { addressOfNobody, qdrantArchives, reached, serverAt } from "./test-support/qdrant-harness.ts";
import { answer, cut, interposing, refusal, silence } from "./test-support/interposed.ts";

const archives = qdrantArchives(serverAt(""));
const server = interposing();
const root = JSON.stringify({ title: "qdrant - vector search engine", version: "1.18.3" });

/** An archive by a server that greets as Qdrant does and then does the same with every call. */
async function facing(fate: ReturnType<typeof answer>) {
  const url = await server(({ url }) => (url === "/" ? answer(200, root) : fate));
  return archives.open({ server: reached(url) });
}

const question = { text: "wysokość", limit: 5, filter: { access: "all" as const } };

describe("what the server, or the way to it, answers instead of a result", () => {
  it.each([
    ["no key", refusal(401, "Must provide an API key or an Authorization bearer token"), "qdrant_unauthorized"],
    ["a wrong key", refusal(403, "Invalid API key or JWT"), "qdrant_unauthorized"],
    ["too many calls", refusal(429, "Rate limiting exceeded", { "Retry-After": "1" }), "qdrant_busy"],
    ["a shard that moves", refusal(503, "Shard temporarily unavailable: 0"), "qdrant_busy"],
    ["its own time-out", refusal(408, "Timeout: Search timed out"), "qdrant_busy"],
    ["a full disk", refusal(500, "Service internal error: No space left on device: WAL buffer size"), "qdrant_full"],
    [
      "another dimension",
      refusal(400, "Wrong input: Vector dimension error: expected dim: 3, got 4"),
      "index_wrong_dimension",
    ],
    ["a bug of ours", refusal(400, "Wrong input: Not existing vector name error: terms"), "qdrant_refused"],
    ["a page of a gateway", answer(404, "<html>nginx</html>"), "qdrant_unintelligible"],
    [
      "something that is no Qdrant",
      answer(200, JSON.stringify({ result: { cluster_name: "search" } })),
      "qdrant_unintelligible",
    ],
    ["half an answer", answer(200, '{"result": {"status": "gre'), "qdrant_unintelligible"],
    ["a way to another address", answer(302, "", { Location: "http://127.0.0.1:1/" }), "qdrant_unintelligible"],
    ["a connection that breaks", cut, "qdrant_unreachable"],
  ])("%s: a named error, never nothing found", async (_, fate, code) => {
    const { passages } = await facing(fate);
    const document = preparedDocument();
    const refused = { kind: "unavailable", code };
    await expect(passages.search(question)).rejects.toMatchObject(refused);
    await expect(passages.check()).rejects.toMatchObject(refused);
    await expect(passages.put({ ...document, version: 1 }, document)).rejects.toMatchObject(refused);
  });

  it("nobody there", async () => {
    const { passages } = await archives.open({ server: reached(await addressOfNobody()) });
    await expect(passages.search(question)).rejects.toMatchObject({ code: "qdrant_unreachable" });
  });

  it("no answer in time: the call is broken off", async () => {
    const deadline = new AbortController();
    const url = await server(() => {
      deadline.abort(new DOMException("too long", "TimeoutError"));
      return silence;
    });
    const { passages } = await archives.open({ server: { ...reached(url), deadline: () => deadline.signal } });
    await expect(passages.search(question)).rejects.toMatchObject({ code: "qdrant_timeout" });
  });

  it("an older server", async () => {
    const url = await server(() => answer(200, root.replace("1.18.3", "1.9.7")));
    const { passages } = await archives.open({ server: reached(url) });
    await expect(passages.check()).rejects.toMatchObject({ code: "qdrant_too_old" });
  });

  it("no TLS where the address says so", async () => {
    const url = (await server(() => cut)).replace("http:", "https:");
    const { passages } = await archives.open({ server: reached(url) });
    await expect(passages.check()).rejects.toMatchObject({ code: "qdrant_unreachable" });
  });
});

describe("a server that is busy for a while", () => {
  it("is asked again, each time a little later, and no sooner than it says", async () => {
    const waited: number[] = [];
    const refusals = [
      refusal(503, "Shard temporarily unavailable"),
      refusal(429, "slow down", { "Retry-After": "3" }),
      cut,
    ];
    const url = await server(() => refusals.shift() ?? answer(200, root.replace("1.18.3", "1.9.7")));
    const pause = async (milliseconds: number) => void waited.push(milliseconds);
    const { passages } = await archives.open({ server: { ...reached(url), pause } });
    await expect(passages.check()).rejects.toMatchObject({ code: "qdrant_too_old" });
    expect(waited).toEqual([200, 3000, 800]);
  });
});

describe("the way to the server", () => {
  it("bears the key and the path, and the port that is written, else Qdrant's own", async () => {
    const asked: unknown[] = [];
    const url = await server(({ url, headers }) => {
      asked.push([url, headers["api-key"]]);
      return refusal(403, "Invalid API key or JWT");
    });
    const { passages } = await archives.open({ server: { ...reached(`${url}/qdrant/`), apiKey: "klucz" } });
    await expect(passages.check()).rejects.toMatchObject({ message: expect.stringContaining(`${url}/qdrant)`) });
    expect(asked).toEqual([["/qdrant/", "klucz"]]);
  });
});
