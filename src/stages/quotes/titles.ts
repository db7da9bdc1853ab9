import type { Candidate } from "./candidate.js";
import { isWord, type Reading, type Run } from "./reading.js";

/** Words a title may have: 'The Man Who Mistook His Wife for a Hat'. */
const MAX_TITLE = 10;
/** Letters from which a title's words are capitalized: 'for', 'the' and 'with' need not be. */
const LONG = 5;

/**
 * True for words in quotation marks that look like a name: all but short ones with a capital: “Low Water”, “Operation Calm
 * Sea”. Refuses “a mess” and “Go home.”; a single word needs its capital and no full stop that ends a sentence.
 */
export function isTitle({ tokens }: Reading, { first, end }: Run): boolean {
  const words = tokens.slice(first, end).filter(({ text }) => isWord(text));
  const long = words.filter(({ text }, i) => i === 0 || i === words.length - 1 || text.length >= LONG);
  const isCapital = ({ text }: { readonly text: string }): boolean => /^[\p{Lu}\p{N}]/u.test(text);
  return words.length > 0 && words.length <= MAX_TITLE && long.every(isCapital) && words.some(isCapital);
}

/** 'It Is Time.': with a subject, a verb and a full stop of its own, sung or written out. */
const isSentence = ({ tokens }: Reading, { first, end }: Run): boolean =>
  /^[.?!]$/.test(tokens[end - 1]!.text) &&
  tokens.slice(first, end).some(({ pos }, i, words) => /^(AUX|VERB)$/.test(pos) && words[i - 1]?.pos === "PRON");

/** Tokens outside quotation marks that may stand with a name or titles: 'their old dog “Sir”', '“Low Water” and “Salt”'. */
const MAX_BESIDE = 4;

/**
 * True for words in marks that somebody gives, writes or plays, and does not say: 'named their dog “Sir”', 'spelled it
 * “recieve”', 'wrote “Low Water” and “Salt”' (a title of more words than one among them). Refuses what a comma or colon
 * leads up to, 'wrote “Enough.”' and 'sang “It Is Time.”'. Classes `names` and `works` of attribution-words.tsv.
 */
export function givesName(reading: Reading, { content, cue }: Pick<Candidate, "content" | "cue">): boolean {
  const [mark] = cue;
  if (!mark || /^[,:]$/.test(reading.tokens[mark.end]?.text ?? "")) return false;
  const classes = reading.tokens
    .slice(mark.first, mark.end)
    .flatMap(({ lemma }) => [...(reading.lexicon.words.get(lemma.toLowerCase()) ?? [])]);
  const quoted = new Set<number>();
  let beside = 0;
  for (const { first, end } of content) {
    for (let i = first; i < end; i++) {
      if (reading.quotationOf[i] !== -1) quoted.add(reading.quotationOf[i]!);
      else beside++;
    }
  }
  if (quoted.size === 0 || beside > MAX_BESIDE) return false;
  const titles = [...quoted].map((q) => reading.quotations[q]!);
  if (classes.includes("names")) return titles.every(({ first, end }) => end - first <= MAX_TITLE);
  return (
    classes.includes("works") &&
    titles.every((title) => isTitle(reading, title) && !isSentence(reading, title)) &&
    titles.some(({ first, end }) => reading.tokens.slice(first, end).filter(({ text }) => isWord(text)).length > 1)
  );
}
