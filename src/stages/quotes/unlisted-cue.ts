import type { CueEntry } from "./cue-lexicon.js";
import { ownerBefore } from "./noun-cues.js";
import { nounPhraseStartingAt } from "./noun-phrases.js";
import { type CuedQuotation, invertedSource, lastInside, startsSpeech } from "./quotation-cue.js";
import { isClass, type Reading, type Run, sentenceAt, word } from "./reading.js";
import { isTitle } from "./titles.js";
import { type CueVerb, entryAt, verbsBetween } from "./verb-groups.js";
import { isUtterance } from "./verbless-cue.js";

/** Tokens after a quotation that are looked at for what it is said to be. */
const MAX_REST = 12;

/**
 * What follows a quotation and gives it to somebody though no verb of the lexicon does: a verb that stands where only
 * verbs of saying stand ('“Go,” he croaked', '“Go,” croaked Lee'), a reply ('“Go,” came the reply'), or what it is said to
 * be ('“Go” was Lee's verdict', '“Go” is how Lee put it'); and in a headline who does something about it ('“Go”: Lee leaves'). Refuses '“The Late Ferry,” Lee directed', a title.
 */
export function unlistedCue(reading: Reading, verbs: readonly CueVerb[], q: number): CuedQuotation | undefined {
  const { open, first, end, close, unclosed } = reading.quotations[q]!;
  const { endToken } = sentenceAt(reading, close);
  const named = unclosed ? undefined : headlineSpeaker(reading, q);
  if (named) return named;
  const isPaused = lastInside(reading, first, end) === "," || reading.tokens[close + 1]?.text === ",";
  const from = reading.tokens[close + 1]?.text === "," ? close + 2 : close + 1;
  if (unclosed || from >= endToken || !startsSpeech(reading, open)) return undefined;
  const found =
    said(reading, verbs, from, endToken) ??
    (isPaused ? reply(reading, from, endToken) : undefined) ??
    (isPaused && !isTitle(reading, { first, end }) ? verbAt(reading, verbs, from, endToken) : undefined);
  if (!found) return undefined;
  const { verb, cue, source } = found;
  const entry = verb?.entry;
  return {
    verb,
    candidate: {
      content: [{ first, end }],
      cue: [cue],
      source: source ? [source] : [],
      ...(entry && { entry }),
      by: "quotes/unlisted-cue",
      strength: 0.9,
    },
  };
}

/** Tokens of a headline. */
const MAX_HEADLINE = 25;

/** '‘We stay’: Lee defends the merger': a line that opens with a quotation and a colon, and no full stop ends. */
function headlineSpeaker(reading: Reading, q: number): CuedQuotation | undefined {
  const { open, first, end, close, block } = reading.quotations[q]!;
  const colon = close + 1;
  if (reading.tokens[colon]?.text !== ":" || reading.tokens[open - 1]?.block === block) return undefined;
  let last = colon;
  while (reading.tokens[last]?.block === block) last++;
  if (last - open > MAX_HEADLINE || /^[.?!]$/.test(reading.tokens[last - 1]!.text)) return undefined;
  const source = nounPhraseStartingAt(reading, colon + 1, last);
  if (!source || reading.tokens[source.end - 1]!.pos !== "PROPN" || reading.tokens[source.end]?.pos !== "VERB")
    return undefined;
  const cue = [{ first: colon, end: colon + 1 }];
  return {
    verb: undefined,
    candidate: { content: [{ first, end }], cue, source: [source], by: "quotes/headline", strength: 0.9 },
  };
}

interface Found {
  readonly verb: CueVerb | undefined;
  readonly cue: Run;
  readonly source: Run | undefined;
}

/** 'was the coach's verdict', 'is how Lee described it'. */
function said(reading: Reading, verbs: readonly CueVerb[], from: number, to: number): Found | undefined {
  if (!/^(is|was)$/.test(word(reading, from))) return undefined;
  if (/^(how|what)$/.test(word(reading, from + 1))) {
    const source = nounPhraseStartingAt(reading, from + 2, to);
    const verb = source && verbsBetween(verbs, source.end, source.end + 4).find(({ first }) => first === source.end);
    return verb && !verb.passive ? { verb, cue: { first: verb.first, end: verb.end }, source } : undefined;
  }
  for (let i = from + 2; i < Math.min(to, from + MAX_REST); i++) {
    if (reading.tokens[i]!.pos === "PUNCT" || reading.tokens[i]!.pos === "VERB") return undefined;
    const source = isUtterance(reading, i) ? ownerBefore(reading, i, from + 1) : undefined;
    if (source) return { verb: undefined, cue: { first: i, end: i + 1 }, source };
  }
  return undefined;
}

/** 'came the reply', 'came the answer from the mayor'. */
function reply(reading: Reading, from: number, to: number): Found | undefined {
  if (!/^(comes?|came)$/.test(word(reading, from)) || word(reading, from + 1) !== "the") return undefined;
  const noun = reading.tokens[from + 2]?.pos === "ADJ" ? from + 3 : from + 2;
  if (noun >= to || !isUtterance(reading, noun)) return undefined;
  const source = word(reading, noun + 1) === "from" ? nounPhraseStartingAt(reading, noun + 2, to) : undefined;
  return { verb: undefined, cue: { first: from, end: noun + 1 }, source };
}

/** A past or present verb right after its subject, or before it. */
function verbAt(reading: Reading, verbs: readonly CueVerb[], from: number, to: number): Found | undefined {
  const inverted = isUnlisted(reading, from) ? invertedSource(reading, { end: from + 1 }, to) : undefined;
  if (inverted && isSomebody(reading, inverted)) return found(reading, from, inverted);
  const subject = nounPhraseStartingAt(reading, from, to);
  if (!subject) return undefined;
  let head = subject.end;
  while (reading.tokens[head]?.pos === "ADV") head++;
  if (head >= to || !isUnlisted(reading, head)) return undefined;
  // '“…,” people gathered outside said': the known verb's clause
  const known = verbsBetween(verbs, head, to).find(({ entry }) => entry.complements.has("quote"));
  const isPart =
    known && reading.tokens.slice(head, known.first).every(({ pos }) => pos !== "PUNCT" && pos !== "CCONJ");
  return isPart || canStartObject(reading, head + 1) ? undefined : found(reading, head, subject);
}

function found(reading: Reading, head: number, source: Run): Found {
  const lemma = reading.tokens[head]!.lemma.toLowerCase();
  const unlisted: CueEntry = {
    lemma,
    class: "say",
    attitude: "assertion",
    complements: new Set(["quote"]),
    prepositions: new Set(),
  };
  const entry = entryAt(reading, head) ?? unlisted;
  const cue = { first: head, end: head + 1 };
  return { verb: { entry, head, ...cue, passive: false, participle: false, infinitive: false }, cue, source };
}

/** A past or present verb that is no verb of saying by the lexicon. */
const isUnlisted = (reading: Reading, i: number): boolean => {
  const { pos, text, lemma } = reading.tokens[i]!;
  const isPastOrPresent = pos === "VERB" && !text.endsWith("ing") && text.toLowerCase() !== lemma.toLowerCase();
  const complements = isPastOrPresent ? entryAt(reading, i)?.complements : undefined;
  return isPastOrPresent && !complements?.has("quote") && !complements?.has("clause");
};

const isSomebody = (reading: Reading, { first }: Run): boolean =>
  /^(DET|PROPN)$/.test(reading.tokens[first]!.pos) || isClass(reading, first, "owner");

/** 'shook his head': a verb with an object of its own gives no words. */
const canStartObject = (reading: Reading, i: number): boolean =>
  isClass(reading, i, "owner") || /^(DET|PRON|NOUN|PROPN|ADJ|NUM)$/.test(reading.tokens[i]?.pos ?? "");
