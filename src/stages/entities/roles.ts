import type { Mention } from "../../model/mention.js";
import type { WrittenRole } from "./cluster.js";
import { headNoun, phraseEndingAt } from "./phrases.js";
import { type Scene, slice, tokenRange, wordAt } from "./scene.js";

/** What an article says a person is: tokens `first` up to `end`, with the noun that makes it a role. */
export interface Role {
  readonly first: number;
  readonly end: number;
  /** Lower case, singular: 'president'. */
  readonly noun: string;
  /**
   * A title before the name ('Mayor'), a phrase of its own after a comma or verb, both mentions too; or a note that is
   * none: a rank before the name ('Sen.'), a party and state behind it ('D-Ore.'), what somebody was appointed.
   */
  readonly kind: "title" | "phrase" | "note";
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
 * Roles beside a name, as written: titles before it ('now-impeached President', 'Secretary of State', 'Sen.'), appositions
 * on either side ('…, a doctor,', '(D-Ore.)'), 'who is …', 'is the …', 'was appointed …'. Refuses 'his friend, the senator
 * said' and 'became the first woman to lead it'.
 */
export function rolesOf(scene: Scene, name: Mention): readonly Role[] {
  const { first, end } = tokenRange(scene, name);
  return [
    titleBefore(scene, first),
    appositionBefore(scene, first),
    appositionAfter(scene, end),
    copula(scene, end),
    appointed(scene, end),
    partyAfter(scene, end),
  ].filter((role) => role !== undefined);
}

function titleBefore(scene: Scene, nameFirst: number): Role | undefined {
  let at = nameFirst - 1;
  const title = scene.tokens[at]?.text ?? "";
  if (scene.lexicons.honorifics.has(title)) at--;
  const office = officeEndingAt(scene, at);
  const head = headNoun(scene, wordAt(scene, office));
  if (head?.type !== "person" || scene.sentenceOf[office] !== scene.sentenceOf[nameFirst]) {
    const noun = scene.lexicons.offices.get(title);
    return noun === undefined
      ? undefined
      : { first: rankFrom(scene, nameFirst - 1), end: nameFirst, noun, kind: "note" };
  }
  let first = withOffice(scene, phraseEndingAt(scene, office, head).first, startsCapital);
  while (first < office && ARTICLES.has(wordAt(scene, first))) first++;
  return { first, end: at + 1, noun: head.noun, kind: "title" };
}

/** Where a rank begins: 'Lt.' in 'Lt. Gov.', 'Ohio' in 'Ohio Gov.'. */
function rankFrom({ tokens, sentenceOf, lexicons }: Scene, last: number): number {
  let first = last;
  while (sentenceOf[first - 1] === sentenceOf[last] && lexicons.offices.has(tokens[first - 1]!.text)) first--;
  const isPlace = sentenceOf[first - 1] === sentenceOf[last] && lexicons.places.has(tokens[first - 1]!.text);
  return isPlace ? first - 1 : first;
}

const startsCapital = ({ tokens }: Scene, index: number): boolean => /^\p{Lu}/u.test(tokens[index]!.text);

/** Where a phrase begins with the office before its own: 'Deputy Prime Minister and' + 'Finance Minister'. */
function withOffice(scene: Scene, first: number, isFit: (scene: Scene, index: number) => boolean): number {
  if (wordAt(scene, first - 1) !== "and" || scene.sentenceOf[first - 2] !== scene.sentenceOf[first]) return first;
  const head = headNoun(scene, wordAt(scene, first - 2));
  if (head?.type !== "person" || head.isPlural || !isFit(scene, first - 2)) return first;
  return phraseEndingAt(scene, first - 2, head).first;
}

/** The token that makes an office of what ends at `at`: 'Secretary' in 'Secretary of State' and 'Secretary-elect'. */
function officeEndingAt(scene: Scene, at: number): number {
  if (/^(?:designate|elect)$/.test(wordAt(scene, at)) && /^[-‐‑]$/.test(wordAt(scene, at - 1))) return at - 2;
  if (wordAt(scene, at) === "of") return at; // 'Chief Executive of' + a firm taken for a person
  for (let i = at; i > Math.max(0, at - 4); i--) {
    if (wordAt(scene, i) === "of" && headNoun(scene, wordAt(scene, i - 1))?.type === "person") return i - 1;
    if (!/^(?:ADJ|DET|NOUN|PROPN)$/.test(scene.tokens[i]?.pos ?? "")) break;
  }
  return at;
}

/** 'Its chief executive, Tim Reed, said', 'The then-mayor of Holm, Tim Reed,', 'Her co-founder and chair, Tim Reed,'. */
function appositionBefore(scene: Scene, nameFirst: number): Role | undefined {
  if (wordAt(scene, nameFirst - 1) !== ",") return undefined;
  const at = officeEndingAt(scene, nameFirst - 2);
  const head = headNoun(scene, wordAt(scene, at));
  if (head?.type !== "person" || head.isPlural || scene.sentenceOf[at] !== scene.sentenceOf[nameFirst])
    return undefined;
  const own = phraseEndingAt(scene, at, head);
  const first = withOffice(scene, own.first, () => true);
  const isBare = first === own.first ? own.kind === "bare" : !isDetermined(scene, first);
  return isBare || at + 1 - first < 2 ? undefined : { first, end: nameFirst - 1, noun: head.noun, kind: "phrase" };
}

const isDetermined = (scene: Scene, first: number): boolean =>
  ARTICLES.has(wordAt(scene, first)) || /^['’]s?$/.test(wordAt(scene, first + 1));

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

/** 'Reed was appointed director of the museum': what follows, with the name before `from`. */
function appointed(scene: Scene, from: number): Role | undefined {
  let at = from;
  while (at < from + 3 && /^(?:has|had|is|was|been|later|then)$/.test(wordAt(scene, at))) at++;
  if (at === from || !/^(?:appointed|elected|named|re-?appointed|re-?elected)$/.test(wordAt(scene, at)))
    return undefined;
  if (wordAt(scene, at + 1) === "as") at++;
  const role = phraseFrom(scene, at + 1);
  if (role === undefined) return undefined;
  let end = role.first;
  while (end < role.end && !isWhen(scene, end)) end++;
  return { ...role, end, kind: "note" };
}

/** Where 'director of the museum' ends in 'director of the museum on Monday', '… in 2019', '… last week'. */
const isWhen = (scene: Scene, at: number): boolean =>
  /^(?:after|by|earlier|last|on|since|this|until)$/.test(wordAt(scene, at)) ||
  (wordAt(scene, at) === "in" && /^\d/.test(wordAt(scene, at + 1)));

/** 'Reed (D-Ore.)', 'Reed, R-Texas,'. */
function partyAfter({ tokens }: Scene, from: number): Role | undefined {
  if (!/^[(,]$/.test(tokens[from]?.text ?? "")) return undefined;
  const first = from + 1;
  let end = first;
  while (end < first + 5 && !/^[),;]$/.test(tokens[end]?.text ?? ")")) end++;
  const words = tokens.slice(first, end);
  const isGlued = words.every((token, i) => i < 3 || token.start <= words[i - 1]!.end + 1);
  const isParty = /^[DIR][-–]\p{Lu}/u.test(words.map(({ text }) => text).join(""));
  return isParty && isGlued ? { first, end, noun: "lawmaker", kind: "note" } : undefined;
}

/** The phrase that starts at token `from` and has a role noun as its head, up to a comma, a stop or a verb. */
function phraseFrom(scene: Scene, from: number): Role | undefined {
  const { tokens, sentenceOf } = scene;
  let noun: string | undefined;
  let unlisted: string | undefined;
  let end = from;
  for (; end < tokens.length && end < from + MAX_APPOSITION; end++) {
    const token = tokens[end]!;
    if (sentenceOf[end] !== sentenceOf[from - 1] || /^[,;:.!?()“”"—–]$/.test(token.text)) break;
    if (token.pos === "AUX" || /^(who|which|that|whose)$/.test(token.text)) break;
    if (token.pos === "VERB" && !isModifier(scene, end)) break;
    if (noun === undefined && token.pos === "ADP") unlisted = nounOfOne(scene, from, end);
    if (noun === undefined && token.pos === "ADP" && unlisted === undefined) return undefined;
    noun ??= unlisted;
    if (noun === undefined && token.pos === "CCONJ") return undefined;
    const head = noun === undefined ? headNoun(scene, token.text) : undefined;
    const next = tokens[end + 1];
    const isLast = !next || !["NOUN", "PROPN"].includes(next.pos) || sentenceOf[end + 1] !== sentenceOf[end];
    if (head?.type === "person" && !head.isPlural && isLast) noun = head.noun;
  }
  unlisted ??= noun === undefined ? nounOfOne(scene, from, end) : undefined;
  noun ??= unlisted;
  if (unlisted !== undefined && !/^[,;.:]$/.test(wordAt(scene, end))) return undefined; // 'Reed, an owner said'
  if (noun === undefined || end <= from || end >= from + MAX_APPOSITION) return undefined;
  while (/^(?:and|or)$/.test(wordAt(scene, end - 1))) end--;
  if (wordAt(scene, end - 1) === "to") return undefined; // 'the first woman to lead it' tells no role
  if (end - from === 1 && !ARTICLES.has(wordAt(scene, from)) && tokens[end]?.text !== ",") return undefined;
  return { first: from, end, noun, kind: "phrase" };
}

/**
 * The noun of 'a lineman', 'a Democrat', which no list has, with the phrase cut at token `end`: by its ending, or a party's
 * or a people's name.
 */
function nounOfOne(scene: Scene, from: number, end: number): string | undefined {
  const last = scene.tokens[end - 1];
  if (!/^an?$/.test(wordAt(scene, from)) || end - from < 2 || last === undefined) return undefined;
  const isAgent = last.pos === "NOUN" && /(?:man|woman|ist|ian|eer|[^t]er|or)$/.test(last.text);
  return isAgent || scene.lexicons.demonyms.has(last.text) ? last.text.toLowerCase() : undefined;
}

/** 'practising' in 'a practising doctor': a verb form between a determiner and a noun. */
const isModifier = ({ tokens }: Scene, index: number): boolean =>
  /(ing|ed|en)$/.test(tokens[index]!.text) && ["NOUN", "ADJ", "PROPN"].includes(tokens[index + 1]?.pos ?? "");

/** A role as written. */
export const writtenRole = (scene: Scene, { first, end }: Role): WrittenRole => ({
  text: slice(scene, first, end),
  start: scene.tokens[first]!.start,
  end: scene.tokens[end - 1]!.end,
});
