import type { WinkToken } from "../../adapters/wink.js";

/**
 * What wink-nlp leaves undone, mended in order: characters that no token holds get tokens of their own; words cut inside
 * at a letter that is not ASCII ('미주' + '중앙') are one again; two single marks side by side are one double mark ('');
 * so is a clock time with a dot ('2.4' + '0pm').
 */
export const mendTokens = (text: string, tokens: readonly WinkToken[]): readonly WinkToken[] =>
  joinClockTimes(text, join(text, fillGaps(text, tokens)));

const DOTTED_TIME = /(?<![\d.,])\d{1,2}\.\d{2}[ap]m(?![\p{L}\d])/giu;

/** Makes one token of what '3.12pm' was cut into; a full stop that wink-nlp holds to it stays in it. */
function joinClockTimes(text: string, tokens: readonly WinkToken[]): readonly WinkToken[] {
  const times = [...text.matchAll(DOTTED_TIME)];
  if (times.length === 0) return tokens;
  const starts = new Set(tokens.map(({ start }) => start));
  const ends = new Set(tokens.map(({ end }) => end));
  const whole = times.flatMap(({ 0: { length }, index }) => {
    const end = [index + length, index + length + 1].find((place) => ends.has(place));
    return starts.has(index) && end !== undefined ? [[index, end] as const] : [];
  });
  const joined: WinkToken[] = [];
  let next = 0;
  for (const token of tokens) {
    while (next < whole.length && whole[next]![1] <= token.start) next++;
    const [start, end] = whole[next] ?? [text.length, text.length];
    if (token.start < start || token.end > end) joined.push(token);
    else if (token.start === start)
      joined.push({ start, end, lemma: text.slice(start, end).toLowerCase(), pos: "NUM" });
  }
  return joined;
}

function fillGaps(text: string, tokens: readonly WinkToken[]): readonly WinkToken[] {
  const filled: WinkToken[] = [];
  let covered = 0;
  const fill = (until: number): void => {
    for (const { 0: found, index } of text.slice(covered, until).matchAll(/\S+/gu)) {
      filled.push({
        start: covered + index,
        end: covered + index + found.length,
        lemma: found.toLowerCase(),
        pos: "X",
      });
    }
  };
  for (const token of tokens) {
    if (token.start > covered) fill(token.start);
    filled.push(token);
    covered = token.end;
  }
  if (covered < text.length) fill(text.length);
  return filled;
}

function join(text: string, tokens: readonly WinkToken[]): readonly WinkToken[] {
  const joined: WinkToken[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before === undefined || before.end !== token.start || !belongTogether(text, before, token)) {
      joined.push(token);
      continue;
    }
    const word = text.slice(before.start, token.end);
    const pos = before.pos === "PUNCT" ? "PUNCT" : /^\p{Lu}/u.test(word) ? "PROPN" : before.pos;
    joined[joined.length - 1] = { start: before.start, end: token.end, lemma: word.toLowerCase(), pos };
  }
  return joined;
}

/** 'Nguy' + 'ễ' and ''' + ''' belong together; 'wo' + 'n’t', 'José' + '’s' and ''' + 's' do not. */
function belongTogether(text: string, a: WinkToken, b: WinkToken): boolean {
  const last = text[a.end - 1]!;
  const first = text[b.start]!;
  if (isSingle(text, a) && isSingle(text, b)) return last === first;
  return isWordCharacter(last) && isWordCharacter(first) && (last > "\u007F" || first > "\u007F");
}

const isSingle = (text: string, { start, end }: WinkToken): boolean =>
  end - start === 1 && (text[start] === "'" || text[start] === "`" || text[start] === "’");

const isWordCharacter = (unit: string): boolean => /[\p{L}\p{M}]/u.test(unit);
