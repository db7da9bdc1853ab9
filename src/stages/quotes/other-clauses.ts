import type { Recognition } from "../../model/recognition.js";
import type { Candidate } from "./candidate.js";
import type { Reading, Run } from "./reading.js";

type Trees = Pick<Recognition, "heads" | "relations" | "cueScores" | "contentScores">;

/** From this score on the encoder sees a cue, or a word of a content. */
const SEEN = 0.5;

/**
 * The same proposal with its content ended before what the tree ties to the cue itself: a second cue of the same subject
 * ('Lee said he was ill | and called it a flu'); and, where the encoder doubts that it is content, a side clause behind a
 * comma ('she cited the cost, | as the vote drew near') and the verb that the cue's own clause hangs on ('the claim that he
 * won | set off a storm'). A second verb of the content's ('said he was ill and slept') is none of these; nor is a bare one
 * ('asked him to stay and promise'), which trees often tie to the wrong verb.
 */
export function beforeOtherClause<C extends Candidate>(reading: Reading, trees: Trees, candidate: C): C {
  const cue = headOf(reading, trees, candidate.cue);
  if (cue === undefined) return candidate;
  const governors = governorsOf(trees, cue);
  const content = candidate.content.flatMap((run) => {
    if (run.first < cue) return [run];
    for (let i = run.first + 1; i < run.end; i++) {
      if (reading.quotationOf[i] !== -1) continue;
      const start = leftEdge(trees, i, run.first);
      if (isSecondCue(reading, trees, cue, i, run.first) || isDoubted(reading, trees, cue, i, start, governors))
        return start > run.first ? [{ first: run.first, end: start }] : [];
    }
    return [run];
  });
  return content.length === 0 ? candidate : { ...candidate, content };
}

/** The verb or noun of a cue that hangs on no other word of it. */
function headOf({ tokens }: Reading, { heads }: Trees, cue: readonly Run[]): number | undefined {
  for (const { first, end } of cue) {
    for (let i = first; i < end; i++) {
      if (/^(VERB|NOUN)$/.test(tokens[i]!.pos) && (heads[i]! < first || heads[i]! >= end || heads[i] === i)) return i;
    }
  }
  return undefined;
}

function isSecondCue({ tokens }: Reading, trees: Trees, cue: number, i: number, from: number): boolean {
  const { heads, relations, cueScores } = trees;
  const { pos, text, lemma } = tokens[i]!;
  if (heads[i] !== cue || relations[i] !== "conj" || pos !== "VERB" || tokens[cue]!.pos !== "VERB") return false;
  const finite = text.toLowerCase() !== lemma && !text.endsWith("ing");
  return finite && cueScores[i]! >= SEEN && !hasSubject(trees, i, from);
}

function isDoubted(
  { tokens }: Reading,
  { heads, relations, contentScores }: Trees,
  cue: number,
  i: number,
  start: number,
  governors: ReadonlySet<number>,
): boolean {
  if (contentScores[i]! >= SEEN) return false;
  if (governors.has(i)) return tokens[i]!.pos === "VERB";
  const isSide = heads[i] === cue && /^(advcl|parataxis)/.test(relations[i]!);
  return isSide && [start, start - 1].some((at) => /^([,;:—–]|--)$/.test(tokens[at]?.text ?? ""));
}

/** The words above a cue in its tree. */
function governorsOf({ heads }: Trees, cue: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = heads[cue]!; i !== cue && !found.has(i); i = heads[i]!) found.add(i);
  return found;
}

function hasSubject({ heads, relations }: Trees, verb: number, from: number): boolean {
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
  const byVerb = new Map(candidates.map((candidate) => [headOf(reading, trees, candidate.cue), candidate]));
  return candidates.map((candidate) => {
    const verb = headOf(reading, trees, candidate.cue);
    const first = verb !== undefined && trees.relations[verb] === "conj" ? byVerb.get(trees.heads[verb]!) : undefined;
    const isInside = first?.content.some((run) =>
      candidate.source.some((own) => run.first <= own.first && own.end <= run.end),
    );
    return first && isInside && first.source.length > 0 ? { ...candidate, source: first.source } : candidate;
  });
}
