import type { Attribution } from "../../model/quote.js";
import { overlaps, type Span } from "../../model/span.js";
import type { Token } from "../../model/token.js";
import { firstTokenFrom } from "./head-word.js";

/** Classes of cues after which 'to' leads to a hearer: 'said to reporters', 'wrote to the ministry'. */
const SPOKEN_TO = new Set(["say", "write", "answer", "admit", "claim", "warn", "promise", "ask"]);
/** Tokens between a cue and 'to' or 'with': 'said in a long letter to'. */
const MAX_GAP = 7;
/** Tokens a hearer may have. */
const MAX_HEARER = 12;

/** What is known of the cue: where its head stands, whether its verb takes a hearer, its class. */
export interface Cue {
  readonly cueClass: string | undefined;
  /** True for verbs like 'tell' and 'ask'. */
  readonly takesHearer: boolean;
  /** True for verbs like 'shout', of which 'at' leads to the hearer. */
  readonly takesAt: boolean;
  readonly isPassive: boolean;
}

/**
 * The one spoken to: 'told reporters', 'asked him', 'said to the council', 'wrote in a letter to the ministry', 'said in an
 * interview with Fox News', 'speaking to reporters, he said', 'shouted at the judge', and the subject of 'was told by'. Undefined when the words there are content or source.
 */
export function addresseeOf(tokens: readonly Token[], attribution: Attribution, cue: Cue): Span | undefined {
  if (attribution.addressee) return withoutPossessive(tokens, attribution.addressee);
  const last = attribution.cue.at(-1);
  if (!last) return undefined;
  const end = firstTokenFrom(tokens, last.end);
  const taken = [...attribution.content, ...attribution.source];
  const free = (span: Span | undefined): Span | undefined =>
    span && !taken.some((other) => overlaps(other, span)) ? span : undefined;
  if (cue.isPassive) {
    const start = firstTokenFrom(tokens, attribution.cue[0]!.start);
    return cue.takesHearer ? free(phraseBefore(tokens, start)) : undefined;
  }
  const direct = cue.takesHearer ? free(phraseFrom(tokens, end)) : undefined;
  if (direct) return direct;
  if (!SPOKEN_TO.has(cue.cueClass ?? "")) return undefined;
  const at = towards(tokens, end, taken, cue.takesAt);
  const after = at === undefined ? undefined : free(phraseFrom(tokens, at));
  if (after) return after;
  const spoken = spokenBefore(tokens, firstTokenFrom(tokens, attribution.cue[0]!.start));
  return spoken === undefined ? undefined : free(phraseFrom(tokens, spoken));
}

/** Tokens before a cue that may tell to whom: 'In a long interview with the Gazette on Friday, Lee said'. */
const MAX_BEFORE = 25;
/** Verbs, as participles before the comma, that lead to a hearer: 'speaking to reporters', 'addressing the crowd'. */
const SPEAKING = /^(speaking|talking|testifying|writing)$/i;
const ADDRESSING = /^(addressing|briefing)$/i;

/** Index behind 'In an interview with', 'Speaking to', 'Addressing' where that opens the sentence. */
function spokenBefore(tokens: readonly Token[], cue: number): number | undefined {
  let first = cue;
  while (first > 0 && cue - first < MAX_BEFORE && tokens[first - 1]!.block === tokens[cue]!.block) {
    if (/^[.?!]$|^["”]$/.test(tokens[first - 1]!.text)) break;
    first--;
  }
  if (ADDRESSING.test(tokens[first]!.text)) return first + 1;
  if (SPEAKING.test(tokens[first]!.text))
    return /^(to|with|before)$/.test(tokens[first + 1]?.text ?? "") ? first + 2 : undefined;
  if (!/^in$/i.test(tokens[first]!.text)) return undefined;
  for (let i = first + 1; i < cue && tokens[i]!.text !== ","; i++) {
    const isTo =
      tokens[i]!.text === "to" && /^(letter|email|e-mail|note|message|memo|statement)$/.test(tokens[i - 1]!.lemma);
    if (isTo || (tokens[i]!.text === "with" && tokens[i - 1]!.lemma === "interview")) return i + 1;
  }
  return undefined;
}

/** 'told CNN’s “Early Start”': CNN. */
function withoutPossessive(tokens: readonly Token[], span: Span): Span {
  const last = tokens[firstTokenFrom(tokens, span.end) - 1];
  return last && last.start > span.start && /^['’]s?$/.test(last.text) ? { start: span.start, end: last.start } : span;
}

/** Index behind the 'to' after a cue, or behind 'letter to', 'interview with'. */
function towards(tokens: readonly Token[], from: number, taken: readonly Span[], takesAt: boolean): number | undefined {
  for (let i = from; i < tokens.length && i < from + MAX_GAP; i++) {
    const { text, pos, block } = tokens[i]!;
    if (block !== tokens[from]!.block || taken.some((span) => overlaps(span, tokens[i]!))) return undefined;
    const isTo = text === "to" && !/^(VERB|AUX)$/.test(tokens[i + 1]?.pos ?? "");
    if (i === from && (isTo || (takesAt && text === "at"))) return i + 1;
    if (i > from && isTo && tokens[i - 1]!.pos === "NOUN") return i + 1;
    if (text === "with" && tokens[i - 1]?.lemma === "interview") return i + 1;
    if (!/^(ADP|DET|ADJ|NOUN|PROPN|NUM)$/.test(pos)) return undefined;
  }
  return undefined;
}

const NOMINAL = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM"]);

/** What one tells without its being a hearer: 'told the truth about it'. */
const TOLD = /^(truth|lies?|story|stories|tales?|jokes?)$/i;

/** The noun phrase or object pronoun that starts at token `first`, with 'of …'; undefined when there is none. */
function phraseFrom(tokens: readonly Token[], first: number): Span | undefined {
  const opening = tokens[first];
  if (!opening) return undefined;
  if (/^(me|us|him|her|them|you|it|everyone|people)$/i.test(opening.text) && !isNominal(tokens, first + 1, first))
    return { start: opening.start, end: opening.end };
  let end = first;
  while (end < first + MAX_HEARER && isNominal(tokens, end, first)) end++;
  const last = tokens[end - 1]!;
  const isHearer = /^(NOUN|PROPN|NUM)$/.test(last.pos) || /^['’]s?$/.test(last.text);
  if (end === first || !isHearer || TOLD.test(last.text)) return undefined;
  return withoutPossessive(tokens, { start: opening.start, end: last.end });
}

function isNominal(tokens: readonly Token[], i: number, first: number): boolean {
  const token = tokens[i];
  if (!token || token.block !== tokens[first]!.block) return false;
  if (i > first && /^(the|an?)$/i.test(token.text) && tokens[i - 1]!.pos !== "ADP") return false;
  if (NOMINAL.has(token.pos) || /^(his|her|their|its|my|our)$/i.test(token.text))
    return !/^(that|this)$/i.test(token.text);
  if (i === first) return false;
  if (/^['’]s?$|^[-–.&]$/.test(token.text))
    return token.start === tokens[i - 1]!.end && tokens[i + 1] !== undefined && NOMINAL.has(tokens[i + 1]!.pos);
  return (
    /^(of|at|for|and)$/.test(token.text) && tokens[i + 1] !== undefined && /^(NOUN|PROPN|DET)$/.test(tokens[i + 1]!.pos)
  );
}

/** The noun phrase or pronoun that ends right before token `end`: the subject of a passive. */
function phraseBefore(tokens: readonly Token[], end: number): Span | undefined {
  const last = tokens[end - 1];
  if (!last || !/^(NOUN|PROPN|PRON)$/.test(last.pos)) return undefined;
  let first = end - 1;
  if (last.pos !== "PRON")
    while (
      first > 0 &&
      end - first < MAX_HEARER &&
      tokens[first - 1]!.block === last.block &&
      NOMINAL.has(tokens[first - 1]!.pos)
    )
      first--;
  return { start: tokens[first]!.start, end: last.end };
}
