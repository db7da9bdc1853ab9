import type { Doc } from "../../model/layers.js";
import type { MentionHead } from "../../model/recognition.js";
import type { Cluster } from "./cluster.js";
import { headNoun, type Phrase, phraseEndingAt, singular } from "./phrases.js";
import { type Reference, referencesOf } from "./references.js";
import { rolesOf } from "./roles.js";
import { type Scene, tokenRange, wordAt } from "./scene.js";

/** Something in the text that refers, with the token `at` that it hangs on. */
export type Pending = Reference & { readonly at: number };

/** Parts of speech of pronouns and of words that stand alone as one: 'all', 'there'. */
const ALONE: ReadonlySet<string> = new Set(["PRON", "DET", "ADV"]);

/**
 * All that refers in an article, in the order of its head tokens: the rules' names, phrases and pronouns, and the
 * mention heads that the encoder alone found. Words of addresses and marks are none.
 */
export function pendingOf(
  scene: Scene,
  named: readonly Cluster[],
  doc: Doc<"attributions" | "recognition">,
): readonly Pending[] {
  const heads = new Set(doc.recognition.mentionHeads.map(({ token }) => token));
  const taken = new Set<number>();
  const list: Pending[] = [];
  for (const reference of referencesOf(scene, named, doc)) {
    if (reference.kind === "name") {
      const { first, end } = tokenRange(scene, reference.mention);
      const at = nameHead(doc, heads, first, end);
      for (let i = Math.min(first, at); i < end; i++) taken.add(i);
      list.push({ ...reference, at }, ...titlesOf(scene, reference, at));
    } else {
      list.push({ ...reference, at: reference.kind === "phrase" ? reference.phrase.end - 1 : reference.first });
    }
  }
  for (const { at, ...reference } of list) {
    taken.add(at);
    if (reference.kind === "phrase" && reference.isTitle)
      for (let i = reference.phrase.first; i < reference.phrase.end; i++) taken.add(i);
  }
  for (const head of doc.recognition.mentionHeads) {
    const { text, pos } = scene.tokens[head.token]!;
    if (taken.has(head.token) || !/^[\p{L}\p{M}'’.-]+$/u.test(text)) continue;
    const found = { first: head.token, at: head.token, isSource: false };
    if (ALONE.has(pos)) list.push({ kind: "pronoun", ...found });
    else list.push({ kind: "phrase", phrase: phraseAt(scene, head), ...found });
  }
  return list.sort((a, b) => a.at - b.at);
}

/** The mention head among a name's tokens; the title that the parser hangs it on ('Professor' of 'Professor Reed'); else its first. */
function nameHead(
  { recognition: { heads, relations } }: Doc<"recognition">,
  mentionHeads: ReadonlySet<number>,
  first: number,
  end: number,
): number {
  for (let i = first; i < end; i++) if (mentionHeads.has(i)) return i;
  const onTitle = relations[first]?.startsWith("flat") && heads[first] === first - 1 && mentionHeads.has(first - 1);
  return onTitle ? first - 1 : first;
}

/** 'President' before 'Reed' is a mention too. */
function titlesOf(scene: Scene, reference: Reference & { kind: "name" }, at: number): readonly Pending[] {
  const { mention, cluster } = reference;
  if (cluster.type !== "person") return [];
  return rolesOf(scene, mention)
    .filter((role) => role.kind === "title")
    .map(({ first, end, noun }) => ({
      kind: "phrase",
      first,
      at,
      phrase: { first, end, head: { noun, type: "person", gender: "u", isPlural: false }, kind: "bare" },
      isSource: false,
      isTitle: true,
      cluster,
    }));
}

/** The phrase of a mention head: its premodifiers and itself. */
function phraseAt(scene: Scene, { token, type }: MentionHead): Phrase {
  const known = headNoun(scene, scene.tokens[token]!.text);
  const word = wordAt(scene, token);
  const isPlural = known?.isPlural ?? (/s$/.test(word) && scene.tokens[token]!.lemma.toLowerCase() !== word);
  return phraseEndingAt(scene, token, {
    noun: known?.noun ?? singular(word),
    type,
    gender: known?.gender ?? "u",
    isPlural,
  });
}
