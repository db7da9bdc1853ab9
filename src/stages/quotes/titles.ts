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
