import { showable } from "../show/ansi.js";

/** Where progress is shown: a terminal's standard error. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** Tells what is done so far, and what was done last. */
  update(state: { readonly done: number; readonly failed: number; readonly last: string }): void;
  /** Takes the bar away, so that other lines can be written; the next update draws it again. */
  clear(): void;
}

const WIDTH = 24; // of the bar, in columns
const INTERVAL = 80; // milliseconds between two drawings

/**
 * A one-line progress bar: articles done of `total`, or, where the total is not known, a count and a rate. Draws
 * nothing when the screen is not a terminal. `now` gives milliseconds.
 */
export function progressOn(
  screen: Screen,
  options: { readonly total: number | undefined; readonly now: () => number },
): Progress {
  const { total, now } = options;
  if (!screen.isTTY) return { update: () => undefined, clear: () => undefined };
  const begun = now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    update: ({ done, failed, last }) => {
      const time = now();
      if (time - drawn < INTERVAL && done !== total) return;
      drawn = time;
      const rate = (1000 * done) / Math.max(1, time - begun);
      const parts = [
        total === undefined ? `${done} articles` : `${bar(done / total)} ${done}/${total}`,
        `${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`,
        ...(failed > 0 ? [`${failed} failed`] : []),
        showable(last),
      ];
      screen.write(`\r\u001b[2K${parts.join("  ").slice(0, (screen.columns ?? 80) - 1)}`);
    },
    clear: () => screen.write("\r\u001b[2K"),
  };
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * WIDTH);
  return `[${"#".repeat(full)}${"-".repeat(WIDTH - full)}]`;
}
