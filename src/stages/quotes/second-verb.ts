import { nounPhraseStartingAt } from "./noun-phrases.js";
import { type Reading, sentenceAt, word } from "./reading.js";
import { entryAt } from "./verb-groups.js";

/** 'and one in four said': another's words begin. */
export function startsSaying(reading: Reading, i: number): boolean {
  const phrase = nounPhraseStartingAt(reading, i, sentenceAt(reading, i).endToken);
  if (!phrase) return false;
  let k = phrase.end;
  while (["ADV", "AUX"].includes(reading.tokens[k]?.pos ?? "")) k++;
  return reading.tokens[k] !== undefined && entryAt(reading, k)?.complements.has("quote") === true;
}

/** 'and promised', 'but declined': the same subject's next verb, not the content's. */
export function startsVerb(reading: Reading, i: number, extent: "clause" | "phrase"): boolean {
  let k = i;
  while (reading.tokens[k]?.pos === "ADV") k++;
  const token = reading.tokens[k];
  if (!token || (token.pos !== "VERB" && token.pos !== "AUX")) return false;
  const finite = token.pos === "AUX" || token.text.toLowerCase() !== token.lemma;
  if (!finite) return false;
  if (token.lemma === "be" && token.pos === "AUX" && reading.lexicon.adjectives.has(word(reading, k + 1))) return true;
  return extent === "phrase"
    ? !token.text.endsWith("ing") || entryAt(reading, k) !== undefined
    : entryAt(reading, k)?.complements.has("quote") === true;
}

/** 'and describe' in 'they call it a mess and describe …': the cue is a bare form too, and its object has no verb. */
export function isSecondBareVerb(reading: Reading, first: number, and: number, cue: number): boolean {
  const isBare = (i: number): boolean => {
    const token = reading.tokens[i];
    return token?.pos === "VERB" && token.text.toLowerCase() === token.lemma.toLowerCase();
  };
  if (!isBare(cue) || !isBare(and + 1) || entryAt(reading, and + 1) === undefined) return false;
  return !reading.tokens.slice(first, and).some(({ pos }) => pos === "VERB" || pos === "AUX");
}
