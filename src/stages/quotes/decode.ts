import type { Attribution } from "../../model/quote.js";
import { bySpan, type Span } from "../../model/span.js";
import type { Candidate } from "./candidate.js";
import { trimEnd } from "./clause-end.js";
import { quoteKind } from "./quote-kind.js";
import { isWord, type Reading, type Run, spanOfRun } from "./reading.js";

/**
 * Settles what the rules propose, in one place. Order: strength, then the longer content, then the earlier one. A
 * proposal is dropped when it has no words, when an accepted one has the same cue, or when its content shares tokens with
 * an accepted one and is not wholly inside it or around it. What lies inside is kept only from sure rules, as a nested
 * attribution with `within`; what lies around an accepted one takes its place as the outer of the two.
 */
export function decode(reading: Reading, candidates: readonly Candidate[]): readonly Attribution[] {
  const trimmed = candidates
    .map((candidate) => trim(reading, candidate))
    .filter((candidate) => candidate !== undefined);
  const ranked = trimmed.toSorted(
    (a, b) => rank(b) - rank(a) || size(b) - size(a) || a.content[0]!.first - b.content[0]!.first,
  );
  const accepted = new Places();
  for (const candidate of ranked) {
    if (accepted.near(candidate).every((other) => agree(candidate, other))) accepted.add(candidate);
  }
  return withOuter(reading, accepted);
}

/** What stands only inside another comes after all that may hold it. */
const rank = ({ strength, onlyWithin }: Candidate): number => (onlyWithin ? strength - 2 : strength);

/** Accepted proposals, found by the tokens of their content and cue, so that far ones are never compared. */
class Places {
  readonly all: Candidate[] = [];
  private readonly byToken = new Map<number, Candidate[]>();

  add(candidate: Candidate): void {
    this.all.push(candidate);
    for (const run of [...candidate.content, ...candidate.cue]) {
      for (let i = run.first; i < run.end; i++) {
        const here = this.byToken.get(i);
        if (!here) this.byToken.set(i, [candidate]);
        else if (here.at(-1) !== candidate) here.push(candidate);
      }
    }
  }

  /** Those that share a token with the proposal. */
  near(candidate: Candidate): readonly Candidate[] {
    const found = new Set<Candidate>();
    for (const run of [...candidate.content, ...candidate.cue]) {
      for (let i = run.first; i < run.end; i++) for (const other of this.byToken.get(i) ?? []) found.add(other);
    }
    return [...found];
  }

  /** The smallest other one whose content holds all of the proposal. */
  outerOf(candidate: Candidate, among: (other: Candidate) => boolean): Candidate | undefined {
    const here = this.byToken.get(candidate.content[0]!.first) ?? [];
    return here
      .filter((other) => other !== candidate && among(other) && inside(candidate, other))
      .toSorted((a, b) => size(a) - size(b))[0];
  }
}

/** Least strength of a nested attribution: a sure cue with a source of its own. */
const NESTED = 0.7;

function withOuter(reading: Reading, accepted: Places): readonly Attribution[] {
  const kept = accepted.all.filter(
    (candidate) =>
      (candidate.strength >= NESTED && candidate.source.length > 0 && !candidate.onlyWithin) ||
      (accepted.outerOf(candidate, () => true) !== undefined) === (candidate.onlyWithin === true),
  );
  const ordered = kept.toSorted((a, b) => a.content[0]!.first - b.content[0]!.first || size(b) - size(a));
  const index = new Map(ordered.map((candidate, position) => [candidate, position]));
  return ordered.map((candidate) => {
    const outer = accepted.outerOf(candidate, (other) => index.has(other));
    return { ...attribution(reading, candidate), ...(outer && { within: index.get(outer)! }) };
  });
}

const size = (candidate: Candidate): number => candidate.content.reduce((sum, run) => sum + run.end - run.first, 0);

/** True when two proposals can stand side by side. */
function agree(a: Candidate, b: Candidate): boolean {
  if (a.cue.some((run) => b.cue.some((other) => run.first === other.first || run.end === other.end))) return false;
  if (!shares(a.content, b.content)) return true;
  return inside(a, b) || inside(b, a);
}

const shares = (a: readonly Run[], b: readonly Run[]): boolean =>
  a.some((run) => b.some((other) => run.first < other.end && other.first < run.end));

/** True when the content of `a`, and its cue, lie within the content of `b`. */
const inside = (a: Candidate, b: Candidate): boolean =>
  size(a) < size(b) &&
  [...a.content, ...a.cue].every((run) => b.content.some((other) => other.first <= run.first && run.end <= other.end));

/** The proposal with outer punctuation and empty parts cut off; undefined when no word of content is left. */
function trim(reading: Reading, candidate: Candidate): Candidate | undefined {
  const content = candidate.content.map((run) => trimRun(reading, run)).filter((run) => run !== undefined);
  const source = candidate.source.map((run) => trimRun(reading, run)).filter((run) => run !== undefined);
  // nobody is the source of words that name him as part of them: no attribution in PolNeAR has such a source
  return content.length === 0 || shares(source, content)
    ? undefined
    : { ...candidate, content: content.toSorted((a, b) => a.first - b.first), source };
}

/** Index of the last token of a run that is a word; the run's first when there is none. */
function lastWord(reading: Reading, run: Run): number {
  let last = run.end - 1;
  while (last > run.first && !isWord(reading.tokens[last]!.text)) last--;
  return last;
}

function trimRun(reading: Reading, run: Run): Run | undefined {
  let first = run.end > reading.bodyStart ? Math.max(run.first, reading.bodyStart) : run.first;
  const opening = reading.quotations[reading.quotationOf[first]!];
  if (opening?.open === first && opening.close < lastWord(reading, run)) {
    return { first, end: trimEnd(reading, first, run.end) };
  }
  while (first < run.end && !isWord(reading.tokens[first]!.text) && !/^[($€£#@[]$/u.test(reading.tokens[first]!.text))
    first++;
  if (first >= run.end) return undefined;
  const end = trimEnd(reading, first, run.end);
  return reading.tokens.slice(first, end).some((token) => isWord(token.text)) ? { first, end } : undefined;
}

function attribution(reading: Reading, candidate: Candidate): Attribution {
  const spans = (runs: readonly Run[]): readonly Span[] => runs.map((run) => spanOfRun(reading, run)).toSorted(bySpan);
  return {
    kind: candidate.kind ?? quoteKind(reading, candidate.content),
    content: spans(candidate.content),
    cue: spans(candidate.cue),
    source: spans(candidate.source),
    ...(candidate.addressee && { addressee: spanOfRun(reading, candidate.addressee) }),
    by: candidate.by,
  };
}
