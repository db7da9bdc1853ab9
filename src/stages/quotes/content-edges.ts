import type { Recognition } from "../../model/recognition.js";
import type { Candidate } from "./candidate.js";
import { type Reading, type Run, sentenceAt, word } from "./reading.js";

/** What the edges of a content are mended by. */
export type EdgeScores = Pick<Recognition, "contentScores" | "heads" | "relations">;

/**
 * Mends where contents end that were read token by token, and so may be cut off anywhere: in the middle of a phrase ('for
 * $4 million over ten | years') one goes on for as long as the encoder gives its words at least `least`, up to its sentence's
 * end, its own cue or source, or anybody's cue; a function word that then still leads on to nothing ('a site in') is
 * dropped. Ends at punctuation stay.
 */
export function withWholeEnds(
  reading: Reading,
  scores: EdgeScores,
  candidates: readonly Candidate[],
  least: number,
): readonly Candidate[] {
  const cues = tokensOf(candidates.flatMap(({ cue }) => cue));
  return candidates.map((each) => {
    const candidate = { ...each, source: each.source.map((run) => wholeName(reading, scores, run, cues)) };
    const source = tokensOf(candidate.source);
    const isOther = (token: number) => cues.has(token) || source.has(token);
    return { ...candidate, content: candidate.content.map((run) => wholeRun(reading, scores, run, isOther, least)) };
  });
}

/** A source that is a function word alone ('the', 'even') goes on to the noun it belongs to, if that is no cue. */
function wholeName({ tokens }: Reading, { heads, relations }: EdgeScores, run: Run, cues: ReadonlySet<number>): Run {
  const last = run.end - 1;
  const head = heads[last]!;
  const isBare = run.first === last && /^(ADJ|ADV|DET)$/.test(tokens[last]!.pos) && LEADS_ON.has(relations[last]!);
  if (!isBare || head <= last || head - last > NEAR || !/^(NOUN|PROPN)$/.test(tokens[head]!.pos)) return run;
  for (let i = last + 1; i <= head; i++) if (cues.has(i)) return run;
  return { first: run.first, end: head + 1 };
}

/** Tokens that may stand between a function word and its noun. */
const NEAR = 4;

function tokensOf(runs: readonly Run[]): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const { first, end } of runs) for (let i = first; i < end; i++) tokens.add(i);
  return tokens;
}

function wholeRun(
  reading: Reading,
  { contentScores, heads, relations }: EdgeScores,
  { first, end }: Run,
  isOther: (token: number) => boolean,
  least: number,
): Run {
  const { tokens } = reading;
  const { endToken } = sentenceAt(reading, end - 1);
  if (end >= endToken || tokens[end]!.pos === "PUNCT" || tokens[end - 1]!.pos === "PUNCT") return { first, end };
  let last = end - 1;
  while (last + 1 < endToken && contentScores[last + 1]! >= least && !isOther(last + 1)) last++;
  while (last > end - 1 && tokens[last]!.pos === "PUNCT") last--;
  if (heads[last]! > last && LEADS_ON.has(relations[last]!)) {
    let trimmed = last;
    while (trimmed >= first && FUNCTION.has(tokens[trimmed]!.pos)) trimmed--;
    if (trimmed >= first) last = trimmed;
  }
  return { first, end: last + 1 };
}

/** Relations of a word to a head that comes after it in its phrase. */
const LEADS_ON = new Set("advmod amod aux aux:pass case cc compound cop det flat mark nmod:poss nummod".split(" "));

const FUNCTION = new Set(["ADP", "AUX", "CCONJ", "DET", "PART", "SCONJ"]);

/**
 * 'What' he says his plan would do: a question word or relative pronoun before the source belongs to what is said after the
 * cue, when that is no sentence of its own. Refuses 'that', 'where' and 'why', which PolNeAR leaves out, and 'in which she
 * said he won'.
 */
export function withFronted(reading: Reading, candidate: Candidate): Candidate {
  const [source] = candidate.source;
  const [cue] = candidate.cue;
  const [first] = candidate.content;
  if (!source || !cue || !first || source.end !== cue.first || first.first < cue.end) return candidate;
  const fronted = source.first - 1;
  if (fronted < 1 || !/^(what|which|whom?)$/.test(word(reading, fronted))) return candidate;
  const { tokens, sentenceOf, quotationOf } = reading;
  const isWhole = quotationOf[first.first] !== -1 || /^(that|to|when|if)$/.test(word(reading, first.first));
  if (isWhole || sentenceOf[fronted - 1] !== sentenceOf[cue.first] || tokens[fronted - 1]!.pos === "ADP")
    return candidate;
  return { ...candidate, content: [{ first: fronted, end: source.first }, ...candidate.content] };
}

/** The content without the writer's link to what he wrote before: 'However, | growth is slow, the bank said'. */
export function withoutLink(reading: Reading, candidate: Candidate): Candidate {
  const content = candidate.content.map(({ first, end }) => {
    const links =
      first === sentenceAt(reading, first).firstToken &&
      /^(however|still|meanwhile|moreover)$/.test(word(reading, first));
    const from = links && reading.tokens[first + 1]?.text === "," ? first + 2 : first;
    return from < end ? { first: from, end } : { first, end };
  });
  return { ...candidate, content };
}
