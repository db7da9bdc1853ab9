import type { CueMeaning, Presentation } from "../../model/cue.js";
import type { Attitude, Attribution } from "../../model/quote.js";
import { overlaps } from "../../model/span.js";
import type { Token } from "../../model/token.js";
import { type CueHead, cueHead } from "./cue-head.js";
import { firstTokenFrom, tokensIn } from "./head-word.js";
import type { MeaningLexicon, Sense } from "./meaning-lexicon.js";

/** What a cue means, and the attitude it gives its attribution. */
export interface Meaning extends CueMeaning {
  readonly attitude: Attitude;
  /** True for a verb that names its hearer without a preposition: 'tell', 'ask'. */
  readonly takesHearer: boolean;
  /** True for a verb of which 'at' leads to the hearer: 'shout'. */
  readonly takesAt: boolean;
  /** A form of 'be' with a participle: 'was told'. */
  readonly isPassive: boolean;
}

type Parts = Pick<Attribution, "cue" | "content" | "source" | "kind">;

/**
 * The meaning of an attribution's cue: 'promised to' is an eventuality, 'promised that' too, 'noticed' a fact; 'did not
 * deny' leaves the content open. A cue that no table knows has no class, unless it stands beside direct speech ('“Go,” he
 * croaked', 'his verdict: “Go.”': say); its attitude then is an assertion before a that-clause or in quotation marks, else an eventuality, so
 * that nothing unknown is counted among what was said.
 */
export function meaningOf(tokens: readonly Token[], parts: Parts, lexicon: MeaningLexicon): Meaning {
  const cue = parts.cue.flatMap((span) => tokensIn(tokens, span));
  const words = cue.filter(({ text }) => /\p{L}/u.test(text));
  if (words.length === 0) return wordless(parts, cue.length > 0);
  const found = cueHead(tokens, cue, lexicon);
  if (!found && parts.kind === "direct") return wordless(parts, true);
  if (!found) return { ...NO_HEARER, attitude: unknownAttitude(parts, undefined) };
  const form = formOf(tokens, parts, found.head, firstTokenFrom(tokens, cue.at(-1)!.end));
  const isPassive = found.isVerb && !tokens[found.head]!.text.endsWith("ing") && isAfterBe(tokens, found.head);
  const sense = found.isPhrase ? found.sense : (constructionOf(found, form, isPassive, lexicon) ?? found.sense);
  const isOrder = sense?.class === "order" && form.content === "to do";
  const takesHearer = found.isVerb && (isOrder || found.sense?.takesHearer === true);
  const cueLemma = sense?.shown ?? shownLemma(found, form, sense, lexicon);
  const known = { cueLemma, takesHearer, takesAt: found.sense?.takesAt === true, isPassive };
  if (!sense) {
    if (parts.kind === "direct") return { ...known, attitude: "assertion", cueClass: "say", presentedAs: "said" };
    return { ...known, attitude: unknownAttitude(parts, form.content) };
  }
  const presentedAs = presentationOf(sense, isNegated(tokens, parts, found.head, lexicon), form, lexicon);
  return { ...known, attitude: sense.attitude, cueClass: sense.class, ...(presentedAs && { presentedAs }) };
}

const NO_HEARER = { takesHearer: false, takesAt: false, isPassive: false };

/** A colon or dash after a name gives its words; a quotation without any cue is somebody's words as well. */
const wordless = ({ kind }: Parts, isMarked: boolean): Meaning => ({
  ...NO_HEARER,
  attitude: "assertion",
  ...(isMarked && { cueClass: "say" }),
  ...((isMarked || kind === "direct") && { presentedAs: "said" }),
});

const unknownAttitude = ({ kind }: Parts, content: string | undefined): Attitude =>
  kind === "direct" || (kind === "mixed" && content !== "to") || content === "that" ? "assertion" : "eventuality";

/** How a cue is followed. */
interface Form {
  /** The word right behind the head, 'to do' for the 'to' of an infinitive; empty when there is none. */
  readonly next: string;
  /** True when that word is part of the cue. */
  readonly isInside: boolean;
  /** How the content that follows begins; 'np' is all that is neither a clause nor an infinitive. */
  readonly content: "that" | "to do" | "wh" | "whether" | "np";
}

function formOf(tokens: readonly Token[], { content, kind }: Parts, head: number, end: number): Form {
  const span = content.find(({ start }) => start >= tokens[head]!.end);
  const opening = span && firstTokenFrom(tokens, span.start);
  const word = opening === undefined ? "" : wordAt(tokens, opening);
  const isClause = /^(that|whether|to do)$/.test(word) && kind !== "direct";
  return {
    next: wordAt(tokens, head + 1),
    isInside: head + 1 < end,
    content: isClause ? (word as Form["content"]) : QUESTION.test(word) ? "wh" : "np",
  };
}

const QUESTION = /^(what|when|where|who|why|how|if|which)$/;

/** A token's word in lower case; 'to do' for the 'to' of an infinitive. */
function wordAt(tokens: readonly Token[], index: number): string {
  const word = tokens[index]?.text.toLowerCase() ?? "";
  const isInfinitive = word === "to" && /^(VERB|AUX|ADV|PART)$/.test(tokens[index + 1]?.pos ?? "");
  return isInfinitive ? "to do" : word;
}

function constructionOf(
  { lemma }: CueHead,
  { next, content }: Form,
  isPassive: boolean,
  { constructions }: MeaningLexicon,
): Sense | undefined {
  const keys = [next, content === "whether" ? "wh" : content].flatMap((part) => [
    ...(isPassive ? [`be ${lemma} ${part}`] : []),
    `${lemma} ${part}`,
  ]);
  return keys.map((key) => constructions.get(key)).find((sense) => sense !== undefined);
}

/** 'was reportedly told', 'has been expected'. */
function isAfterBe(tokens: readonly Token[], head: number): boolean {
  for (let i = head - 1; i >= 0 && i > head - MAX_GROUP; i--) {
    const { pos, lemma } = tokens[i]!;
    if (/^(be|get)$/.test(lemma)) return true;
    if (!GROUP.has(pos)) return false;
  }
  return false;
}

/** Tokens before a verb that are looked at for its auxiliaries and negation. */
const MAX_GROUP = 8;
const GROUP = new Set(["AUX", "ADV", "PART"]);

function shownLemma(
  { lemma, isPhrase }: CueHead,
  { next, isInside }: Form,
  sense: Sense | undefined,
  { constructions }: MeaningLexicon,
): string {
  if (isPhrase || !isInside) return lemma;
  const belongs =
    sense?.particles.has(next) || constructions.has(`${lemma} ${next}`) || /^(out|up|down|off|back|away)$/.test(next);
  return belongs && next !== "to do" ? `${lemma} ${next}` : lemma;
}

function presentationOf(
  sense: Sense,
  negated: boolean,
  { content }: Form,
  { classes }: MeaningLexicon,
): Presentation | undefined {
  const presented = classes.get(sense.class)!;
  // 'will decide whether' settles nothing; 'asked whether' and 'doubts whether' say what they say
  if (content === "whether" && presented.plain !== "asked" && presented.plain !== "doubted") return "open";
  // 'did not know that the bridge was closed': it was
  if (sense.class === "know" && negated && content === "that") return presented.plain;
  return negated ? presented.negated : presented.plain;
}

/** True when an odd number of negations stands before the cue's head, or is its source ('nobody said'). */
function isNegated(tokens: readonly Token[], { source }: Parts, head: number, { negators }: MeaningLexicon): boolean {
  const negates = (token: Token | undefined): boolean =>
    token !== undefined && (negators.has(token.lemma.toLowerCase()) || negators.has(token.text.toLowerCase()));
  let count = 0;
  for (let i = head - 1; i >= 0 && i > head - MAX_GROUP; i--) {
    const token = tokens[i]!;
    if (source.some((span) => overlaps(span, token))) break;
    if (negates(token) && (!/^(VERB|NOUN|ADJ)$/.test(token.pos) || governs(tokens[i + 1]!))) count++;
    else if (!GROUP.has(token.pos) && token.text !== "of") break;
  }
  const [first, second] = source[0] ? tokensIn(tokens, source[0]) : [];
  const isNobody =
    /^(no|nobody|none|neither)$/i.test(first?.text ?? "") && second?.text !== "." && second?.pos !== "NUM";
  return (count + (isNobody ? 1 : 0)) % 2 === 1;
}

/** What follows a verb, noun or adjective that turns the cue round: 'refused to say', 'stopped short of saying', 'denied saying'. */
const governs = (next: Token): boolean => /^(to|of)$/.test(next.text) || next.text.endsWith("ing");
