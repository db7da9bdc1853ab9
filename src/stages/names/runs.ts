import { isCapital, type NameContext, phrase } from "./candidate.js";
import type { NameLexicons } from "./lexicons.js";
import type { Word } from "./words.js";

/** Words `from` up to `to` that stand together with capitals. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Parts of speech that open a sentence with a capital and belong to no name after them: 'Meanwhile Clinton'. */
const OPENERS: ReadonlySet<string> = new Set([
  "ADV",
  "SCONJ",
  "ADP",
  "DET",
  "PRON",
  "VERB",
  "AUX",
  "CCONJ",
  "INTJ",
  "NUM",
]);
/** Listed as no names, yet first words of names inside a sentence: 'the New Democratic Party'. */
const ADJECTIVES: ReadonlySet<string> = new Set(["New", "Old", "First", "Second", "Third"]);
const LINKS: ReadonlySet<string> = new Set(["of", "for", "on"]);

/** Words in a run; no name is longer, and a page of capitals is cut into pieces. */
const MAX_RUN = 24;

/**
 * Maximal runs of capitalized words in running text and headlines, with the small words inside names: 'Bank of England',
 * 'Ludwig van Beethoven', 'Johnson & Johnson'. Refuses to open with words that are no names: 'The', 'Meanwhile', 'Friday'.
 */
export function runsOf(context: NameContext): readonly Run[] {
  const { words } = context;
  const runs: Run[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!isCapital(words[i]) || words[i]!.style === "upper") continue;
    let to = i + 1;
    for (let next = step(context, i, to); next > to && to - i < MAX_RUN; next = step(context, i, to)) to = next;
    const run = trimmed(context, { from: i, to });
    if (run.to > run.from) runs.push(run);
    i = to - 1;
  }
  return runs;
}

/** Where a run that now ends at `to` ends after one more step; `to` itself when it is complete. */
function step({ words, lexicons }: NameContext, from: number, to: number): number {
  const last = words[to - 1]!;
  const next = words[to];
  if (next === undefined || next.sentence !== last.sentence) return to;
  if (isCapital(next)) return isApart(last, next) ? to : to + 1;
  const after = (offset: number): boolean =>
    isCapital(words[to + offset]) && words[to + offset]?.sentence === last.sentence;
  if (next.text === "&" && after(1)) return to + 2;
  if (LINKS.has(next.text) && (lexicons.orgNouns.has(last.text) || lexicons.placeNouns.has(last.text))) {
    if (after(1)) return to + 2;
    if (words[to + 1]?.text === "the" && after(2)) return to + 3;
  }
  const hasLink = words.slice(from, to).some((word) => LINKS.has(word.text));
  if (next.text === "and" && hasLink && after(1) && !lexicons.known.has(words[to + 1]!.text)) return to + 2;
  if (!lexicons.particles.has(next.text)) return to;
  let end = to + 1;
  while (lexicons.particles.has(words[end]?.text ?? "") && end < to + 3) end++;
  return isCapital(words[end]) && words[end]?.sentence === last.sentence ? end + 1 : to;
}

/** True when something other than a blank stands between two words: a hyphen in 'Clinton-Trump' keeps them together no more. */
const isApart = (a: Word, b: Word): boolean => b.start > a.end + 1;

function trimmed({ words, lexicons }: NameContext, run: Run): Run {
  let { from, to } = run;
  const opensKnown = (): boolean =>
    to - from > 1 && (lexicons.known.has(phrase(words, from, from + 2)) || lexicons.known.has(phrase(words, from, to)));
  while (from < to && !opensKnown() && isNoise(words[from]!, lexicons, to - from)) from++;
  while (to > from && (lexicons.notNames.has(words[to - 1]!.text) || words[to - 1]!.shape === "lower")) to--;
  return { from, to };
}

function isNoise(word: Word, { notNames, honorifics }: NameLexicons, length: number): boolean {
  if (word.shape === "lower") return true;
  if (honorifics.has(word.text)) return length === 1;
  if (notNames.has(word.text)) return word.opens || length === 1 || !ADJECTIVES.has(word.text);
  return word.opens && length > 1 && OPENERS.has(word.pos) && word.shape === "title";
}
