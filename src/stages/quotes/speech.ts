import type { Candidate, Rule } from "./candidate.js";
import { continuation } from "./continuation.js";
import { cueAbove, cueAfter, cueBeforeQuotation, signature } from "./quotation-cue.js";
import type { Reading } from "./reading.js";
import { isStageDirection, turnLabel } from "./turns.js";
import { uncuedSource } from "./uncued-source.js";
import { unlistedCue } from "./unlisted-cue.js";
import type { Utterance } from "./utterance.js";
import type { CueVerb } from "./verb-groups.js";
import { verblessCue } from "./verbless-cue.js";

/**
 * Quoted speech: each quotation that is somebody's words gets the cue after it, before it or in the line above; parts that
 * share a cue, and those that go on without one, become one utterance. A scare quote ("the 'closed-door' meeting"), which
 * neither ends like a sentence nor follows a cue, is left to the rules that read the clause around it.
 */
export const speech: Rule = (reading, verbs) => {
  const utterances: Utterance[] = [];
  for (let q = 0; q < reading.quotations.length; q++) {
    if (isStageDirection(reading, q)) continue;
    const own =
      turnLabel(reading, q) ??
      unlistedCue(reading, verbs, q) ??
      cueAfter(reading, verbs, q) ??
      cueBeforeQuotation(reading, verbs, q) ??
      cueAbove(reading, verbs, q) ??
      verblessCue(reading, q) ??
      signature(reading, q);
    const last = utterances.at(-1);
    if (own) {
      const shared = last?.verb !== undefined && last.verb.head === own.verb?.head;
      if (shared) utterances[utterances.length - 1] = joined(reading, last, q);
      else utterances.push(takeUncued(reading, utterances, { quotations: [q], ...own }));
    } else if (last && continuation(reading, last, q)) {
      utterances[utterances.length - 1] = joined(reading, last, q);
    } else if (isWholeSpeech(reading, q)) {
      const candidate = uncued(reading, verbs, q);
      const shared =
        last && candidate.source.length > 0 && last.candidate.source[0]?.first === candidate.source[0]!.first;
      if (shared && last.candidate.by === UNCUED) utterances[utterances.length - 1] = joined(reading, last, q);
      else utterances.push({ quotations: [q], verb: undefined, candidate });
    }
  }
  return utterances.map((utterance) => utterance.candidate);
};

function joined(reading: Reading, utterance: Utterance, q: number): Utterance {
  const { first, end } = reading.quotations[q]!;
  const candidate = { ...utterance.candidate, content: [...utterance.candidate.content, { first, end }] };
  return { ...utterance, quotations: [...utterance.quotations, q], candidate };
}

/** A speech of several paragraphs may get its cue only in a later one: what stands open before it belongs to it; not to a turn. */
function takeUncued(reading: Reading, utterances: Utterance[], next: Utterance): Utterance {
  const last = utterances.at(-1);
  const open = last && reading.quotations[last.quotations.at(-1)!]!.unclosed;
  const adjoins =
    open && reading.quotations[next.quotations[0]!]!.block === reading.quotations[last.quotations.at(-1)!]!.block + 1;
  if (!last || last.candidate.cue.length > 0 || !next.verb || !adjoins) return next;
  utterances.pop();
  return {
    quotations: [...last.quotations, ...next.quotations],
    verb: next.verb,
    candidate: { ...next.candidate, content: [...last.candidate.content, ...next.candidate.content] },
  };
}

/** Words a quotation without any cue must have to be taken as speech; shorter ones are mostly titles and scare quotes. */
const MIN_UNCUED = 5;

/** True for a quotation that makes whole sentences of its own. */
function isWholeSpeech(reading: Reading, q: number): boolean {
  const { open, first, end } = reading.quotations[q]!;
  const sentence = reading.sentences[reading.sentenceOf[open]!]!;
  if (isHeading(reading, q)) return false;
  return open === sentence.firstToken && end - first >= MIN_UNCUED && /^[.?!…,—-]/.test(reading.tokens[end - 1]!.text);
}

/** A paragraph of its own in title case: 'Lost in the Hills.' between two parts of an article. */
function isHeading({ tokens, quotations }: Reading, q: number): boolean {
  const { open, first, end, close, block } = quotations[q]!;
  if (tokens[open - 1]?.block === block || tokens[close + 1]?.block === block) return false;
  return tokens.slice(first, end).every(({ text }) => !/^\p{Ll}{5}/u.test(text));
}

const UNCUED = "quotes/uncued";

function uncued(reading: Reading, verbs: readonly CueVerb[], q: number): Candidate {
  const { first, end } = reading.quotations[q]!;
  const source = uncuedSource(reading, verbs, q);
  return { content: [{ first, end }], cue: [], source: source ? [source] : [], by: UNCUED, strength: 0.3 };
}
