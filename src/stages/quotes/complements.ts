import { contentEnd } from "./clause-end.js";
import { canStartNounPhrase, isPronoun, nounPhraseStartingAt } from "./noun-phrases.js";
import { isClass, type Reading, type Run, sentenceAt, word } from "./reading.js";
import type { CueVerb } from "./verb-groups.js";

/** What follows a cue verb and is its content. */
export interface Complement {
  readonly content: Run;
  readonly form: "that" | "clause" | "wh" | "to" | "np" | "preposition";
  readonly addressee?: Run;
  /** One past the cue's last token: the verb's end, or that of the preposition that leads to the content. */
  readonly cueEnd: number;
}

/** Tokens between verb and 'that' that are read over: 'said on Monday in a statement that'. */
const MAX_GAP = 12;

/** The content that follows a cue verb, by the complements its lexicon entry allows, the surest first. */
export function complementOf(reading: Reading, verb: CueVerb): Complement | undefined {
  const { endToken } = sentenceAt(reading, verb.head);
  const { complements, prepositions } = verb.entry;
  const start = skipAdverbs(reading, verb.end, endToken);
  if (start >= endToken || verb.passive) return undefined;
  const run = (first: number, extent: "clause" | "phrase"): Run | undefined => {
    const end = contentEnd(reading, first, extent, verb.head);
    return end > first ? { first, end } : undefined;
  };
  if (prepositions.size > 0) {
    const at = prepositionAfter(reading, verb, endToken);
    const content = at === undefined || at + 1 >= endToken ? undefined : run(at + 1, "phrase");
    // 'known as “kettling”': its name, and nobody's knowledge
    if (content && word(reading, at!) === "as" && isOneName(reading, content)) return undefined;
    if (content) return { content, form: "preposition", cueEnd: content.first };
  }
  if (complements.has("clause") || complements.has("that")) {
    const that = thatAfter(reading, verb.end, endToken, complements.has("addressee"));
    if (that !== undefined) {
      const content = run(that, "clause");
      const addressee = addresseeIn(reading, verb, that);
      if (content) return { content, form: "that", cueEnd: verb.end, ...(addressee && { addressee }) };
    }
  }
  const hearer = complements.has("addressee") ? addresseeOf(reading, verb, endToken) : undefined;
  const at = hearer ? skipAdverbs(reading, hearer.end, endToken) : start;
  const extra = { cueEnd: verb.end, ...(hearer && { addressee: hearer }) };
  if (complements.has("wh") && isClass(reading, at, "question"))
    return wrap(run(at, "clause"), { form: "wh", ...extra });
  if ((complements.has("to") || prepositions.has("to")) && isInfinitive(reading, at)) {
    return wrap(run(at, "phrase"), { form: "to", ...extra });
  }
  if (complements.has("clause") && startsClause(reading, at, endToken)) {
    return wrap(run(at, "clause"), { form: "clause", ...extra });
  }
  if (complements.has("quote") && /^(yes|no)\.?$/.test(word(reading, at)) && at + 1 >= lastWordEnd(reading, endToken)) {
    return { content: { first: at, end: at + 1 }, form: "np", ...extra };
  }
  if (complements.has("np") && !verb.entry.complements.has("seem") && startsObject(reading, at)) {
    const content = run(at, "phrase");
    if (complements.has("naming") && content && isOneName(reading, content)) return undefined;
    return wrap(content, { form: "np", ...extra });
  }
  return undefined;
}

/** One past the sentence's last word. */
const lastWordEnd = (reading: Reading, end: number): number =>
  reading.tokens[end - 1]?.pos === "PUNCT" ? end - 1 : end;

const wrap = (content: Run | undefined, rest: Omit<Complement, "content">): Complement | undefined =>
  content && { content, ...rest };

/** The first token after adverbs and occasions: 'said [again on Friday] the bridge is safe'. */
export function skipAdverbs(reading: Reading, from: number, to: number): number {
  let i = from;
  while (i < to) {
    const isAdverb = reading.tokens[i]!.pos === "ADV" || reading.lexicon.occasions.has(word(reading, i));
    const occasion = reading.tokens[i]!.pos === "ADP" ? occasionEnd(reading, i, to) : undefined;
    if (isClass(reading, i, "question") || !(isAdverb || occasion)) return i;
    i = occasion ?? i + 1;
  }
  return i;
}

/** One past 'on Friday', 'in a statement': a preposition's phrase of at most four words that ends in an occasion. */
function occasionEnd(reading: Reading, preposition: number, to: number): number | undefined {
  for (let k = preposition + 1; k < Math.min(to, preposition + 5); k++) {
    if (reading.lexicon.occasions.has(word(reading, k))) return k + 1;
    if (!["DET", "ADJ", "NOUN", "PROPN", "NUM"].includes(reading.tokens[k]!.pos)) return undefined;
  }
  return undefined;
}

/** The 'that' of a that-clause, directly after the verb or after an addressee, a day, a place. */
function thatAfter(reading: Reading, from: number, to: number, addressed: boolean): number | undefined {
  const start = skipAdverbs(reading, from, to);
  for (let i = from; i < Math.min(to, from + MAX_GAP); i++) {
    const token = reading.tokens[i]!;
    const text = word(reading, i);
    const afterAside = token.text === "," ? thatAfterAside(reading, i, to) : undefined;
    if (afterAside !== undefined) return afterAside;
    if (reading.quotationOf[i] !== -1 || token.pos === "VERB" || token.pos === "AUX") return undefined;
    if (text === "that") {
      const next = reading.tokens[i + 1];
      const determiner =
        i === from && next !== undefined && (next.pos === "NOUN" || next.pos === "ADJ") && token.pos !== "SCONJ";
      return determiner && !hasVerb(reading, i + 1, to) ? undefined : i;
    }
    if (/^[;:]$/.test(token.text) || reading.lexicon.subordinators.has(text)) return undefined;
    if (!addressed && i === start && canStartNounPhrase(reading, i) && !/^(me|us|him|her|them|it)$/.test(text))
      return undefined;
    if (i === from && isPronoun(reading, i) && !/^(him|her|them|us|me|you|it)$/.test(text)) return undefined;
  }
  return undefined;
}

/** 'reported on Friday, citing two officials, that …'. */
function thatAfterAside(reading: Reading, comma: number, to: number): number | undefined {
  if (!/ing$/.test(word(reading, comma + 1))) return undefined;
  for (let i = comma + 2; i < Math.min(to - 1, comma + MAX_GAP); i++) {
    if (reading.tokens[i]!.text === ",") return word(reading, i + 1) === "that" ? i + 1 : undefined;
  }
  return undefined;
}

function addresseeIn(reading: Reading, verb: CueVerb, that: number): Run | undefined {
  return verb.entry.complements.has("addressee") ? addresseeOf(reading, verb, that) : undefined;
}

/** The hearer between verb and content: 'told reporters', 'asked him'. */
export function addresseeOf(reading: Reading, verb: CueVerb, to: number): Run | undefined {
  const first = verb.end;
  if (first >= to || reading.quotationOf[first] !== -1) return undefined;
  if (isClass(reading, first, "hearer")) {
    const isOwner = word(reading, first) === "her" && canStartNounPhrase(reading, first + 1);
    if (!isOwner || reading.tokens[first + 1]!.pos === "DET") return { first, end: first + 1 };
  }
  if (isPronoun(reading, first)) return undefined;
  return nounPhraseStartingAt(reading, first, to);
}

/** 'to meet', 'to openly say'; not the 'to' of 'respond to questions', whatever the tagger takes it for. */
const isInfinitive = (reading: Reading, i: number): boolean =>
  word(reading, i) === "to" &&
  reading.tokens[i]!.pos === "PART" &&
  !/[^su]s$/.test(word(reading, i + 1)) &&
  !/^(NOUN|PROPN|DET|PRON|NUM)$/.test(reading.tokens[i + 1]?.pos ?? "");

/** The preposition or particle after the verb that its entry names: 'called [on Monday] for'. */
function prepositionAfter(reading: Reading, verb: CueVerb, to: number): number | undefined {
  const { prepositions } = verb.entry;
  const start = skipAdverbs(reading, verb.end, to);
  // the 'to' of 'agreed to meet' leads to no object
  const leads = prepositions.has(word(reading, start)) && !isInfinitive(reading, start);
  return start < to && leads ? start : undefined;
}

const hasVerb = (reading: Reading, first: number, end: number): boolean =>
  reading.tokens.slice(first, end).some((token) => token.pos === "VERB" || token.pos === "AUX");

/** True when a bare clause may start here: a subject with a verb further on. Takes 'he won', refuses 'a prayer .'. */
export function startsClause(reading: Reading, first: number, to: number): boolean {
  if (first >= to) return false;
  const token = reading.tokens[first]!;
  const opens =
    canStartNounPhrase(reading, first) ||
    ["SCONJ", "ADV", "INTJ", "AUX"].includes(token.pos) ||
    (token.pos === "VERB" && token.text.endsWith("ing")) ||
    /^["“‘']$/.test(token.text);
  return (
    (opens ||
      token.pos === "PRON" ||
      (token.pos === "ADP" && !reading.lexicon.occasions.has(word(reading, first + 1)))) &&
    hasVerb(reading, first, contentEnd(reading, first, "clause", first))
  );
}

/** A name or quotation and nothing else: what something is called ('a drill named “North Wind”'), not what it is said to be. */
function isOneName(reading: Reading, run: Run): boolean {
  const quotation = reading.quotations[reading.quotationOf[run.first]!];
  let next = quotation ? quotation.close + 1 : run.first;
  while (next < run.end && /^\p{Lu}/u.test(reading.tokens[next]!.text)) next++;
  const rest = reading.tokens[next];
  return (
    next >= run.end ||
    (rest !== undefined &&
      /^(ADP|ADV|VERB|AUX|PUNCT)$/.test(rest.pos) &&
      reading.quotationOf[next] === -1 &&
      word(reading, next) !== "as")
  );
}

/** True when an object may start here: a noun phrase, a quotation, a gerund. */
const startsObject = (reading: Reading, first: number): boolean => {
  const token = reading.tokens[first];
  if (!token) return false;
  return (
    canStartNounPhrase(reading, first) ||
    token.pos === "PRON" ||
    /^["“‘']$/.test(token.text) ||
    (token.pos === "VERB" && token.text.endsWith("ing"))
  );
};
