import { nounPhraseStartingAt } from "./noun-phrases.js";
import { type Reading, sentenceAt, word } from "./reading.js";
import { isSecondBareVerb, startsSaying, startsVerb } from "./second-verb.js";
import { entryAt } from "./verb-groups.js";

/** What a content is, for where it ends: a clause runs to the sentence's end sooner than an object does. */
export type Extent = "clause" | "phrase";

/**
 * One past the last token of a content that starts at `first`. It ends with its sentence, or before: a participle after a
 * comma (', adding'), 'but' or 'while' after a comma, a semicolon, a second verb of the same subject ('and promised'), a
 * lone dash; an object also before 'after', 'when', 'on Monday', 'in an interview'. A quotation is never cut: one that
 * runs over the sentence's end takes the content with it.
 */
export function contentEnd(reading: Reading, first: number, extent: Extent, cue: number): number {
  const sentence = sentenceAt(reading, first);
  const sideClause = isSideClause(reading, cue, sentence.firstToken);
  let i = first;
  while (i < sentence.endToken) {
    const quotation = reading.quotationOf[i]!;
    if (quotation >= 0) {
      i = reading.quotations[quotation]!.close + 1;
      if (i < sentence.endToken && pausedInside(reading, i) && (sideClause || endsAtComma(reading, i - 1, extent)))
        break;
      continue;
    }
    if (i > first && endsContent(reading, i, { extent, sideClause, first, cue })) break;
    i++;
  }
  return trimEnd(reading, first, i);
}

/** Drops closing punctuation from the end of a run of tokens. */
export function trimEnd(reading: Reading, first: number, end: number): number {
  let last = end;
  while (
    last > first + 1 &&
    !closesInside(reading, first, last - 1) &&
    !closesInner(reading, first, last - 1) &&
    /^[.,;:?!…"“”'’‘»)\]—–-]+$/u.test(reading.tokens[last - 1]!.text)
  ) {
    if (reading.tokens[last - 1]!.text === ")" && hasOpenBracket(reading, first, last)) break;
    last--;
  }
  return last;
}

/** True for the closing single mark of '… Lee said, ‘Go.’', when its opening mark stands between `first` and it. */
function closesInner(reading: Reading, first: number, token: number): boolean {
  if (!/^['’]$/.test(reading.tokens[token]!.text)) return false;
  for (let i = token - 1; i >= first && i > token - MAX_INNER; i--) {
    const { text, start } = reading.tokens[i]!;
    const opensWord = reading.tokens[i - 1]?.end !== start && reading.tokens[i]!.end === reading.tokens[i + 1]?.start;
    if (text === "‘" || (/^'\p{L}/u.test(text) && opensWord)) return true;
    if (text === "'" && opensWord) return true;
    if (
      /^['’]$/.test(text) &&
      reading.tokens[i - 1]?.end === start &&
      reading.tokens[i + 1]?.start !== reading.tokens[i]!.end
    )
      return false;
  }
  return false;
}

/** Tokens a quotation inside a quotation may have. */
const MAX_INNER = 80;

/** True for the closing mark of a quotation that opens after `first`: the content keeps both of its marks. */
function closesInside(reading: Reading, first: number, token: number): boolean {
  const quotation = reading.quotations[reading.quotationOf[token]!];
  const isOpened = quotation !== undefined && quotation.open < quotation.first;
  return isOpened && quotation.close === token && quotation.open >= first && token >= quotation.end;
}

const hasOpenBracket = (reading: Reading, first: number, end: number): boolean =>
  reading.tokens.slice(first, end).some((token) => token.text === "(");

/** True when the quotation that closes before `i` ends with a comma inside its marks: '“corrupt,” noting that'. */
const pausedInside = (reading: Reading, i: number): boolean =>
  reading.tokens.slice(Math.max(0, i - 3), i).some((token) => token.text === ",");

interface Place {
  readonly extent: Extent;
  readonly sideClause: boolean;
  readonly first: number;
  readonly cue: number;
}

function endsContent(reading: Reading, i: number, { extent, sideClause, first, cue }: Place): boolean {
  const { tokens, lexicon } = reading;
  const text = word(reading, i);
  const next = tokens[i + 1];
  if (text === ";") return true;
  if (/^(—|–|--|-)$/.test(text)) return isLoneDash(reading, i);
  if (text === ")") return !hasOpenBracket(reading, first, i);
  if (text === "," && opensWithSideClause(reading, first, cue) && isFirstComma(reading, first, i)) return false;
  if (text === ",") return sideClause || endsAtComma(reading, i, extent) || resumes(reading, i, first, cue);
  if (text === "and" || text === "but" || text === "while") {
    if (startsVerb(reading, i + 1, extent) || startsSaying(reading, i + 1)) return true;
    if (extent === "phrase" && isSecondBareVerb(reading, first, i, cue)) return true;
    return extent === "phrase" && startsClause(reading, i + 1);
  }
  if (extent === "clause" || !next) return false;
  if (text === ":") return reading.quotationOf[i + 1] === -1;
  if (isRelative(reading, cue) && startsSecondPredicate(reading, first, i)) return true;
  if (lexicon.subordinators.has(text) && !/^(that|than|if|whether|as)$/.test(text)) return true;
  return /^(on|in|at|during|via)$/.test(text) && isOccasion(reading, i);
}

/** 'that if the bridge closed, …', 'when he left, …': the clause proper comes after the comma. */
const opensWithSideClause = (reading: Reading, first: number, cue: number): boolean => {
  const isQuestion = word(reading, first) === "whether" || entryAt(reading, cue)?.class === "ask";
  if (isQuestion) return false; // the content itself, not a side of it
  const at = word(reading, first) === "that" ? first + 1 : first;
  return reading.lexicon.subordinators.has(word(reading, at));
};

const isFirstComma = (reading: Reading, first: number, i: number): boolean =>
  !reading.tokens.slice(first, i).some((token) => token.text === ",");

function endsAtComma(reading: Reading, i: number, extent: Extent): boolean {
  const next = reading.tokens[i + 1];
  const text = word(reading, i + 1);
  if (!next) return true;
  if (next.pos === "VERB" && text.endsWith("ing")) return true;
  if (text === "according" || text === "but" || text === "while" || text === "although" || text === "though")
    return true;
  if (text === "as" && startsSaying(reading, i + 2)) return true;
  if (text === "and")
    return (
      startsVerb(reading, i + 2, "phrase") ||
      startsSaying(reading, i + 2) ||
      (extent === "phrase" && next.pos === "PRON")
    );
  return (
    extent === "phrase" && (/^(which|who|as|after|when|because|saying)$/.test(text) || startsClause(reading, i + 1))
  );
}

/** A noun phrase with its finite verb right after it: 'his party has', 'the union left'. */
function startsClause(reading: Reading, i: number): boolean {
  const phrase = nounPhraseStartingAt(reading, i, sentenceAt(reading, i).endToken);
  return phrase !== undefined && isFiniteAt(reading, phrase.end);
}

/**
 * An object has no finite verb but in clauses of its own: 'the tax | was a ruse', 'to leave | said the court'. Each 'who',
 * 'that', 'what' or side clause, and each bare subject ('the plan he made'), allows one.
 */
export function startsSecondPredicate(reading: Reading, first: number, i: number): boolean {
  if (i === first || !isFiniteAt(reading, i)) return false;
  const isOneGroup = reading.tokens[i]!.pos === "VERB" || reading.tokens[i - 1]!.pos === "AUX";
  if (isOneGroup && isFiniteAt(reading, i - 1)) return false;
  if (
    reading.tokens[i]!.pos === "VERB" &&
    !reading.tokens[i]!.text.endsWith("s") &&
    !entryAt(reading, i)?.complements.has("quote")
  )
    return false;
  let allowed = 0;
  for (let k = first; k < i; k++) {
    const text = word(reading, k);
    if (reading.quotationOf[k] !== -1) continue;
    // 'that goal' opens no clause
    if (text === "that" && reading.tokens[k]!.pos === "DET") continue;
    if (/^(who|which|that|what|whom|whose|where)$/.test(text) || reading.lexicon.subordinators.has(text)) allowed++;
    else if (/^(he|she|it|they|we|i|you)$/.test(text)) allowed++;
    else if (k > first && reading.tokens[k]!.pos === "PROPN" && reading.tokens[k - 1]!.pos === "NOUN") allowed++;
    if (k > first && isFiniteAt(reading, k) && !isFiniteAt(reading, k - 1)) allowed--;
  }
  return allowed <= 0;
}

/** An auxiliary outside an infinitive, or a verb in the past or in -s. */
function isFiniteAt(reading: Reading, i: number): boolean {
  const token = reading.tokens[i];
  if (!token || reading.quotationOf[i] !== -1 || word(reading, i - 1) === "to") return false;
  if (token.pos === "AUX") return token.lemma !== token.text.toLowerCase() || !/^(be|have|do)$/.test(token.lemma);
  return token.pos === "VERB" && !token.text.endsWith("ing") && token.text.toLowerCase() !== token.lemma;
}

/** True for a cue in a relative clause: 'who [now] says'. */
const isRelative = (reading: Reading, cue: number): boolean =>
  [cue - 1, cue - 2].some((i) => /^(who|which|that)$/.test(word(reading, i)));

/** ', tweeted that': the main verb after a relative clause that held the cue, or after a closed content. */
function resumes(reading: Reading, i: number, first: number, cue: number): boolean {
  if (!startsVerb(reading, i + 1, "phrase")) return false;
  return isRelative(reading, cue) || !reading.tokens.slice(first, i).some((token) => token.text === ",");
}

/** 'on Monday', 'in an interview', 'at a rally in Ghent'. */
function isOccasion(reading: Reading, i: number): boolean {
  for (let k = i + 1; k < i + 5; k++) {
    const token = reading.tokens[k];
    if (k === i + 1 && token?.text.endsWith("ing")) return false;
    if (!token || !["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"].includes(token.pos)) return false;
    if (reading.lexicon.occasions.has(word(reading, k))) return !/^(of|'s|NOUN|PROPN)$/.test(nextKind(reading, k + 1));
  }
  return false;
}

const nextKind = (reading: Reading, i: number): string => {
  const { pos } = reading.tokens[i] ?? {};
  return pos === "NOUN" || pos === "PROPN" ? pos : word(reading, i);
};

/** A dash without a partner later in its sentence. */
function isLoneDash(reading: Reading, i: number): boolean {
  const token = reading.tokens[i]!;
  const spaced = reading.tokens[i - 1]?.end !== token.start || token.text.length > 1 || token.text === "—";
  if (!spaced) return false;
  const { endToken } = sentenceAt(reading, i);
  for (let k = i + 1; k < endToken; k++)
    if (reading.tokens[k]!.text === token.text && reading.tokens[k - 1]!.end !== reading.tokens[k]!.start) return false;
  return true;
}

const hasFiniteVerb = (reading: Reading, first: number, end: number): boolean =>
  reading.tokens
    .slice(first, end)
    .some((token) => token.pos === "AUX" || (token.pos === "VERB" && !/ing$/.test(token.text)));

/** True when the cue stands in a side clause that opens the sentence: 'While he said it was over, …'. */
function isSideClause(reading: Reading, cue: number, firstToken: number): boolean {
  const opening = [firstToken, firstToken + 1, firstToken + 2].find(
    (i) => i < cue && reading.lexicon.subordinators.has(word(reading, i)) && word(reading, i) !== "that",
  );
  if (/ing$|^asked$/.test(word(reading, cue)) && !hasFiniteVerb(reading, firstToken, cue)) return true;
  if (opening === undefined) return false;
  for (let i = firstToken; i < cue; i++) if (reading.tokens[i]!.text === ",") return false;
  return true;
}
