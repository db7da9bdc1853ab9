import { expect, test } from "vitest";
import { CLAIM_RELATIONS } from "../../../src/model/claim.js";
import type { EntityType } from "../../../src/model/mention.js";
import { claimsOf, entity } from "../../helpers/claims.js";

/** Who is who in the sentences below. */
const NAMES: readonly (readonly [name: string, type: EntityType])[] = [
  ["Kim", "person"],
  ["Lee", "person"],
  ["Acme", "organization"],
  ["Borg", "organization"],
  ["League", "organization"],
  ["Ghent", "place"],
];

/** The typed relations of a text, as 'type: subject -> object'. */
function relationsOf(rows: string): readonly string[] {
  const { text } = claimsOf(rows);
  const entities = NAMES.filter(([name]) => text.includes(name)).map(([name, type]) => entity(text, name, type));
  return claimsOf(rows, { entities }).claims.flatMap(({ relation }) =>
    relation
      ? `${relation.type}: ${[relation.subject, relation.object].map((part) => (part ? text.slice(part.start, part.end) : "")).join(" -> ")}`
      : [],
  );
}

const positives: [expected: string, rows: string][] = [
  ["holds-role: Kim -> mayor", "Kim/PROPN/2/nsubj became/VERB/0/root mayor/NOUN/2/obj ./PUNCT/2/punct"],
  ["holds-role: Kim -> the mayor", "Kim/PROPN/4/nsubj is/AUX/4/cop the/DET/4/det mayor/NOUN/0/root ./PUNCT/4/punct"],
  [
    "member-of: Kim -> the League",
    "Kim/PROPN/2/nsubj joined/VERB/0/root the/DET/4/det League/PROPN/2/obj ./PUNCT/2/punct",
  ],
  [
    "located-in: The port -> Ghent",
    "The/DET/2/det port/NOUN/5/nsubj is/AUX/5/cop in/ADP/5/case Ghent/PROPN/0/root ./PUNCT/5/punct",
  ],
  ["met-with: Kim -> Lee", "Kim/PROPN/2/nsubj met/VERB/0/root with/ADP/4/case Lee/PROPN/2/obl ./PUNCT/2/punct"],
  ["traveled-to: Kim -> Ghent", "Kim/PROPN/2/nsubj flew/VERB/0/root to/ADP/4/case Ghent/PROPN/2/obl ./PUNCT/2/punct"],
  ["founded: Kim -> Acme", "Kim/PROPN/2/nsubj founded/VERB/0/root Acme/PROPN/2/obj ./PUNCT/2/punct"],
  [
    "acquired: Borg -> Acme",
    "Acme/PROPN/3/nsubj:pass was/AUX/3/aux:pass bought/VERB/0/root by/ADP/5/case Borg/PROPN/3/obl:agent ./PUNCT/3/punct",
  ],
  ["hired: Acme -> Kim", "Acme/PROPN/2/nsubj hired/VERB/0/root Kim/PROPN/2/obj ./PUNCT/2/punct"],
  ["died: Kim -> ", "Kim/PROPN/2/nsubj died/VERB/0/root ./PUNCT/2/punct"],
  [
    "was-charged-with: Kim -> theft",
    "Kim/PROPN/3/nsubj:pass was/AUX/3/aux:pass charged/VERB/0/root with/ADP/5/case theft/NOUN/3/obl ./PUNCT/3/punct",
  ],
  [
    "reported-figure: Sales -> $ 4.2 million",
    "Sales/NOUN/2/nsubj rose/VERB/0/root to/ADP/4/case $/SYM/2/obl 4.2/NUM/6/compound million/NUM/4/nummod ./PUNCT/2/punct",
  ],
  [
    "reported-figure: Acme -> a 31 % rise",
    "Acme/PROPN/2/nsubj reported/VERB/0/root a/DET/6/det 31/NUM/5/nummod %/SYM/6/compound rise/NOUN/2/obj ./PUNCT/2/punct",
  ],
];

test.each(positives)("%s", (expected, rows) => {
  expect(relationsOf(rows)).toEqual([expected]);
});

test("every type has a positive", () => {
  const found = new Set(positives.map(([expected]) => expected.split(":", 1)[0]));
  expect([...found].sort()).toEqual([...CLAIM_RELATIONS].sort());
});

const refusals: [what: string, rows: string][] = [
  ["an opinion is no office", "Kim/PROPN/2/nsubj became/VERB/0/root angry/ADJ/2/xcomp ./PUNCT/2/punct"],
  [
    "a queue is no member's body",
    "Kim/PROPN/2/nsubj joined/VERB/0/root the/DET/4/det queue/NOUN/2/obj ./PUNCT/2/punct",
  ],
  ["trouble is no place", "Kim/PROPN/4/nsubj is/AUX/4/cop in/ADP/4/case trouble/NOUN/0/root ./PUNCT/4/punct"],
  ["a target is nobody to meet", "Kim/PROPN/2/nsubj met/VERB/0/root the/DET/4/det target/NOUN/2/obj ./PUNCT/2/punct"],
  ["court is no journey's end", "Kim/PROPN/2/nsubj went/VERB/0/root to/ADP/4/case court/NOUN/2/obl ./PUNCT/2/punct"],
  [
    "a reason is not founded",
    "Kim/PROPN/2/nsubj established/VERB/0/root the/DET/4/det reason/NOUN/2/obj ./PUNCT/2/punct",
  ],
  ["bread is no acquisition", "Acme/PROPN/2/nsubj bought/VERB/0/root bread/NOUN/2/obj ./PUNCT/2/punct"],
  [
    "a lorry is not hired as a person is",
    "Acme/PROPN/2/nsubj hired/VERB/0/root a/DET/4/det lorry/NOUN/2/obj ./PUNCT/2/punct",
  ],
  [
    "a battery is not charged with anything",
    "The/DET/2/det battery/NOUN/4/nsubj:pass was/AUX/4/aux:pass charged/VERB/0/root overnight/ADV/4/advmod ./PUNCT/4/punct",
  ],
  ["a thing holds no office", "It/PRON/4/nsubj was/AUX/4/cop a/DET/4/det member/NOUN/0/root ./PUNCT/4/punct"],
  ["a bare number is no figure", "Kim/PROPN/2/nsubj lost/VERB/0/root three/NUM/2/obj ./PUNCT/2/punct"],
  ["a killer does not die", "Kim/PROPN/2/nsubj killed/VERB/0/root Lee/PROPN/2/obj ./PUNCT/2/punct"],
];

test.each(refusals)("%s", (_what, rows) => {
  expect(relationsOf(rows)).toEqual([]);
});
