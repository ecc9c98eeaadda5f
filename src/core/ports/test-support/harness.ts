import { isTeczkaError } from "../../errors.ts";

/** How a contract suite gets at the implementation it is run on. */
export interface Harness<Store> {
  /** A new, empty one; the one before may be gone then. */
  open: () => Promise<Store>;
  /** One whose backend has gone: it must say so, and never answer with nothing. */
  broken: () => Promise<Store>;
}

/** The calls that did not fail with a TeczkaError of kind `unavailable`, with what they told instead. */
export async function hidingOutage(calls: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const hiding: string[] = [];
  for (const call of calls) {
    const told = await call().then(
      (value) => `answers ${JSON.stringify(value)}`,
      (error: unknown) => (isTeczkaError(error) ? error.kind : String(error)),
    );
    if (told !== "unavailable") hiding.push(`${String(call)} ${told}`);
  }
  return hiding;
}
