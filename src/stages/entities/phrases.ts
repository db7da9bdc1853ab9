import type { EntityType } from "../../model/mention.js";
import type { Gender } from "../names/lexicons.js";
import { isPossessive, type Scene, wordAt } from "./scene.js";

/** What a head noun tells: 'officials' is of people, many; 'company' an organization. */
export interface HeadNoun {
  /** Lower case, singular. */
  readonly noun: string;
  readonly type: EntityType;
  readonly gender: Gender;
  readonly isPlural: boolean;
}

/** A phrase about somebody or something by a common noun: tokens `first` up to `end`, the head last. */
export interface Phrase {
  readonly first: number;
  readonly end: number;
  readonly head: HeadNoun;
  /** How it opens: 'the', 'this' and bare possessors make it definite, 'a', 'one' and 'another' indefinite. */
  readonly kind: "definite" | "indefinite" | "bare";
}

const DEFINITE: ReadonlySet<string> = new Set(["the", "this", "that", "these", "those"]);
const OWNERS: ReadonlySet<string> = new Set(["his", "her", "their", "its", "my", "our", "your"]);
const CORE: ReadonlySet<string> = new Set(["NOUN", "PROPN", "ADJ", "NUM", "DET"]);
/** Longest phrase before its head, in tokens; longer stretches are two phrases run together. */
const MAX_PHRASE = 10;

/** The head noun that a word is, or undefined: 'officials', 'company', 'ex-president'. */
export function headNoun({ lexicons }: Scene, word: string): HeadNoun | undefined {
  const lower = word.toLowerCase().replace(/^(?:co|ex|then)-(?=\p{L})/u, "");
  const role = lexicons.roles.get(lower);
  if (role) {
    const noun = role.plural ? singular(lower) : lower;
    return { noun, type: "person", gender: role.gender, isPlural: role.plural };
  }
  if (/\p{L}ologists?$/u.test(lower)) {
    return { noun: singular(lower), type: "person", gender: "u", isPlural: lower.endsWith("s") };
  }
  for (const form of [lower, singular(lower)]) {
    const group = lexicons.groups.get(form);
    if (group) return { noun: form, type: group.type, gender: "u", isPlural: form !== lower };
  }
  return undefined;
}

/** A plural's singular by its ending; good enough to compare nouns of one article: 'agencies' -> 'agency'. */
export const singular = (word: string): string =>
  word === "people"
    ? "person"
    : word
        .replace(/men$/, "man")
        .replace(/children$/, "child")
        .replace(/ies$/, "y")
        .replace(/(s|x|ch|sh)es$/, "$1")
        .replace(/([^su])s$/, "$1");

/** The phrase that ends with the head at token `at`: 'another former senior Trump administration official'. */
export function phraseEndingAt(scene: Scene, at: number, head: HeadNoun): Phrase {
  let first = at;
  while (first > 0 && at - first < MAX_PHRASE && continuesLeft(scene, first - 1, first)) first--;
  while (first < at && (isPossessive(scene.tokens[first]) || /^[-–—]$/.test(scene.tokens[first]!.text))) first++;
  // 'that officials met' opens a clause, 'that official' points.
  if (first < at && head.isPlural && wordAt(scene, first) === "that") first++;
  return { first, end: at + 1, head, kind: kindOf(scene, first, at) };
}

function continuesLeft(scene: Scene, index: number, right: number): boolean {
  const token = scene.tokens[index]!;
  const next = scene.tokens[right]!;
  const word = wordAt(scene, index);
  if (scene.sentenceOf[index] !== scene.sentenceOf[right]) return false;
  if (DEFINITE.has(wordAt(scene, right)) || /^(a|an|another|one|each|every)$/.test(wordAt(scene, right))) return false;
  if (OWNERS.has(wordAt(scene, right))) return false;
  if (OWNERS.has(word) || DEFINITE.has(word)) return true;
  if (isPossessive(token)) return scene.tokens[index - 1]?.end === token.start;
  if (/^[-‐‑]$/.test(token.text)) return token.end === next.start;
  if (scene.lexicons.titleModifiers.has(word) && token.pos !== "ADP") return true;
  // 'now-impeached', 'Seoul-based': the hyphen makes a verb form part of the phrase.
  const isHyphened = next.start === token.end && /^[-‐‑]$/.test(next.text);
  const before = scene.tokens[index - 1];
  const isTail =
    token.pos === "VERB" && before !== undefined && /^[-‐‑]$/.test(before.text) && before.end === token.start;
  return CORE.has(token.pos) || isHyphened || isTail;
}

function kindOf(scene: Scene, first: number, at: number): Phrase["kind"] {
  const word = wordAt(scene, first);
  if (DEFINITE.has(word) || OWNERS.has(word)) return "definite";
  for (let i = first; i < at; i++) if (isPossessive(scene.tokens[i])) return "definite";
  if (/^(a|an|another|one|some|many|several|two|three|four|few|other|any|each|every|most|no)$/.test(word))
    return "indefinite";
  return "bare";
}
