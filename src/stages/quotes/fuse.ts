import type { Recognition } from "../../model/recognition.js";
import { ACCORDING_TO } from "./according-to.js";
import type { Candidate } from "./candidate.js";
import type { EncoderCandidate } from "./encoder-candidates.js";
import type { FuseLimits } from "./fuse-limits.js";
import { likeness, pair } from "./pair.js";
import { CUE_BEFORE } from "./quotation-cue.js";
import type { Run } from "./reading.js";

/**
 * Joins what the rules and the encoder propose. Where both see the same attribution (`pair`), the rule's edges, cue and
 * source stand, which follow the conventions, unless the encoder is sure of its own. What only a rule sees is kept unless
 * the encoder thinks it most unlikely or gives the words to another cue; what only the encoder sees is kept when it is
 * sure and has a cue or a source. Quotations in marks (`isQuoted`) and sure rules need no support; a speech over several
 * paragraphs (`isSpeech`) keeps all its parts, as the encoder reads each paragraph by itself.
 */
export function fuse(
  ruled: readonly Candidate[],
  read: readonly EncoderCandidate[],
  scores: Pick<Recognition, "contentScores" | "cueScores">,
  { isQuoted, isSpeech }: Record<"isQuoted" | "isSpeech", (candidate: Candidate) => boolean>,
  limits: FuseLimits,
): readonly Candidate[] {
  const { partners, rivals } = pair(ruled, read);
  const paired = new Set(partners.values());
  const outers = bySource(ruled.filter(({ by }) => by === ACCORDING_TO));
  return [
    ...ruled.flatMap((rule) => {
      const other = partners.get(rule);
      if (other) {
        const known = { isQuoted: isQuoted(rule), isSpeech: isSpeech(rule) };
        const isOuters = rule.source.length > 0 && givesToOuter(outers, rule, other);
        const read = isOuters ? { ...other, sourceScore: 0 } : other;
        return joined(rule, read, edgesOf(rule, other, known, limits), limits);
      }
      if (rivals.has(rule) && rule.strength < limits.sureRule)
        return isSpoken(rule) || isClausal(rule) ? { ...rule, onlyWithin: true as const } : [];
      const isSure = isQuoted(rule) || rule.strength >= limits.sureRule;
      if (isSure || support(rule, scores) >= limits.support) return rule;
      return isClausal(rule) ? { ...rule, onlyWithin: true as const } : [];
    }),
    ...read.filter((other) => !paired.has(other) && standsAlone(other, limits)),
  ];
}

/** Words between a source and its cue where nothing comes between them. */
const CLOSE = 2;

/** A clause or infinitive right behind its source and cue: sure enough for a link of a chain, 'he hopes to pay' in 'she said he …'. */
const isClausal = ({ by, source, cue, entry }: Candidate): boolean =>
  CLAUSAL.has(by) &&
  entry?.attitude !== "fact" &&
  source.some(({ end }) => end <= cue[0]!.first && cue[0]!.first - end <= CLOSE);
const CLAUSAL = new Set(["quotes/that", "quotes/clause", "quotes/wh", "quotes/to"]);

/** Each candidate by the tokens of its source. */
const bySource = (candidates: readonly Candidate[]): ReadonlyMap<number, Candidate> =>
  new Map(
    candidates.flatMap((each) =>
      each.source.flatMap(({ first, end }) =>
        Array.from({ length: end - first }, (_, i) => [first + i, each] as const),
      ),
    ),
  );

/** True when the encoder gives 'said' in 'It sank, the crew said, according to the Gazette' to the Gazette. */
function givesToOuter(outers: ReadonlyMap<number, Candidate>, rule: Candidate, { source }: EncoderCandidate): boolean {
  const outer = source[0] && outers.get(source[0].first);
  return outer !== undefined && outer !== rule && likeness(outer.content, rule.cue) > 0;
}

/** 'officials said …' in 'the Gazette reported that officials said …'. */
const isSpoken = ({ entry, source }: Candidate): boolean =>
  source.length > 0 && entry?.complements.has("quote") === true && entry.complements.has("clause");

const standsAlone = (other: EncoderCandidate, { alone, link }: FuseLimits): boolean =>
  other.strength * (1 - link * (1 - other.linkScore)) >= alone &&
  (other.cue.length > 0 || other.source.length > 0) &&
  // a single word ('it', 'them') is 1 time in 5 what somebody says
  other.content.some(({ first, end }) => end - first > 1);

/** The rule's content, or the encoder's where it is surer. */
function edgesOf(
  rule: Candidate,
  other: EncoderCandidate,
  { isQuoted, isSpeech }: Record<"isQuoted" | "isSpeech", boolean>,
  { sureRule, sureEdges, sureShownEdges }: FuseLimits,
): readonly Run[] {
  // edges that take in the speaker, the cue or the hearer ('Lee told her he left') are none to trust
  const apart = [...rule.source, ...rule.cue, ...(rule.addressee ? [rule.addressee] : [])];
  if (isSpeech || likeness(apart, other.content) > 0) return rule.content;
  if (isQuoted || rule.strength >= sureRule) {
    // a cue that leads up to its quotation has no part before it
    const from = rule.by === CUE_BEFORE ? rule.cue[0]!.first : 0;
    const content = other.content.filter(({ first }) => first >= from);
    return other.strength >= sureShownEdges && content.length > 0 ? content : rule.content;
  }
  if (other.strength < sureEdges) return rule.content;
  // the encoder may leave out the subject of 'Lee is said to agree', or take it for the source
  const taken = rule.spokenOf ? other.content : [...other.content, ...other.source];
  const missed = rule.content.filter((run) => likeness([run], taken) === 0);
  return [...missed, ...other.content];
}

function joined(
  rule: Candidate,
  other: EncoderCandidate,
  content: readonly Run[],
  { agreement, sureSource }: FuseLimits,
): Candidate {
  const entry = rule.entry ?? other.entry;
  // 'reportedly' and agentless passives leave the source out: what the encoder takes for it is the clause's own subject
  if (rule.spokenOf && (rule.source.length === 0 || likeness(rule.content, other.source) > 0))
    return { ...rule, strength: rule.strength + agreement * other.strength, content };
  const isSurer = other.sourceScore >= sureSource && rule.kind === undefined && !isBesideCue(rule, other); // a turn's label is its source
  const sources = isSurer ? [other.source, rule.source] : [rule.source, other.source];
  return {
    ...rule,
    strength: rule.strength + agreement * other.strength,
    content,
    cue: rule.cue.length > 0 ? rule.cue : other.cue,
    // edges of one and source of the other may run into each other: then the source that stands clear is taken
    source: sources.find((source) => source.length > 0 && likeness(source, content) === 0) ?? [],
    ...(entry && { entry }),
  };
}

/** True for “…,” said Lee' where the encoder would have another than Lee. */
const isBesideCue = ({ by, source, cue }: Candidate, other: EncoderCandidate): boolean =>
  by === "quotes/cue-after" &&
  likeness(source, other.source) === 0 &&
  source.some((run) => cue.some(({ first, end }) => run.first === end || run.end === first));

/** Mean content score of the content's tokens plus mean cue score of the cue's; without a cue, the first twice. */
function support(candidate: Candidate, scores: Pick<Recognition, "contentScores" | "cueScores">): number {
  const content = mean(candidate.content, scores.contentScores);
  return content + (candidate.cue.length > 0 ? mean(candidate.cue, scores.cueScores) : content);
}

function mean(runs: readonly Run[], scores: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (const { first, end } of runs) {
    for (let i = first; i < end; i++) sum += scores[i] ?? 0;
    count += end - first;
  }
  return sum / count;
}
