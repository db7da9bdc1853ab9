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
    (a, b) => b.strength - a.strength || size(b) - size(a) || a.content[0]!.first - b.content[0]!.first,
  );
  const accepted: Candidate[] = [];
  for (const candidate of ranked) {
    if (accepted.every((other) => agree(candidate, other))) accepted.push(candidate);
  }
  return withOuter(reading, accepted);
}

/** Least strength of a nested attribution: a sure cue with a source of its own. */
const NESTED = 0.7;

function withOuter(reading: Reading, accepted: readonly Candidate[]): readonly Attribution[] {
  const kept = accepted.filter(
    (candidate) =>
      (candidate.strength >= NESTED && candidate.source.length > 0) ||
      !accepted.some((other) => other !== candidate && inside(candidate, other)),
  );
  const ordered = kept.toSorted((a, b) => a.content[0]!.first - b.content[0]!.first || size(b) - size(a));
  return ordered.map((candidate) => {
    const outer = ordered
      .filter((other) => other !== candidate && inside(candidate, other))
      .toSorted((a, b) => size(a) - size(b))[0];
    return { ...attribution(reading, candidate), ...(outer && { within: ordered.indexOf(outer) }) };
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
  return content.length === 0
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
  let first = run.first;
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
    kind: quoteKind(reading, candidate.content),
    content: spans(candidate.content),
    cue: spans(candidate.cue),
    source: spans(candidate.source),
    attitude: candidate.entry?.attitude ?? "assertion",
    ...(candidate.addressee && { addressee: spanOfRun(reading, candidate.addressee) }),
    by: candidate.by,
  };
}
