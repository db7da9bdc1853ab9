import type { Recognition } from "../../model/recognition.js";
import type { Span } from "../../model/span.js";
import type { Candidate } from "./candidate.js";
import { firstTokenFrom } from "./head-word.js";
import type { Reading, Run } from "./reading.js";
import { givesName } from "./titles.js";
import { entryAt } from "./verb-groups.js";

/** A proposal of the encoder, with how sure it is of the source and of the link of content and cue, 0 to 1. */
export interface EncoderCandidate extends Candidate {
  readonly linkScore: number;
  readonly sourceScore: number;
}

/** What the encoder proposes: each linked content with its cue and source. Strength is the spans' mean probability. */
export function encoderCandidates(reading: Reading, recognition: Recognition): readonly EncoderCandidate[] {
  const candidates = recognition.links.map(({ contents, cue, cueScore, source }): EncoderCandidate => {
    const spans = contents.map((index) => recognition.contents[index]!);
    const cueRun = cue === undefined ? undefined : runOf(reading, recognition.cues[cue]!);
    const entry = cueRun && entryOf(reading, cueRun);
    const sourceRun = source === undefined ? undefined : runOf(reading, recognition.sources[source]!);
    const runs = spans.map((span) => runOf(reading, span, cueRun && reading.tokens[cueRun.first]!.block));
    const content = cueRun ? withoutStrays(reading, runs, cueRun) : runs;
    const isNobody = sourceRun !== undefined && isDummy(reading, sourceRun);
    return {
      content,
      cue: cueRun ? [cueRun] : [],
      source: sourceRun && !isNobody ? [sourceRun] : [],
      linkScore: cueScore ?? 1,
      sourceScore: source === undefined || isNobody ? 0 : recognition.sources[source]!.score,
      ...(entry && { entry }),
      by: "encoder/attribution",
      strength: spans.reduce((sum, span, i) => sum + span.score * kept(reading, span, runs[i]!), 0) / spans.length,
    };
  });
  return candidates.filter((candidate) => !isFarOff(reading, candidate) && !givesName(reading, candidate));
}

/** A cue in one block, a content without quotation marks or colon in another: a headline read into the caption below it. */
function isFarOff({ tokens, quotationOf }: Reading, { cue, content }: EncoderCandidate): boolean {
  const [mark] = cue;
  if (!mark || tokens[mark.end - 1]!.text === ":" || tokens[mark.end]?.text === ":") return false;
  return content.every(({ first }) => tokens[first]!.block !== tokens[mark.first]!.block && quotationOf[first] === -1);
}

/**
 * The parts in the cue's sentence, and those elsewhere that open a sentence or stand in quotation marks: a part from the
 * middle of another sentence is a link gone astray.
 */
function withoutStrays(
  { tokens, sentences, sentenceOf, quotationOf }: Reading,
  runs: readonly Run[],
  cue: Run,
): readonly Run[] {
  const home = sentenceOf[cue.first];
  if (!runs.some(({ first }) => sentenceOf[first] === home)) return runs;
  return runs.filter(({ first }) => {
    const sentence = sentenceOf[first]!;
    // a part in another paragraph, outside marks, is a headline's neighbor
    if (sentences[sentence]!.block !== sentences[home!]!.block && quotationOf[first] === -1) return false;
    // 'so I had to say again: “…”': words that a colon of another sentence leads up to
    if (sentence !== home && (tokens[first - 1]?.text === ":" || tokens[first - 2]?.text === ":")) return false;
    return sentence === home || quotationOf[first] !== -1 || first - sentences[sentence]!.firstToken <= OPENING;
  });
}

/** Tokens that may stand before a part that opens its sentence: 'And', a mark. */
const OPENING = 1;

/** The share of a span that its tokens in one block are: what was cut has edges that nobody vouches for. */
const kept = ({ tokens }: Reading, span: Span, { first, end }: Run): number =>
  Math.min(1, (tokens[end - 1]!.end - tokens[first]!.start) / (span.end - span.start));

/** 'It' in 'it was said that …'. */
const isDummy = ({ tokens }: Reading, { first, end }: Run): boolean =>
  end === first + 1 &&
  /^it$/i.test(tokens[first]!.text) &&
  tokens[end]?.lemma === "be" &&
  tokens.slice(end, end + 3).some(({ pos, text }) => pos === "VERB" && !text.endsWith("ing"));

/** The lexicon's entry of a cue: that of its last word that has one ('has repeatedly said': say). */
function entryOf(reading: Reading, cue: Run) {
  for (let i = cue.end - 1; i >= cue.first; i--) {
    const entry = entryAt(reading, i);
    if (entry) return entry;
  }
  return undefined;
}

/**
 * A span's tokens. What crosses from one block into the next, as 6 in 1,000 contents of PolNeAR do, is cut to its part in
 * the cue's block `near`, else to its longest.
 */
function runOf({ tokens }: Reading, { start, end }: Span, near?: number): Run {
  const parts: Run[] = [];
  let first = firstTokenFrom(tokens, start);
  let last = first;
  while (last < tokens.length && tokens[last]!.start < end) {
    if (tokens[last]!.block !== tokens[first]!.block) {
      parts.push({ first, end: last });
      first = last;
    }
    last++;
  }
  parts.push({ first, end: Math.max(last, first + 1) });
  const here = parts.find((part) => tokens[part.first]!.block === near);
  if (here) return here;
  return parts.reduce((longest, part) => (part.end - part.first > longest.end - longest.first ? part : longest));
}
