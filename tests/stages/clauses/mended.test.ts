import { expect, test } from "vitest";
import { mended } from "../../../src/stages/clauses/mended.js";
import { treeOf } from "../../../src/stages/clauses/tree.js";
import { parsed } from "../../helpers/parsed.js";

/** The arcs that mending changed: 'word > head relation'. */
function changes(rows: string): readonly string[] {
  const { tokens, sentences, recognition } = parsed(rows);
  const before = treeOf(tokens, sentences, recognition);
  const after = mended(before);
  const arc = (tree: typeof before, token: number) =>
    `${tokens[token]!.text} > ${tokens[tree.head(token)]!.text} ${tree.relation(token)}`;
  return tokens.flatMap((_, token) => (arc(before, token) === arc(after, token) ? [] : arc(after, token)));
}

const slips: [what: string, rows: string, expected: readonly string[]][] = [
  [
    "a preposition past the nearest noun",
    "Kim/PROPN/2/nsubj referred/VERB/0/root to/ADP/7/case Ghent/PROPN/2/obl as/ADP/7/case a/DET/7/det port/NOUN/2/obl ./PUNCT/2/punct",
    ["to > Ghent case"],
  ],
  [
    "a preposition hung on the noun before it",
    "Kim/PROPN/2/nsubj put/VERB/0/root guards/NOUN/2/obj at/ADP/5/case ends/NOUN/2/obl for/ADP/5/case weeks/NOUN/2/obl ./PUNCT/2/punct",
    ["for > weeks case"],
  ],
  [
    "an auxiliary called a copula",
    "It/PRON/3/nsubj was/AUX/3/cop following/VERB/0/root the/DET/5/det talks/NOUN/3/obj ./PUNCT/3/punct",
    ["was > following aux"],
  ],
  [
    "one made to do something",
    "They/PRON/2/nsubj ordered/VERB/0/root Kim/PROPN/5/obj to/PART/5/mark leave/VERB/2/xcomp ./PUNCT/2/punct",
    ["Kim > ordered obj"],
  ],
  [
    "a relative clause hung on an age",
    "Kim/PROPN/8/nsubj ,/PUNCT/3/punct 29/NUM/1/appos ,/PUNCT/6/punct who/PRON/6/nsubj lives/VERB/3/acl:relcl here/ADV/6/advmod left/VERB/0/root ./PUNCT/8/punct",
    ["lives > Kim acl:relcl"],
  ],
  [
    "a noun with a preposition called a second subject",
    "Under/ADP/3/case the/DET/3/det plan/NOUN/6/nsubj ,/PUNCT/3/punct ships/NOUN/6/nsubj leave/VERB/0/root ./PUNCT/6/punct",
    ["plan > leave obl"],
  ],
  [
    "a clause called a nominal",
    "If/SCONJ/5/mark talks/NOUN/5/nsubj were/AUX/5/cop about/ADP/5/case arms/NOUN/7/obl they/PRON/7/nsubj leave/VERB/0/root ./PUNCT/7/punct",
    ["arms > leave advcl"],
  ],
  [
    "a particle called an adverb",
    "The/DET/2/det book/NOUN/3/nsubj came/VERB/0/root out/ADV/3/advmod ./PUNCT/3/punct",
    ["out > came compound:prt"],
  ],
];

test.each(slips)("mends %s", (_what, rows, expected) => {
  expect(changes(rows)).toEqual(expected);
});

const sound: [what: string, rows: string][] = [
  [
    "a plain sentence",
    "Kim/PROPN/2/nsubj met/VERB/0/root Lee/PROPN/2/obj in/ADP/5/case Ghent/PROPN/2/obl ./PUNCT/2/punct",
  ],
  [
    "two prepositions of one noun",
    "Kim/PROPN/2/nsubj came/VERB/0/root from/ADP/5/case under/ADP/5/case water/NOUN/2/obl ./PUNCT/2/punct",
  ],
  ["a copula before an adjective", "Kim/PROPN/3/nsubj is/AUX/3/cop ready/ADJ/0/root ./PUNCT/3/punct"],
  ["an adverb that is no particle", "Kim/PROPN/2/nsubj came/VERB/0/root early/ADV/2/advmod ./PUNCT/2/punct"],
  [
    "an object behind the infinitive",
    "Kim/PROPN/2/nsubj vowed/VERB/0/root to/PART/4/mark sell/VERB/2/xcomp ships/NOUN/4/obj ./PUNCT/2/punct",
  ],
];

test.each(sound)("leaves %s alone", (_what, rows) => {
  expect(changes(rows)).toEqual([]);
});

test("any heads make a tree that ends", () => {
  const rows =
    "of/ADP/3/case of/ADP/1/case of/ADP/2/case Kim/PROPN/3/obl 29/NUM/4/appos who/PRON/7/nsubj is/VERB/5/acl";
  expect(() => changes(rows)).not.toThrow();
});
