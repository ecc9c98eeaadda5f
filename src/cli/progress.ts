import { type Stream, widthOf } from "./terminal.ts";

export interface Progress {
  show(done: number, total: number, what: string): void;
  /** @param share 0 to 1 */
  showShare(share: number, what: string): void;
  /** Clears the line. */
  end(): void;
}

const terminalPause = 80;
const logPause = 5000;

/** From when on it is worth telling how long the rest may take. */
const tellLeftAfter = 10_000;

/** How far a long work has come, and how long the rest may take: one line that is written over on a terminal, a line now and then elsewhere. */
export function createProgress(title: string, stream: Stream): Progress {
  let shown = 0;
  let dirty = false;
  let began = 0;
  const tell = (share: number, counted: string, what: string, logged: string): void => {
    const now = Date.now();
    began ||= now;
    const left = timeLeft(share, now - began);
    const last = share >= 1;
    if (!stream.isTTY) {
      // The first pause starts with the work, so that short works say nothing but that they are done.
      if (shown === 0) shown = now;
      if (!last && now - shown < logPause) return;
      shown = now;
      stream.write(`${title}: ${logged}${left}\n`);
      return;
    }
    if (!last && now - shown < terminalPause) return;
    shown = now;
    dirty = true;
    const line = `${title} ${bar(share)} ${counted}${left} ${what}`;
    const room = widthOf(stream) - 1;
    stream.write(`\r\u001B[2K${line.length > room ? `${line.slice(0, room - 1)}…` : line}`);
  };
  return {
    show: (done, total, what) => tell(total === 0 ? 1 : done / total, `${done}/${total}`, what, `${done}/${total}`),
    showShare: (share, what) => {
      const percent = `${Math.floor(share * 100)}%`;
      // The end of a share is told by the count of what it is a share of.
      tell(Math.min(share, 0.999), percent, what, `${percent} ${what}`);
    },
    end: () => {
      if (dirty) stream.write("\r\u001B[2K");
      dirty = false;
    },
  };
}

/** Reckoned from the pace so far; nothing while that says little. */
function timeLeft(share: number, elapsed: number): string {
  if (elapsed < tellLeftAfter || share <= 0 || share >= 1) return "";
  const minutes = (elapsed * (1 - share)) / share / 60_000;
  if (minutes < 1) return ", zostało mniej niż minuta";
  return minutes < 90 ? `, zostało ok. ${Math.round(minutes)} min` : `, zostało ok. ${Math.round(minutes / 60)} godz.`;
}

const barWidth = 16;

function bar(share: number): string {
  const full = Math.round(share * barWidth);
  return `${"█".repeat(full)}${"░".repeat(barWidth - full)}`;
}
