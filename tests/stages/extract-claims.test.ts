import { expect, test } from "vitest";
import { claimsOf, entity, lines } from "../helpers/claims.js";

const OFFER =
  "The/DET/2/det council/NOUN/3/nsubj rejected/VERB/0/root the/DET/5/det offer/NOUN/3/obj in/ADP/7/case May/PROPN/3/obl and/CCONJ/9/cc vowed/VERB/3/conj to/PART/11/mark build/VERB/9/xcomp a/DET/13/det bridge/NOUN/11/obj ./PUNCT/3/punct";
const RELATIVE =
  "Kim/PROPN/9/nsubj:pass ,/PUNCT/4/punct who/PRON/4/nsubj leads/VERB/1/acl:relcl the/DET/6/det party/NOUN/4/obj ,/PUNCT/4/punct was/AUX/9/aux:pass born/VERB/0/root in/ADP/11/case Ghent/PROPN/9/obl in/ADP/13/case 1961/NUM/9/obl ./PUNCT/9/punct";
const MAYOR =
  "Kim/PROPN/8/nsubj ,/PUNCT/4/punct the/DET/4/det mayor/NOUN/1/appos of/ADP/6/case Ghent/PROPN/4/nmod ,/PUNCT/4/punct met/VERB/0/root with/ADP/10/case Lee/PROPN/8/obl on/ADP/12/case Monday/PROPN/8/obl ./PUNCT/8/punct";
const SAID =
  "Kim/PROPN/2/nsubj said/VERB/0/root the/DET/4/det bridge/NOUN/6/nsubj:pass was/AUX/6/aux:pass closed/VERB/2/ccomp in/ADP/8/case May/PROPN/6/obl ./PUNCT/2/punct";

const table: [what: string, rows: string, expected: readonly string[]][] = [
  [
    "coordinated clauses, each with the subject",
    OFFER,
    ["The council | rejected | the offer | in May", "The council | vowed to build | a bridge"],
  ],
  ["relative clauses of their noun", RELATIVE, ["Kim | was born in | Ghent | in 1961", "Kim | leads | the party"]],
  ["appositions to a name", MAYOR, ["Kim | (is) | the mayor of Ghent", "Kim | met with | Lee | on Monday"]],
  [
    "passives with their agent; an auxiliary for two verbs",
    "The/DET/2/det bridge/NOUN/4/nsubj:pass was/AUX/4/aux:pass opened/VERB/0/root by/ADP/7/case the/DET/7/det mayor/NOUN/4/obl and/CCONJ/9/cc named/VERB/4/conj after/ADP/11/case Kim/PROPN/9/obl ./PUNCT/4/punct",
    ["The bridge | was opened by | the mayor", "The bridge | was … named after | Kim"],
  ],
  [
    "participles",
    "Workers/NOUN/4/nsubj wearing/VERB/1/acl helmets/NOUN/2/obj repaired/VERB/0/root the/DET/6/det roof/NOUN/4/obj ,/PUNCT/8/punct saving/VERB/4/advcl the/DET/10/det church/NOUN/8/obj ./PUNCT/4/punct",
    [
      "Workers wearing helmets | repaired | the roof | saving the church",
      "Workers | wearing | helmets",
      "Workers wearing helmets | saving | the church",
    ],
  ],
  [
    "copular clauses",
    "The/DET/2/det port/NOUN/4/nsubj is/AUX/4/cop ready/ADJ/0/root for/ADP/7/case large/ADJ/7/amod ships/NOUN/4/obl ./PUNCT/4/punct",
    ["The port | is ready for | large ships"],
  ],
  [
    "what is said, and that it is said",
    SAID,
    ["Kim | said | the bridge was closed in May", "the bridge | was closed in | May"],
  ],
  [
    "an office before a word that is no known name",
    "The/DET/2/det mayor/NOUN/6/nsubj ,/PUNCT/4/punct Kim/PROPN/2/appos ,/PUNCT/4/punct left/VERB/0/root the/DET/8/det hall/NOUN/6/obj ./PUNCT/6/punct",
    ["The mayor | left | the hall"],
  ],
  [
    "an adjective with its degree",
    "The/DET/2/det port/NOUN/5/nsubj was/AUX/5/cop more/ADV/5/advmod careful/ADJ/0/root ./PUNCT/5/punct",
    ["The port | was | more careful"],
  ],
  [
    "what is said when and where, each with its preposition",
    "Kim/PROPN/2/nsubj said/VERB/0/root in/ADP/4/case May/PROPN/2/obl that/SCONJ/8/mark the/DET/7/det port/NOUN/8/nsubj closed/VERB/2/ccomp early/ADV/8/advmod ./PUNCT/2/punct",
    ["Kim | said | in May | that the port closed early", "the port | closed | early"],
  ],
  [
    "a governing verb for two infinitives",
    "Kim/PROPN/2/nsubj wants/VERB/0/root to/PART/4/mark buy/VERB/2/xcomp ships/NOUN/4/obj and/CCONJ/7/cc sell/VERB/4/conj trucks/NOUN/7/obj ./PUNCT/2/punct",
    ["Kim | wants to buy | ships", "Kim | wants to … sell | trucks"],
  ],
];

test.each(table)("finds %s", (_what, rows, expected) => {
  expect([...lines(rows)].sort()).toEqual([...expected].sort());
});

const silent: [what: string, rows: string][] = [
  ["a name alone", "Ghent/PROPN/0/root ./PUNCT/1/punct"],
  ["an order", "Stop/VERB/0/root the/DET/3/det press/NOUN/1/obj !/PUNCT/1/punct"],
  ["a verb and a thing without a name", "Prices/NOUN/2/nsubj fell/VERB/0/root ./PUNCT/2/punct"],
  [
    "a gerund behind a preposition",
    "Interest/NOUN/0/root in/SCONJ/3/mark meeting/VERB/1/acl Lee/PROPN/3/obj ./PUNCT/1/punct",
  ],
  ["a name behind a label", "Photo/NOUN/0/root :/PUNCT/3/punct Kim/PROPN/1/appos ./PUNCT/1/punct"],
  ["a nickname", "Kim/PROPN/0/root “/PUNCT/3/punct Ace/PROPN/1/appos ”/PUNCT/3/punct Lee/PROPN/1/flat ./PUNCT/1/punct"],
  ["an alias in brackets", "Acme/PROPN/0/root (/PUNCT/3/punct AC/PROPN/1/appos )/PUNCT/3/punct"],
];

test.each(silent)("says nothing of %s", (_what, rows) => {
  expect(lines(rows)).toEqual([]);
});

const standing: [rows: string, predicate: string, expected: string][] = [
  [OFFER, "rejected", "affirmed asserted"],
  [OFFER, "vowed to build", "affirmed intended"],
  [
    "The/DET/2/det plan/NOUN/4/nsubj would/AUX/4/aux alarm/VERB/0/root investors/NOUN/4/obj ./PUNCT/4/punct",
    "would alarm",
    "affirmed conditional",
  ],
  [
    "The/DET/2/det firm/NOUN/5/nsubj did/AUX/5/aux not/PART/5/advmod pay/VERB/0/root its/PRON/7/nmod:poss workers/NOUN/5/obj ./PUNCT/5/punct",
    "did not pay",
    "negated asserted",
  ],
  [
    "Kim/PROPN/2/nsubj failed/VERB/0/root to/PART/4/mark stop/VERB/2/xcomp the/DET/6/det sale/NOUN/4/obj ./PUNCT/2/punct",
    "failed to stop",
    "negated asserted",
  ],
  [
    "No/DET/2/det worker/NOUN/3/nsubj left/VERB/0/root the/DET/5/det hall/NOUN/3/obj ./PUNCT/3/punct",
    "left",
    "negated asserted",
  ],
  [
    "If/SCONJ/4/mark the/DET/3/det firm/NOUN/4/nsubj sells/VERB/9/advcl it/PRON/4/obj ,/PUNCT/4/punct trucks/NOUN/9/nsubj may/AUX/9/aux use/VERB/0/root the/DET/11/det port/NOUN/9/obj ./PUNCT/9/punct",
    "sells",
    "affirmed conditional",
  ],
  [
    "If/SCONJ/4/mark the/DET/3/det firm/NOUN/4/nsubj sells/VERB/9/advcl it/PRON/4/obj ,/PUNCT/4/punct trucks/NOUN/9/nsubj may/AUX/9/aux use/VERB/0/root the/DET/11/det port/NOUN/9/obj ./PUNCT/9/punct",
    "may use",
    "affirmed possible",
  ],
  [
    "Will/AUX/4/aux the/DET/3/det firm/NOUN/4/nsubj sell/VERB/0/root the/DET/6/det port/NOUN/4/obj ?/PUNCT/4/punct",
    "sell",
    "affirmed asked",
  ],
];

const more: typeof standing = [
  [
    "Not/PART/2/advmod everyone/PRON/3/nsubj left/VERB/0/root the/DET/5/det hall/NOUN/3/obj ./PUNCT/3/punct",
    "left",
    "negated asserted",
  ],
  [
    "The/DET/2/det firm/NOUN/5/nsubj is/AUX/5/cop not/PART/5/advmod ready/ADJ/0/root ./PUNCT/5/punct",
    "is not",
    "negated asserted",
  ],
  [
    "Kim/PROPN/3/nsubj was/AUX/3/aux held/VERB/0/root without/ADP/5/case bail/NOUN/3/obl ./PUNCT/3/punct",
    "was held without",
    "affirmed asserted",
  ],
  [
    "The/DET/2/det firm/NOUN/3/nsubj stopped/VERB/0/root paying/VERB/3/xcomp workers/NOUN/4/obj ./PUNCT/3/punct",
    "stopped paying",
    "negated asserted",
  ],
  [
    "The/DET/2/det court/NOUN/5/nsubj is/AUX/5/cop to/PART/5/mark hear/VERB/0/root Kim/PROPN/5/obj ./PUNCT/5/punct",
    "is to hear",
    "affirmed intended",
  ],
  [
    "If/SCONJ/3/mark it/PRON/3/nsubj fails/VERB/6/advcl ,/PUNCT/3/punct we/PRON/6/nsubj go/VERB/0/root home/ADV/6/advmod ./PUNCT/6/punct",
    "go",
    "affirmed conditional",
  ],
  [
    "Kim/PROPN/2/nsubj asked/VERB/0/root whether/SCONJ/6/mark the/DET/5/det port/NOUN/6/nsubj pays/VERB/2/ccomp taxes/NOUN/6/obj ./PUNCT/2/punct",
    "pays",
    "affirmed asked",
  ],
];

test.each([
  ["'I said' without what", "I/PRON/2/nsubj said/VERB/0/root ./PUNCT/2/punct", "I"],
  ["'Kim did' without sense", "Kim/PROPN/2/nsubj did/VERB/0/root ./PUNCT/2/punct", "Kim"],
  [
    "a gerund alone",
    "Kim/PROPN/2/nsubj left/VERB/0/root Ghent/PROPN/2/obj ,/PUNCT/5/punct laughing/VERB/2/advcl ./PUNCT/2/punct",
    "Kim",
  ],
])("tells nothing: %s", (_what, rows, who) => {
  const { text, claims } = claimsOf(rows, { entities: [entity(claimsOf(rows).text, who, "person")] });
  expect(
    claims.filter(({ arguments: rest }) => rest.length === 0).map(({ start, end }) => text.slice(start, end)),
  ).toEqual([]);
});

test("a verb alone of somebody named is told", () => {
  const rows = "Kim/PROPN/2/nsubj resigned/VERB/0/root ./PUNCT/2/punct";
  expect(lines(rows, { entities: [entity("Kim resigned.", "Kim", "person")] })).toEqual(["Kim | resigned"]);
});

test.each([...standing, ...more])("%s: '%s' is %s", (rows, predicate, expected) => {
  const { text, claims } = claimsOf(rows);
  const claim = claims.find(
    (item) => item.predicate && text.slice(item.predicate.start, item.predicate.end) === predicate,
  );
  expect(`${claim?.polarity} ${claim?.modality}`).toBe(expected);
});
