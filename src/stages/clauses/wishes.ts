import { clauseAt } from "./find-clauses.js";
import { type Proposition, propositionOf } from "./propositions.js";
import { isPerson, type Scene } from "./scene.js";
import type { TokenRange } from "./tree.js";
import { voiceOf } from "./voices.js";

/** The rule's name. */
export const WISH = "claims/wish";
const WISHES = new Set(["promised", "wanted"]);
const MAX_WISHES = 20; // infinitives looked at in one sentence

/**
 * What somebody promises to do or would have others do, as a claim of theirs beside the article's that they do so: 'the
 * council (will) build a bridge' of 'the council vowed to build a bridge', 'Kim (should) leave' of 'urged Kim to leave'.
 * Only infinitives that are a quote's content right after its cue; the cue says whether it is a wish.
 */
export function findWishes(scene: Scene, sentence: TokenRange): readonly Proposition[] {
  const { tree, quoteAt, cueAt } = scene;
  const found: Proposition[] = [];
  let tried = 0;
  for (let token = sentence.first; token < sentence.end && tried < MAX_WISHES; token++) {
    const first = tree.kind(token) === "conj" ? tree.head(token) : token;
    if (tree.kind(first) !== "xcomp" || tree.pos(token) !== "VERB") continue;
    tried++;
    const quote = quoteAt.get(token);
    const governor = tree.head(first);
    if (quote === undefined || cueAt.get(governor) !== quote) continue;
    const clause = clauseAt(tree, token, (name) => isPerson(scene, name));
    if (clause === undefined) continue;
    const proposition = propositionOf(tree, clause);
    if (!WISHES.has(voiceOf(scene, proposition).stance)) continue;
    const isOwn = clause.subject.head < governor;
    found.push({ ...proposition, by: WISH, implied: isOwn ? "will" : "should", governors: [] });
  }
  return found;
}
