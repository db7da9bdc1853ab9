import type { Recognition } from "../../model/recognition.js";
import type { Candidate } from "./candidate.js";
import type { Reading, Run } from "./reading.js";

type Trees = Pick<Recognition, "heads" | "relations" | "cueScores">;

/** From this score on the encoder sees a cue. */
const CUE = 0.5;

/**
 * The same proposal with its content ended before a second cue of the same subject, as the tree has it: 'Lee said he was
 * ill | and called it a flu'. A second verb of the content's ('said he was ill and slept') is none of the cue's, and
 * stays; so does a bare one ('asked him to stay and promise'), which trees often tie to the wrong verb.
 */
export function beforeSecondVerb<C extends Candidate>(reading: Reading, trees: Trees, candidate: C): C {
  const cue = verbOf(reading, trees, candidate.cue);
  if (cue === undefined) return candidate;
  const content = candidate.content.flatMap((run) => {
    if (run.first < cue) return [run];
    const second = secondVerb(reading, trees, cue, run);
    if (second === undefined) return [run];
    const end = leftEdge(trees, second, run.first);
    return end > run.first ? [{ first: run.first, end }] : [];
  });
  return content.length === 0 ? candidate : { ...candidate, content };
}

/** The verb of a cue that hangs on no other verb of it. */
function verbOf({ tokens }: Reading, { heads }: Trees, cue: readonly Run[]): number | undefined {
  for (const { first, end } of cue) {
    for (let i = first; i < end; i++) {
      if (tokens[i]!.pos === "VERB" && (heads[i]! < first || heads[i]! >= end || heads[i] === i)) return i;
    }
  }
  return undefined;
}

function secondVerb(
  { tokens, quotationOf }: Reading,
  { heads, relations, cueScores }: Trees,
  cue: number,
  { first, end }: Run,
): number | undefined {
  for (let i = first; i < end; i++) {
    const { pos, text, lemma } = tokens[i]!;
    if (heads[i] !== cue || relations[i] !== "conj" || pos !== "VERB" || quotationOf[i] !== -1) continue;
    const finite = text.toLowerCase() !== lemma && !text.endsWith("ing");
    if (finite && cueScores[i]! >= CUE && !hasSubject(heads, relations, i, first)) return i;
  }
  return undefined;
}

function hasSubject(heads: readonly number[], relations: readonly string[], verb: number, from: number): boolean {
  for (let i = from; i < verb; i++) if (heads[i] === verb && relations[i]!.startsWith("nsubj")) return true;
  return false;
}

/** The first token of a clause: the leftmost that hangs, by others, on its verb, without a gap. */
function leftEdge({ heads }: Trees, verb: number, from: number): number {
  let first = verb;
  for (let i = verb - 1; i >= from && heads[i]! > i && heads[i]! <= verb; i--) first = i;
  return first;
}

/**
 * Gives a second cue the source of the first, where the nearest subject before it stands in the first one's content: 'Lee
 * said he was ill and called it a flu' has Lee as the source of both.
 */
export function withFirstSource(
  reading: Reading,
  trees: Trees,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const byVerb = new Map(candidates.map((candidate) => [verbOf(reading, trees, candidate.cue), candidate]));
  return candidates.map((candidate) => {
    const verb = verbOf(reading, trees, candidate.cue);
    const first = verb !== undefined && trees.relations[verb] === "conj" ? byVerb.get(trees.heads[verb]!) : undefined;
    const isInside = first?.content.some((run) =>
      candidate.source.some((own) => run.first <= own.first && own.end <= run.end),
    );
    return first && isInside && first.source.length > 0 ? { ...candidate, source: first.source } : candidate;
  });
}
