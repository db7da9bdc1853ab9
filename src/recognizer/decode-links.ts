import { type Columns, cells, dot, type Layout, type Rows } from "./rows.js";
import type { Scorers } from "./scorers.js";

/** Half-open rows of a window. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Indices into the contents, cues and sources of the same window. */
export interface Link {
  readonly contents: readonly number[];
  readonly cue?: number;
  readonly source?: number;
}

/** Spans of one window, whose vectors may be compared: across windows they may not, as they hold places in the window. */
export interface LinkSpans {
  readonly contents: readonly Stretch[];
  readonly cues: readonly Stretch[];
  readonly sources: readonly Stretch[];
}

/** Contents that share a best cue are one attribution; the cue's best source is theirs. In order of first content. */
export function decodeLinks(rows: Rows, layout: Layout, scorers: Scorers, spans: LinkSpans): readonly Link[] {
  const byCue = new Map<number, number[]>();
  const links: Link[] = [];
  for (const [index, content] of spans.contents.entries()) {
    const cue = bestCue(rows, layout, scorers, content, spans.cues);
    if (cue === undefined) links.push({ contents: [index] });
    else byCue.set(cue, [...(byCue.get(cue) ?? []), index]);
  }
  for (const [cue, contents] of byCue) {
    const source = bestSource(rows, layout, scorers, spans.cues[cue]!, spans.sources);
    links.push({ contents, cue, ...(source === undefined ? {} : { source }) });
  }
  return links.sort((a, b) => a.contents[0]! - b.contents[0]!);
}

function bestCue(
  rows: Rows,
  layout: Layout,
  scorers: Scorers,
  content: Stretch,
  cues: readonly Stretch[],
): number | undefined {
  const query = edgeVector(rows, layout("content_start"), layout("content_end"), content);
  const key = layout("cue_key");
  const scores = cues.map(
    (cue) =>
      dot(query, cells(rows, cue.start, key)) / Math.sqrt(key.width) +
      scorers.cueBias[scorers.bucketOf(cue.start - content.start)]!,
  );
  return bestAbove(scores, scorers.linkNone[0]!);
}

function bestSource(
  rows: Rows,
  layout: Layout,
  scorers: Scorers,
  cue: Stretch,
  sources: readonly Stretch[],
): number | undefined {
  const query = cells(rows, cue.start, layout("cue_query"));
  const scores = sources.map((source) => {
    const key = edgeVector(rows, layout("source_start"), layout("source_end"), source);
    return dot(query, key) / Math.sqrt(query.length) + scorers.sourceBias[scorers.bucketOf(source.start - cue.start)]!;
  });
  return bestAbove(scores, scorers.linkNone[1]!);
}

/** The start vector of a span's first row plus the end vector of its last. */
function edgeVector(rows: Rows, start: Columns, end: Columns, span: Stretch): Float32Array {
  const last = cells(rows, span.end - 1, end);
  return cells(rows, span.start, start).map((value, i) => value + last[i]!);
}

/** Index of the greatest score above a threshold, the first of equals. */
function bestAbove(scores: readonly number[], threshold: number): number | undefined {
  let best: number | undefined;
  for (const [i, score] of scores.entries()) if (score > (best === undefined ? threshold : scores[best]!)) best = i;
  return best;
}
