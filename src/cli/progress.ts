import { showable } from "../show/ansi.js";

/** Where progress is shown: a terminal's standard error. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How far a run is. */
export interface State {
  /** From 0 to 1; undefined when it cannot be told, as for standard input. */
  readonly share: number | undefined;
  readonly done: number;
  readonly failed: number;
  /** What was done last. */
  readonly last: string;
}

/** A bar that shows how far a run is. */
export interface Progress {
  readonly update: (state: State) => void;
  /** Takes the bar away, so that other lines can be written; the next update draws it again. */
  readonly clear: () => void;
}

const WIDTH = 24; // of the bar, in columns
const INTERVAL = 80; // milliseconds between two drawings

/**
 * A one-line progress bar with the rate and the time left, or, where the share is not known, a count and a rate. Draws nothing when the screen is not a
 * terminal. `now` gives milliseconds.
 */
export function progressOn(screen: Screen, now: () => number): Progress {
  if (!screen.isTTY) return { update: () => undefined, clear: () => undefined };
  const begun = now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    update: ({ share, done, failed, last }) => {
      const time = now();
      if (time - drawn < INTERVAL && share !== 1) return;
      drawn = time;
      const rate = (1000 * done) / Math.max(1, time - begun);
      const parts = [
        ...(share === undefined ? [] : [bar(share)]),
        `${done} articles`,
        `${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`,
        ...(share === undefined || share === 0 || share >= 1 ? [] : [timeLeft(((time - begun) * (1 - share)) / share)]),
        ...(failed > 0 ? [`${failed} failed`] : []),
        showable(last),
      ];
      screen.write(`\r\u001b[2K${parts.join("  ").slice(0, (screen.columns || 80) - 1)}`);
    },
    clear: () => screen.write("\r\u001b[2K"),
  };
}

/** 'about 3 min left'. */
function timeLeft(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const [amount, unit] = seconds < 90 ? [seconds, "s"] : seconds < 5400 ? [seconds / 60, "min"] : [seconds / 3600, "h"];
  return `about ${Math.max(1, Math.round(amount))} ${unit} left`;
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * WIDTH);
  return `[${"#".repeat(full)}${"-".repeat(WIDTH - full)}]`;
}
