import { describe, expect, it } from "vitest";
import { wrap } from "./terminal.ts";

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
