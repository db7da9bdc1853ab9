/** A run of items that both lists hold: `length` items from `old` and from `new`. */
export interface Run {
  readonly old: number;
  readonly new: number;
  readonly length: number;
}

/**
 * What two lists have in common, in order, by the shortest edit script (E. W. Myers, An O(ND) Difference Algorithm,
 * 1986). Beyond `most` edits the lists count as having nothing in common but their beginning and end.
 */
export function commonRuns(a: readonly string[], b: readonly string[], most: number): readonly Run[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const runs: Run[] = head > 0 ? [{ old: 0, new: 0, length: head }] : [];
  const middle = shortestScript(a.slice(head, a.length - tail), b.slice(head, b.length - tail), most);
  runs.push(...middle.map((run) => ({ old: run.old + head, new: run.new + head, length: run.length })));
  if (tail > 0) runs.push({ old: a.length - tail, new: b.length - tail, length: tail });
  return runs;
}

function shortestScript(a: readonly string[], b: readonly string[], most: number): readonly Run[] {
  if (a.length === 0 || b.length === 0) return [];
  const bound = Math.min(most, a.length + b.length);
  const furthest = new Int32Array(2 * bound + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= bound; edits++) {
    trace.push(furthest.slice(bound + 1 - edits, bound + 2 + edits));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && furthest[bound + k]! < furthest[bound + k + 2]!);
      let x = down ? furthest[bound + k + 2]! : furthest[bound + k]! + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      furthest[bound + k + 1] = x;
      if (x >= a.length && y >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return [];
}

/** Runs of the path that leads to the lists' ends; `trace[d]` holds the furthest points after d - 1 edits. */
function walkBack(trace: readonly Int32Array[], endX: number, endY: number): readonly Run[] {
  const runs: Run[] = [];
  let x = endX;
  let y = endY;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const points = trace[edits]!;
    const at = (k: number): number => points[k + edits] ?? 0;
    const k = x - y;
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const fromX = edits === 0 ? 0 : down ? at(k + 1) : at(k - 1);
    const fromY = edits === 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    const startX = edits === 0 ? 0 : down ? fromX : fromX + 1;
    if (x > startX) runs.push({ old: startX, new: y - (x - startX), length: x - startX });
    x = fromX;
    y = fromY;
  }
  return runs.reverse();
}
