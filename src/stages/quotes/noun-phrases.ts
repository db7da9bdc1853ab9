import { isClass, type Reading, type Run, word } from "./reading.js";

const NOMINAL = new Set(["NOUN", "PROPN", "NUM", "ADJ", "DET", "SYM"]);
const LINKS = new Set(["of", "for", "from", "at", "in", "with", "on", "to", "against", "by"]);

/** True when a noun phrase can end at the token: 'officials', 'Smith', 'he', '(D-N.C.)'. */
export function canEndNounPhrase(reading: Reading, i: number): boolean {
  const token = reading.tokens[i];
  if (!token) return false;
  if (token.text === ".") return reading.tokens[i - 1]?.pos === "PROPN" && reading.tokens[i - 1]!.end === token.start;
  if (token.pos === "ADJ") return /^(NOUN|PROPN|DET)$/.test(reading.tokens[i - 1]?.pos ?? "");
  return (
    token.pos === "NOUN" ||
    token.pos === "PROPN" ||
    token.pos === "NUM" ||
    isPronoun(reading, i) ||
    (isClass(reading, i, "hearer") && word(reading, i - 1) === "of") ||
    token.text === ")" ||
    token.text === "%"
  );
}

/** True for a pronoun that is a whole noun phrase: 'they', 'some' but not 'some' in 'some officials'. */
export const isPronoun = (reading: Reading, i: number): boolean =>
  ["PRON", "DET", "ADJ", "NUM"].includes(reading.tokens[i]?.pos ?? "") &&
  isClass(reading, i, "whole") &&
  (reading.tokens[i]!.pos === "PRON" || !["NOUN", "PROPN", "ADJ"].includes(reading.tokens[i + 1]?.pos ?? ""));

/** True when the token can open a noun phrase: 'the', 'his', 'Smith', 'five'. */
export const canStartNounPhrase = (reading: Reading, i: number): boolean => {
  const token = reading.tokens[i];
  return token !== undefined && (NOMINAL.has(token.pos) || isPronoun(reading, i) || isClass(reading, i, "owner"));
};

/**
 * The noun phrase that ends with the token at `last`, with what hangs on it by 'of', 'for', 'at' …: 'a spokesman for the
 * mayor of Ghent'. Never reaches before `from`. A pronoun stands alone.
 */
export function nounPhraseEndingAt(reading: Reading, last: number, from: number): Run {
  const isAlone = isClass(reading, last, "alone");
  if (isAlone || (isPronoun(reading, last) && !NOMINAL.has(reading.tokens[last - 1]?.pos ?? ""))) {
    return { first: last, end: last + 1 };
  }
  let first = last;
  for (let i = last; i >= from; i--) {
    if (reading.tokens[i]!.text === ")") {
      const open = openBracket(reading, i, from);
      if (open < 0) break;
      i = open;
      first = i;
      continue;
    }
    if (!continuesLeft(reading, i, last)) break;
    first = i;
  }
  while (
    first < last &&
    (reading.tokens[first]!.pos === "ADP" ||
      reading.tokens[first]!.pos === "CCONJ" ||
      reading.tokens[first]!.pos === "PUNCT" ||
      reading.tokens[first]!.text === "'s")
  ) {
    first++;
  }
  return { first, end: last + 1 };
}

function continuesLeft(reading: Reading, i: number, last: number): boolean {
  const token = reading.tokens[i]!;
  if (i === last) return true;
  const isPart = isPronoun(reading, i) && word(reading, i + 1) === "of"; // 'none of them'
  if (isPronoun(reading, i) && token.pos === "PRON" && !isPart) return false;
  if (isPart || NOMINAL.has(token.pos) || isClass(reading, i, "owner")) return true;
  if (token.pos === "PART") return /^['’]s?$/.test(token.text);
  const before = reading.tokens[i - 1];
  const nounBefore =
    before?.pos === "NUM" ||
    (isPronoun(reading, i - 1) && word(reading, i) === "of") ||
    (before !== undefined && (before.pos === "NOUN" || before.pos === "PROPN" || before.text === ")"));
  if (token.pos === "ADP") return nounBefore && LINKS.has(word(reading, i));
  if (token.pos === "CCONJ") return nounBefore && word(reading, i) !== "but";
  if (/^[-–&/.'’"“”‘]$/.test(token.text)) return !/^[.]$/.test(token.text) || before?.pos === "PROPN";
  if (token.pos !== "VERB" || !/(ed|ing)$/.test(word(reading, i))) return false;
  return before?.pos === "DET" || before?.pos === "ADJ" || isHyphened(reading, i);
}

/** 'based' in 'the Ghent-based company'. */
const isHyphened = ({ tokens }: Reading, i: number): boolean =>
  /^[-‑]$/.test(tokens[i - 1]?.text ?? "") && tokens[i - 1]!.end === tokens[i]!.start;

function openBracket(reading: Reading, close: number, from: number): number {
  for (let i = close - 1; i >= from; i--) if (reading.tokens[i]!.text === "(") return i;
  return -1;
}

/** The noun phrase that starts at `first`, up to `to`, with its 'of …' and brackets, and an apposition up to the next comma. */
export function nounPhraseStartingAt(reading: Reading, first: number, to: number): Run | undefined {
  if (!canStartNounPhrase(reading, first)) return undefined;
  if (isPronoun(reading, first) && reading.tokens[first]!.pos === "PRON") return { first, end: first + 1 };
  let end = simplePhrase(reading, first, to);
  for (;;) {
    const token = reading.tokens[end];
    if (!token || end >= to) break;
    if (token.text === "(") {
      const close = closeBracket(reading, end, to);
      if (close < 0) break;
      end = close + 1;
      continue;
    }
    const joins =
      (token.pos === "ADP" && LINKS.has(word(reading, end)) && !opensOccasion(reading, end)) ||
      word(reading, end) === "and";
    if (!joins || end + 1 >= to || !canStartNounPhrase(reading, end + 1)) break;
    const next = simplePhrase(reading, end + 1, to);
    if (next === end + 1) break;
    end = next;
  }
  return end > first ? { first, end } : undefined;
}

/** 'on Monday', 'in an interview'; and after a name 'in his diary', which tells where, not who. */
function opensOccasion(reading: Reading, preposition: number): boolean {
  const isOccasion = (i: number): boolean => reading.lexicon.occasions.has(word(reading, i));
  const next = preposition + 1;
  if (isOccasion(next)) return true;
  if (word(reading, preposition) === "of" || word(reading, preposition) === "for") return false;
  const isName = reading.tokens[preposition - 1]?.pos === "PROPN";
  if (isName && isClass(reading, next, "owner")) return true;
  const { pos } = reading.tokens[next] ?? {};
  return (
    word(reading, preposition) === "in" &&
    pos === "DET" &&
    isOccasion(next + (reading.tokens[next + 1]?.pos === "ADJ" ? 2 : 1))
  );
}

/** The subject after its verb: 'said Ann Lee'. A pronoun, or a phrase with a verb of its own after it, is none. */
export function invertedPhrase(reading: Reading, first: number, to: number): Run | undefined {
  if (isPronoun(reading, first)) return undefined;
  const phrase = nounPhraseStartingAt(reading, first, to);
  const next = phrase && reading.tokens[phrase.end];
  return next && phrase.end < to && (next.pos === "AUX" || (next.pos === "VERB" && !/ing$/.test(next.text)))
    ? undefined
    : phrase;
}

function simplePhrase(reading: Reading, first: number, to: number): number {
  let end = first;
  while (end < to) {
    const token = reading.tokens[end]!;
    const glue = token.pos === "PART" && /^['’]s?$/.test(token.text);
    const dot = /^[-–&./]$/.test(token.text) && reading.tokens[end - 1]?.end === token.start && end + 1 < to;
    const modifier = end > first && isModifier(reading, end);
    if (!(NOMINAL.has(token.pos) || isClass(reading, end, "owner") || glue || dot || modifier)) break;
    // 'told reporters the bridge is safe': the article opens the next phrase
    if (/^(the|an?)$/i.test(token.text) && reading.tokens[end - 1]?.pos === "NOUN" && end > first) break;
    end++;
  }
  return end;
}

/** 'newly uncovered' in 'a newly uncovered letter': between a determiner and its noun. */
function isModifier(reading: Reading, i: number): boolean {
  const { pos } = reading.tokens[i]!;
  if (pos === "VERB" && isHyphened(reading, i)) return true;
  const before = reading.tokens[i - 1]!.pos;
  if (!["DET", "ADV", "ADJ"].includes(before) && !(before === "VERB" && pos === "ADJ")) return false;
  if (pos !== "ADV" && !(pos === "VERB" && /(ed|ing|en)$/.test(word(reading, i)))) return false;
  return ["NOUN", "PROPN", "ADJ", "VERB"].includes(reading.tokens[i + 1]?.pos ?? "");
}

function closeBracket(reading: Reading, open: number, to: number): number {
  for (let i = open + 1; i < to && i < open + 14; i++) if (reading.tokens[i]!.text === ")") return i;
  return -1;
}
