import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

describe("readConfig", () => {
  it("needs nothing set", () => {
    expect(readConfig({}, "/srv")).toEqual({
      data: resolve("/srv/.teczka"),
      port: 4130,
      host: "127.0.0.1",
      sample: true,
    });
    expect(readConfig({ TECZKA_DATA: "", TECZKA_PORT: "", TECZKA_HOST: "" }, "/srv")).toEqual(readConfig({}, "/srv"));
  });

  it("takes what is set, a folder from where one stands", () => {
    const set = { TECZKA_DATA: "dane", TECZKA_PORT: "8080", TECZKA_HOST: "::1" };
    expect(readConfig(set, "/srv")).toMatchObject({ data: resolve("/srv/dane"), port: 8080, host: "::1" });
  });

  it("takes the model that makes vectors, an empty prefix too", () => {
    const set = {
      TECZKA_EMBEDDINGS_URL: "http://127.0.0.1:8000/v1",
      TECZKA_EMBEDDINGS_MODEL: "bge-m3",
      TECZKA_EMBEDDINGS_API_KEY: "sk-1",
      TECZKA_EMBEDDINGS_QUERY_PREFIX: "",
    };
    expect(readConfig(set, "/srv").embeddings).toEqual({
      url: "http://127.0.0.1:8000/v1",
      model: "bge-m3",
      apiKey: "sk-1",
      queryPrefix: "",
    });
    expect(() => readConfig({ ...set, TECZKA_EMBEDDINGS_MODEL: "" }, "/srv")).toThrow(/TECZKA_EMBEDDINGS_MODEL/u);
    for (const url of ["127.0.0.1:8000/v1", "http://user:secret@host/v1", "ftp://host/v1"])
      expect(() => readConfig({ ...set, TECZKA_EMBEDDINGS_URL: url }, "/srv")).toThrow(/TECZKA_EMBEDDINGS_URL/u);
    const secret = { ...set, TECZKA_EMBEDDINGS_URL: "http://user:secret@host/v1" };
    expect(() => readConfig(secret, "/srv")).toThrow(/^(?!.*secret)/u);
  });

  it("takes where and how Qdrant keeps the passages", () => {
    const url = "https://qdrant.urzad.example/teczka";
    expect(readConfig({ QDRANT_URL: url }, "/srv").qdrant).toEqual({
      url,
      timeout: 30,
      collection: "teczka",
      quantization: "none",
      onDisk: false,
      shards: 1,
      replicas: 1,
    });
    const set = {
      QDRANT_URL: url,
      QDRANT_API_KEY: "klucz",
      TECZKA_QDRANT_TIMEOUT: "5",
      TECZKA_QDRANT_COLLECTION: "olszany",
      TECZKA_QDRANT_QUANTIZATION: "scalar",
      TECZKA_QDRANT_ON_DISK: "yes",
      TECZKA_QDRANT_SHARDS: "3",
      TECZKA_QDRANT_REPLICAS: "2",
    };
    expect(readConfig(set, "/srv").qdrant).toEqual({
      url,
      apiKey: "klucz",
      timeout: 5,
      collection: "olszany",
      quantization: "scalar",
      onDisk: true,
      shards: 3,
      replicas: 2,
    });
    const wrong = {
      QDRANT_URL: "qdrant:6333",
      TECZKA_QDRANT_TIMEOUT: "0",
      TECZKA_QDRANT_COLLECTION: "a/b",
      TECZKA_QDRANT_QUANTIZATION: "half",
      TECZKA_QDRANT_ON_DISK: "1",
      TECZKA_QDRANT_SHARDS: "-1",
      TECZKA_QDRANT_REPLICAS: "two",
    };
    for (const [name, value] of Object.entries(wrong))
      expect(() => readConfig({ ...set, [name]: value }, "/srv")).toThrow(`${name} jest niewłaściwa: „${value}”`);
  });

  it.each([
    ["TECZKA_PORT", "70000"],
    ["TECZKA_PORT", "80a"],
    ["TECZKA_PORT", "-1"],
    ["TECZKA_HOST", "http://localhost"],
    ["TECZKA_HOST", "localhost:80"],
  ])("refuses %s=%s by name, with what it should look like", (name, value) => {
    expect(() => readConfig({ [name]: value }, "/srv")).toThrow(
      expect.objectContaining({
        code: "config_invalid",
        message: expect.stringContaining(`${name} jest niewłaściwa: „${value}”`),
      }),
    );
  });
});
