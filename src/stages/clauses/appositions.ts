import { isAside, nominalOf, phraseOf } from "./phrases.js";
import type { Proposition } from "./propositions.js";
import type { TokenRange, Tree } from "./tree.js";

const MAX_APPOSITIONS = 40; // looked at in one sentence; more are lists

/**
 * Appositions to a name as claims: 'Kim, the leader' says that Kim is the leader, 'Ghent, Belgium' that one is in the
 * other. Refuses 'the leader, Kim', where the
 * name says who is meant, 'football team Gent', which is one name, 'National Security Council (NSC)' and lists: 'Ghent, Bruges and Ostend'.
 */
export function findAppositions(
  tree: Tree,
  sentence: TokenRange,
  isPlace: (token: number) => boolean,
): readonly Proposition[] {
  const found: Proposition[] = [];
  let tried = 0;
  for (let token = sentence.first; token < sentence.end && tried < MAX_APPOSITIONS; token++) {
    const name = tree.head(token);
    if (tree.kind(token) !== "appos") continue;
    tried++;
    if (!isAside(tree, token) || token < name) continue;
    if (tree.pos(name) !== "PROPN" || !["NOUN", "PROPN"].includes(tree.pos(token))) continue;
    if (isAlias(tree, token) || isListed(tree, name, token)) continue;
    found.push({
      by: "claims/apposition",
      head: token,
      subject: { head: name, range: nominalOf(tree, name, (child) => child >= token || tree.kind(child) === "conj") },
      words: [],
      implied: isPlace(name) && isPlace(token) ? "is in" : "is",
      lemma: "be",
      main: token,
      isPassive: false,
      governors: [],
      complements: [
        {
          head: token,
          relation: "cop",
          preposition: "",
          range: phraseOf(tree, token, (child) => isAside(tree, child)),
        },
      ],
    });
  }
  return found;
}

/** True for a short name in brackets and for an address. */
const isAlias = (tree: Tree, token: number): boolean =>
  tree.tokens[token]!.text.includes("@") || (tree.pos(token) === "PROPN" && tree.word(tree.reach(token).first) === "(");

/** True for the next name of a list. */
const isListed = (tree: Tree, name: number, token: number): boolean =>
  tree.pos(token) === "PROPN" &&
  [...tree.children(name), ...tree.children(token)].some(
    (child) => child !== token && ["appos", "conj"].includes(tree.kind(child)),
  );
