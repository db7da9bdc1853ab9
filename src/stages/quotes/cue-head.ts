import type { Token } from "../../model/token.js";
import { firstTokenFrom } from "./head-word.js";
import type { MeaningLexicon, Sense } from "./meaning-lexicon.js";
import { spellings } from "./spellings.js";

/** The word of a cue that carries its meaning. */
export interface CueHead {
  /** Token index. */
  readonly head: number;
  readonly lemma: string;
  /** Undefined when no table knows it. */
  readonly sense: Sense | undefined;
  readonly isVerb: boolean;
  /** True for a verb with fixed words after it, which the lemma then has too: 'make clear'. */
  readonly isPhrase: boolean;
}

/**
 * The head of a cue: a phrase that a table knows, else the last verb one knows, else the last other word one knows, else
 * the last verb, else the last noun or adjective. 'said' in 'has repeatedly said', 'promise' in 'made a promise'.
 */
export function cueHead(tokens: readonly Token[], cue: readonly Token[], lexicon: MeaningLexicon): CueHead | undefined {
  const phrase = phraseIn(tokens, cue, lexicon);
  if (phrase) return phrase;
  const heads = cue.filter(({ pos }) => HEADS.has(pos)).map((token) => headAt(tokens, token, lexicon));
  const known = heads.filter(({ sense }) => sense !== undefined);
  const isVerb = (head: CueHead): boolean => head.isVerb;
  const isNominal = ({ head }: CueHead): boolean => /^(NOUN|PROPN|ADJ)$/.test(tokens[head]!.pos);
  return known.findLast(isVerb) ?? known.at(-1) ?? heads.findLast(isVerb) ?? heads.findLast(isNominal);
}

const HEADS = new Set(["VERB", "NOUN", "PROPN", "ADJ", "ADV", "ADP"]);

/** Words of the longest phrase in cue-phrases.tsv: 'come out in favor of'. */
const MAX_PHRASE = 5;

/** 'made it clear': a verb of the cue with the fixed words after it, which may reach beyond the cue. */
function phraseIn(tokens: readonly Token[], cue: readonly Token[], lexicon: MeaningLexicon): CueHead | undefined {
  for (const token of cue.toReversed()) {
    if (token.pos !== "VERB") continue;
    const head = firstTokenFrom(tokens, token.start);
    for (let length = MAX_PHRASE; length > 1; length--) {
      const rest = tokens.slice(head + 1, head + length).map(({ text }) => text.toLowerCase());
      const lemma = [token.lemma.toLowerCase(), ...rest].join(" ");
      const sense = lexicon.phrases.get(lemma);
      if (sense) return { head, lemma, sense, isVerb: true, isPhrase: true };
    }
  }
  return undefined;
}

function headAt(tokens: readonly Token[], token: Token, lexicon: MeaningLexicon): CueHead {
  const { verbs, nouns, adjectives, meanings } = lexicon;
  const head = firstTokenFrom(tokens, token.start);
  const isVerb = token.pos === "VERB";
  const tables =
    token.pos === "ADV" || token.pos === "ADP"
      ? [meanings]
      : isVerb
        ? [verbs, meanings, adjectives]
        : token.pos === "ADJ"
          ? [adjectives, meanings, verbs]
          : [nouns, meanings, verbs];
  const forms = formsOf(token);
  for (const table of tables) {
    const lemma = forms.find((form) => table.has(form));
    if (lemma !== undefined)
      return { head, lemma, sense: table.get(lemma), isVerb: isVerb || table === verbs, isPhrase: false };
  }
  return { head, lemma: forms[0]!, sense: undefined, isVerb, isPhrase: false };
}

/**
 * What the word may be listed as: its lemma, itself, itself without an ending (the tagger takes 'Blasts' for a noun and
 * leaves it so), and the American spelling: 'criticised' -> 'criticise', …, 'criticize'.
 */
function formsOf({ lemma, text }: Token): readonly string[] {
  const word = text.toLowerCase();
  const stems = ENDINGS.filter(([ending]) => ending.test(word)).map(([ending, instead]) =>
    word.replace(ending, instead),
  );
  const plain = [lemma.toLowerCase(), word, ...stems];
  return [...new Set([...plain, ...plain.flatMap(spellings)])];
}

const ENDINGS = [
  [/ies$|ied$/, "y"],
  [/s$|es$/, ""],
  [/es$|ed$|ing$/, ""],
  [/([bdglmnprt])\1(ed|ing)$/, "$1"],
  [/ed$|ing$/, "e"],
] as const;
