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
  /** Probability of the cue against all others and none, by the link scores; mean over the contents. */
  readonly cueScore?: number;
  readonly source?: number;
  /** The same of the source. */
  readonly sourceScore?: number;
}

/** One of some spans, and its probability among them and none. */
interface Choice {
  readonly index: number;
  readonly score: number;
}

/** Spans of one window, whose vectors may be compared: across windows they may not, as they hold places in the window. */
export interface LinkSpans {
  readonly contents: readonly Stretch[];
  readonly cues: readonly Stretch[];
  readonly sources: readonly Stretch[];
}

/** Contents that share a best cue are one attribution; the cue's best source is theirs. In order of first content. */
export function decodeLinks(rows: Rows, layout: Layout, scorers: Scorers, spans: LinkSpans): readonly Link[] {
  const byCue = new Map<number, { contents: number[]; score: number }>();
  const links: Link[] = [];
  for (const [index, content] of spans.contents.entries()) {
    const best = bestCue(rows, layout, scorers, content, spans.cues);
    if (best === undefined) {
      links.push({ contents: [index] });
      continue;
    }
    const group = byCue.get(best.index) ?? { contents: [], score: 0 };
    group.contents.push(index);
    group.score += best.score;
    byCue.set(best.index, group);
  }
  for (const [cue, { contents, score }] of byCue) {
    const source = bestSource(rows, layout, scorers, spans.cues[cue]!, spans.sources);
    links.push({
      contents,
      cue,
      cueScore: score / contents.length,
      ...(source && { source: source.index, sourceScore: source.score }),
    });
  }
  return links.sort((a, b) => a.contents[0]! - b.contents[0]!);
}

function bestCue(
  rows: Rows,
  layout: Layout,
  scorers: Scorers,
  content: Stretch,
  cues: readonly Stretch[],
): Choice | undefined {
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
): Choice | undefined {
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

/** The greatest score above that of none, the first of equals. */
function bestAbove(scores: readonly number[], none: number): Choice | undefined {
  let best: number | undefined;
  for (const [i, score] of scores.entries()) if (score > (best === undefined ? none : scores[best]!)) best = i;
  if (best === undefined) return undefined;
  const top = scores[best]!;
  return { index: best, score: 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), Math.exp(none - top)) };
}
