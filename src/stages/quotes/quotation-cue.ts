import type { Candidate } from "./candidate.js";
import { addresseeOf } from "./complements.js";
import { invertedPhrase, nounPhraseStartingAt } from "./noun-phrases.js";
import { type Reading, type Run, sentenceAt, word } from "./reading.js";
import { governorSubject, subjectOf } from "./subjects.js";
import { type CueVerb, verbsBetween } from "./verb-groups.js";

/** What a cue rule finds for a quotation; `verb` is undefined for a colon without a verb. */
export interface CuedQuotation {
  readonly verb: CueVerb | undefined;
  readonly candidate: Candidate;
}

/** Tokens that may stand between a quotation and its cue: a long name with its apposition. */
const MAX_AFTER = 40;
/** Tokens between a cue and the quotation it opens: addressee, day, place. */
const MAX_BEFORE = 22;

/** '“…,” he said', '“…,” said Lee, who …', '“…,” the mayor, 57, told reporters'. Refuses '“takes two” is what he said'. */
export function cueAfter(reading: Reading, verbs: readonly CueVerb[], q: number): CuedQuotation | undefined {
  const { open, first, end, close, unclosed } = reading.quotations[q]!;
  if (unclosed || !startsSpeech(reading, open)) return undefined;
  const to = cueSentenceEnd(reading, first, end, close);
  const next = reading.tokens[close + 1];
  if (!next || close + 1 >= to) return undefined;
  const detached = /^[,.?!…—–-]+$/.test(lastInside(reading, first, end)) || /^(,|—|–|--|-)$/.test(next.text);
  if (!detached) return undefined;
  const from = /^(,|—|–|--|-)$/.test(next.text) ? close + 2 : close + 1;
  const verb = verbsBetween(verbs, from, Math.min(to, from + MAX_AFTER)).find(speaks);
  if (!verb || breaks(reading, from, verb.first) || isAnothers(reading, q, verb)) return undefined;
  const source = sourceAfter(reading, verb, from, to);
  return { verb, candidate: candidate(reading, [{ first, end }], verb, source, "quotes/cue-after", 0.97) };
}

/** '“We lost.” Then Lee said, “We won.”': after a full stop, a cue that leads up to the next quotation is that one's. */
function isAnothers(reading: Reading, q: number, verb: CueVerb): boolean {
  const { first, end, close } = reading.quotations[q]!;
  const next = reading.quotations[q + 1];
  return (
    lastInside(reading, first, end) === "." &&
    next?.open === verb.end + 1 &&
    /^[,:]$/.test(reading.tokens[verb.end]!.text) &&
    !/^(,|—|–|--|-)$/.test(reading.tokens[close + 1]!.text)
  );
}

/**
 * Where the sentence that may hold the cue ends. After '?”' or '!”' a capital starts a new sentence for the splitter, but
 * 'Lee asked.' still belongs to the quotation, when it says nothing else.
 */
function cueSentenceEnd(reading: Reading, first: number, end: number, close: number): number {
  const { endToken } = sentenceAt(reading, close);
  const next = reading.tokens[close + 1];
  const mayGoOn = /^[?!…]/.test(lastInside(reading, first, end)) && next?.block === reading.tokens[close]!.block;
  if (close + 1 < endToken || !mayGoOn || reading.quotationOf[close + 1] !== -1) return endToken;
  const after = sentenceAt(reading, close + 1);
  const speaker = nounPhraseStartingAt(reading, close + 1, after.endToken);
  const verb = speaker && reading.tokens[speaker.end];
  const rest = speaker && reading.tokens[speaker.end + 1];
  const isBare =
    rest !== undefined &&
    (rest.pos === "PUNCT" ||
      rest.pos === "ADP" ||
      rest.pos === "ADV" ||
      reading.lexicon.occasions.has(word(reading, speaker!.end + 1)));
  return verb?.pos === "VERB" && isBare ? after.endToken : endToken;
}

/** Tokens of what a signature may add to its name: ', head of the union'. */
const MAX_ROLE = 10;

/** The rule's name: the cue leads up to its quotation. */
export const CUE_BEFORE = "quotes/cue-before";

/** The rule's name: what is signed is complete. */
export const SIGNATURE = "quotes/signature";

/** '“We lost.” — Ann Lee', '“We lost.” — Ann Lee, keeper': a name after a dash, and nothing else, signs the quotation. */
export function signature(reading: Reading, q: number): CuedQuotation | undefined {
  const { first, end, close, block } = reading.quotations[q]!;
  const dash = reading.tokens[close + 1];
  if (!dash || dash.block !== block || !/^(―|—|–|--|-)$/.test(dash.text)) return undefined;
  let last = close + 2;
  while (reading.tokens[last]?.block === block) last++;
  const phrase = nounPhraseStartingAt(reading, close + 2, last);
  if (!phrase || reading.tokens[phrase.first]!.pos !== "PROPN") return undefined;
  const hasRole = reading.tokens[phrase.end]?.text === "," && last - phrase.end <= MAX_ROLE;
  if (phrase.end + 1 < last && !hasRole && !isDated(reading, phrase.end, last)) return undefined;
  const cue = [{ first: close + 1, end: close + 2 }];
  return {
    verb: undefined,
    candidate: {
      content: [{ first, end }],
      cue,
      source: [hasRole ? { ...phrase, end: last } : phrase],
      by: SIGNATURE,
      strength: 0.9,
    },
  };
}

/** 'June 3, 2023' after a signed post. */
const isDated = ({ tokens }: Reading, from: number, to: number): boolean =>
  to - from <= MAX_ROLE &&
  tokens.slice(from, to).every(({ pos }) => /^(PROPN|NUM|PUNCT)$/.test(pos)) &&
  tokens.slice(from, to).some(({ pos }) => pos === "NUM");

/** 'He said, “…”', 'Lee told reporters on Monday: “…”', 'he called it “…”' is left to the object rule. */
export function cueBeforeQuotation(reading: Reading, verbs: readonly CueVerb[], q: number): CuedQuotation | undefined {
  const { open, first, end, close } = reading.quotations[q]!;
  const sentence = sentenceAt(reading, open);
  const before = reading.tokens[open - 1];
  if (!before || open === sentence.firstToken) return undefined;
  const isPaused = before.text === "," || before.text === ":";
  const verb = verbsBetween(verbs, Math.max(sentence.firstToken, open - MAX_BEFORE), open).findLast(
    (item) => item.end <= open && item.entry.complements.has("quote"),
  );
  if (!verb) return undefined;
  if (!isPaused && verb.end !== open) return undefined;
  if (before.text === "," && holdsClause(reading, verb.end, open - 1)) return undefined;
  const isWhole =
    /^[.?!,…—–-]+$/.test(reading.tokens[end - 1]!.text) || close + 1 >= sentenceAt(reading, close).endToken - 1;
  if (!isWhole && verb.end === open) return undefined;
  return {
    verb,
    candidate: candidate(
      reading,
      [{ first, end }],
      verb,
      subjectOf(reading, verb) ?? invertedSource(reading, verb, open),
      CUE_BEFORE,
      0.96,
    ),
  };
}

/** 'Lee wrote in the letter:' and then a paragraph in quotation marks. */
export function cueAbove(reading: Reading, verbs: readonly CueVerb[], q: number): CuedQuotation | undefined {
  const { open, first, end } = reading.quotations[q]!;
  const colon = reading.tokens[open - 1];
  if (colon?.text !== ":" || colon.block === reading.tokens[open]!.block) return undefined;
  const sentence = sentenceAt(reading, open - 1);
  const verb = verbsBetween(verbs, sentence.firstToken, open - 1).findLast(speaks);
  const content = [{ first, end }];
  if (verb)
    return { verb, candidate: candidate(reading, content, verb, subjectOf(reading, verb), "quotes/cue-above", 0.9) };
  const source = governorSubject(reading, open - 2, sentence.firstToken);
  const cue = [{ first: open - 1, end: open }];
  return { verb, candidate: { content, cue, source: source ? [source] : [], by: "quotes/cue-above", strength: 0.6 } };
}

/** A quotation inside a sentence ('a contestant on “The Show,” who …') is speech only after a pause or an 'and'. */
export function startsSpeech(reading: Reading, open: number): boolean {
  const before = reading.tokens[open - 1];
  if (!before || before.block !== reading.tokens[open]!.block) return true;
  return (
    open === sentenceAt(reading, open).firstToken ||
    /^[.,:;?!…—–-]$/.test(before.text) ||
    (before.pos === "CCONJ" && open - 1 === sentenceAt(reading, open).firstToken)
  );
}

/** The last token inside a quotation that is no quotation mark itself: the comma of '… done,' ”'. */
export function lastInside(reading: Reading, first: number, end: number): string {
  let last = end - 1;
  while (last > first && /^["“”'’‘`]+$/.test(reading.tokens[last]!.text)) last--;
  return reading.tokens[last]!.text;
}

const speaks = (verb: CueVerb): boolean => verb.entry.complements.has("quote") || verb.entry.complements.has("clause");

/** True when the cue has a content of its own before the quotation: 'said that he left, “then …”'. */
const holdsClause = (reading: Reading, from: number, to: number): boolean =>
  reading.tokens
    .slice(from, to)
    .some(
      (token, k) =>
        token.pos === "VERB" ||
        token.pos === "AUX" ||
        /^(that|who|which)$/i.test(token.text) ||
        reading.quotationOf[from + k] !== -1,
    );

/** True when another clause begins between two points: a semicolon, a verb outside asides. */
function breaks(reading: Reading, from: number, to: number): boolean {
  let aside = false;
  for (let i = from; i < to; i++) {
    const token = reading.tokens[i]!;
    if (token.text === ";") return true;
    if (/^(,|—|–|--)$/.test(token.text)) aside = true;
    if (reading.lexicon.subordinators.has(word(reading, i)) || /^(who|which|whose|that)$/.test(word(reading, i)))
      aside = true;
    if (!aside && token.pos === "VERB" && !/(ing|ed)$/.test(token.text)) return true;
  }
  return false;
}

/** 'said Smith' when the cue follows the quotation at once, else the subject before the cue. */
function sourceAfter(reading: Reading, verb: CueVerb, from: number, to: number): Run | undefined {
  const subject = verb.first > from ? subjectOf(reading, verb) : undefined;
  if (subject && subject.first >= from) return subject;
  return invertedSource(reading, verb, to) ?? subject;
}

/** The noun phrase after the cue, with an apposition up to the sentence's end: 'said Ann Lee, head of the union'. */
export function invertedSource(reading: Reading, verb: Pick<CueVerb, "end">, to: number): Run | undefined {
  const phrase = invertedPhrase(reading, verb.end, to);
  if (!phrase || reading.tokens[phrase.end]?.text !== "," || phrase.end + 1 >= to) return phrase;
  let end = phrase.end + 1;
  while (end < to && !/^[.,;:“"—–]$/.test(reading.tokens[end]!.text)) {
    if (reading.tokens[end]!.pos === "VERB" || reading.tokens[end]!.pos === "AUX") return phrase;
    const opens =
      reading.lexicon.subordinators.has(word(reading, end)) ||
      /^(who|which|in|on|at|and|but)$/.test(word(reading, end));
    if (opens && end === phrase.end + 1) return phrase;
    end++;
  }
  return end > phrase.end + 1 ? { first: phrase.first, end } : phrase;
}

function candidate(
  reading: Reading,
  content: readonly Run[],
  verb: CueVerb,
  source: Run | undefined,
  by: string,
  strength: number,
): Candidate {
  const sentence = sentenceAt(reading, verb.head);
  const hearer = verb.entry.complements.has("addressee") ? addresseeOf(reading, verb, sentence.endToken) : undefined;
  const isOther = hearer && (!source || hearer.first >= source.end || hearer.end <= source.first);
  return {
    content,
    cue: [{ first: verb.first, end: verb.end }],
    source: source ? [source] : [],
    ...(isOther && { addressee: hearer }),
    entry: verb.entry,
    by,
    strength,
  };
}
