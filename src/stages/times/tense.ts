import type { TimeLexicons } from "../../lexicons/time-lexicons.js";
import type { Token } from "../../model/token.js";

/** Where the verb that governs a time expression puts it, seen from the writing. */
export type Tense = "past" | "present" | "future";

/** The verb a time hangs on: its tense, and whether it stands close enough for a sure tie. */
export interface Governor {
  readonly tense: Tense;
  readonly isNear: boolean;
  /** True when it was found after the expression: 'Until Friday they had'. */
  readonly isAfter: boolean;
  /** True for 'was due', 'had been scheduled': the day may be over or to come. */
  readonly wasPlanned?: boolean;
}

/** The lists that tell tense where the form does not. */
export type TenseWords = Pick<TimeLexicons, "futureCues" | "futureAuxiliaries" | "unmarkedPast" | "intentions">;

const STOPS = new Set([";", ":", "”", "“", '"', "``", "''", "--", "—"]);
const VERB_REACH = 40; // tokens looked through each way; also what keeps an endless sentence cheap
const PRESENT_REACH = 7; // the same for a present verb that acts: 'goes to the polls on'
const NEAR_VERB = 3; // tokens between a verb and the time it surely governs: 'expires on Nov.'
const STATIVE = new Set(["be", "have", "say", "know", "think", "follow", "live", "show", "do"]);
const TURNS = new Set(["but", "while", "although", "though", "whereas"]);
const PAST_AUXILIARIES = new Set(["was", "were", "had", "did", "has", "have", "having"]);
const PRESENT_BE = new Set(["is", "are", "am", "'s", "'re", "'m", "’s", "’re", "’m"]);
const FUTURE_PREPOSITIONS = new Set(["until", "till", "by"]);

/**
 * The verb nearest to an expression: first back to the start of the clause ('said Friday'), then forward ('On Friday she
 * will'). Null when the sentence has none. `from` and `to` are the expression's tokens, `first` and `end` the sentence's.
 */
export function governorOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  first: number,
  end: number,
  words: TenseWords,
): Governor | null {
  let weak: Governor | null = null;
  for (let i = from - 1; i >= Math.max(first, from - VERB_REACH); i--) {
    if (startsClause(tokens, i)) break;
    const tense = tenseOf(tokens, i, first, end, words);
    if (tense === null) continue;
    const isNear = from - i <= NEAR_VERB;
    if (tense === "future") return { tense, isNear, isAfter: false, wasPlanned: isPlanOfPast(tokens, i, first, words) };
    if (tense === "past") return { tense, isNear, isAfter: false };
    // 'leaves Friday' looks ahead; a present verb farther off ('is the man who') says little.
    const acts = isNear || (from - i <= PRESENT_REACH && agrees(tokens, i, first));
    if (acts && !STATIVE.has(tokens[i]!.lemma)) return { tense: "future", isNear, isAfter: false };
    // 'the vote is Friday', 'is on Friday'
    const isAdjacent = from - i === 1 || (from - i === 2 && tokens[i + 1]!.text === "on");
    if (isAdjacent && PRESENT_BE.has(tokens[i]!.text.toLowerCase())) return { tense: "future", isNear, isAfter: false };
    weak ??= { tense, isNear, isAfter: false };
  }
  if (weak !== null) return weak;
  for (let i = to; i < Math.min(end, to + VERB_REACH); i++) {
    const tense = tenseOf(tokens, i, first, end, words);
    if (tense === null) continue;
    const isComing = i > to && tense === "present" && !STATIVE.has(tokens[i]!.lemma); // 'On Friday the court meets'
    return { tense: isComing ? "future" : tense, isNear: false, isAfter: true };
  }
  return null;
}

/** 'goes', 'voters go'; not 'a rescue drill', whose noun was tagged as a verb. */
const agrees = (tokens: readonly Token[], i: number, first: number): boolean =>
  tokens[i]!.text.endsWith("s") || (i > first && /(?:s|^I|^we|^you|^they|^who)$/i.test(tokens[i - 1]!.text));

const PLAN_REACH = 6; // tokens from the verb back to 'was' in 'was due to speak', 'had been scheduled to be played'

/** True when 'was', 'were' or 'had' stands before a word for a plan: 'was due in court', 'had been scheduled to speak'. */
function isPlanOfPast(tokens: readonly Token[], i: number, first: number, words: TenseWords): boolean {
  let isPlan = false;
  for (let k = i; k >= Math.max(first, i - PLAN_REACH); k--) {
    const lower = tokens[k]!.text.toLowerCase();
    isPlan ||= words.futureCues.has(lower);
    if (tokens[k]!.pos !== "AUX" || k === i || lower === "be" || lower === "been") continue;
    return isPlan && ["was", "were", "had"].includes(lower);
  }
  return false;
}

/** A mark or a word such as 'but' behind which the verb is another clause's. */
function startsClause(tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i]!;
  return STOPS.has(text) || TURNS.has(text.toLowerCase()) || (text === "and" && tokens[i - 1]?.text === ",");
}

function tenseOf(tokens: readonly Token[], i: number, first: number, end: number, words: TenseWords): Tense | null {
  const token = tokens[i]!;
  const lower = token.text.toLowerCase();
  if (words.futureCues.has(lower) && isCue(tokens, i, first)) return "future";
  if (token.pos !== "VERB" && token.pos !== "AUX") return null;
  if (lower.endsWith("ing")) return tenseOfIng(tokens, i, first);
  if (words.futureAuxiliaries.has(lower)) return isRefusal(tokens, i, end) ? "past" : "future";
  const under = auxiliaryBefore(tokens, i, first);
  const auxiliary = under === null ? null : tokens[under]!.text.toLowerCase();
  if (auxiliary === "to") {
    // 'rules to be published in May': what is to be done is not done yet
    return tokens[i - 1]?.text === "be" || isIntended(tokens, i, first, words) ? "future" : null;
  }
  if (under !== null && auxiliary !== null && words.futureAuxiliaries.has(auxiliary))
    return isRefusal(tokens, under, end) ? "past" : "future";
  if ((lower === "has" || lower === "have") && !leadsParticiple(tokens, i)) return "present";
  if (PAST_AUXILIARIES.has(lower)) return "past";
  if (PRESENT_BE.has(lower)) return "present";
  if (auxiliary !== null && PAST_AUXILIARIES.has(auxiliary)) return "past";
  if (auxiliary !== null && PRESENT_BE.has(auxiliary)) {
    const isNoun = lower === token.lemma && !words.unmarkedPast.has(lower); // 'is part of', tagged as a verb
    return isNoun ? null : "present";
  }
  if (words.unmarkedPast.has(lower)) return "past";
  if (isPastForm(token)) return isAttribute(tokens, i, first) ? null : "past";
  return isNounAfterAll(tokens, i, first) ? null : "present";
}

const REFUSED = new Set(["say", "comment", "discuss", "confirm", "elaborate", "specify", "disclose", "identify"]);
const DENIALS = new Set(["not", "n't", "n’t"]);
const REFUSAL_REACH = 8; // tokens from 'could not' to a limit that moves it ahead: 'could not be opened before Monday'

/** 'could not be reached', 'would not comment', 'neither could be found': what reporters write of a day that is over. */
function isRefusal(tokens: readonly Token[], i: number, end: number): boolean {
  const lower = tokens[i]!.text.toLowerCase();
  const isDenied = DENIALS.has(tokens[i + 1]?.text.toLowerCase() ?? "");
  if (lower === "would") return isDenied && REFUSED.has(tokens[i + 2]?.lemma ?? "");
  if (lower !== "could" || !(isDenied || followsNeither(tokens, i))) return false;
  for (let k = i + 2; k < Math.min(end, i + REFUSAL_REACH); k++) if (LIMITS.has(tokens[k]!.text)) return false;
  return true;
}

const LIMITS = new Set(["until", "till", "before"]);

const followsNeither = (tokens: readonly Token[], i: number): boolean => {
  for (let k = i - 1; k >= Math.max(0, i - REFUSAL_REACH); k--)
    if (["neither", "nor", "none"].includes(tokens[k]!.text.toLowerCase())) return true;
  return false;
};

/** 'has agreed', 'have now been'; not 'has until Friday'. */
function leadsParticiple(tokens: readonly Token[], i: number): boolean {
  let k = i + 1;
  while (tokens[k]?.pos === "ADV" || tokens[k]?.pos === "PART") k++;
  return tokens[k]?.pos === "VERB" || tokens[k]?.pos === "AUX";
}

/** 'a televised address', 'a request for comment', tagged as verbs: what a determiner, adjective or preposition leads is none. */
function isNounAfterAll(tokens: readonly Token[], i: number, first: number): boolean {
  const before = i === first ? undefined : tokens[i - 1];
  if (before === undefined) return false;
  const isObject = before.pos === "VERB" && before.text.toLowerCase() === before.lemma; // 'return calls'
  if (isObject || before.text === "for" || ["DET", "ADJ", "ADP"].includes(before.pos)) return true;
  return before.pos === "VERB" && before.text.endsWith("ed");
}

/** 'of renewed fighting', 'the suspended talks': a participle before its noun. */
function isAttribute(tokens: readonly Token[], i: number, first: number): boolean {
  const before = i === first ? undefined : tokens[i - 1];
  const next = tokens[i + 1];
  const isLed = before !== undefined && (before.pos === "DET" || (before.pos === "ADP" && before.text !== "to"));
  return isLed && (next?.pos === "NOUN" || (next?.pos === "VERB" && next.text.endsWith("ing")));
}

const INTENT_REACH = 6; // tokens from 'to' back to the word that makes what follows a plan: 'agreed with both sides to'

/** True when an infinitive is a plan ('agreed to meet') and no purpose of something done ('flew there to meet'). */
function isIntended(tokens: readonly Token[], i: number, first: number, words: TenseWords): boolean {
  for (let k = i - 1; k >= first && k >= i - INTENT_REACH; k--) {
    const token = tokens[k]!;
    if (token.lemma === "be" && tokens[k + 1]?.text === "to") return true; // 'jurors are to return'
    if (words.intentions.has(token.lemma) || words.futureCues.has(token.text.toLowerCase())) return true;
  }
  return false;
}

/** 'is due', 'scheduled for'; not 'he was expected'. */
function isCue(tokens: readonly Token[], i: number, first: number): boolean {
  const token = tokens[i]!;
  const next = tokens[i + 1]?.text.toLowerCase() ?? "";
  const before = i === first ? undefined : tokens[i - 1];
  const lower = token.text.toLowerCase();
  if (token.lemma === "set" || token.lemma === "bind") return next === "for" || next === "to";
  if (lower === "about") return next === "to"; // 'about to leave', not 'at about 6 a.m.'
  if (lower === "due" && next === "to") return ["VERB", "AUX"].includes(tokens[i + 2]?.pos ?? ""); // not 'due to snow'
  if (lower === "forecast") return before?.pos === "AUX" || next === "to"; // not 'it forecast in May'
  if (!token.text.endsWith("ed") || token.pos !== "VERB") return token.pos !== "ADP" && token.pos !== "NOUN";
  const beyond = i - 1 === first ? undefined : tokens[i - 2];
  return before?.text !== "had" && !(before?.text === "been" && beyond?.text === "had") && before?.pos !== "PRON";
}

/** 'is meeting' looks ahead, 'was meeting' back; a bare 'arriving' says nothing. */
function tenseOfIng(tokens: readonly Token[], i: number, first: number): Tense | null {
  const under = auxiliaryBefore(tokens, i, first);
  if (under === null) return null;
  const auxiliary = tokens[under]!.text.toLowerCase();
  if (PRESENT_BE.has(auxiliary)) return "future";
  return PAST_AUXILIARIES.has(auxiliary) ? "past" : null;
}

/** Place of the auxiliary or 'to' that a verb stands under, adverbs, 'not' and 'be' skipped. */
function auxiliaryBefore(tokens: readonly Token[], i: number, first: number): number | null {
  for (let k = i - 1; k >= first && k >= i - 4; k--) {
    const token = tokens[k]!;
    const lower = token.text.toLowerCase();
    if (lower === "be" || lower === "been" || token.pos === "ADV" || lower === "not" || lower === "n't") continue;
    return token.pos === "AUX" || lower === "to" ? k : null;
  }
  return null;
}

const isPastForm = (token: Token): boolean => {
  const lower = token.text.toLowerCase();
  if (lower.endsWith("ed")) return true;
  return lower !== token.lemma && !lower.endsWith("s") && !lower.endsWith("ing");
};

/** True when the words before say that the time is an end yet to come: 'by Friday', 'until May'. */
export const isDeadline = (word: string | undefined): boolean => word !== undefined && FUTURE_PREPOSITIONS.has(word);
