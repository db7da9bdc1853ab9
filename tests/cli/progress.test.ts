import { describe, expect, it } from "vitest";
import { progressOn } from "../../src/cli/progress.js";

function screen(isTTY: boolean, columns = 80) {
  const shown: string[] = [];
  return { isTTY, columns, write: (text: string) => shown.push(text.replace("\r\u001b[2K", "")), shown };
}

/** A clock that goes on by 100 ms each time it is asked. */
function clock(): () => number {
  let time = 0;
  return () => {
    time += 100;
    return time;
  };
}

describe("progressOn", () => {
  it("draws a bar when the share is known", () => {
    const out = screen(true);
    const progress = progressOn(out, clock());
    progress.update({ share: 0.25, done: 1, failed: 0, last: "a.txt" });
    progress.update({ share: 1, done: 4, failed: 1, last: "d.txt" });
    progress.clear();
    expect(out.shown).toEqual([
      "[######------------------]  1 articles  10/s  about 1 s left  a.txt",
      "[########################]  4 articles  20/s  1 failed  d.txt",
      "",
    ]);
  });

  it("counts when it is not", () => {
    const out = screen(true);
    progressOn(out, clock()).update({ share: undefined, done: 7, failed: 0, last: "feed.ndjson:7" });
    expect(out.shown).toEqual(["7 articles  70/s  feed.ndjson:7"]);
  });

  it("stays on one line, without controls from file names", () => {
    const out = screen(true, 30);
    progressOn(out, clock()).update({ share: undefined, done: 1, failed: 0, last: `\u001b[2J${"x".repeat(50)}` });
    expect(out.shown[0]).toHaveLength(29);
    expect(out.shown[0]).not.toContain("\u001b");
  });

  it("draws no more often than the eye follows, and the end always", () => {
    const out = screen(true);
    const progress = progressOn(out, () => 5);
    for (let done = 1; done <= 1000; done++) progress.update({ share: done / 1000, done, failed: 0, last: "" });
    expect(out.shown).toHaveLength(2);
  });

  it("draws nothing where there is no terminal", () => {
    const out = screen(false);
    const progress = progressOn(out, clock());
    progress.update({ share: 1, done: 1, failed: 0, last: "a" });
    progress.clear();
    expect(out.shown).toEqual([]);
  });
});
