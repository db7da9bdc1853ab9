import { isAside, nominalOf, phraseOf } from "./phrases.js";
import type { Proposition } from "./propositions.js";
import type { TokenRange, Tree } from "./tree.js";

/** What may follow a name and still be part of it. */
const CLOSE = new Set(["compound", "flat"]);
const MAX_APPOSITIONS = 40; // looked at in one sentence; more are lists

/**
 * Appositions to a name as claims: 'Kim, the leader' says that Kim is the leader, 'Ghent, Belgium' that one is in the
 * other. So does 'the leader, Kim', for persons. Refuses 'football team Gent', which is one name, 'National Security Council (NSC)' and lists: 'Ghent, Bruges and Ostend'.
 */
export function findAppositions(
  tree: Tree,
  sentence: TokenRange,
  isPlace: (token: number) => boolean,
  isPerson: (token: number) => boolean,
): readonly Proposition[] {
  const found: Proposition[] = [];
  let tried = 0;
  for (let token = sentence.first; token < sentence.end && tried < MAX_APPOSITIONS; token++) {
    const name = tree.head(token);
    if (tree.kind(token) !== "appos") continue;
    tried++;
    if (!isAside(tree, token) || token < name || followsColon(tree, token)) continue;
    if (isDescribed(tree, name, token) && isPerson(token)) {
      found.push(reversed(tree, name, token));
      continue;
    }
    if (tree.pos(name) !== "PROPN" || !["NOUN", "PROPN"].includes(tree.pos(token))) continue;
    if (isAlias(tree, token) || isListed(tree, name, token)) continue;
    found.push({
      by: "claims/apposition",
      head: token,
      subject: { head: name, range: nominalOf(tree, name, (child) => child > name && !CLOSE.has(tree.kind(child))) },
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

/** True for what a label introduces: 'Photo: Kim'. */
function followsColon(tree: Tree, token: number): boolean {
  const { first } = tree.reach(token);
  return tree.word(first) === ":" || tree.word(first - 1) === ":";
}

/** True for 'the mayor, Kim'. Refuses 'one of the authors, Kim' and lists. */
const isDescribed = (tree: Tree, noun: number, name: number): boolean =>
  tree.pos(noun) === "NOUN" &&
  tree.pos(name) === "PROPN" &&
  tree.tokens[noun]!.lemma === tree.word(noun) &&
  !isListed(tree, noun, name);

/** 'the mayor, Kim' as 'Kim is the mayor'. */
const reversed = (tree: Tree, noun: number, name: number): Proposition => ({
  by: "claims/apposition",
  head: name,
  subject: { head: name, range: nominalOf(tree, name, (child) => child > name && !CLOSE.has(tree.kind(child))) },
  words: [],
  implied: "is",
  lemma: "be",
  main: name,
  isPassive: false,
  governors: [],
  complements: [
    { head: noun, relation: "cop", preposition: "", range: nominalOf(tree, noun, (child) => child === name) },
  ],
});

/** True for a short name in brackets or quotation marks, and for an address. */
const isAlias = (tree: Tree, token: number): boolean =>
  tree.tokens[token]!.text.includes("@") ||
  (tree.pos(token) === "PROPN" && /^[("“‘'`]/u.test(tree.word(tree.reach(token).first))) ||
  tree.word(tree.reach(tree.head(token)).first - 1) === "(";

/** True for the next name of a list. */
const isListed = (tree: Tree, name: number, token: number): boolean =>
  tree.pos(token) === "PROPN" &&
  [...tree.children(name), ...tree.children(token)].some(
    (child) => child !== token && ["appos", "conj"].includes(tree.kind(child)),
  );
