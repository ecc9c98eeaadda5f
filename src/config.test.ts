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
