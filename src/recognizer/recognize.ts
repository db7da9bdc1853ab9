import type { Article } from "../model/article.js";
import { ENTITY_TYPES } from "../model/mention.js";
import { type AttributionLink, emptyRecognition, type Recognition, type ScoredSpan } from "../model/recognition.js";
import type { Sentence } from "../model/sentence.js";
import { TIME_TYPES } from "../model/time-expression.js";
import { type Token, UPOS } from "../model/token.js";
import { scoreAntecedents } from "./decode-antecedents.js";
import { decodeLinks } from "./decode-links.js";
import { decodeTags, presences, type TagSpan } from "./decode-tags.js";
import { decodeTree } from "./decode-tree.js";
import type { Encoder, Feed } from "./encoder.js";
import { argmax, cells, type Rows } from "./rows.js";
import { cutWindows, type Window } from "./windows.js";

/** What an article's tokens are to the encoder: its text, tokens and sentences. */
export interface Reading {
  readonly article: Article;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

/** Reads an article window by window; every list of the result is in text order. */
export async function recognize(encoder: Encoder, reading: Reading): Promise<Recognition> {
  const { tokens, sentences } = reading;
  const pieces = tokens.map((token) => encoder.pieces.of(token.text));
  const sizes = pieces.map(({ ids }) => ids.length);
  const gaps = tokens.map((_, i) => gapBefore(reading, i));
  const found = emptyRecognition();
  // [CLS] and [SEP] take two places of the window.
  for (const window of cutWindows(sentences, sizes, encoder.manifest.window.pieces - 2)) {
    const rows = await encoder.run(feedOf(encoder, window, pieces, gaps));
    readWindow(encoder, tokens, window, rows, found);
  }
  return found;
}

/** Row of `input.gaps`: 0 nothing before the token, 1 white space, 2 a new line or block. */
function gapBefore({ article, tokens }: Reading, index: number): number {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  if (before === undefined || before.block !== token.block) return 2;
  if (before.end === token.start) return 0;
  return article.text.slice(before.end, token.start).includes("\n") ? 2 : 1;
}

function feedOf(
  { pieces: vocabulary, manifest }: Encoder,
  window: Window,
  pieces: readonly { readonly ids: readonly number[]; readonly shape: number }[],
  gaps: readonly number[],
): Feed {
  const ids = [vocabulary.startId];
  const shapes = [0];
  const first: number[] = [];
  for (let i = window.firstToken; i < window.endToken; i++) {
    const { ids: own, shape } = pieces[i]!;
    first.push(ids.length);
    for (const id of own) {
      ids.push(id);
      shapes.push(shape * manifest.input.gaps.length + gaps[i]!);
    }
  }
  ids.push(vocabulary.endId);
  shapes.push(0);
  return { ids: Int32Array.from(ids), shapes: Int32Array.from(shapes), first: Int32Array.from(first) };
}

/** A {@link Recognition} under construction. */
type Found = ReturnType<typeof emptyRecognition>;

/** Decodes all heads of a window and adds what they say, with rows turned into tokens and offsets. */
function readWindow(encoder: Encoder, tokens: readonly Token[], window: Window, rows: Rows, found: Found): void {
  const { layout } = encoder;
  const scored = (span: TagSpan): ScoredSpan => ({
    start: tokens[window.firstToken + span.start]!.start,
    end: tokens[window.firstToken + span.end - 1]!.end,
    score: span.score,
  });
  const tagged = (head: string): readonly TagSpan[] => decodeTags(rows, layout(`tags.${head}`));
  found.names.push(...tagged("names").map((span) => ({ ...scored(span), type: ENTITY_TYPES[span.kind]! })));
  found.times.push(...tagged("times").map((span) => ({ ...scored(span), type: TIME_TYPES[span.kind]! })));
  const spans = { contents: tagged("content"), cues: tagged("cue"), sources: tagged("source") };
  for (const link of decodeLinks(rows, layout, encoder.scorers, spans)) found.links.push(shifted(link, found));
  found.contents.push(...spans.contents.map(scored));
  found.cues.push(...spans.cues.map(scored));
  found.sources.push(...spans.sources.map(scored));
  found.contentScores.push(...presences(rows, layout("tags.content")));
  found.cueScores.push(...presences(rows, layout("tags.cue")));
  found.sourceScores.push(...presences(rows, layout("tags.source")));
  readTrees(encoder, window, rows, found);
  readMentions(encoder, window, rows, found);
}

/** Counts a window's links from the spans found before it. */
const shifted = (link: AttributionLink, found: Found): AttributionLink => ({
  ...link,
  contents: link.contents.map((index) => index + found.contents.length),
  ...(link.cue === undefined ? {} : { cue: link.cue + found.cues.length }),
  ...(link.source === undefined ? {} : { source: link.source + found.sources.length }),
});

function readTrees({ layout, scorers, manifest }: Encoder, window: Window, rows: Rows, found: Found): void {
  const root = manifest.relations.indexOf("root");
  const tags = layout("tags.pos");
  for (let row = 0; row < rows.count; row++) found.pos.push(UPOS[argmax(cells(rows, row, tags))]!);
  for (const { firstToken, endToken } of window.sentences) {
    const start = firstToken - window.firstToken;
    const tree = decodeTree(rows, layout, scorers, { start, end: endToken - window.firstToken, root });
    found.heads.push(...tree.heads.map((head) => head + window.firstToken));
    found.relations.push(...tree.relations.map((relation) => manifest.relations[relation]!));
  }
}

function readMentions({ layout, scorers }: Encoder, window: Window, rows: Rows, found: Found): void {
  const tags = layout("tags.mentions");
  const heads: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    const label = argmax(cells(rows, row, tags));
    if (label === 0) continue;
    heads.push(row);
    found.mentionHeads.push({ token: window.firstToken + row, type: ENTITY_TYPES[label - 1]! });
  }
  for (const { row, none, candidates } of scoreAntecedents(rows, layout, scorers, heads)) {
    found.antecedents.push({
      token: window.firstToken + row,
      none,
      candidates: candidates.map(({ row: earlier, score }) => ({ token: window.firstToken + earlier, score })),
    });
  }
}
