import type { Sentence } from "../../model/sentence.js";
import type { Token } from "../../model/token.js";
import type { CueLexicon } from "./cue-lexicon.js";

/** Share of capitalized words from which a sentence is a headline in title case, where capitals tell nothing. */
const TITLE_CASE = 0.6;

/** The tagger's plainest errors mended: names taken for verbs ('Ted', 'Associated Press'), nouns taken for verbs. */
export function mendedTags(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  sentenceOf: readonly number[],
  lexicon: CueLexicon,
): readonly Token[] {
  const isTitle = sentences.map((sentence) => {
    const words = tokens.slice(sentence.firstToken, sentence.endToken).filter((token) => /\p{L}/u.test(token.text));
    return words.filter((token) => /^\p{Lu}/u.test(token.text)).length > TITLE_CASE * words.length;
  });
  return tokens.map((token, i) => {
    if (token.pos === "VERB" && isAfterAccordingTo(tokens, i)) return { ...token, pos: "NOUN" };
    if (token.pos === "VERB" && isNounPlace(tokens, i, lexicon)) return { ...token, pos: "NOUN" };
    if (token.pos === "VERB" && isParticipleOfNoun(tokens, i)) return { ...token, pos: "ADJ" };
    if (token.pos === "VERB" && /^further$/.test(token.text)) return { ...token, pos: "ADV" };
    if (i === sentences[sentenceOf[i]!]!.firstToken && isNameFirst(tokens, i)) return { ...token, pos: "PROPN" };
    const isSuspect = token.pos === "VERB" || token.pos === "ADJ" || token.pos === "AUX";
    if (!isSuspect || !/^\p{Lu}\p{Ll}/u.test(token.text) || isTitle[sentenceOf[i]!]) return token;
    const opens = i === sentences[sentenceOf[i]!]!.firstToken || !/[\p{L}\p{N},)]$/u.test(tokens[i - 1]!.text);
    const isAbbreviation = /^\p{Lu}\p{L}*\.$/u.test(tokens[i - 1]?.text ?? "");
    return opens && !isAbbreviation ? token : { ...token, pos: "PROPN" };
  });
}

/** 'Welch added', 'Lynch calls': a capital at the start, no participle, and a finite verb right after it. */
function isNameFirst(tokens: readonly Token[], i: number): boolean {
  const { text, pos } = tokens[i]!;
  const next = tokens[i + 1];
  if ((pos !== "VERB" && pos !== "ADJ") || !/^\p{Lu}\p{Ll}+$/u.test(text) || /(ing|ed)$/.test(text)) return false;
  return next?.pos === "VERB" && /(s|ed|id|old|ote)$/.test(next.text);
}

/** 'repeated' in 'the mayor’s repeated claims', where it says nothing. */
const isParticipleOfNoun = (tokens: readonly Token[], i: number): boolean =>
  /(ed|ing)$/.test(tokens[i]!.text) &&
  /^['’]s$/.test(tokens[i - 1]?.text ?? "") &&
  tokens[i - 1]!.pos === "PART" &&
  tokens[i + 1]?.pos === "NOUN";

/** 'court' in 'according to court documents'. */
const isAfterAccordingTo = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1]?.pos === "NOUN" &&
  /^to$/i.test(tokens[i - 1]?.text ?? "") &&
  /^according$/i.test(tokens[i - 2]?.text ?? "");

/** True for a bare or -s form after 'the', 'his', “'s” or a preposition: 'the official’s comment', 'with think tanks'. */
function isNounPlace(tokens: readonly Token[], i: number, lexicon: CueLexicon): boolean {
  const { text, lemma } = tokens[i]!;
  const before = tokens[i - 1];
  if (!before || !(text.toLowerCase() === lemma || /s$/.test(text))) return false;
  if (before.pos === "PART") return /^['’]s$/.test(before.text);
  if (before.pos === "DET") return /^(a|an|the)$/i.test(before.text);
  return lexicon.words.get(before.text.toLowerCase())?.has("noun-next") === true;
}
