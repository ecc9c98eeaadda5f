import { afterEach, describe, expect, it } from "vitest";
import type { Role } from "../core/access.ts";
import { clientOf } from "../api/test-support/client.ts";
import { createServerApp } from "../app.ts";
import { type Answered, answersOf, settled } from "./test-support/answers.ts";
import { questions, readingOf } from "./test-support/questions.ts";
import { entries, papers } from "./test-support/town.ts";
import { seenBy, type World, worldOf } from "./test-support/world.ts";

const worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

async function world(...given: Parameters<typeof worldOf>): Promise<World> {
  const made = await worldOf(...given);
  worlds.push(made);
  return made;
}

/*
 * Whoever may not see a paper gets, to the letter, the answers of an archive that never held it. Registers bear no
 * labels: a row is open to everyone who may read the archive.
 */
describe("an archive with barred papers, beside the same one without them", { timeout: 120_000 }, () => {
  const viewers: [Role, string[]][] = [
    ["clerk", []],
    ["evaluator", ["poufne"]],
    ["asker", []],
  ];

  it.each(viewers)("answers a %s with the labels %j the same", async (role, labels) => {
    const asked = readingOf(papers);
    const whole = await answersOf(await world(papers, entries), role, labels, asked);
    const seen = await answersOf(await world(seenBy({ labels }, papers), entries), role, labels, asked);
    expect(whole.filter(({ status }) => status < 300).length).toBeGreaterThan(role === "asker" ? 10 : 100);
    const apart = whole.flatMap((answer, at) => (JSON.stringify(answer) === JSON.stringify(seen[at]) ? [] : [at]));
    for (const at of apart.slice(0, 3)) expect(told(whole[at])).toEqual(told(seen[at]));
    expect(apart).toEqual([]);
  });

  it("lets whoever may not see them read the same drafts of somebody who may, or none", async () => {
    const everything = world(papers, entries);
    const open = world(seenBy({ labels: [] }, papers), entries);
    const [whole, seen] = await Promise.all([sharedDrafts(await everything), sharedDrafts(await open)]);
    expect(whole.length).toBeGreaterThan(2);
    for (const draft of whole) expect(seen).toContainEqual(draft);
  });
});

/** What a clerk without labels reads of the drafts that were asked for with all of them. */
async function sharedDrafts(world: World): Promise<unknown[]> {
  const holder = await world.token("clerk", ["poufne", "tajne"]);
  const call = clientOf(createServerApp(world));
  for (const question of questions) await call("POST", "/v1/drafts", holder, { question }, { prefer: "wait=30" });
  const { body } = await call<unknown[]>("GET", "/v1/drafts", await world.token("clerk"));
  return body.map((draft) => JSON.parse(settled(JSON.stringify(draft))) as unknown);
}

/** As lines, so that a difference is one of them. */
function told(answer: Answered | undefined) {
  return { ...answer, text: answer?.text.split(/(?<=[,>])/u) };
}
