import { rightOf, type Run } from "./runs.ts";

const plainSigns = "0123456789abcdefghijklmnoprstuwxyz()+-";
const raisedSigns = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘʷˣʸᶻ⁽⁾⁺⁻";

/** How much smaller than its line, how near to it and how far off its baseline a raised or lowered run stands. */
const smaller = 0.82;
const nearness = 0.35;
const highest = 0.75;
const lowest = 0.35;

/**
 * Small runs raised beside a word join its line as superscript characters: m², art. 505¹³. Left on a baseline of
 * their own they would tear the line, and written plainly they would make another article of it.
 */
export function settleSuperscripts(runs: readonly Run[]): Run[] {
  const settled = [...runs].sort((a, b) => a.x - b.x);
  const tallest = Math.max(0, ...settled.map(({ height }) => height));
  for (const [index, run] of settled.entries()) {
    if (run.height >= smaller * tallest || run.text.trim() === "" || run.text.length > 6) continue;
    const base = settled.findLast((other, at) => at < index && carries(other, run));
    if (!base) continue;
    const text = run.y < base.y - 0.08 * base.height ? superscript(run.text.trim()) : run.text.trim();
    settled[index] = { ...run, text, x: rightOf(base), y: base.y, height: base.height };
  }
  return settled;
}

function carries(base: Run, run: Run): boolean {
  if (run.height >= smaller * base.height || base.text.trim() === "") return false;
  const gap = run.x - rightOf(base);
  const rise = base.y - run.y;
  return Math.abs(gap) <= nearness * base.height && rise <= highest * base.height && rise >= -lowest * base.height;
}

/** Unicode's superscript characters; a text that has others stays as it is. */
function superscript(text: string): string {
  const characters = [...text].map((character) => raisedSigns[plainSigns.indexOf(character)]);
  return characters.every((character) => character !== undefined) ? characters.join("") : text;
}
