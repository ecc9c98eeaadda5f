import { describe, expect, it } from "vitest";
import { plural, wrap } from "./terminal.ts";

describe("wrap", () => {
  it("breaks between words, indents what follows, and leaves a long word whole", () => {
    expect(wrap("raz dwa trzy", 8, "  ", "")).toBe("raz dwa\n  trzy");
    expect(wrap("a bardzodługiesłowo b", 6)).toBe("a\nbardzodługiesłowo\nb");
    expect(wrap("raz\ndwa", 10, " ")).toBe(" raz\n dwa");
  });

  it("does not count colours as width", () => {
    expect(wrap("\u001B[31mraz\u001B[39m dwa", 7)).toBe("\u001B[31mraz\u001B[39m dwa");
  });
});

it("counts in Polish", () => {
  const files = (count: number) => plural(count, "plik", "pliki", "plików");
  expect([0, 1, 2, 5, 12, 21, 22, 112, 122].map(files)).toEqual([
    "0 plików",
    "1 plik",
    "2 pliki",
    "5 plików",
    "12 plików",
    "21 plików",
    "22 pliki",
    "112 plików",
    "122 pliki",
  ]);
});
