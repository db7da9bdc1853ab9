import type { CueEntry } from "./cue-lexicon.js";
import { canEndNounPhrase, canStartNounPhrase, nounPhraseEndingAt, nounPhraseStartingAt } from "./noun-phrases.js";
import { isClass, type Reading, type Run, sentenceAt, word } from "./reading.js";
import { type CueVerb, entryAt } from "./verb-groups.js";

/**
 * The subject of a cue verb: 'the mayor' in 'the mayor, who had left, said', in 'the mayor left and said', in 'the mayor
 * left, saying'; 'who' in 'officials who said'. Undefined when there is none to the left.
 */
export function subjectOf(reading: Reading, verb: CueVerb): Run | undefined {
  const from = sentenceAt(reading, verb.head).firstToken;
  const before = verb.first - 1;
  if (!verb.participle && !verb.infinitive) return subjectBefore(reading, before, from);
  if (!verb.participle) return governorSubject(reading, before, from);
  return (
    quotedSubject(reading, before, from) ??
    ownSubject(reading, before, from) ??
    sayerBefore(reading, before, from) ??
    governorSubject(reading, before, from) ??
    openingName(reading, verb, from) ??
    laterSubject(reading, verb)
  );
}

/** 'the minister' in 'the Gazette quoted the minister as saying', and in 'the minister was quoted as saying'. */
function quotedSubject(reading: Reading, before: number, from: number): Run | undefined {
  if (word(reading, before) !== "as") return undefined;
  for (let i = before - 1; i >= Math.max(from, before - MAX_QUOTED); i--) {
    if (entryAt(reading, i)?.complements.has("as-saying") !== true) continue;
    const first = groupStart(reading, i, from);
    const isPassive = reading.tokens.slice(first, i).some(({ lemma }) => lemma === "be");
    if (isPassive) return first > from ? subjectBefore(reading, first - 1, from) : undefined;
    return nounPhraseStartingAt(reading, i + 1, before);
  }
  return undefined;
}

/** Tokens that may stand between 'quoted' and 'as saying'. */
const MAX_QUOTED = 16;

/** A participle's own noun: 'a letter saying', 'with critics calling'; not the object of a verb ('draws crowds saying'). */
function ownSubject(reading: Reading, before: number, from: number): Run | undefined {
  const { pos } = reading.tokens[before] ?? {};
  if (before < from || (pos !== "NOUN" && pos !== "PROPN") || reading.lexicon.occasions.has(word(reading, before))) {
    return undefined;
  }
  const phrase = nounPhraseEndingAt(reading, before, from);
  return recorded(reading, phrase) ?? (reading.tokens[phrase.first - 1]?.pos === "VERB" ? undefined : phrase);
}

/** 'Lee' in 'footage of Lee saying': who is shown to speak. */
function recorded(reading: Reading, { first, end }: Run): Run | undefined {
  for (let i = end - 2; i > first; i--) {
    const { pos } = reading.tokens[i]!;
    if (word(reading, i) === "of") return isClass(reading, i - 1, "record") ? { first: i + 1, end } : undefined;
    if (pos !== "PROPN" && pos !== "ADJ" && pos !== "NOUN") return undefined;
  }
  return undefined;
}

/** 'X argued that A, adding that B': the subject of an earlier finite cue verb of saying, not of its content. */
function sayerBefore(reading: Reading, last: number, from: number): Run | undefined {
  if (!/^[,”"]$/.test(reading.tokens[last]?.text ?? "")) return undefined;
  for (let i = from; i < last; i++) {
    const entry = reading.quotationOf[i] === -1 ? entryAt(reading, i) : undefined;
    if (!entry?.complements.has("quote") || !isFiniteVerb(reading, i, from)) continue;
    const first = groupStart(reading, i, from);
    const subject = first > from ? subjectBefore(reading, first - 1, from) : undefined;
    if (subject && !/^(who|which|that)$/.test(word(reading, subject.first))) return subject;
  }
  return undefined;
}

/** 'Lee, after first saying no, …': the name that opens the sentence. */
function openingName(reading: Reading, verb: CueVerb, from: number): Run | undefined {
  const phrase = verb.head > from ? nounPhraseStartingAt(reading, from, verb.head) : undefined;
  return phrase && reading.tokens[phrase.end]?.text === "," ? phrase : undefined;
}

/** The subject that stands before token `last + 1`, a finite verb group; `hops` as for {@link governorSubject}. */
export function subjectBefore(reading: Reading, last: number, from: number, hops = MAX_HOPS): Run | undefined {
  let i = last;
  while (i >= from && reading.tokens[i]!.pos === "ADV") i--;
  if (i < from) return undefined;
  const token = reading.tokens[i]!;
  if (/^(,|—|–|--|-)$/.test(token.text)) return beforeAside(reading, i, from, hops);
  if (token.pos === "CCONJ") return governorSubject(reading, i - 1, from, hops);
  if (/^(who|which|that)$/.test(word(reading, i))) return { first: i, end: i + 1 };
  if (reading.quotationOf[i] !== -1 || !canEndNounPhrase(reading, i))
    return governorSubject(reading, i - 1, from, hops);
  const phrase = nounPhraseEndingAt(reading, i, from);
  const before = reading.tokens[phrase.first - 1];
  if (!before || phrase.first <= from) return phrase;
  const isOccasion =
    reading.lexicon.occasions.has(word(reading, i)) &&
    (before.pos === "ADP" || before.pos === "PROPN" || before.pos === "NOUN" || before.pos === "PRON");
  if (isOccasion)
    return subjectBefore(reading, before.pos === "ADP" ? phrase.first - 2 : phrase.first - 1, from, hops) ?? phrase;
  if (reading.lexicon.subordinators.has(word(reading, phrase.first - 1))) return phrase;
  if (hops === MAX_HOPS && before.pos === "VERB" && opensClause(entryAt(reading, phrase.first - 1))) return phrase;
  if (before.pos === "VERB" || before.pos === "ADP" || before.pos === "AUX")
    return clauseSubject(reading, phrase, from);
  return phrase;
}

/** 'said' in 'Lee said her lawyer told': what follows is a subject, not an object. */
const opensClause = (entry: CueEntry | undefined): boolean =>
  entry?.complements.has("clause") === true && entry.complements.has("quote") && !entry.complements.has("addressee");

/** The subject before a parenthesis in commas or dashes: 'Smith, 57, a baker who …, said'. Takes an apposition along. */
function beforeAside(reading: Reading, close: number, from: number, hops: number): Run | undefined {
  const mark = reading.tokens[close]!.text;
  let opening = -1;
  for (let i = close - 1; i > from; i--) {
    if (reading.tokens[i]!.text !== mark || reading.quotationOf[i] !== -1) continue;
    if (!canEndNounPhrase(reading, i - 1)) break;
    opening = i;
    if (opensAside(reading, i + 1)) break;
  }
  if (opening < 0 || !opensAside(reading, opening + 1)) return governorSubject(reading, close - 1, from, hops);
  const phrase = nounPhraseEndingAt(reading, opening - 1, from);
  if (isTag(reading, phrase) && canEndNounPhrase(reading, phrase.first - 2)) {
    return subjectBefore(reading, phrase.first - 2, from, hops);
  }
  const isNominal = !hasVerb(reading, opening + 1, close) && canStartNounPhrase(reading, opening + 1);
  return { first: phrase.first, end: isNominal ? close : phrase.end };
}

/** 'R-Ill.', '57', 'Fla.' between commas: belongs to the name before. */
const isTag = (reading: Reading, phrase: Run): boolean =>
  reading.tokens[phrase.first - 1]?.text === "," &&
  reading.tokens.slice(phrase.first, phrase.end).some((token) => token.pos === "NUM" || /^[-–.]$/.test(token.text));

const opensAside = (reading: Reading, i: number): boolean =>
  /^(who|whose|which|where|when|a|an|the|his|her|its|their|one|former|\d+)$/.test(word(reading, i)) ||
  ["ADP", "VERB", "PROPN", "NOUN", "NUM", "ADJ", "DET", "ADV", "SCONJ"].includes(reading.tokens[i]?.pos ?? "");

const hasVerb = (reading: Reading, first: number, end: number): boolean =>
  reading.tokens.slice(first, end).some((token) => token.pos === "VERB" || token.pos === "AUX");

/** Verbs in a row whose subject is in turn sought at the verb before: enough for any sentence, few for 'said said said …'. */
const MAX_HOPS = 12;

/**
 * The subject of the nearest finite verb at or before `last`: for 'and said', 'saying', 'to say'. The search for a
 * verb's subject goes on to the verbs before it, at most `hops` of them; when it finds none, it need not be made again
 * from those, and only what stands right before the next verb is looked at: 'Lee' in 'Lee said told'.
 */
export function governorSubject(reading: Reading, last: number, from: number, hops = MAX_HOPS): Run | undefined {
  let left = hops;
  for (let i = last; i >= from && hops > 0; i--) {
    if (reading.quotationOf[i] !== -1 || !isFiniteVerb(reading, i, from)) continue;
    const first = groupStart(reading, i, from);
    const subject = first > from ? subjectBefore(reading, first - 1, from, left - 1) : undefined;
    if (subject && !/^(who|which|that)$/.test(word(reading, subject.first))) return subject;
    if (!subject && left === 1) return undefined;
    if (!subject) left = 1;
    i = subject && subject.first > from ? subject.first : first;
  }
  return undefined;
}

/** First token of the verb group that ends with the verb at `i`. */
function groupStart(reading: Reading, i: number, from: number): number {
  let first = i;
  while (
    first > from &&
    ["AUX", "ADV", "PART"].includes(reading.tokens[first - 1]!.pos) &&
    !/^['’]s$/.test(reading.tokens[first - 1]!.text)
  )
    first--;
  return first;
}

function isFiniteVerb(reading: Reading, i: number, from: number): boolean {
  const { pos } = reading.tokens[i]!;
  if (pos === "AUX") return true;
  if (pos !== "VERB" || word(reading, i).endsWith("ing")) return false;
  for (let k = i - 1; k >= from; k--) {
    const before = reading.tokens[k]!;
    if (before.pos === "ADV") continue;
    return !(before.pos === "PART" && word(reading, k) === "to");
  }
  return true;
}

/** 'Calling it a fraud, the mayor left': the subject after the next comma. */
function laterSubject(reading: Reading, verb: CueVerb): Run | undefined {
  const sentence = sentenceAt(reading, verb.head);
  for (let i = verb.end; i < sentence.endToken; i++) {
    if (reading.tokens[i]!.text === "," && canStartNounPhrase(reading, i + 1)) {
      return nounPhraseStartingAt(reading, i + 1, sentence.endToken);
    }
  }
  return undefined;
}

/** The first noun phrase of the clause that `phrase` stands in: 'people' in 'people who back Lee say'. */
function clauseSubject(reading: Reading, phrase: Run, from: number): Run {
  let start = phrase.first - 1;
  while (start > from) {
    const token = reading.tokens[start - 1]!;
    if (/^[,;:—–]$/.test(token.text) || reading.lexicon.subordinators.has(word(reading, start - 1))) break;
    if (token.pos === "CCONJ" || reading.quotationOf[start - 1] !== -1) break;
    start--;
  }
  for (let i = start; i < phrase.first; i++) {
    if (!canStartNounPhrase(reading, i)) continue;
    if (reading.tokens[i - 1]?.pos === "ADP" && i - 1 >= start) continue;
    return nounPhraseStartingAt(reading, i, phrase.first) ?? phrase;
  }
  return phrase;
}
