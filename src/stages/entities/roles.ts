import type { Mention } from "../../model/mention.js";
import { headNoun, phraseEndingAt } from "./phrases.js";
import { type Scene, slice, tokenRange, wordAt } from "./scene.js";

/** What an article says a person is: tokens `first` up to `end`, with the noun that makes it a role. */
export interface Role {
  readonly first: number;
  readonly end: number;
  /** Lower case, singular: 'president'. */
  readonly noun: string;
  /** True for a phrase of its own after a comma or verb, which is a mention too; false for a title. */
  readonly isPhrase: boolean;
}

/** Longest apposition, in tokens; a longer stretch between commas is a clause. */
const MAX_APPOSITION = 18;
const ARTICLES: ReadonlySet<string> = new Set([
  "the",
  "a",
  "an",
  "this",
  "that",
  "his",
  "her",
  "their",
  "its",
  "our",
  "my",
]);

/**
 * Roles beside a name, as written: titles before it ('now-impeached President', 'Secretary of State'), appositions on
 * either side ('…, a doctor,'), and 'who is …', 'is the …'. Refuses 'his friend, the senator said'.
 */
export function rolesOf(scene: Scene, name: Mention): readonly Role[] {
  const { first, end } = tokenRange(scene, name);
  return [
    titleBefore(scene, first),
    appositionBefore(scene, first),
    appositionAfter(scene, end),
    copula(scene, end),
  ].filter((role) => role !== undefined);
}

function titleBefore(scene: Scene, nameFirst: number): Role | undefined {
  let at = nameFirst - 1;
  if (scene.lexicons.honorifics.has(scene.tokens[at]?.text ?? "")) at--;
  const office = officeEndingAt(scene, at);
  const head = headNoun(scene, wordAt(scene, office));
  if (head?.type !== "person" || scene.sentenceOf[office] !== scene.sentenceOf[nameFirst]) return undefined;
  const phrase = phraseEndingAt(scene, office, head);
  let { first } = phrase;
  while (first < office && ARTICLES.has(wordAt(scene, first))) first++;
  return { first, end: at + 1, noun: head.noun, isPhrase: false };
}

/** The token that makes an office of what ends at `at`: 'Secretary' in 'Secretary of State', 'chief' in 'chief of staff'. */
function officeEndingAt(scene: Scene, at: number): number {
  for (let i = at; i > Math.max(0, at - 4); i--) {
    if (wordAt(scene, i) === "of" && headNoun(scene, wordAt(scene, i - 1))?.type === "person") return i - 1;
    if (scene.tokens[i]?.pos !== "PROPN" && scene.tokens[i]?.pos !== "NOUN") break;
  }
  return at;
}

/** 'Its chief executive, Tim Reed, said'. */
function appositionBefore(scene: Scene, nameFirst: number): Role | undefined {
  if (wordAt(scene, nameFirst - 1) !== ",") return undefined;
  const at = nameFirst - 2;
  const head = headNoun(scene, wordAt(scene, at));
  if (head?.type !== "person" || head.isPlural) return undefined;
  const { first, end, kind } = phraseEndingAt(scene, at, head);
  return kind === "bare" || end - first < 2 ? undefined : { first, end, noun: head.noun, isPhrase: true };
}

/** 'Andrew Reed, the foundation chair at the institute, told'. */
function appositionAfter(scene: Scene, nameEnd: number): Role | undefined {
  let from = nameEnd;
  // 'Ann Reed, 42, a teacher'
  if (wordAt(scene, from) === "," && /^\d+$/.test(wordAt(scene, from + 1))) from += 2;
  if (wordAt(scene, from) !== ",") return undefined;
  if (/^who$/.test(wordAt(scene, from + 1))) return copula(scene, from + 2);
  return phraseFrom(scene, from + 1);
}

/** 'Reed is a practising doctor', with the name before `from`. */
function copula(scene: Scene, from: number): Role | undefined {
  let at = from;
  if (wordAt(scene, at) === "who") at++;
  if (!/^(is|was|became|remains)$/.test(wordAt(scene, at))) return undefined;
  const phrase = phraseFrom(scene, at + 1);
  return phrase && /^(a|an|the|now|currently)$/.test(wordAt(scene, at + 1)) ? phrase : undefined;
}

/** The phrase that starts at token `from` and has a role noun as its head, up to a comma, a stop or a verb. */
function phraseFrom(scene: Scene, from: number): Role | undefined {
  const { tokens, sentenceOf } = scene;
  let noun: string | undefined;
  let end = from;
  for (; end < tokens.length && end < from + MAX_APPOSITION; end++) {
    const token = tokens[end]!;
    if (sentenceOf[end] !== sentenceOf[from - 1] || /^[,;:.!?()“”"—–]$/.test(token.text)) break;
    if (token.pos === "AUX" || /^(who|which|that|whose)$/.test(token.text)) break;
    if (token.pos === "VERB" && !isModifier(scene, end)) break;
    if (noun === undefined && token.pos === "ADP") return undefined;
    if (noun === undefined && token.pos === "CCONJ") return undefined;
    const head = noun === undefined ? headNoun(scene, token.text) : undefined;
    const next = tokens[end + 1];
    const isLast = !next || !["NOUN", "PROPN"].includes(next.pos) || sentenceOf[end + 1] !== sentenceOf[end];
    if (head?.type === "person" && !head.isPlural && isLast) noun = head.noun;
  }
  if (noun === undefined || end <= from || end >= from + MAX_APPOSITION) return undefined;
  if (end - from === 1 && !ARTICLES.has(wordAt(scene, from)) && tokens[end]?.text !== ",") return undefined;
  return { first: from, end, noun, isPhrase: true };
}

/** 'practising' in 'a practising doctor': a verb form between a determiner and a noun. */
const isModifier = ({ tokens }: Scene, index: number): boolean =>
  /(ing|ed|en)$/.test(tokens[index]!.text) && ["NOUN", "ADJ", "PROPN"].includes(tokens[index + 1]?.pos ?? "");

/** A role's text as written. */
export const roleText = (scene: Scene, role: Role): string => slice(scene, role.first, role.end);
