import type { Clock, Ids, Secrets, Ticker } from "./core/ports/surroundings.ts";

/** What the core may not reach for itself, by Web APIs: the same on Node and on Workers. */

export const systemClock: Clock = { now: () => new Date() };

export const systemTicker: Ticker = {
  every: (milliseconds, beat) => {
    const timer = setInterval(beat, milliseconds);
    return () => clearInterval(timer);
  },
};

/** Crockford's base 32: no letter that reads like a digit. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Milliseconds in ten signs, so that text order is time order, then 80 random bits (the shape of a ULID). */
export const timeSortedIds: Ids = {
  next: (prefix) => {
    let time = Date.now();
    let head = "";
    for (let place = 0; place < 10; place++) {
      head = alphabet.charAt(time % 32) + head;
      time = Math.floor(time / 32);
    }
    return `${prefix}_${head}${randomSigns(16)}`;
  },
};

export const randomSecrets: Secrets = {
  secret: () => {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const base64 = btoa(String.fromCharCode(...bytes));
    return base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  },
  tail: () => randomSigns(6),
};

function randomSigns(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => alphabet.charAt(byte % 32)).join("");
}
