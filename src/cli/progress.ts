import { type Stream, widthOf } from "./terminal.ts";

export interface Progress {
  show(done: number, total: number, what: string): void;
  /** Clears the line. */
  end(): void;
}

const terminalPause = 80;
const logPause = 5000;

/** How far a long work has come: one line that is written over on a terminal, a line now and then elsewhere. */
export function createProgress(title: string, stream: Stream): Progress {
  let shown = 0;
  let dirty = false;
  return {
    show: (done, total, what) => {
      const now = Date.now();
      const last = done >= total;
      if (!stream.isTTY) {
        // The first pause starts with the work, so that short works say nothing but that they are done.
        if (shown === 0) shown = now;
        if (!last && now - shown < logPause) return;
        shown = now;
        stream.write(`${title}: ${done}/${total}\n`);
        return;
      }
      if (!last && now - shown < terminalPause) return;
      shown = now;
      dirty = true;
      const line = `${title} ${bar(done, total)} ${done}/${total} ${what}`;
      const room = widthOf(stream) - 1;
      stream.write(`\r\u001B[2K${line.length > room ? `${line.slice(0, room - 1)}…` : line}`);
    },
    end: () => {
      if (dirty) stream.write("\r\u001B[2K");
      dirty = false;
    },
  };
}

const barWidth = 16;

function bar(done: number, total: number): string {
  const full = total === 0 ? barWidth : Math.round((done / total) * barWidth);
  return `${"█".repeat(full)}${"░".repeat(barWidth - full)}`;
}
