import { describe, expect, it } from "vitest";
import { textHealth } from "./text-health.ts";

const prose = "Zatwierdzam projekt budowlany i udzielam pozwolenia na budowę budynku mieszkalnego. ".repeat(4);

describe("the health of a page's text", () => {
  it.each([
    ["prose", prose, false, undefined],
    ["a short page", "załącznik nr 2", false, undefined],
    ["prose over an image", prose, true, undefined],
    ["nothing", " \n\t ", false, "empty_page"],
    ["nothing over an image", "", true, "no_text_layer"],
    ["a page number over a scan", "– 12 –", true, "no_text_layer"],
    ["control characters", "\u0001\u0002\u0003\u0004 \u0005\u0006", false, "broken_text_layer"],
    ["private use characters", "\uE001\uE002\uE003\uE004abc", false, "broken_text_layer"],
    ["replacement characters", "\uFFFD\uFFFD\uFFFD\uFFFDab", false, "broken_text_layer"],
    ["letters with hardly a vowel", "xkcd bqrt zvwn plmk ".repeat(20), false, "broken_text_layer"],
    ["another script than Latin", "договор строительства дома ".repeat(15), false, "broken_text_layer"],
  ])("%s", (_what, text, hasImages, wanted) => {
    expect(textHealth(text, hasImages)).toBe(wanted);
  });
});
